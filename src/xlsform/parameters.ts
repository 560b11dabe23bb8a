// The parameters column: "start=0 end=10 step=1", "randomize=true, seed=${x}", "max-pixels=1024".
import type { Report } from './faults/faults.ts'
import type { SurveyNode } from './tree.ts'

const geo = [
  'capture-accuracy',
  'warning-accuracy',
  'allow-mock-accuracy',
  'incremental',
  'reference-geometry',
]
const known: Readonly<Record<string, readonly string[]>> = {
  text: ['rows'],
  range: [
    'start',
    'end',
    'step',
    'tick_interval',
    'placeholder',
    'tick_labelset',
    'tick_label_start',
    'tick_label_end',
  ],
  select_one: ['randomize', 'seed', 'value', 'label'],
  select_multiple: ['randomize', 'seed', 'value', 'label'],
  rank: ['randomize', 'seed'],
  geopoint: geo,
  geotrace: geo,
  geoshape: geo,
  image: ['max-pixels', 'app'],
  audio: ['quality'],
  metadata: [
    'quality',
    'location-priority',
    'location-min-interval',
    'location-max-age',
    'track-changes',
    'track-changes-reasons',
    'identify-user',
  ],
}

export type Parameters = ReadonlyMap<string, string>

const value = String.raw`"[^"]*"|'[^']*'|\$\{[^{}]*\}|[^\s,;]+`
const pair = new RegExp(String.raw`([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*(${value})`, 'gu')

/** Parameters by name. Faults: what is no name=value. A name the type does not know is a warning. */
export function parametersOf(node: SurveyNode, report: Report): Parameters {
  const found = new Map<string, string>()
  const written = node.row.text('parameters')
  if (written === '') return found
  const rest = written.replace(pair, (_, name: string, given: string) => {
    found.set(name.toLowerCase(), given.replace(/^(["'])(.*)\1$/s, '$2'))
    return ''
  })
  const place = node.row.at('parameters')
  if (!/^[\s,;]*$/.test(rest)) report.fault('parameters-written', place, written)
  const names = known[node.type?.type ?? ''] ?? []
  for (const name of found.keys()) {
    if (names.includes(name)) continue
    const near = report.suggest(name, names)
    report.warn('parameter-unknown', place, name, near)
    found.delete(name)
  }
  return found
}

/** Bounds of a range; 1 to 10 by 1 unless said otherwise. Faults: no numbers, a step of 0, an end that is never reached. */
export function rangeOf(
  node: SurveyNode,
  given: Parameters,
  report: Report,
): { start: string; end: string; step: string; whole: boolean } {
  const numbers = {
    start: given.get('start') ?? '1',
    end: given.get('end') ?? '10',
    step: given.get('step') ?? '1',
  }
  const place = node.row.at('parameters')
  for (const [name, text] of Object.entries(numbers)) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) report.fault('range-number', place, text, { name })
  }
  const [start, end, step] = [Number(numbers.start), Number(numbers.end), Number(numbers.step)]
  const reach = Math.abs(end - start)
  if (step === 0 || Math.abs(step) > reach) report.fault('range-step', place, numbers.step, { start, end })
  const whole = Object.values(numbers).every((text) => Number.isInteger(Number(text)))
  return { ...numbers, whole }
}
