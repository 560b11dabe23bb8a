// Changing a meeting: its plan while it is to come, its record by an amendment once it is closed.

import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { ofChanges, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { servingTexts } from '../../programmes/serving-texts.ts'
import { changeMeeting } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { meetingRecord } from '../records.browser.ts'
import { whyNotChange } from '../rules.ts'
import { settingIn } from '../setting.ts'
import { meetingsTexts } from '../texts.ts'
import { AmendForm } from './AmendForm.tsx'
import { KeepMine } from './KeepMine.tsx'
import { PlanForm } from './PlanForm.tsx'
import { changesFrom, draftFrom } from './plan-draft.ts'
import { useSetting } from './use-meeting.ts'
import { t } from './words.tsx'

function ChangeForm({ place, meeting }: { place: string; meeting: Meeting }) {
  const view = usePlaceView()
  const form = useCommandForm({
    ...{
      place,
      screen: 'meetings.change',
      record: meeting.id,
      says: [meetingsTexts, servingTexts],
      fieldOf: ofChanges,
    },
    command: changeMeeting,
    start: () => ({ ...draftFrom(meeting), basedOn: meeting.version }),
    input: ({ basedOn, ...draft }) => ({
      ...{ meeting: meeting.id, basedOn },
      changes: changesFrom(meeting, draft),
    }),
    rules: (input) => whyNotChange(meeting, input, settingIn(view, { ...meeting, ...input.changes })),
    idle: (input) => Object.keys(input.changes).length === 0,
    saved: t('meetings.saved'),
    to: `/d/${place}/rembug/${meeting.id}`,
  })
  const { elements } = useSetting({ ...meeting, alsoFor: form.draft.alsoFor })
  return (
    <CommandForm form={form} submit={t('meetings.save-changes')}>
      <KeepMine refusals={form.shown} onKeep={() => form.set({ basedOn: meeting.version })} />
      <PlanForm
        {...{ place, form, elements }}
        group={meeting.group}
        own={meeting.group !== 'training' ? { ...meeting, alsoFor: [] } : null}
      />
    </CommandForm>
  )
}

function ChangePage({ place, row: meeting }: RecordProps<Meeting>) {
  const closed = meeting.state === 'closed'
  return (
    <Page
      title={t(closed ? 'meetings.amend-title' : 'meetings.change-plan')}
      subtitle={closed ? `${meeting.title} · ${t('meetings.amend-subtitle')}` : meeting.title}
      back={{ href: `/d/${place}/rembug/${meeting.id}`, label: t('meetings.attendance-back') }}
      width="narrow"
    >
      {closed ? (
        <AmendForm place={place} meeting={meeting} />
      ) : (
        <ChangeForm place={place} meeting={meeting} />
      )}
    </Page>
  )
}

export default recordScreen(meetingRecord, ChangePage)
