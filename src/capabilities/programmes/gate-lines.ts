// What a gate compares, line by line: which facts, how they stand, and what is asked of them. Pure.
import type { Cel, CelComparison } from '../../kernel/cel.ts'
import type { Programme, Words } from './definition.ts'
import { factOf, slotsOf } from './facts.ts'
import type { GateFact } from './gates.ts'

/** What is asked of a sum of facts: a number, text, yes or no written in the gate, or a number of the programme by its fact. */
export type Target = { op: CelComparison; value?: number | string | boolean; number?: string; fact?: string }
/**
 * `any`: one of the targets will do. `join`: the line belongs to the first of several ways to meet the gate, each enough by
 * itself (`either`), or begins (`or`) another of them.
 */
export type GateLine = { facts: string[]; targets: Target[]; any?: true; join?: 'either' | 'or' }

const mirrored: Readonly<Record<CelComparison, CelComparison>> = {
  ...{ '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' },
}
const opposite: Readonly<Record<CelComparison, CelComparison>> = {
  ...{ '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' },
}
const isNumber = (name: string) => name.startsWith('number.') || name.startsWith('bounds.')

const factsIn = (cel: Cel): string[] =>
  cel.op === 'fact' ? [cel.name] : 'args' in cel ? cel.args.flatMap(factsIn) : []
const isSide = (cel: Cel) => cel.op === 'value' || (cel.op === 'fact' && isNumber(cel.name))

/** The comparisons of an expression; two about the same facts are one line with two targets. `not`: of its opposite. */
export function gateLines(cel: Cel, not = false): GateLine[] {
  if (cel.op === '!') return gateLines(cel.args[0], !not)
  if (cel.op === '&&' || cel.op === '||') {
    const parts = partsOf(cel, cel.op).map((part) => gateLines(part, not))
    return (cel.op === '||') === not ? merged(parts.flat()) : alternatives(parts)
  }
  if (cel.op === 'value' || (cel.op === 'fact' && isNumber(cel.name))) return []
  return [lineOf(cel, not)]
}

function lineOf(cel: Cel, not: boolean): GateLine {
  if (cel.op === 'fact') return { facts: [cel.name], targets: not ? [{ op: '==', value: false }] : [] }
  if (cel.op === 'in') {
    const targets = cel.list.map((value): Target => ({ op: not ? '!=' : '==', value }))
    return { facts: factsIn(cel), targets, ...(not ? {} : { any: true as const }) }
  }
  const { args, op: written } = cel as Extract<Cel, { op: CelComparison }>
  const [left, right] = args as readonly [Cel, Cel]
  const op = not ? opposite[written as CelComparison] : (written as CelComparison)
  if (isSide(left)) return { facts: factsIn(right), targets: [targetOf(mirrored[op], left)] }
  return { facts: factsIn(left), targets: [targetOf(op, right)] }
}

/** `a && (b && c)` has three parts, and so has `a || b || c`. */
const partsOf = (cel: Cel, op: '&&' | '||'): Cel[] =>
  cel.op === op ? cel.args.flatMap((part) => partsOf(part, op)) : [cel]

function merged(all: readonly GateLine[]): GateLine[] {
  const lines = new Map<string, GateLine>()
  for (const line of all) {
    const alone = line.join || line.any
    const key = alone ? `${lines.size}` : line.facts.join()
    lines.set(key, { ...line, targets: [...(lines.get(key)?.targets ?? []), ...line.targets] })
  }
  return [...lines.values()]
}

/** Ways that are each enough: of the same facts one line, else a group of lines for each. */
function alternatives(ways: readonly (readonly GateLine[])[]): GateLine[] {
  const given = ways.filter((way) => way.length > 0)
  const [first] = given[0] ?? []
  if (!first) return []
  const same = given.every((way) => way.length === 1 && way[0]?.facts.join() === first.facts.join())
  if (same)
    return [{ facts: first.facts, targets: given.flatMap(([line]) => line?.targets ?? []), any: true }]
  return given.flatMap((way, n) =>
    way.map((line, at) =>
      at > 0 ? line : { ...line, join: n === 0 ? ('either' as const) : ('or' as const) },
    ),
  )
}

function targetOf(op: CelComparison, cel: Cel): Target {
  if (cel.op === 'value') return { op, value: cel.value }
  if (cel.op === 'fact') return isNumber(cel.name) ? { op, number: cel.name } : { op, fact: cel.name }
  return { op }
}

type Titled = { id: string; title: Words }

function documentOf({ kinds }: Programme, kind: ReturnType<typeof slotsOf>[number] | undefined, id: string) {
  const { trainings, workshops, meetings } = kinds
  const held: readonly { id: string; documents?: Titled[] | undefined }[] =
    kind?.slot === 'trainings' ? trainings : kind?.slot === 'workshops' ? workshops : meetings
  return held.find((each) => each.id === kind?.value)?.documents?.find((each) => each.id === id)
}

/** The fact by the name of its element or document, where the definition gives it one: "Ketua RW yang hadir". */
export function factTitle(programme: Programme, { name, title }: Pick<GateFact, 'name' | 'title'>): Words {
  const declaration = factOf(name)
  const [kind, part] = declaration ? slotsOf(name, declaration) : []
  if (part?.slot === 'element') {
    const element = programme.elements.find(({ id }) => id === part.value)?.title
    return element ? { id: `${element.id} yang hadir`, en: `${element.en} present` } : title
  }
  if (part?.slot === 'document') {
    return documentOf(programme, kind, part.value)?.title ?? title
  }
  if (kind?.slot === 'activities') {
    const activity = programme.kinds.activities.find(({ id }) => id === kind.value)?.title
    return activity ? { id: `${activity.id}: ${title.id}`, en: `${activity.en}: ${title.en}` } : title
  }
  const decided = kind?.slot === 'documents' && programme.kinds.documents?.find(({ id }) => id === kind.value)
  return decided ? decided.title : title
}
