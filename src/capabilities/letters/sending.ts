// To whom a letter went and who received it. Its addressees are lines of the letter; each is sent to on its own, and a
// letter of a programme has been sent once all of them were. Pure; read by both sides.
import { isSigned } from '../../kernel/paper.ts'
import { isCommonKind } from './kind.ts'
import type { Letter, Sending } from './letter.ts'

/** A line that goes on with the one before: "melalui …", "di Yogyakarta", "u.p. Sekretaris". */
const goesOn = /^(melalui|di|d\.?\s?a\.?|c\.?q\.?|u\.?p\.?)\b/i

type Addressed = Pick<Letter, 'kind' | 'addressee' | 'sendings'>

/** Each addressee in one line. */
export function recipientsOf({ addressee }: Pick<Letter, 'addressee'>): string[] {
  const found: string[] = []
  for (const line of addressee) {
    const before = goesOn.test(line) ? found.pop() : undefined
    found.push(before === undefined ? line : `${before} ${line}`)
  }
  return found
}

/** Left out in a copy kept by an older app, until the server sends the letter anew. */
export const sendingsOf = ({ sendings }: Pick<Letter, 'sendings'>): readonly Sending[] => sendings ?? []

/** Whom the letter still has to go to. A village's own letter is out once it was sent at all. */
export function openRecipients(letter: Addressed): string[] {
  const sendings = sendingsOf(letter)
  if (isCommonKind(letter.kind)) return sendings.length > 0 ? [] : recipientsOf(letter)
  return recipientsOf(letter).filter((one) => !sendings.some(({ to }) => to === one))
}

export const isSent = (letter: Addressed): boolean =>
  sendingsOf(letter).length > 0 && openRecipients(letter).length === 0

/** The sending that waits for its receipt; `to` is empty where whoever tells it does not say. */
export const awaitsReceipt = (letter: Addressed, to = ''): Sending | undefined =>
  sendingsOf(letter).find((each) => each.receipt === null && (to === '' || each.to === to))

/** All that were to get it have said that they did. */
export const isReceived = (letter: Addressed): boolean =>
  isSent(letter) && awaitsReceipt(letter) === undefined

/**
 * Those on the sheet beside the head of the office who had not signed, as far as is known, what went to somebody. Once its scan
 * was checked it shows them all; what went before the day on it is `sentUnsigned`.
 */
export function notSigned(letter: Pick<Letter, 'body' | 'sendings' | 'signatures'>): string[] {
  if (isSigned(letter.signatures)) return []
  const sent = sendingsOf(letter)
  return letter.body.signatories
    .map(({ capacity }) => capacity)
    .filter((capacity) => !sent.every(({ signed }) => signed?.includes(capacity)))
}

/** What went out before the day on which all had signed its sheet: those addressees have it without. */
export function sentUnsigned(letter: Pick<Letter, 'sendings' | 'signatures'>): Sending[] {
  const signed = isSigned(letter.signatures) ? letter.signatures?.paper.on : undefined
  return signed === undefined ? [] : sendingsOf(letter).filter(({ on }) => on < signed)
}

/** Who had signed when it last went out, or all of them once its scan was checked: what whoever sends it again finds ticked. */
export const knownSigned = ({
  body,
  ...letter
}: Pick<Letter, 'body' | 'sendings' | 'signatures'>): string[] =>
  isSigned(letter.signatures)
    ? body.signatories.map(({ capacity }) => capacity)
    : [...(sendingsOf(letter).at(-1)?.signed ?? [])]

/** Whom it may go to now: who is still to get it, and who got it without all signatures and has not received it. */
export function mayGoTo(letter: Addressed & Pick<Letter, 'body' | 'signatures'>): string[] {
  const early = sentUnsigned(letter)
  const again = sendingsOf(letter)
    .filter((each) => each.receipt === null)
    .filter((each) => early.includes(each) || notSigned({ ...letter, sendings: [each] }).length > 0)
    .map(({ to }) => to)
  return [...openRecipients(letter), ...again]
}
