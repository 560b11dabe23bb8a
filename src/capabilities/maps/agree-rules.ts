// Why residents' agreement on a map cannot be noted. Pure; the screen and the server ask the same.
import type { Day } from '../../kernel/day.ts'
import { awaitsCheck } from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { hasSignedMinutes, type Meeting, meetingCollection, signedMinutesOf } from '../meetings/meeting.ts'
import { serves } from '../programmes/serving.ts'
import { type AgreeMap, type MapRow, mapCollection } from './map.ts'
import { whyNotDay } from './rules.ts'

/** A gate rests on it: residents agree in a meeting that was closed, and whose signed minutes were checked. */
export function whyNotAgree(view: View, input: AgreeMap, today: Day): Refusal[] {
  const map = view.get<MapRow>(mapCollection, input.id)
  if (!map) return [refuse('maps.no-such-map', {}, 'id')]
  return reasons(
    map.version !== input.basedOn && refuseField('basedOn', 'maps.changed-since'),
    map.state !== 'closed' && refuse('maps.close-first'),
    whyNotDay(input.on, today, map.closed?.on ?? input.on),
    ...whyNotMeeting(view, map, input),
  )
}

function whyNotMeeting(view: View, map: MapRow, input: AgreeMap): Refusal[] {
  const meeting = view.get<Meeting>(meetingCollection, input.meeting)
  if (!meeting) return [refuseField('meeting', 'maps.no-such-meeting')]
  const { title, date, enrolment, state } = meeting
  if (meeting.group === 'training') return [refuseField('meeting', 'maps.meeting-is-training', { title })]
  if (state !== 'closed') return [refuseField('meeting', 'maps.meeting-not-closed', { title })]
  const since = map.closed?.on
  const unsigned = awaitsCheck(signedMinutesOf(meeting)) ? 'maps.minutes-unchecked' : 'maps.minutes-unsigned'
  return reasons(
    enrolment !== null &&
      !serves(meeting, map.enrolment) &&
      refuseField('meeting', 'maps.meeting-of-another', { title }),
    since !== undefined && date < since && refuseField('meeting', 'maps.meeting-too-early', { title, since }),
    !hasSignedMinutes(meeting) && refuseField('meeting', unsigned, { title }),
    input.on < date && refuseField('on', 'maps.before-meeting', { date }),
  )
}
