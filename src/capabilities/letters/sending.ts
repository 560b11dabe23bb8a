// Who had signed a letter when it went out. Pure; read by both sides.
import type { Letter } from './letter.ts'

/** Those on the sheet beside the head of the office who had not signed, as far as is known, when the letter went. */
export function notSigned({ body, sent }: Pick<Letter, 'body' | 'sent'>): string[] {
  const signed = sent?.signed ?? []
  return body.signatories.map(({ capacity }) => capacity).filter((capacity) => !signed.includes(capacity))
}

/** What went out without all its signatures may go out again with them, until somebody has received it. */
export const mayGoOut = (letter: Pick<Letter, 'state' | 'body' | 'sent' | 'receipt'>): boolean =>
  letter.state !== 'sent' || (notSigned(letter).length > 0 && !letter.receipt)
