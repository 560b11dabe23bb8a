// `rembug doctor`: looks at a whole installation, running or stopped, says what is wrong and what to do. Changes nothing.
import { standardOutput } from '../sink.ts'
import { both, type Verb } from '../verb.ts'

// The whole house is loaded only by who asks for it.
const loaded = async () => ({ ...(await import('./patient.ts')), ...(await import('./treat.ts')) })

export const doctorVerb: Verb = {
  usage: '[--whole] [--json]',
  summary: both(
    'Memeriksa seluruh instalasi dan mengatakan apa yang harus dikerjakan; keluar 0 baik, 1 perhatian, 2 rusak',
    'looks at the whole installation and says what to do; exits 0 well, 1 warning, 2 fault',
  ),
  options: { whole: { type: 'boolean' }, json: { type: 'boolean' } },
  prepare: async ({ options }) => ({
    ask: { whole: options.whole === true, json: options.json === true },
    sinks: { report: standardOutput() },
  }),
  run: async (house, ask, link) => {
    const { ofRunning, treat } = await loaded()
    return treat(ofRunning(house, ask.whole === true), ask, link)
  },
  alone: async (settings, ask, link) => {
    const { ofStopped, treat } = await loaded()
    return treat(await ofStopped(settings, ask.whole === true), ask, link)
  },
}
