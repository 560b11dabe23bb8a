// After a command changed letters, programmes is told their facts: the same giver as on the phone, over the same rows.
import { viewOf } from '../../kernel/view.ts'
import type { Changes } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { tellFacts } from '../programmes/door.ts'
import { documentCollection } from './document.ts'
import { lettersEvidence } from './evidence.ts'
import { incomingCollection } from './incoming.ts'
import { letterCollection } from './letter.ts'
import { letterStore } from './store.ts'
import { documentStore, incomingStore } from './store-received.ts'

export type At = { tx: Tx; place: string; district: string; changes: Changes }

/** Computes the facts of an enrolment anew, over the rows that phones see. */
export async function tell(at: At, enrolment: string | null): Promise<void> {
  if (enrolment === null) return
  const { tx, district, place } = at
  const row = (collection: string) => (value: { id: string }) => ({ collection, id: value.id, value })
  const letters = await letterStore(tx, district, place).ofEnrolment(enrolment)
  const incoming = await incomingStore(tx, district, place).ofEnrolment(enrolment)
  const documents = await documentStore(tx, district, place).ofEnrolment(enrolment)
  const rows = [
    ...letters.map(row(letterCollection)),
    ...incoming.map(row(incomingCollection)),
    ...documents.map(row(documentCollection)),
  ]
  await tellFacts(at, 'letters', enrolment, lettersEvidence(viewOf(place, rows), enrolment))
}
