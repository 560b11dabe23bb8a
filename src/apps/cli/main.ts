// `npm run rembug -- VERB`: the command line of an installation.
import { parseArgs } from 'node:util'
import { declareDemo } from '../../platform/server/installation.ts'
import { readSettings, type Settings } from '../../platform/server/settings.ts'
import { socketAddress } from './address.ts'
import { askServer, connectTo, refuseStranger } from './connect.ts'
import { faultText } from './fault.ts'
import { refuseHalfRestored } from './restoring.ts'
import { type Ask, both, type Link, type Prepared, Said, type Typed, type Verb } from './verb.ts'
import { helpText, verbs } from './verbs.ts'

function typedAs(verb: Verb, name: string, rest: readonly string[]): Typed {
  try {
    const { positionals, values } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: verb.options ?? {},
    })
    return { positionals, options: values as Typed['options'] }
  } catch (error) {
    throw new Said(`${(error as Error).message}\nrembug ${name} ${verb.usage}`)
  }
}

/** In this process: in a house of its own opening, which is closed whatever happens. */
async function here(verb: Verb, settings: Settings, ask: Ask, link: Link): Promise<number> {
  if (verb.alone) return verb.alone(settings, ask, link)
  refuseHalfRestored(settings.dataFolder)
  const { openHouse } = await import('../server/open.ts')
  if (verb.demo) {
    const { refuseRealData } = await import('../demo/mixing.ts')
    await refuseRealData(settings)
  }
  const house = await openHouse(settings)
  try {
    return (await verb.run?.(house, ask, link)) ?? 1
  } finally {
    await house.close()
  }
}

async function carryOut(name: string, verb: Verb, settings: Settings, ask: Ask, link: Link): Promise<number> {
  const address = socketAddress(settings.dataFolder)
  const server = await connectTo(address)
  if (!server) return here(verb, settings, ask, link)
  refuseStranger(address)
  return askServer(server, name, ask, link)
}

async function settle(prepared: Prepared, how: 'keep' | 'drop'): Promise<void> {
  for (const sink of Object.values(prepared.sinks ?? {})) await sink[how]()
}

async function runVerb(name: string, verb: Verb, rest: readonly string[], demo: boolean): Promise<number> {
  const settings = readSettings(process.env, demo)
  declareDemo(demo)
  const prepared = await verb.prepare(typedAs(verb, name, rest), settings)
  // What goes to standard output may be piped on: the talk goes beside it.
  const link: Link = {
    say: (line) => console.error(line),
    write: async (channel, bytes) => prepared.sinks?.[channel]?.write(bytes),
  }
  try {
    const exit = await carryOut(name, verb, settings, prepared.ask, link)
    await settle(prepared, exit === 0 ? 'keep' : 'drop')
    if (exit === 0) for (const line of prepared.afterwards ?? []) link.say(line)
    return exit
  } catch (error) {
    await settle(prepared, 'drop')
    throw error
  }
}

async function main(): Promise<number> {
  const words = process.argv.slice(2)
  const [name, ...rest] = words.filter((word) => word !== '--demo')
  const demo = words.includes('--demo')
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(helpText())
    return name === undefined ? 1 : 0
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    console.error(`${both(`Tidak ada perintah "${name}"`, 'no such verb')}\n\n${helpText()}`)
    return 1
  }
  return runVerb(name, verb, rest, demo || verb.demo === true)
}

main().then(
  (exit) => process.exit(exit),
  (error: unknown) => {
    console.error(faultText(error))
    process.exit(1)
  },
)
