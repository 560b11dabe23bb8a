// Commands that cost little, to see how long they wait beside heavy work: meetings planned in a village.
import { planMeeting } from '../src/capabilities/meetings/commands.ts'
import { today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { clientAddress, envelope, type Signed } from './house.ts'
import type { Shot } from './load.worker.ts'

const meeting = (n: number) => ({
  ...{ meeting: newId(), enrolment: null, group: 'meeting' as const, kind: null, batch: null, day: null },
  ...{ title: `Rembug warga ${n}`, agenda: ['Pembukaan'], placeText: 'Balai RW 03', localPlace: null },
  ...{
    date: today(),
    start: '19:30',
    end: '21:30',
    organiser: 'Ketua RW 03',
    invitees: ['women'],
    expected: 40,
  },
})

export const shot = (name: string, body: unknown, signed: Signed, n: number): Shot => ({
  ...{ path: `/api/commands/${name}`, body: JSON.stringify(body), signed, from: clientAddress(1000 + n) },
})

export const plannings = (count: number, place: string, signed: Signed): Shot[] =>
  Array.from({ length: count }, (_, n) =>
    shot(planMeeting.name, envelope(planMeeting, place, meeting(n)), signed, n),
  )
