// Gates that no fact of this release can make hold are proved by a document. Pure.
import type { Sheet, Typed } from '../../../kernel/paper.ts'

/** Who checked it outside, and the number of the document that says so. */
export type ProofSheet = Sheet & { checkedBy: string; number: string }
/** What a document proves, typed from its scan; it counts once somebody else has held the scan against it. */
export type GateProof = { gates: readonly string[]; paper: Typed<ProofSheet> }

type Proofs = { proofs?: readonly GateProof[] } | undefined

const gatesIn = (state: Proofs, fits: (proof: GateProof) => boolean): ReadonlySet<string> =>
  new Set((state?.proofs ?? []).filter(fits).flatMap(({ gates }) => gates))

export const provenGates = (state: Proofs) => gatesIn(state, ({ paper }) => paper.check?.agrees === true)
export const waitingGates = (state: Proofs) => gatesIn(state, ({ paper }) => paper.check === null)
