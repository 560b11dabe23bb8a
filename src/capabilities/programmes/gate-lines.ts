// What a gate compares, line by line: which facts, how they stand, and what is asked of them. Pure.
import type { Cel, CelComparison } from '../../kernel/cel.ts'
import type { Programme, Words } from './definition.ts'
import { factOf, slotsOf } from './facts.ts'
import type { GateFact } from './gates.ts'

/** What is asked of a sum of facts: a number or text written in the gate, or a number of the programme by its fact. */
export type Target = { op: CelComparison; value?: number | string; number?: string; fact?: string }
export type GateLine = { facts: string[]; targets: Target[] }

const mirrored: Readonly<Record<CelComparison, CelComparison>> = {
  ...{ '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' },
}
const isNumber = (name: string) => name.startsWith('number.') || name.startsWith('bounds.')

const factsIn = (cel: Cel): string[] =>
  cel.op === 'fact' ? [cel.name] : 'args' in cel ? cel.args.flatMap(factsIn) : []
const isSide = (cel: Cel) => cel.op === 'value' || (cel.op === 'fact' && isNumber(cel.name))

/** The comparisons of an expression; two about the same facts are one line with two targets. */
export function gateLines(cel: Cel): GateLine[] {
  const lines = new Map<string, GateLine>()
  for (const { facts, targets } of linesOf(cel)) {
    const known = lines.get(facts.join())
    lines.set(facts.join(), { facts, targets: [...(known?.targets ?? []), ...targets] })
  }
  return [...lines.values()]
}

function linesOf(cel: Cel): GateLine[] {
  if (cel.op === 'value') return []
  if (cel.op === 'fact') return isNumber(cel.name) ? [] : [{ facts: [cel.name], targets: [] }]
  if (cel.op === '&&' || cel.op === '||' || cel.op === '!') return cel.args.flatMap(linesOf)
  if (cel.op === 'in') return [{ facts: factsIn(cel), targets: [] }]
  const [left, right] = cel.args as readonly [Cel, Cel]
  const op = cel.op as CelComparison
  if (isSide(left)) return [{ facts: factsIn(right), targets: [targetOf(mirrored[op], left)] }]
  return [{ facts: factsIn(left), targets: [targetOf(op, right)] }]
}

function targetOf(op: CelComparison, cel: Cel): Target {
  if (cel.op === 'value' && typeof cel.value !== 'boolean') return { op, value: cel.value }
  if (cel.op === 'fact') return isNumber(cel.name) ? { op, number: cel.name } : { op, fact: cel.name }
  return { op }
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
    const group = kind?.slot === 'trainings' ? programme.kinds.trainings : programme.kinds.meetings
    const owner = group.find(({ id }) => id === kind?.value)
    return owner?.documents.find(({ id }) => id === part.value)?.title ?? title
  }
  const decided = kind?.slot === 'documents' && programme.kinds.documents?.find(({ id }) => id === kind.value)
  return decided ? decided.title : title
}
