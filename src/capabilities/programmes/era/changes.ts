// What a paper of an archive does to an enrolment, as pure functions from row to row (../changes.ts).
import type * as z from 'zod/mini'
import { type Hand, typed } from '../../../kernel/paper.ts'
import { event, settled, untouched, type Who, withStage } from '../changes.ts'
import type { Programme } from '../definition.ts'
import type { closeFromArchive, EnrolmentRow, StageRow } from '../enrolment.ts'
import type { checkArchive } from './archive.ts'
import { archiveChecked } from './archive-rules.ts'

type InputOf<C extends { input: z.ZodMiniType }> = z.infer<C['input']>

/** The stage is not closed before somebody else has held the scan against what was typed. */
export function archiveTyped(
  row: EnrolmentRow,
  { stage, on, scan, note }: InputOf<typeof closeFromArchive>,
  hand: Hand,
  who: Who,
): EnrolmentRow {
  const state: StageRow = { ...untouched, ...row.stages[stage], archive: typed({ on, scan, note }, hand) }
  return { ...withStage(row, stage, state), history: event(row, who, { what: 'archive-typed', stage, note }) }
}

export function withCheckedArchive(
  programme: Programme,
  row: EnrolmentRow,
  input: InputOf<typeof checkArchive>,
  hand: Hand,
  who: Who,
): EnrolmentRow {
  const { stage, agrees, reason } = input
  const state = archiveChecked({ ...untouched, ...row.stages[stage] }, { agrees, reason }, hand, who.on)
  const what = agrees ? ('archived' as const) : ('paper-wrong' as const)
  const note = agrees ? (state.archive?.note ?? '') : reason
  const history = event(row, who, { what, stage, note })
  return settled(programme, { ...withStage(row, stage, state), history }, who.on)
}
