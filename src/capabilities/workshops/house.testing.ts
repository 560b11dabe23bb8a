// A house with workshops in it, and a workshop that was planned there.
import { type House, testHouse } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { planMeeting } from '../meetings/commands.ts'
import { plan } from '../meetings/meetings.testing.ts'
import { meetingsServer } from '../meetings/server.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { programmesServer } from '../programmes/server.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { enrolled, ok } from '../surveys/surveys.testing.ts'
import { workshopsServer } from './server.ts'
import { workshopsTexts } from './texts.ts'

export const workshopsHouse = () =>
  testHouse(
    [placesWithoutNation, programmesServer, peopleServer, meetingsServer, workshopsServer],
    workshopsTexts,
  )

export const held = { date: daysFromToday(-1), start: '19:30', end: '22:00' }

/** A village of P2KP with a workshop of this kind, which nobody has opened yet. */
export async function plannedWorkshop(house: House, kind = 'poverty_reflection', district?: string) {
  const village = house.village(district)
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const input = plan({ enrolment, group: 'workshop', kind, ...held })
  await ok(facilitator.give(planMeeting, input))
  const facts = () =>
    inPlace(house.db, village.place, newId(), (tx) =>
      enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
    )
  return { village, enrolment, facilitator, meeting: input.meeting, facts }
}
