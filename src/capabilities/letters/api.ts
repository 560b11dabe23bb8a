// The handlers of letters. The place is locked while a command runs, so the next number is nobody else's.
import type { Command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { handOf, type Scan } from '../../kernel/paper.ts'
import { districtOf, rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { answer, type CommandWork, handle } from '../../platform/server/capability.ts'
import { expectScan, whyNotSeen } from '../../platform/server/files.ts'
import { issued } from '../../platform/server/issued.ts'
import { factsToldOf, programmeOf } from '../programmes/door.ts'
import { receivedCommands } from './api-received.ts'
import {
  acknowledgedRow,
  cancelledRow,
  checkedRow,
  gapRow,
  headRow,
  letterRow,
  paperRow,
  receivedRow,
  sentRow,
  signaturesCheckedRow,
  signedRow,
} from './apply.ts'
import { whyNotOfKind } from './compose.ts'
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
  acknowledgeLetterOnPaper,
  type CheckLetterPaper,
  checkLetterPaper,
  checkSignedLetter,
  recordReceipt,
  signLetter,
} from './receipt.ts'
import { letterWriters } from './roles.ts'
import {
  whyNotAcknowledge,
  whyNotCancel,
  whyNotExplainGap,
  whyNotIssue,
  whyNotMarkSent,
  whyNotReserve,
  whyNotSetLetterhead,
} from './rules.ts'
import {
  whyNotAcknowledgeOnPaper,
  whyNotCheckLetter,
  whyNotReceipt,
  whyNotSignLetter,
} from './rules-received.ts'
import { blockStore, gapStore, heldBlocks, letterheadStore, letterStore } from './store.ts'
import { type At, tell } from './telling.ts'

type Doing = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

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
  const head = (await letterheadStore(tx, district, place).current()).find(
    ({ office }) => office === input.office,
  )
  refuseIfAny(whyNotReserve(input, head, await blocks.unused(input, actor.account), today))
  const { count, ...about } = input
  const first = (await letterStore(tx, district, place).handedOut(input)) + 1
  const last = first + count - 1
  await blocks.add({ ...about, account: actor.account, first, last }, now)
  changes.touch(blockCollection, input.id)
  return { first, last }
})

/** Whoever may write letters there keeps the numbers that were lent to them. */
export const blocksIssued = issued({
  what: blockCollection,
  title: ['Nomor surat yang dicadangkan', 'Reserved letter numbers'],
  inFeed: true,
  running: heldBlocks,
  stays: (left, { place }) =>
    rolesAt(left, place).some((role) => (letterWriters as readonly string[]).includes(role)),
  end: async (tx, things, now) => {
    for (const place of new Set(things.map((each) => each.place))) {
      const ids = things.filter((each) => each.place === place).map(({ id }) => id)
      await blockStore(tx, districtOf(place), place).end(ids, now)
    }
  },
})

/** What the programme has against a letter of its own: it does not run here, or its basis is not there. */
async function whyNotUnder(at: At, input: Issue): Promise<Refusal[]> {
  const { enrolment, kind } = input
  if (enrolment === null) return []
  const enrolled = await programmeOf(at, enrolment)
  if (enrolled?.row.status !== 'started') return [refuseField('enrolment', 'letters.enrolment-not-running')]
  const own = enrolled.programme.kinds.letters.find((each) => each.id === kind)
  return own ? whyNotOfKind(enrolled.programme, own, await factsToldOf(at, enrolment), input) : []
}

const issuing = handle(issue, async (work) => {
  const { input, tx, place, district, today, now, actor, changes } = work
  const at = { tx, place, district, changes }
  const letters = letterStore(tx, district, place)
  const [head] = await letterheadStore(tx, district, place).read([input.letterhead])
  const { numbered } = input
  const [block] = numbered ? await blockStore(tx, district, place).read([numbered.block]) : []
  const series = head ? { series: seriesOf(head, input), year: yearOf(input.date) } : null
  const given = series && numbered ? await letters.given(series, numbered.number, numbered.number) : []
  refuseIfAny([
    ...whyNotIssue(input, {
      ...{ head, block, account: actor.account, taken: given.length > 0, today },
      writtenAt: work.doneAt,
    }),
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

/** A command on one letter: what is against it, and what it makes of the letter. */
const onLetter = <Input extends { letter: string }>(
  command: Command<Input>,
  whyNot: (
    letter: Letter | undefined,
    input: Input,
    work: Doing,
  ) => readonly Refusal[] | Promise<readonly Refusal[]>,
  become: (letter: Letter, input: Input, work: Doing) => Letter,
  scanOf: (input: Input) => Scan | null = () => null,
) =>
  handle(command, async ({ input, ...work }) => {
    const letter = await letterStore(work.tx, work.district, work.place).find(input.letter)
    refuseIfAny(await whyNot(letter, input, work))
    await expectScan(work, { collection: letterCollection, id: input.letter }, scanOf(input))
    return keep(work, become(letter as Letter, input, work))
  })

const whyNotOn =
  <Input>(rule: (letter: Letter | undefined, input: Input, today: Day) => Refusal[]) =>
  (letter: Letter | undefined, input: Input, { today }: Doing) =>
    rule(letter, input, today)

const checkOf =
  (what: 'acknowledgement' | 'signatures') =>
  (letter: Letter | undefined, input: CheckLetterPaper, work: Doing) =>
    whyNotSeen(work, input, whyNotCheckLetter(letter, what, input, handOf(work)))

const deeds = [
  onLetter(markSent, whyNotOn(whyNotMarkSent), sentRow),
  onLetter(acknowledge, whyNotOn(whyNotAcknowledge), (letter, input, work) =>
    acknowledgedRow(letter, input, handOf(work)),
  ),
  onLetter(cancel, whyNotOn(whyNotCancel), cancelledRow),
  onLetter(recordReceipt, whyNotOn(whyNotReceipt), receivedRow, (input) => input.scan),
  onLetter(
    acknowledgeLetterOnPaper,
    whyNotOn(whyNotAcknowledgeOnPaper),
    (letter, input, work) => paperRow(letter, input, handOf(work)),
    (input) => input.paper.scan,
  ),
  onLetter(checkLetterPaper, checkOf('acknowledgement'), (letter, input, work) =>
    checkedRow(letter, input, handOf(work), work.today),
  ),
  onLetter(
    signLetter,
    whyNotOn(whyNotSignLetter),
    (letter, input, work) => signedRow(letter, input, handOf(work)),
    (input) => input.sheet.scan,
  ),
  onLetter(checkSignedLetter, checkOf('signatures'), (letter, input, work) =>
    signaturesCheckedRow(letter, input, handOf(work), work.today),
  ),
]

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

export const lettersCommands = [...[settings, reserving, issuing, explaining], ...deeds, ...receivedCommands]

export const lettersQueries = [
  answer(register, async ({ input, tx, place, district }) => {
    const letters = await letterStore(tx, district, place).ofYear(input.year)
    return letters.map(({ id, number, text, date, kind, office, state, sendings, acknowledgement }) => ({
      id,
      number,
      text,
      date,
      kind,
      office,
      state,
      sentOn: sendings?.at(-1)?.on ?? null,
      acknowledged: acknowledgement !== null,
    }))
  }),
]
