// What people call the fields of a command, for the screen that mends what was refused: a path of the input, such as
// `persons.0.nik`, is shown to nobody. A test walks the inputs of all commands, so that none is without its words.
import { fill, type Language, type Text } from '../../kernel/text.ts'
import { fieldWords } from './field-texts.ts'

/** Nobody types these: what is wrong with them is mended elsewhere, and the same is sent again. */
const untyped = new Set([
  'id',
  'basedOn',
  'keepBasedOn',
  'dropBasedOn',
  'bytes',
  'sha256',
  'mediaType',
  'device',
  'origin',
  'codeHash',
  'secret',
  'xml',
  'workbook',
])

type Field = { label: string; typed: boolean }

/**
 * A field as people call it: "NIK (Warga 1)" for `persons.0.nik`; of what has no words of its own, as in a table of choices, what it
 * stands in. Null for a path of which nothing is known.
 */
export function fieldOf(path: string, language: Language): Field | null {
  const steps = path.split('.')
  const at = steps.findLastIndex((step) => Object.hasOwn(fieldWords, step))
  const name = steps[at] ?? ''
  const words = fieldWords[name]
  if (!words) return null
  const wordsOf = (text: Text) => fill(text, language)
  const number = steps.findLastIndex((step) => /^\d+$/.test(step))
  const list = fieldWords[steps[number - 1] ?? '']
  const within = list && `${wordsOf(list)} ${Number(steps[number]) + 1}`
  const own = wordsOf(words)
  const label = !within ? own : number > at ? within : `${own} (${within})`
  return { label, typed: !untyped.has(name) }
}
