// Gates that no fact of this release can make hold are proved by a document. Pure.
import { names } from '../../../kernel/cel.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Sheet, Typed } from '../../../kernel/paper.ts'
import { type Gate, gatesOf, type Programme, stageOf } from '../definition.ts'

/** Who checked it outside, and the number of the document that says so. */
export type ProofSheet = Sheet & { checkedBy: string; number: string }
/** What a document proves, typed from its scan; it counts once somebody else has held the scan against it. */
export type GateProof = { gates: readonly string[]; paper: Typed<ProofSheet> }

type Proofs = { proofs?: readonly GateProof[] } | undefined

/** Gates that documents prove, each with the day of the document: none holds by it from an earlier day. */
export type Proven = ReadonlyMap<string, Day>
export const unproven: Proven = new Map()

const gatesIn = (state: Proofs, fits: (proof: GateProof) => boolean): Proven =>
  new Map(
    (state?.proofs ?? [])
      .filter(fits)
      .flatMap(({ gates, paper }) => gates.map((gate) => [gate, paper.on] as const)),
  )

export const provenGates = (state: Proofs) => gatesIn(state, ({ paper }) => paper.check?.agrees === true)
export const waitingGates = (state: Proofs) => gatesIn(state, ({ paper }) => paper.check === null)

/** What a gate asks: its rule, and what the numbers in it are set to. */
const asks = ({ numbers }: Programme, { cel }: Gate): string =>
  JSON.stringify([cel, names(cel).map((each) => numbers[each.replace(/^number\./, '')]?.value ?? null)])

/** The proofs of a stage that stand in another definition too: of gates that ask there what they asked. */
export function proofsIn(
  to: Programme,
  from: Programme,
  stage: string,
  proofs: readonly GateProof[],
): GateProof[] {
  const asked = (programme: Programme) => {
    const found = stageOf(programme, stage)
    return new Map((found ? gatesOf(found) : []).map((gate) => [gate.id, asks(programme, gate)]))
  }
  const [then, now] = [asked(from), asked(to)]
  return proofs
    .map((each) => ({ ...each, gates: each.gates.filter((gate) => then.get(gate) === now.get(gate)) }))
    .filter(({ gates }) => gates.length > 0)
}
