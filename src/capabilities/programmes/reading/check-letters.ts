// Whether the letters of a definition can be written: their texts leave open only what is known of a letter, and
// what they rest on is a decision that a meeting of the definition can take.

import { basisPlaceholders, letterPlaceholders, placeholdersIn } from '../letter-words.ts'
import { conditionFindings } from './check-expressions.ts'
import { type Finding, finding } from './finding.ts'
import { listAt, lookAt, type Placed, textAt } from './loose.ts'

export function letterFindings(definition: unknown): Finding[] {
  const top: Placed = { value: definition, path: [] }
  const meetings = listAt(top, 'kinds', 'meetings')
  const documents = listAt(top, 'kinds', 'documents').flatMap((each) => afterFindings(each, meetings))
  const letters = listAt(top, 'kinds', 'letters').flatMap((letter) => [
    ...needFindings(letter, top),
    ...(lookAt(letter.value, ['basis']) === undefined
      ? [finding([...letter.path, 'basis'], 'programmes.letter-rests-on-nothing')]
      : []),
    ...(!saysAll(letter) ? [finding(letter.path, 'programmes.letter-without-text')] : []),
    ...textsOf(letter).flatMap((text) => placeholderFindings(text)),
    ...basisFindings(letter, meetings),
  ])
  return [...letters, ...documents]
}

/** What it needs is a fact of the catalogue that holds or does not. */
const needFindings = (letter: Placed, top: Placed): Finding[] =>
  listAt(letter, 'needs').flatMap(({ value, path }) => conditionFindings(String(value), path, top))

function afterFindings(document: Placed, meetings: readonly Placed[]): Finding[] {
  const kind = textAt(document.value, 'after', 'meeting')
  if (kind === undefined || meetings.some(({ value }) => textAt(value, 'id') === kind)) return []
  const about = { name: `after.${kind}`, kind, group: 'meetings' }
  return [finding([...document.path, 'after', 'meeting'], 'programmes.unknown-kind', about)]
}

const saysAll = ({ value }: Placed) =>
  lookAt(value, ['subject']) !== undefined && lookAt(value, ['paragraphs']) !== undefined

const textsOf = (letter: Placed): Placed[] =>
  [
    ...listAt(letter, 'paragraphs'),
    ...listAt(letter, 'addressees'),
    ...['subject', 'attachments'].map((field) => ({
      value: lookAt(letter.value, [field]),
      path: [...letter.path, field],
    })),
  ].flatMap(({ value, path }) =>
    ['id', 'en'].map((language) => ({ value: textAt(value, language) ?? '', path: [...path, language] })),
  )

function placeholderFindings({ value, path }: Placed): Finding[] {
  const known: readonly string[] = [...letterPlaceholders, ...basisPlaceholders]
  return placeholdersIn(String(value)).flatMap((name) => {
    return known.includes(name)
      ? []
      : [finding(path, 'programmes.letter-placeholder', { name, options: known.join(', ') })]
  })
}

function basisFindings(letter: Placed, meetings: readonly Placed[]): Finding[] {
  const path = [...letter.path, 'basis']
  const [kind, option] = [textAt(letter.value, 'basis', 'meeting'), textAt(letter.value, 'basis', 'decision')]
  if (kind === undefined || option === undefined) return []
  const name = `basis.${kind}`
  const meeting = meetings.find(({ value }) => textAt(value, 'id') === kind)
  if (!meeting) {
    return [finding([...path, 'meeting'], 'programmes.unknown-kind', { name, kind, group: 'meetings' })]
  }
  const options = listAt(meeting, 'decision', 'options').map(({ value }) => textAt(value, 'id') ?? '')
  return options.includes(option)
    ? []
    : [
        finding([...path, 'decision'], 'programmes.unknown-option', {
          ...{ name, option },
          options: options.join(', '),
        }),
      ]
}
