// Which ties may be noted, and why not. Pure; every reason at once.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { sameInstitutionName } from './likeness.ts'
import { holdsNumber, notActive, unknown } from './rules.ts'
import { endsOf } from './steps.ts'
import { type ChangeTie, mostTies, type Tie, type TieInstitutions, tieCollection } from './tie.ts'
import { institutionIn, tiesIn } from './view.ts'

const flowTwice = ({ flows }: Pick<Tie, 'flows'>) =>
  new Set(flows).size < flows.length && refuseField('flows', 'institutions.flow-twice')

/** Whether what is told as a body beyond the village is the institution by another spelling. */
function saysItself(view: View, { from, outside }: Pick<Tie, 'from' | 'outside'>): boolean {
  const own = institutionIn(view, from)
  return own !== undefined && [own.name, ...own.otherNames].some((name) => sameInstitutionName(name, outside))
}

export function whyNotTie(view: View, input: TieInstitutions): Refusal[] {
  const { from, to, outside } = input
  const all = view.all<Tie>(tieCollection)
  return reasons(
    unknown(view, from, 'from') || notActive(view, from, 'from'),
    to !== null && (unknown(view, to, 'to') || notActive(view, to, 'to')),
    from === to && refuseField('to', 'institutions.tied-to-itself'),
    to === null && saysItself(view, input) && refuseField('outside', 'institutions.tied-to-itself'),
    to === null && outside === '' && refuseField('outside', 'institutions.other-end-missing'),
    to !== null && outside !== '' && refuseField('outside', 'institutions.one-other-end'),
    holdsNumber(outside) && refuseField('outside', 'institutions.number-in-it'),
    holdsNumber(input.note) && refuseField('note', 'institutions.number-in-it'),
    tiesIn(view).some((each) => endsOf(each) === endsOf(input)) &&
      refuseField(to === null ? 'outside' : 'to', 'institutions.tied-already'),
    all.some(({ id }) => id === input.id) && refuse('institutions.same-id-twice'),
    all.length >= mostTies && refuse('institutions.ties-full', { most: mostTies }),
    flowTwice(input),
  )
}

export function whyNotChangeTie(view: View, input: ChangeTie, today: Day): Refusal[] {
  const row = view.get<Tie>(tieCollection, input.id)
  if (!row) return [refuse('institutions.no-such-tie')]
  return reasons(
    row.version !== input.basedOn && refuse('institutions.record-moved'),
    row.until !== null && refuse('institutions.tie-ended'),
    input.until !== null && input.until > today && refuseField('until', 'institutions.day-ahead'),
    holdsNumber(input.note) && refuseField('note', 'institutions.number-in-it'),
    flowTwice(input),
  )
}
