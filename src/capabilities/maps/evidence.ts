// The facts that maps give to gates, from the rows of maps and of the meetings that agreed on them: a phone that holds no homes
// counts the same.
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import type { View } from '../../kernel/view.ts'
import { hasSignedMinutes, type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { mapsIn } from './looking.ts'
import { type Agreed, mapCollection } from './map.ts'

/** What was agreed lasts as long as its evidence: the signed minutes of the meeting that agreed it. */
function stillAgreed(view: View, agreed: Agreed | null): boolean {
  const meeting = agreed && view.get<Meeting>(meetingCollection, agreed.meeting)
  return Boolean(meeting) && hasSignedMinutes(meeting as Meeting)
}

/** Of a programme for which nobody has begun a map: nothing. Of two maps of a kind, either will do. */
export const mapFacts: FactGiver = (view, enrolment) => {
  const maps = mapsIn(view, enrolment)
  if (maps.length === 0) return {}
  const kinds = enrolledIn(view, enrolment)?.programme.kinds.maps.map((each) => each.id) ?? []
  const facts: Facts = {}
  for (const kind of new Set([...kinds, ...maps.map((each) => each.kind)])) {
    const ofKind = maps.filter((each) => each.kind === kind)
    const told = (fitting: typeof ofKind) => ({
      value: fitting.length > 0,
      records: (fitting.length > 0 ? fitting : ofKind.length > 0 ? ofKind : maps).map(({ id }) => ({
        ...{ collection: mapCollection, id },
      })),
    })
    facts[`map.${kind}.drawn`] = told(ofKind.filter((each) => each.closed !== null))
    facts[`map.${kind}.agreed`] = told(ofKind.filter((each) => stillAgreed(view, each.agreed)))
  }
  return facts
}
