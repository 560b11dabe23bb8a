// An XForm without its long lists: each select that an index answers becomes a question for a text, with the same words,
// rules and answer, and the engine is spared a list that it would read for minutes.
import type { FormModel, IndexedSelect, Labels } from '../model.ts'
import { csvOf } from './csv.ts'

/** Smaller lists are read as fast as they are fetched: some two thousand lines. */
const bytesMost = 64_000

/** A long list that stands in the form has a label in each language. */
export const labelIn = (language: string): string => `label ${language}`

/** A long list that stands in the form, as the file it would be; null for a list that is one. */
export function listText({ lists, languages, defaultLanguage }: FormModel, name: string): string | null {
  const choices = lists[name]
  if (!choices) return null
  const extras = Object.keys(choices[0]?.extra ?? {})
  const said = (labels: Labels, language: string) =>
    labels[language] ?? labels[defaultLanguage] ?? Object.values(labels)[0] ?? ''
  return csvOf([
    ['name', ...languages.map(labelIn), ...extras],
    ...choices.map(({ name, label, extra }) => [
      name,
      ...languages.map((language) => said(label, language)),
      ...extras.map((each) => extra[each] ?? ''),
    ]),
  ])
}

/** The selects whose list is too long for the engine, among the files that there are. */
export function longSelects(
  model: Pick<FormModel, 'indexed' | 'lists'>,
  files: readonly { name: string; bytes: number }[],
): readonly IndexedSelect[] {
  const long = new Set(files.filter(({ bytes }) => bytes > bytesMost).map(({ name }) => name))
  return (model.indexed ?? []).filter(({ file }) => long.has(file) || model.lists[file] !== undefined)
}

/** The control of a path as the compiler writes it. */
function asText(xform: string, path: string): string {
  for (const control of ['select1', 'select']) {
    const from = xform.indexOf(`<${control} ref="${path}"`)
    if (from === -1) continue
    const end = xform.indexOf(`</${control}>`, from)
    const inside = xform.slice(from + control.length + 1, end).replace(/<itemset [\s\S]*?<\/itemset>\n?/, '')
    return `${xform.slice(0, from)}<input${inside}</input>${xform.slice(end + control.length + 3)}`
  }
  return xform
}

/** An id within a regular expression. */
export const escaped = (id: string): string => id.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')

/** The list of an id as the compiler writes it, with its labels. */
function withoutList(xform: string, id: string): string {
  const beside = new RegExp(`<instance id="${escaped(id)}" src="jr://[^"]*"/>\\n?`)
  if (beside.test(xform)) return xform.replace(beside, '')
  const labels = new RegExp(`<text id="${escaped(id)}-\\d+">\\n[\\s\\S]*?\\n</text>\\n`, 'g')
  const from = xform.indexOf(`<instance id="${id}">`)
  const end = xform.indexOf('</instance>', from) + '</instance>'.length
  return from === -1 ? xform : (xform.slice(0, from) + xform.slice(end)).replace(labels, '')
}

export function withoutLists(xform: string, selects: readonly IndexedSelect[]): string {
  const ids = new Set(selects.map(({ file }) => file.replace(/\.csv$/i, '')))
  const spared = selects.reduce((text, { path }) => asText(text, path), xform)
  return [...ids].reduce(withoutList, spared)
}
