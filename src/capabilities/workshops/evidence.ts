// The facts that workshops give to gates; held, attended, agreed are given by meetings, which keep the minutes. Pure.
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { allSeenBy } from '../programmes/serving.ts'
import { type Aspiration, aspirationCollection } from './aspiration.ts'
import { type Chart, chartCollection } from './pra/chart.ts'
import { rankingCollection, type Settled } from './ranking/ranking.ts'
import { type Session, sessionCollection } from './session.ts'

/** A fact rests on so many records at most; the rest are as many more. */
const restsOn = 60
const of = (collection: string, rows: readonly { id: string }[]) =>
  rows.slice(-restsOn).map(({ id }) => ({ collection, id }))

/**
 * Of each kind of workshop of the enrolment that was not cancelled. What there is none of gives no fact: a workshop that was only
 * planned is known by meetings, and on a phone that alone counts nothing here.
 */
export const workshopFacts: FactGiver = (view, enrolment) => {
  const workshops = allSeenBy(view.all<Meeting>(meetingCollection), enrolment).filter(
    (each) => each.group === 'workshop' && each.kind !== null && each.state !== 'cancelled',
  )
  const facts: Facts = {}
  for (const [kind, meetings] of Map.groupBy(workshops, (each) => each.kind)) {
    const ids = new Set(meetings.map(({ id }) => id))
    const counted = (name: string, value: number, records: Facts[string]['records']) => {
      if (value > 0) facts[`workshop.${kind}.${name}`] = { value, records }
    }
    const sessions = view.all<Session>(sessionCollection).filter(({ id }) => ids.has(id))
    const themes = new Set(sessions.flatMap((session) => session.themes))
    counted('themes_discussed', themes.size, of(meetingCollection, meetings))
    const said = view
      .all<Aspiration>(aspirationCollection)
      .filter((each) => ids.has(each.meeting) && each.withdrawn === null)
    counted('aspirations', said.length, of(aspirationCollection, said))
    const settled = view
      .all<Settled>(rankingCollection)
      .filter((each) => ids.has(each.meeting) && each.plenary !== null && each.withdrawn === null)
    counted('rankings', settled.length, of(rankingCollection, settled))
    const charts = view.all<Chart>(chartCollection).filter((each) => ids.has(each.meeting) && !each.withdrawn)
    counted('charts', charts.length, of(chartCollection, charts))
  }
  return facts
}
