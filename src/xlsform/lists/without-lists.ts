// An XForm without its long lists: each select that an index answers becomes a question for a text, with the same words,
// rules and answer, and the engine is spared a list that it would read for minutes.
import type { FormModel, IndexedSelect } from '../model.ts'

/** Smaller lists are read as fast as they are fetched: some two thousand lines. */
const bytesMost = 64_000

/** The selects whose list is too long for the engine, among the files that there are. */
export function longSelects(
  model: Pick<FormModel, 'indexed'>,
  files: readonly { name: string; bytes: number }[],
): readonly IndexedSelect[] {
  const long = new Set(files.filter(({ bytes }) => bytes > bytesMost).map(({ name }) => name))
  return (model.indexed ?? []).filter(({ file }) => long.has(file))
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

export function withoutLists(xform: string, selects: readonly IndexedSelect[]): string {
  const ids = new Set(selects.map(({ file }) => file.replace(/\.csv$/i, '')))
  const spared = selects.reduce((text, { path }) => asText(text, path), xform)
  return [...ids].reduce(
    (text, id) =>
      text.replace(
        new RegExp(`<instance id="${id.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}" src="jr://[^"]*"/>\\n?`),
        '',
      ),
    spared,
  )
}
