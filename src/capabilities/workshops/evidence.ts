// The facts that workshops give to gates; held, attended, agreed are given by meetings, which keep the minutes. Pure.
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { allSeenBy } from '../programmes/serving.ts'
import { rankingCollection, type Settled } from './ranking/ranking.ts'
import { type Session, sessionCollection } from './session.ts'

/** Of each kind of workshop that was planned for the enrolment and not cancelled. */
export const workshopFacts: FactGiver = (view, enrolment) => {
  const workshops = allSeenBy(view.all<Meeting>(meetingCollection), enrolment).filter(
    (each) => each.group === 'workshop' && each.kind !== null && each.state !== 'cancelled',
  )
  const facts: Facts = {}
  for (const [kind, meetings] of Map.groupBy(workshops, (each) => each.kind)) {
    const ids = new Set(meetings.map(({ id }) => id))
    const sessions = view.all<Session>(sessionCollection).filter(({ id }) => ids.has(id))
    const about = meetings.map(({ id }) => ({ collection: meetingCollection, id }))
    facts[`workshop.${kind}.themes_discussed`] = {
      value: new Set(sessions.flatMap(({ themes }) => themes)).size,
      records: about,
    }
    const settled = view
      .all<Settled>(rankingCollection)
      .filter((each) => ids.has(each.meeting) && each.plenary !== null && each.withdrawn === null)
    facts[`workshop.${kind}.rankings`] = {
      value: settled.length,
      records: settled.length > 0 ? settled.map(({ id }) => ({ collection: rankingCollection, id })) : about,
    }
  }
  return facts
}
