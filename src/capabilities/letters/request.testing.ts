// The joint request of a village, and what meetings tell it to rest on.
import type { House, Person } from '../../apps/server/village.testing.ts'
import type { Facts } from '../../kernel/facts.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { tellFacts } from '../programmes/door.ts'
import { shippedProgramme } from '../programmes/shipped.testing.ts'
import { basisFromFacts, composeLetter } from './compose.ts'
import { emptyBody } from './letter.ts'
import { letterDay, letterInput } from './letters.testing.ts'

/** As meetings tell it of an enrolment. */
export async function meetingsTell(house: House, { place }: Person, enrolment: string, facts: Facts) {
  house.changedBehindLog = true
  const at = { place, district: place.slice(0, 8), changes: { touch: () => undefined } }
  await inPlace(house.db, place, newId(), (tx) => tellFacts({ ...at, tx }, 'meetings', enrolment, facts))
}

const records = [{ collection: 'meetings.meeting', id: newId() }]
/** What the readiness meeting decided. */
export const decision = (said: string): Facts => ({
  'meeting.rkm.decision': { value: said, records },
  'meeting.rkm.decided_on': { value: letterDay, records },
})

/** The joint request, resting on the meeting that decided. */
export function request(head: string, enrolment: string) {
  const programme = shippedProgramme('p2kp-2006')
  const [kind] = programme.kinds.letters
  if (!kind) throw new Error('P2KP has its request')
  const basis = basisFromFacts(programme, kind, decision('siap'))
  const { addressee, paragraphs, signatories } = composeLetter(kind, basis, { village: '', programme: '' })
  const body = { ...emptyBody, basis, paragraphs, signatories }
  return letterInput(head, { kind: kind.id, enrolment, body, addressee })
}
