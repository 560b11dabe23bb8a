// The handlers of letters. The place is locked while a command runs, so the next number is nobody else's.
import { type Refusal, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { viewOf } from '../../kernel/view.ts'
import { answer, type Changes, handle } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { factsToldOf, programmeOf, tellFacts } from '../programmes/door.ts'
import { acknowledgedRow, cancelledRow, gapRow, headRow, letterRow, sentRow } from './apply.ts'
import { whyNotRest } from './compose.ts'
import { lettersEvidence } from './evidence.ts'
import {
  acknowledge,
  blockCollection,
  cancel,
  explainGap,
  gapCollection,
  type Issue,
  issue,
  type Letter,
  letterCollection,
  markSent,
  register,
  reserve,
} from './letter.ts'
import { letterheadCollection, setLetterhead } from './letterhead.ts'
import { numberText, seriesOf, yearOf } from './number.ts'
import {
  whyNotAcknowledge,
  whyNotCancel,
  whyNotExplainGap,
  whyNotIssue,
  whyNotMarkSent,
  whyNotReserve,
  whyNotSetLetterhead,
} from './rules.ts'
import { blockStore, gapStore, letterheadStore, letterStore } from './store.ts'

type At = { tx: Tx; place: string; district: string; changes: Changes }

/** Computes the facts of the letter's enrolment anew, over the rows that phones see. */
async function tell(at: At, enrolment: string | null): Promise<void> {
  if (enrolment === null) return
  const letters = await letterStore(at.tx, at.district, at.place).ofEnrolment(enrolment)
  const view = viewOf(
    at.place,
    letters.map((value) => ({ collection: letterCollection, id: value.id, value })),
  )
  await tellFacts(at, 'letters', enrolment, lettersEvidence(view, enrolment))
}

async function keep(at: At, letter: Letter): Promise<{ state: Letter['state'] }> {
  await letterStore(at.tx, at.district, at.place).change(letter)
  at.changes.touch(letterCollection, letter.id)
  await tell(at, letter.enrolment)
  return { state: letter.state }
}

const settings = handle(setLetterhead, async ({ input, tx, place, district, today, now, actor, changes }) => {
  const heads = letterheadStore(tx, district, place)
  const used = await letterStore(tx, district, place).inUse()
  refuseIfAny(whyNotSetLetterhead(input, await heads.current(), used, today))
  await heads.add(headRow(input), { account: actor.account, now })
  changes.touch(letterheadCollection, input.id)
  return { version: input.basedOn + 1 }
})

const reserving = handle(reserve, async ({ input, tx, place, district, today, now, actor, changes }) => {
  const blocks = blockStore(tx, district, place)
  refuseIfAny(whyNotReserve(input, await blocks.unused(input, actor.account), today))
  const { count, ...about } = input
  const first = (await letterStore(tx, district, place).handedOut(input)) + 1
  const last = first + count - 1
  await blocks.add({ ...about, account: actor.account, first, last }, now)
  changes.touch(blockCollection, input.id)
  return { first, last }
})

/** What the programme has against a letter of its own: it does not run here, or its basis is not there. */
async function whyNotUnder(at: At, { enrolment, kind, body }: Issue): Promise<Refusal[]> {
  if (enrolment === null) return []
  const enrolled = await programmeOf(at, enrolment)
  if (enrolled?.row.status !== 'started') return [refuseField('enrolment', 'letters.enrolment-not-running')]
  const own = enrolled.programme.kinds.letters.find((each) => each.id === kind)
  return own ? whyNotRest(enrolled.programme, own, await factsToldOf(at, enrolment), body.basis) : []
}

const issuing = handle(issue, async ({ input, tx, place, district, today, now, actor, changes }) => {
  const at = { tx, place, district, changes }
  const letters = letterStore(tx, district, place)
  const [head] = await letterheadStore(tx, district, place).read([input.letterhead])
  const { numbered } = input
  const [block] = numbered ? await blockStore(tx, district, place).read([numbered.block]) : []
  const series = head ? { series: seriesOf(head, input), year: yearOf(input.date) } : null
  const given = series && numbered ? await letters.given(series, numbered.number, numbered.number) : []
  refuseIfAny([
    ...whyNotIssue(input, { head, block, account: actor.account, taken: given.length > 0, today }),
    ...(await whyNotUnder(at, input)),
  ])
  if (!head || !series) throw new Error('a letter without a letterhead is refused before')
  const number = numbered?.number ?? (await letters.handedOut(series)) + 1
  const letter = letterRow(input, head, number)
  await letters.add(letter, { account: actor.account, now })
  changes.touch(letterCollection, letter.id)
  await tell(at, letter.enrolment)
  return { number, text: numberText(head, { ...input, number }) }
})

const sending = handle(markSent, async ({ input, tx, place, district, today, changes }) => {
  const letter = await letterStore(tx, district, place).find(input.letter)
  refuseIfAny(whyNotMarkSent(letter, input, today))
  return keep({ tx, place, district, changes }, sentRow(letter as Letter, input))
})

const acknowledging = handle(acknowledge, async ({ input, tx, place, district, today, changes }) => {
  const letter = await letterStore(tx, district, place).find(input.letter)
  refuseIfAny(whyNotAcknowledge(letter, input, today))
  return keep({ tx, place, district, changes }, acknowledgedRow(letter as Letter, input))
})

const cancelling = handle(cancel, async ({ input, tx, place, district, today, changes }) => {
  const letter = await letterStore(tx, district, place).find(input.letter)
  refuseIfAny(whyNotCancel(letter, input, today))
  return keep({ tx, place, district, changes }, cancelledRow(letter as Letter, input))
})

const explaining = handle(explainGap, async ({ input, tx, place, district, today, actor, changes }) => {
  const letters = letterStore(tx, district, place)
  const gaps = gapStore(tx, district, place)
  refuseIfAny(
    whyNotExplainGap(input, {
      handedOut: await letters.handedOut(input),
      given: await letters.given(input, input.first, input.last),
      explained: await gaps.overlaps(input),
      today,
    }),
  )
  await gaps.add(gapRow(input), actor.account)
  changes.touch(gapCollection, input.id)
})

export const lettersCommands = [settings, reserving, issuing, sending, acknowledging, cancelling, explaining]

export const lettersQueries = [
  answer(register, async ({ input, tx, place, district }) => {
    const letters = await letterStore(tx, district, place).ofYear(input.year)
    return letters.map(({ id, number, text, date, kind, office, state, sent, acknowledgement }) => ({
      id,
      number,
      text,
      date,
      kind,
      office,
      state,
      sentOn: sent?.on ?? null,
      acknowledged: acknowledgement !== null,
    }))
  }),
]
