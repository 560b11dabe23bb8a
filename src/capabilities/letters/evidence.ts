// The facts letters give to gates: what was issued, sent, received, acknowledged and answered, and which deciding
// documents are on record. A draft, and what was cancelled or struck, are no evidence.
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { awaitsCheck, isOnPaper, isSigned } from '../../kernel/paper.ts'
import type { View } from '../../kernel/view.ts'
import { periodOf } from '../programmes/told.ts'
import { type DecisionDocument, documentCollection, paperOf } from './document.ts'
import { type Incoming, incomingCollection } from './incoming.ts'
import { type Letter, letterCollection } from './letter.ts'
import { isReceived, isSent, sendingsOf, sentUnsigned } from './sending.ts'

export const lettersEvidence: FactGiver = (view, enrolment) => {
  const valid = view
    .all<Letter>(letterCollection)
    .filter(
      (letter) => letter.enrolment === enrolment && (letter.state === 'issued' || letter.state === 'sent'),
    )
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
  const answers = view
    .all<Incoming>(incomingCollection)
    .filter((each) => each.struck === null && each.answers !== null)
  const facts: Facts = documentFacts(view, enrolment)
  for (const kind of new Set(valid.map((letter) => letter.kind))) {
    const letters = valid.filter((letter) => letter.kind === kind)
    Object.assign(facts, factsOf(kind, letters, answers))
  }
  return facts
}

/** `letters` are of one kind, the earliest first, and at least one. */
function factsOf(kind: string, letters: readonly Letter[], answers: readonly Incoming[]): Facts {
  const records = (chosen: readonly Letter[]) =>
    chosen.map(({ id }) => ({ collection: letterCollection, id }))
  const sent = letters.filter(isSent)
  // Who marks it sent says who had signed; the scan of its sheet shows it, once a second person has looked: signed
  // no later than it went.
  const whole = sent.filter((letter) => isSigned(letter.signatures) && sentUnsigned(letter).length === 0)
  // A letter is out on the day that the last of its addressees was sent to.
  const [first] = sent
    .map(
      (letter) =>
        sendingsOf(letter)
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? '',
    )
    .sort()
  const received = letters.filter(isReceived)
  const acknowledged = letters.filter((letter) => isSigned(letter.acknowledgement))
  const onPaper = acknowledged.filter((letter) => isOnPaper(letter.acknowledgement))
  /** Told only where a paper waits to be checked. */
  const waits = (fact: string, of: (letter: Letter) => Parameters<typeof awaitsCheck>[0]): Facts => {
    const waiting = letters.filter((letter) => awaitsCheck(of(letter)))
    return waiting.length > 0
      ? { [`letter.${kind}.${fact}_unchecked`]: { value: true, records: records(waiting) } }
      : {}
  }
  const replies = answers.filter((each) => letters.some(({ id }) => id === each.answers))
  return {
    [`letter.${kind}.issued`]: { value: true, records: records(letters) },
    [`letter.${kind}.issued_on`]: { value: letters[0]?.date ?? '', records: records(letters.slice(0, 1)) },
    [`letter.${kind}.sent`]: { value: sent.length > 0, records: records(sent) },
    [`letter.${kind}.signed_by_all`]: { value: whole.length > 0, records: records(whole) },
    ...(first ? { [`letter.${kind}.sent_on`]: { value: first, records: records(sent) } } : {}),
    [`letter.${kind}.received`]: { value: received.length > 0, records: records(received) },
    [`letter.${kind}.answered`]: {
      value: replies.length > 0,
      records: replies.map(({ id }) => ({ collection: incomingCollection, id })),
    },
    [`letter.${kind}.acknowledged_on_paper`]: { value: onPaper.length > 0, records: records(onPaper) },
    ...waits('signed_by_all', ({ signatures }) => signatures),
    ...waits('acknowledged', ({ acknowledgement }) => acknowledgement),
    [`letter.${kind}.acknowledged`]: { value: acknowledged.length > 0, records: records(acknowledged) },
  }
}

/** The newest of a kind says its day; any of them may be the one in force. Only what was checked says either. */
function documentFacts(view: View, enrolment: string): Facts {
  const valid = view
    .all<DecisionDocument>(documentCollection)
    .filter((each) => each.enrolment === enrolment && each.struck === null)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
  const kinds = [...Map.groupBy(valid, ({ kind }) => kind)]
  return Object.fromEntries(
    kinds.flatMap(([kind, all]) => {
      const recordsOf = (rows: readonly DecisionDocument[]) =>
        rows.map(({ id }) => ({ collection: documentCollection, id }))
      const documents = all.filter((each) => isSigned({ paper: paperOf(each) }))
      const waiting = all.filter((each) => awaitsCheck({ paper: paperOf(each) }))
      const waits = {
        [`document.${kind}.registered_unchecked`]: { value: waiting.length > 0, records: recordsOf(waiting) },
      }
      const none = { [`document.${kind}.registered`]: { value: false, records: recordsOf(all) } }
      if (documents.length === 0) return Object.entries({ ...waits, ...none })
      const records = recordsOf(documents)
      const periods = documents.map(({ date, from, until }) => periodOf(from ?? date, until))
      return [
        ...Object.entries(waits),
        [`document.${kind}.registered`, { value: true, records }],
        [`document.${kind}.dated`, { value: documents.at(-1)?.date ?? '', records }],
        [`document.${kind}.in_force`, { value: periods.join(), records }],
      ]
    }),
  )
}
