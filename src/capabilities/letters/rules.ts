// Why a letter, a block of numbers or a letterhead cannot be had. Pure; the phone and the server ask the same.
import { canonical } from '../../kernel/canonical.ts'
import type { Day } from '../../kernel/day.ts'
import { awaitsCheck, isSigned } from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import { isCommonKind } from './kind.ts'
import type { Acknowledge, Block, Cancel, ExplainGap, Issue, Letter, MarkSent, Reserve } from './letter.ts'
import { currentHead, type Letterhead, offices, type SetLetterhead } from './letterhead.ts'
import { formatFaults, isSeriesOf, keepsApart, seriesOf, yearOf } from './number.ts'
import { mayGoTo, recipientsOf, sendingsOf } from './sending.ts'

/** Handed out so far: what a change of numbering must not run into. */
export type InUse = readonly { office: string; year: number }[]

/** The same of an account on all its devices: who says he has a hundred telephones holds no more numbers than who has two. */
export const enoughOfAccount = 120

/** A device that still holds so many numbers gets no more: they would only become gaps. */
export const enoughReserved = 60

export function whyNotSetLetterhead(
  input: SetLetterhead,
  heads: readonly Letterhead[],
  used: InUse,
  today: Day,
): Refusal[] {
  const current = currentHead(heads, input.office)
  const others = offices
    .filter((office) => office !== input.office)
    .map((office) => currentHead(heads, office))
  const year = used.find((each) => each.office === input.office && each.year >= yearOf(today))?.year
  const clash = current && year !== undefined && !keepsApart(current.numbering, input.numbering)
  return reasons(
    (current?.version ?? 0) !== input.basedOn &&
      refuse('letters.letterhead-changed', { fields: changedFields(current, input).join(', ') }),
    ...formatFaults(input.numbering).map((code) => refuseField('numbering.format', code)),
    others.some((head) => head?.numbering.unit === input.numbering.unit) &&
      refuseField('numbering.unit', 'letters.unit-taken', { unit: input.numbering.unit }),
    clash && refuseField('numbering.format', 'letters.series-in-use', { year: String(year) }),
  )
}

/** Fields in which what lies there now differs from what was sent. */
function changedFields(current: Letterhead | undefined, input: SetLetterhead): string[] {
  const { id: _, basedOn: __, office: ___, ...sent } = input
  return Object.entries(sent)
    .filter(([key, value]) => canonical(current?.[key as keyof Letterhead] ?? null) !== canonical(value))
    .map(([key]) => key)
}

/** Numbers of a series and year that are held and not given: on this device, and by its account on all. */
export type Unused = { device: number; account: number }

/** `head`: the letterhead of the office. Without one nobody knows its series yet, and no letter goes out. */
export function whyNotReserve(
  input: Reserve,
  head: Letterhead | undefined,
  unused: Unused,
  today: Day,
): Refusal[] {
  const now = yearOf(today)
  return reasons(
    Math.abs(input.year - now) > 1 && refuseField('year', 'letters.year-far', { year: String(input.year) }),
    !input.series.startsWith(input.office) && refuseField('series', 'letters.series-malformed'),
    head && !isSeriesOf(head, input.series) && refuseField('series', 'letters.series-malformed'),
    unused.device >= enoughReserved && refuse('letters.enough-reserved', { unused: unused.device }),
    unused.account + input.count > enoughOfAccount &&
      refuse('letters.account-reserved', { unused: unused.account, most: enoughOfAccount }),
  )
}

export type IssueFacts = {
  head: Letterhead | undefined
  block: Block | undefined
  /** The account that gives the command. */
  account: string
  taken: boolean
  today: Day
  /** When it was written, by the clock of the device. */
  writtenAt: Date
}

export function whyNotIssue(input: Issue, facts: IssueFacts): Refusal[] {
  const { head, today } = facts
  if (!head || head.office !== input.office) return [refuseField('letterhead', 'letters.no-letterhead')]
  return reasons(
    input.date > today && refuseField('date', 'letters.date-ahead', { today }),
    yearOf(input.date) < 1999 && refuseField('date', 'letters.date-too-old'),
    ...(input.numbered ? whyNotThisNumber(input, input.numbered, { ...facts, head }) : []),
  )
}

type Numbered = NonNullable<Issue['numbered']>

function whyNotThisNumber(
  input: Issue,
  { device, number }: Numbered,
  { head, block, account, taken, writtenAt }: IssueFacts & { head: Letterhead },
): Refusal[] {
  if (!block) return [refuseField('numbered', 'letters.block-unknown')]
  const ended = block.endedAt ? new Date(block.endedAt) : null
  const other = block.series !== seriesOf(head, input) || block.year !== yearOf(input.date)
  return reasons(
    (block.device !== device || block.account !== account) &&
      refuseField('numbered', 'letters.block-of-another'),
    // What was written before may stand on paper already.
    ended !== null && writtenAt > ended && refuseField('numbered', 'letters.block-ended'),
    other &&
      refuseField('numbered', 'letters.block-other-series', {
        series: block.series,
        year: String(block.year),
      }),
    (number < block.first || number > block.last) &&
      refuseField('numbered', 'letters.number-outside-block', { first: block.first, last: block.last }),
    taken && refuseField('numbered', 'letters.number-taken', { number }),
  )
}

export const changed = (letter: Letter, basedOn: number) =>
  letter.version !== basedOn &&
  refuse('letters.changed-meanwhile', { state: letter.state, version: letter.version })

const unknown = () => [refuse('letters.letter-unknown')]

export function whyNotCancel(letter: Letter | undefined, input: Cancel, today: Day): Refusal[] {
  if (!letter) return unknown()
  return reasons(
    changed(letter, input.basedOn),
    letter.state === 'cancelled' && refuse('letters.cancelled-already'),
    input.on > today && refuseField('on', 'letters.date-ahead', { today }),
  )
}

/** A letter of a programme goes to whom it is addressed, to each once; a village's own goes out once. */
function whyNotTo(letter: Letter, to: string): Refusal[] {
  const open = mayGoTo(letter)
  if (open.length === 0 && sendingsOf(letter).length > 0) return [refuse('letters.sent-already')]
  if (to === '' || isCommonKind(letter.kind)) return []
  return reasons(
    !recipientsOf(letter).includes(to) && refuseField('to', 'letters.not-an-addressee', { to }),
    recipientsOf(letter).includes(to) &&
      !open.includes(to) &&
      refuseField('to', 'letters.sent-to-already', { to }),
  )
}

export function whyNotMarkSent(letter: Letter | undefined, input: MarkSent, today: Day): Refusal[] {
  if (!letter) return unknown()
  return reasons(
    changed(letter, input.basedOn),
    letter.state === 'cancelled' && refuse('letters.cancelled-already'),
    ...whyNotTo(letter, input.to),
    ...input.signed
      .filter((one) => !letter.body.signatories.some(({ capacity }) => capacity === one))
      .map((capacity) => refuseField('signed', 'letters.not-a-signatory', { capacity })),
    input.on < letter.date && refuseField('on', 'letters.before-its-date', { date: letter.date }),
    input.on > today && refuseField('on', 'letters.date-ahead', { today }),
  )
}

/** By account or on paper: a letter that stands, and is not acknowledged yet. */
export const whyNotAcknowledgeAt = (letter: Letter, basedOn: number) => [
  changed(letter, basedOn),
  letter.state === 'cancelled' && refuse('letters.cancelled-already'),
  isSigned(letter.acknowledgement) && refuse('letters.acknowledged-already'),
  awaitsCheck(letter.acknowledgement) && refuse('platform.paper-waits'),
]

export function whyNotAcknowledge(letter: Letter | undefined, input: Acknowledge, today: Day): Refusal[] {
  if (!letter) return unknown()
  return reasons(
    ...whyNotAcknowledgeAt(letter, input.basedOn),
    input.on < letter.date && refuseField('on', 'letters.before-its-date', { date: letter.date }),
    input.on > today && refuseField('on', 'letters.date-ahead', { today }),
  )
}

/** `handedOut`: the highest number of the series and year; `given`: numbers within the gap that letters carry. */
export function whyNotExplainGap(
  input: ExplainGap,
  facts: { handedOut: number; given: readonly number[]; explained: boolean; today: Day },
): Refusal[] {
  return reasons(
    input.last < input.first && refuseField('last', 'letters.gap-backwards'),
    input.last > facts.handedOut && refuseField('last', 'letters.gap-beyond', { last: facts.handedOut }),
    facts.given.length > 0 &&
      refuse('letters.gap-has-letters', { numbers: facts.given.slice(0, 10).join(', ') }),
    facts.explained && refuse('letters.gap-explained-already'),
    input.on > facts.today && refuseField('on', 'letters.date-ahead', { today: facts.today }),
  )
}

/**
 * The next number of a block that no letter carries and that lies above `mark`, the highest this device ever
 * gave from it; null when the block is used up. The mark keeps a number from being given twice when the first
 * letter was thrown out of the outbox after it had been printed.
 */
export function nextNumber(block: Block, taken: ReadonlySet<number>, mark: number): number | null {
  for (let number = Math.max(block.first, mark + 1); number <= block.last; number++)
    if (!taken.has(number)) return number
  return null
}

/** Numbers of a series and year that letters of the place carry. */
export function takenNumbers(letters: readonly Letter[], series: string, year: number): Set<number> {
  const numbers = letters
    .filter((letter) => letter.series === series && letter.year === year)
    .map((letter) => letter.number)
  return new Set(numbers.filter((number) => number !== null))
}
