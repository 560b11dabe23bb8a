// Residents agreed on a map, in a meeting that was closed with signed minutes.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { hasSignedMinutes, type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { serves } from '../../programmes/serving.ts'
import { whyNotAgree } from '../agree-rules.ts'
import { agreeMap, type MapRow } from '../map.ts'
import { dayText, mapPath, mapRecord, says, t, todayAt } from '../words.browser.ts'

/** Meetings of the same programme first, the newest before older ones. */
function useMeetings(map: MapRow) {
  const rank = (each: Meeting) => (serves(each, map.enrolment) ? 0 : 1)
  return useRows<Meeting>(meetingCollection)
    .filter((each) => each.group !== 'training' && each.state === 'closed')
    .sort((a, b) => rank(a) - rank(b) || b.date.localeCompare(a.date))
}

function Agreeing({ place, row: map }: RecordProps<MapRow>) {
  const view = usePlaceView()
  const meetings = useMeetings(map)
  const base = mapPath(place, map.id)
  const form = useCommandForm({
    ...{ place, screen: 'maps.agree', record: map.id, says, command: agreeMap },
    start: () => ({ meeting: '', on: todayAt(place), note: '' }),
    input: ({ meeting, on, note }) => ({
      ...{ id: map.id, basedOn: map.version, meeting, on, note: note.trim() },
    }),
    rules: (input, _, faults) => (faults.length > 0 ? [] : whyNotAgree(view, input, todayAt(place))),
    saved: t('agree.saved'),
    to: base,
  })
  const label = (meeting: Meeting) => {
    const said = `${meeting.title}, ${dayText(meeting.date)}`
    return hasSignedMinutes(meeting) ? said : t('agree.unsigned', { meeting: said })
  }
  const choose = (meeting: string) => {
    const date = meetings.find((each) => each.id === meeting)?.date
    form.set({ meeting, ...(date && date <= todayAt(place) ? { on: date } : {}) })
  }
  return (
    <Page
      title={t('agree.title')}
      subtitle={map.title}
      back={{ href: base, label: t('maps.go-back') }}
      width="narrow"
    >
      <p>{t('agree.why')}</p>
      <CommandForm form={form} submit={t('agree.save')} cancel={base}>
        <SelectField
          {...form.field('meeting', t('agree.meeting'))}
          onChange={choose}
          hint={t(meetings.length === 0 ? 'agree.no-meeting' : 'agree.meeting-hint')}
          emptyLabel={t('agree.choose')}
          options={meetings.map((each) => ({ value: each.id, label: label(each) }))}
        />
        <DateField
          {...form.field('on', t('agree.on'))}
          max={todayAt(place)}
          inWords={form.draft.on ? dayText(form.draft.on) : undefined}
        />
        <TextArea
          {...form.field('note', t('sketch.note'))}
          optional={t('sketch.optional')}
          maxLength={1000}
        />
      </CommandForm>
    </Page>
  )
}

export default recordScreen(mapRecord, Agreeing)
