// Plays a case: the sheets are compiled, the form is opened in ODK's engine, and each line is done or looked at.
import type { RootNode } from '@getodk/xforms-engine'
import { expect } from 'vitest'
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
import type { Fault } from '../../src/xlsform/model.ts'
import { workbookFrom } from '../../src/xlsform/sheet.testing.ts'
import type { Case, Line } from './reading.ts'

type Play = { made: Compilation; root: RootNode; xform: string }

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

type See = (play: Play, on: string, text: string) => void | Promise<void>
const seen: Readonly<Record<string, See>> = {
  answer: ({ root }, on, text) => answer(root, pathOf(on), given(root, pathOf(on), text)),
  add: ({ root }, on) => addLine(root, pathOf(on)),
  value: ({ root }, on, text) => expect(answerAt(root, pathOf(on))).toBe(text),
  label: ({ root }, on, text) => expect(labelAt(root, pathOf(on))).toBe(text),
  hint: ({ root }, on, text) => expect(hintAt(root, pathOf(on))).toBe(text),
  asked: ({ root }, on) => expect(relevantAt(root, pathOf(on))).toBe(true),
  'not asked': ({ root }, on) => expect(relevantAt(root, pathOf(on))).toBe(false),
  right: ({ root }, on) => expect(violationAt(root, pathOf(on))).toBe(''),
  wrong: ({ root }, on, text) => expect(violationAt(root, pathOf(on))).toContain(text || ':'),
  offers: ({ root }, on, text) =>
    expect([...optionsAt(root, pathOf(on))].sort()).toEqual(listed(text).sort()),
  'option labels': ({ root }, on, text) => expect(optionLabelsAt(root, pathOf(on))).toEqual(listed(text)),
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

function open(made: Compilation, files: Case['files']): Promise<RootNode> {
  if (!made.ok) throw new Error(made.faults.map((each) => `${said(each)} ${each.found}`).join('\n'))
  const own = Object.fromEntries(made.made.map(({ name, text }) => [name, text]))
  return openXForm(made.xform, { ...own, ...files })
}

/** Every form that is not said to be refused must open. */
export async function play({ sheets, files, lines }: Case): Promise<void> {
  const above = lines.find(({ does }) => does === 'lists above')
  const made = compile(workbookFrom(sheets), {
    version: '1',
    ...(above ? { listsAbove: Number(above.on) } : {}),
  })
  const about = lines.filter(({ does }) => does in told)
  for (const { does, on, text } of about) told[does]?.(made, on, text)
  if (lines.some(({ does }) => does === 'refused' || (does === 'mend' && !made.ok))) return
  const root = await open(made, files)
  const xform = made.ok ? made.xform : ''
  for (const line of lines) if (line.does in seen) await seeing({ made, root, xform }, line)
}

async function seeing(playing: Play, { does, on, text }: Line): Promise<void> {
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
