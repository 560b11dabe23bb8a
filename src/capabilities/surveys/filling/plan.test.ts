import { expect, test } from 'vitest'
import type {
  FormNode,
  GroupNode,
  MemberNode,
  QuestionNode,
  RepeatNode,
  RootNode,
  Violation,
} from './nodes.ts'
import { countAnswered, pageAfter, pageAt, pageBefore, pagesOf, stateOf } from './plan.ts'

let count = 0
const base = (nodeType: string, reference: string, state: object, appearance = '') => ({
  nodeType,
  nodeId: `node:${++count}`,
  appearances: appearance ? { [appearance]: true } : {},
  parent: null,
  currentState: {
    ...{ reference, readonly: false, relevant: true, required: false, hint: null },
    label: { asString: reference.split('/').at(-1) ?? '', formatted: [] },
    ...state,
  },
})
const ask = (path: string, value = '', more: { relevant?: boolean; violation?: Violation } = {}) =>
  ({
    ...base('input', path, { children: null, value, instanceValue: value, relevant: more.relevant ?? true }),
    valueType: 'string',
    validationState: { violation: more.violation ?? null },
  }) as unknown as QuestionNode
const group = (path: string, children: FormNode[], appearance = '') =>
  base('group', path, { children, hasRelevantBodyNodes: true }, appearance) as unknown as GroupNode
const member = (path: string, children: FormNode[]) =>
  base('repeat-instance', path, { children, hasRelevantBodyNodes: true }) as unknown as MemberNode
const repeat = (path: string, children: MemberNode[]) =>
  base('repeat-range:uncontrolled', path, { children, hasRelevantBodyNodes: true }) as unknown as RepeatNode
const root = (...children: FormNode[]) =>
  base('root', '/data', { children }) as unknown as Pick<RootNode, 'currentState'>

const family = () =>
  root(
    ask('/data/a', 'x'),
    group('/data/g', [ask('/data/g/b'), ask('/data/g/c')]),
    group('/data/list', [ask('/data/list/d'), ask('/data/list/e', 'y')], 'field-list'),
    repeat('/data/m', [
      member('/data/m[1]', [ask('/data/m[1]/n', 'Budi'), ask('/data/m[1]/u')]),
      member('/data/m[2]', [ask('/data/m[2]/n', 'Wati'), ask('/data/m[2]/u')]),
    ]),
    ask('/data/z'),
  )

test('one question a page, a field-list on one page, and a list before the pages of its members', () => {
  expect(pagesOf(family()).map((page) => page.key)).toEqual([
    ...['/data/a', '/data/g/b', '/data/g/c', '/data/list', '/data/m'],
    ...['/data/m[1]/n', '/data/m[1]/u', '/data/m[2]/n', '/data/m[2]/u', '/data/z'],
  ])
})

test('what is not relevant has no page', () => {
  const pages = pagesOf(root(ask('/data/a', '', { relevant: false }), ask('/data/b')))
  expect(pages.map((page) => page.key)).toEqual(['/data/b'])
})

const walk = (from: string, step: typeof pageAfter) => {
  const pages = pagesOf(family())
  const at = pages.find((page) => page.key === from)
  return at && step(pages, at)?.key
}

test('after the list of members comes what follows them; after a member the list again', () => {
  expect(walk('/data/list', pageAfter)).toBe('/data/m')
  expect(walk('/data/m', pageAfter)).toBe('/data/z')
  expect(walk('/data/m[1]/n', pageAfter)).toBe('/data/m[1]/u')
  expect(walk('/data/m[1]/u', pageAfter)).toBe('/data/m')
  expect(walk('/data/m[2]/u', pageAfter)).toBe('/data/m')
  expect(walk('/data/z', pageAfter)).toBeUndefined()
})

test('the way back leads to the list too, never into another member', () => {
  expect(walk('/data/z', pageBefore)).toBe('/data/m')
  expect(walk('/data/m[2]/n', pageBefore)).toBe('/data/m')
  expect(walk('/data/m[1]/n', pageBefore)).toBe('/data/m')
  expect(walk('/data/m[1]/u', pageBefore)).toBe('/data/m[1]/n')
  expect(walk('/data/m', pageBefore)).toBe('/data/list')
  expect(walk('/data/a', pageBefore)).toBeUndefined()
})

test('a draft is taken up on its page, and near it when that page is gone', () => {
  const pages = pagesOf(family())
  expect(pageAt(pages, '/data/g/c')?.key).toBe('/data/g/c')
  expect(pageAt(pages, '/data/m[3]/n')?.key).toBe('/data/m')
  expect(pageAt(pages, '/data/list/e')?.key).toBe('/data/list')
  expect(pageAt(pages, '/data/gone')?.key).toBe('/data/a')
  expect(pageAt(pages, null)?.key).toBe('/data/a')
})

test('a wrong answer weighs more than a missing one', () => {
  const [wrong, missing, empty, full] = pagesOf(
    root(
      ask('/data/a', '999', { violation: { condition: 'constraint', message: null } }),
      ask('/data/b', '', { violation: { condition: 'required', message: null } }),
      ask('/data/c'),
      ask('/data/d', 'x'),
    ),
  ).map(stateOf)
  expect([wrong, missing, empty, full]).toEqual(['faulty', 'needed', 'empty', 'answered'])
})

test('what can be answered is counted, with the members', () => {
  expect(countAnswered(pagesOf(family()))).toEqual({ done: 4, all: 10 })
})
