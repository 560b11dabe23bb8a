// What a document that proves gates does to an enrolment, as pure functions from row to row (../changes.ts).
import type * as z from 'zod/mini'
import { checked, type Hand, typed } from '../../../kernel/paper.ts'
import { event, untouched, type Who, withStage } from '../changes.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import type { checkProof, ProveGates } from './proof.ts'

export function gatesProved(row: EnrolmentRow, input: ProveGates, hand: Hand, who: Who): EnrolmentRow {
  const { stage, gates, sheet } = input
  const state = { ...untouched, ...row.stages[stage] }
  const proofs = [...(state.proofs ?? []), { gates, paper: typed(sheet, hand) }]
  const note = `${sheet.number}, ${sheet.checkedBy}`
  return {
    ...withStage(row, stage, { ...state, proofs }),
    history: event(row, who, { what: 'proof-typed', stage, note }),
  }
}

export function proofChecked(
  row: EnrolmentRow,
  { stage, scan, agrees, reason }: z.infer<typeof checkProof.input>,
  hand: Hand,
  who: Who,
): EnrolmentRow {
  const state = { ...untouched, ...row.stages[stage] }
  const proofs = (state.proofs ?? []).map((each) =>
    each.paper.scan?.id === scan
      ? { ...each, paper: checked(each.paper, { agrees, reason }, hand, who.on) }
      : each,
  )
  const what = agrees ? ('paper-checked' as const) : ('paper-wrong' as const)
  return {
    ...withStage(row, stage, { ...state, proofs }),
    history: event(row, who, { what, stage, note: reason }),
  }
}
