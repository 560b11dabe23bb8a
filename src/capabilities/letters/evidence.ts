// The facts letters give to gates: letter.<kind>.issued, issued_on, sent, acknowledged. A draft and a cancelled
// letter are no evidence.
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { type Letter, letterCollection } from './letter.ts'

export const lettersEvidence: FactGiver = (view, enrolment) => {
  const valid = view
    .all<Letter>(letterCollection)
    .filter(
      (letter) => letter.enrolment === enrolment && (letter.state === 'issued' || letter.state === 'sent'),
    )
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
  const facts: Facts = {}
  for (const kind of new Set(valid.map((letter) => letter.kind))) {
    const letters = valid.filter((letter) => letter.kind === kind)
    Object.assign(facts, factsOf(kind, letters))
  }
  return facts
}

/** `letters` are of one kind, the earliest first, and at least one. */
function factsOf(kind: string, letters: readonly Letter[]): Facts {
  const records = (chosen: readonly Letter[]) =>
    chosen.map(({ id }) => ({ collection: letterCollection, id }))
  const sent = letters.filter((letter) => letter.sent !== null)
  const acknowledged = letters.filter((letter) => letter.acknowledgement !== null)
  return {
    [`letter.${kind}.issued`]: { value: true, records: records(letters) },
    [`letter.${kind}.issued_on`]: { value: letters[0]?.date ?? '', records: records(letters.slice(0, 1)) },
    [`letter.${kind}.sent`]: { value: sent.length > 0, records: records(sent) },
    [`letter.${kind}.acknowledged`]: { value: acknowledged.length > 0, records: records(acknowledged) },
  }
}
