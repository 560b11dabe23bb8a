// Which programmes a meeting or a training counts for; all days of a training are added to together.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { ServedProgrammes } from '../../programmes/door.browser.tsx'
import { servingTexts } from '../../programmes/serving-texts.ts'
import { serveAlso } from '../commands.ts'
import { unmetOf } from '../counted.ts'
import { isPending, type Meeting } from '../meeting.ts'
import { whyNotServeAlso } from '../rules.ts'
import { settingIn } from '../setting.ts'
import { meetingsTexts } from '../texts.ts'
import { kindsOf, useMeetings, useSetting } from './use-meeting.ts'
import { may, sentence, t } from './words.tsx'

/** The days of the training that this one belongs to and that serve the same programmes; of a meeting itself. */
function useTogether(meeting: Meeting): Meeting[] {
  const others = useMeetings()
  if (meeting.group !== 'training') return [meeting]
  const key = ({ enrolment, kind, title, alsoFor }: Meeting) =>
    JSON.stringify([enrolment, kind, title, alsoFor ?? []])
  return others
    .filter((each) => each.group === 'training' && each.state !== 'cancelled' && key(each) === key(meeting))
    .slice(0, 40)
}

export function Served({ place, meeting }: { place: string; meeting: Meeting }) {
  const roles = useRoles(place)
  const view = usePlaceView()
  const { setting } = useSetting(meeting)
  const others = useMeetings()
  const days = useTogether(meeting)
  const unmet = new Map(unmetOf(meeting, setting.also ?? []).map(({ enrolment, why }) => [enrolment, why]))
  const open = meeting.group === 'training' ? meeting.state !== 'cancelled' : isPending(meeting)
  const add = {
    command: serveAlso,
    input: (alsoFor: NonNullable<Meeting['alsoFor']>) => ({
      meetings: days.map((each) => each.id),
      alsoFor: [...alsoFor],
    }),
    rules: ({ alsoFor }: { alsoFor: NonNullable<Meeting['alsoFor']> }) =>
      days.flatMap((each) =>
        whyNotServeAlso(each, { alsoFor: [...alsoFor] }, settingIn(view, { ...each, alsoFor }), others),
      ),
    says: [meetingsTexts, servingTexts],
    saved: t('meetings.saved'),
  }
  return (
    <ServedProgrammes
      place={place}
      record={meeting}
      kindsOf={kindsOf(meeting.group)}
      unmet={(enrolment) => (meeting.state === 'closed' ? (unmet.get(enrolment) ?? []).map(sentence) : null)}
      add={may(roles, serveAlso) && open ? add : undefined}
    />
  )
}
