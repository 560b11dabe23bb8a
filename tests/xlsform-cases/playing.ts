// Plays a case: the sheets are compiled, the form is opened in ODK's engine, and each line is done or looked at.
import type { RootNode } from '@getodk/xforms-engine'
import { expect } from 'vitest'
import { type Line, LineIndex } from '../../src/capabilities/surveys/filling/lists/line-index.ts'
import { LongSelects } from '../../src/capabilities/surveys/filling/lists/long-selects.ts'
import { type Compilation, compile } from '../../src/xlsform/compile.ts'
import {
  answer,
  answerAt,
  labelAt,
  nodeAt,
  openXForm,
  optionLabelsAt,
  optionsAt,
  relevantAt,
  sent,
  violationAt,
} from '../../src/xlsform/engine.testing.ts'
import { faultSentence } from '../../src/xlsform/faults/fault-texts.ts'
import { listText, withoutLists } from '../../src/xlsform/lists/without-lists.ts'
import type { Fault } from '../../src/xlsform/model.ts'
import { workbookFrom } from '../../src/xlsform/sheet.testing.ts'
import type { Case, Line as Said } from './reading.ts'

/** `lists`: where an index gives choices in place of the engine, as on our phones. */
type Play = { made: Compilation; root: RootNode; xform: string; lists: LongSelects | null }

const pathOf = (name: string) => (name.startsWith('/') ? name : `/data/${name}`)
const listed = (text: string) => (text === '' ? [] : text.split(/\s*;\s*/))
const said = ({ code, sheet, row, column }: Fault) => [code, sheet, row, column].join(':')

/** '30' to a number where numbers are asked for, 'a; b' to a list where several may be chosen. */
function given(root: RootNode, path: string, text: string): unknown {
  const node = nodeAt(root, path)
  if (node.nodeType === 'rank' || (node.nodeType === 'select' && text.includes(';'))) return listed(text)
  const numeric = 'valueType' in node && ['int', 'decimal'].includes(String(node.valueType))
  return numeric && text !== '' ? Number(text) : text
}

function addLine(root: RootNode, path: string): void {
  const walk = (
    nodes: readonly { nodeType: string; currentState: { reference: string; children?: unknown } }[],
  ) => {
    for (const node of nodes) {
      if (node.nodeType === 'repeat-range:uncontrolled' && node.currentState.reference === path)
        return (node as unknown as { addInstances(): void }).addInstances()
      walk((node.currentState.children ?? []) as typeof nodes)
    }
  }
  walk(root.currentState.children as never)
}

const hintAt = (root: RootNode, path: string) =>
  (nodeAt(root, path).currentState as { hint?: { asString: string } | null }).hint?.asString ?? ''

/** Lines of a long list that are offered now; null where the engine holds the choices. */
async function linesAt({ root, lists }: Play, path: string): Promise<readonly Line[] | null> {
  const node = nodeAt(root, path) as never
  const found = lists?.selectOf(node) ? await lists.find(node, '', Number.POSITIVE_INFINITY) : undefined
  return found ? found.lines : null
}

/** Answers, and takes back what is offered no more. */
async function answered({ root, lists }: Play, path: string, text: string): Promise<void> {
  const long = lists?.selectOf(nodeAt(root, path) as never)
  answer(root, path, long ? listed(text).join(' ') : given(root, path, text))
  await lists?.settle((node, value) => void node.setValue(value))
}

type See = (play: Play, on: string, text: string) => void | Promise<void>
const seen: Readonly<Record<string, See>> = {
  answer: (play, on, text) => answered(play, pathOf(on), text),
  add: ({ root }, on) => addLine(root, pathOf(on)),
  value: ({ root }, on, text) => expect(answerAt(root, pathOf(on))).toBe(text),
  label: ({ root }, on, text) => expect(labelAt(root, pathOf(on))).toBe(text),
  hint: ({ root }, on, text) => expect(hintAt(root, pathOf(on))).toBe(text),
  asked: ({ root }, on) => expect(relevantAt(root, pathOf(on))).toBe(true),
  'not asked': ({ root }, on) => expect(relevantAt(root, pathOf(on))).toBe(false),
  right: ({ root }, on) => expect(violationAt(root, pathOf(on))).toBe(''),
  wrong: ({ root }, on, text) => expect(violationAt(root, pathOf(on))).toContain(text || ':'),
  offers: async (play, on, text) => {
    const lines = await linesAt(play, pathOf(on))
    const names = lines?.map(({ value }) => value) ?? optionsAt(play.root, pathOf(on))
    expect([...names].sort()).toEqual(listed(text).sort())
  },
  'option labels': async (play, on, text) => {
    const lines = await linesAt(play, pathOf(on))
    expect(lines?.map(({ label }) => label) ?? optionLabelsAt(play.root, pathOf(on))).toEqual(listed(text))
  },
  languages: ({ root }, on) =>
    expect(root.languages.map((each) => ('language' in each ? each.language : ''))).toEqual(listed(on)),
  language: ({ root }, on) =>
    void root.setLanguage(root.languages.find((each) => each.language === on) as never),
  sent: async ({ root }, on) => expect(await sent(root)).toContain(on),
  entities: async ({ root }, on, text) => {
    const xml = await sent(root)
    const labels = [
      ...xml.matchAll(/<entity [^>]*dataset="([^"]*)"[^>]*?(?:\/>|>[\s\S]*?<label[^>]*?(?:\/>|>([^<]*)))/g),
    ]
    expect(labels.filter(([, list]) => list === on).map(([, , label]) => label ?? '')).toEqual(listed(text))
  },
  compiled: ({ xform }, on) => expect(xform).toContain(on),
  'not compiled': ({ xform }, on) => expect(xform).not.toContain(on),
  made: ({ made }, on, text) => {
    const file = made.ok ? made.made.find(({ name }) => name === on) : undefined
    expect(file?.text.trim().split('\r\n')).toEqual(listed(text))
  },
  indexed: ({ made }, on, text) => {
    const found = made.ok ? made.model.indexed?.find(({ path }) => path === pathOf(on)) : undefined
    expect(
      found?.equal.map((term) => `${term.column}=${'path' in term ? term.path : `'${term.text}'`}`),
    ).toEqual(listed(text))
  },
  'not indexed': ({ made }, on) =>
    expect((made.ok && made.model.indexed ? made.model.indexed : []).map(({ path }) => path)).not.toContain(
      pathOf(on),
    ),
  files: ({ made }, on) => expect(made.ok && [...made.model.files].sort()).toEqual(listed(on).sort()),
}

/** What is said of the workbook, before anything is opened: 'refused code:sheet:row:column', and words of its mend. */
const told: Readonly<Record<string, (made: Compilation, on: string, text: string) => void>> = {
  refused: (made, on, text) => mentions(made.ok ? [] : made.faults, on, text),
  warned: (made, on, text) => mentions(made.warnings, on, text),
  'not warned': (made, on) =>
    expect(made.warnings.flatMap((each) => [each.code, said(each)])).not.toContain(on),
  mend: (made, on) => {
    const faults = [...(made.ok ? [] : made.faults), ...made.warnings]
    expect(
      faults.flatMap((each) => [faultSentence(each, 'id'), faultSentence(each, 'en')]).join('\n'),
    ).toContain(on)
  },
}

function mentions(faults: readonly Fault[], where: string, words: string): void {
  expect(faults.map(said)).toContain(where)
  const sentences = faults.filter((each) => said(each) === where).map((each) => faultSentence(each, 'id'))
  if (words) expect(sentences.join('\n')).toContain(words)
}

type Whole = Extract<Compilation, { ok: true }>

const filesOf = (made: Whole, files: Case['files']): Case['files'] => ({
  ...Object.fromEntries(made.made.map(({ name, text }) => [name, text])),
  ...files,
})

/** Opened as our phones open it where its lists are long: the engine is spared them, and an index answers. */
async function openSpared(made: Whole, files: Case['files']): Promise<Play> {
  const { model, xform } = made
  const indexed = model.indexed ?? []
  const root = await openXForm(withoutLists(xform, indexed), filesOf(made, files))
  const indexes = new Map(
    indexed.map(({ file }) => [
      file,
      new LineIndex(listText(model, file) ?? filesOf(made, files)[file] ?? ''),
    ]),
  )
  const lists = new LongSelects(
    root as never,
    model,
    indexed,
    async (file, asked) => indexes.get(file)?.find(asked) ?? null,
  )
  return { made, root, xform, lists }
}

/** Every form that is not said to be refused must open; one with lists that an index answers opens with it too. */
export async function play({ sheets, files, lines }: Case): Promise<void> {
  const above = lines.find(({ does }) => does === 'lists above')
  const made = compile(workbookFrom(sheets), {
    version: '1',
    ...(above ? { listsAbove: Number(above.on) } : {}),
  })
  const about = lines.filter(({ does }) => does in told)
  for (const { does, on, text } of about) told[does]?.(made, on, text)
  if (lines.some(({ does }) => does === 'refused' || (does === 'mend' && !made.ok))) return
  if (!made.ok) throw new Error(made.faults.map((each) => `${said(each)} ${each.found}`).join('\n'))
  const plays: Play[] = [
    { made, root: await openXForm(made.xform, filesOf(made, files)), xform: made.xform, lists: null },
    ...(made.model.indexed ? [await openSpared(made, files)] : []),
  ]
  for (const each of plays) for (const line of lines) if (line.does in seen) await seeing(each, line)
}

async function seeing(playing: Play, { does, on, text }: Said): Promise<void> {
  try {
    await seen[does]?.(playing, on, text)
  } catch (error) {
    throw new Error(
      `- ${does} ${on}${text && ` => ${text}`}\n${error instanceof Error ? error.message : error}`,
      {
        cause: error,
      },
    )
  }
}
