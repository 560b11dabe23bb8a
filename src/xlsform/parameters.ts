// The parameters column: "start=0 end=10 step=1", "randomize=true, seed=${x}", "max-pixels=1024".
import { yesOrNo } from './answers.ts'
import type { Report } from './faults/faults.ts'
import type { SurveyNode } from './tree.ts'

/** What a parameter may be: its value as other apps want it, or null; and how to say it. */
type Kind = { read: (value: string) => string | null; mend: string }

const among = (...words: readonly string[]): Kind => ({
  read: (value) => words.find((word) => word === value.toLowerCase()) ?? null,
  mend: words.join(', '),
})
const matching = (pattern: RegExp, mend: string): Kind => ({
  read: (value) => (pattern.test(value) ? value : null),
  mend,
})
const truth: Kind = {
  read: (value) => {
    const said = yesOrNo(value)
    return said === null ? null : String(said)
  },
  mend: 'true, false',
}
const whole = matching(/^\d{1,9}$/, '5')
const measure = matching(/^\d{1,9}(\.\d+)?$/, '5')
const amount = matching(/^-?\d{1,9}(\.\d+)?$/, '5')
const column = matching(/^[\p{L}_][\p{L}\p{N}_.\-\u00b7]*$/u, 'kode')
const any = matching(/./s, '')

const point = { 'reference-geometry': any, 'allow-mock-accuracy': truth }
const shape = { ...point, incremental: truth }
const choices = { randomize: truth, seed: any, value: column, label: column }
const known: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  text: { rows: whole },
  range: {
    ...{ start: any, end: any, step: any, tick_interval: amount, placeholder: amount, tick_labelset: any },
    ...{ tick_label_start: any, tick_label_end: any },
  },
  select_one: choices,
  select_multiple: choices,
  rank: { randomize: truth, seed: any },
  geopoint: { ...point, 'capture-accuracy': measure, 'warning-accuracy': measure },
  geotrace: { ...shape, 'capture-accuracy': measure, 'warning-accuracy': measure },
  geoshape: { ...shape, 'capture-accuracy': measure, 'warning-accuracy': measure },
  image: {
    'max-pixels': whole,
    app: matching(/^[a-z]\w*(\.[a-z]\w*)+$/i, 'org.aplikasi.kamera'),
  },
  audio: { quality: among('normal', 'low', 'voice-only', 'external') },
  metadata: {
    quality: among('normal', 'low', 'voice-only'),
    'location-priority': among('no-power', 'low-power', 'balanced', 'high-accuracy'),
    'location-min-interval': whole,
    'location-max-age': whole,
    'track-changes': truth,
    'track-changes-reasons': among('on-form-edit'),
    'identify-user': truth,
  },
}

export type Parameters = ReadonlyMap<string, string>

const value = String.raw`"[^"]*"|'[^']*'|\$\{[^{}]*\}|[^\s,;]+`
const pair = new RegExp(String.raw`([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*(${value})`, 'gu')

/** step=0,5: a number as Indonesian writes it, not two parameters. */
const decimal = /([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*-?\d+,\d+(?![\d=])/u

/** A parameter as it is understood; null after a fault, or when its type does not know it. */
function understood(node: SurveyNode, name: string, value: string, report: Report): string | null {
  const kinds = known[node.type?.type ?? ''] ?? {}
  const place = node.row.at('parameters')
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) {
    report.warn('parameter-unknown', place, name, report.suggest(name, Object.keys(kinds)))
    return null
  }
  const read = kind.read(value)
  if (read === null) report.fault('parameter-value', place, value, { name, mend: kind.mend })
  return read
}

/** Parameters by name. Faults: what is no name=value, and what cannot be read. A name the type does not know is a warning. */
export function parametersOf(node: SurveyNode, report: Report): Parameters {
  const found = new Map<string, string>()
  const written = node.row.text('parameters')
  if (written === '') return found
  const rest = written.replace(pair, (_, name: string, given: string) => {
    found.set(name.toLowerCase(), given.replace(/^(["'])(.*)\1$/s, '$2'))
    return ''
  })
  const comma = decimal.exec(written)
  if (comma && !/^[\s,;]*$/.test(rest)) {
    const facts = { written: comma[0], mend: comma[0].replace(',', '.') }
    report.fault('xpath-decimal-comma', node.row.at('parameters'), written, facts)
    found.delete(comma[1]?.toLowerCase() ?? '')
  } else if (!/^[\s,;]*$/.test(rest)) report.fault('parameters-written', node.row.at('parameters'), written)
  for (const [name, value] of found) {
    const read = understood(node, name, value, report)
    if (read === null) found.delete(name)
    else found.set(name, read)
  }
  return found
}

/** Whether a number is a place on the scale; within what floating points can tell. */
export function onScale(value: number, start: number, end: number, step: number): boolean {
  const steps = (value - start) / step
  const inside = value >= Math.min(start, end) && value <= Math.max(start, end)
  return inside && Math.abs(steps - Math.round(steps)) < 1e-6
}

function fits(value: number, name: string, start: number, end: number, step: number): boolean {
  if (name === 'placeholder') return onScale(value, start, end, step)
  const ticks = value / step
  return value !== 0 && Math.abs(value) <= Math.abs(end - start) && Math.abs(ticks - Math.round(ticks)) < 1e-6
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
  for (const name of ['tick_interval', 'placeholder']) {
    const text = given.get(name)
    if (text !== undefined && !fits(Number(text), name, start, end, step))
      report.fault('range-tick', place, text, { name, start, end, step })
  }
  const all = [...Object.values(numbers), given.get('tick_interval') ?? '0', given.get('placeholder') ?? '0']
  return { ...numbers, whole: all.every((text) => Number.isInteger(Number(text))) }
}
