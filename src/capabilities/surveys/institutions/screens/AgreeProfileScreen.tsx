// /d/:place/lembaga/sepakat: residents agreed on the profile of their institutions, in a meeting.
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRow, useRows } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { listScreen } from '../../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import { agreementCollection, agreeProfile, type ProfileAgreement } from '../../../institutions/agreement.ts'
import { useProfileRules } from '../../../institutions/door.browser.ts'
import { institutionCollection, institutionReaders } from '../../../institutions/institution.ts'
import { hasSignedMinutes, type Meeting, meetingCollection } from '../../../meetings/meeting.ts'
import { type Enrolled, runningIn } from '../../../programmes/serving.ts'
import { titleIn } from '../../../programmes/status.ts'
import { dayInWords, dayText, todayAt, words } from '../../screens/words.ts'
import { surveysTexts } from '../../texts.ts'
import { institutionScreenTexts } from '../institution-texts.ts'
import { couldAgree, whyNotProfileMeeting } from '../meeting-rules.ts'

const t = translate(institutionScreenTexts)

function Standing({ enrolment }: { enrolment: string }) {
  const row = useRow<ProfileAgreement>(agreementCollection, enrolment)
  const { active, covered } = useProfileRules(enrolment)
  const last = row?.agreed.at(-1)
  if (!last) return null
  const fresh = active.length - covered.size
  return (
    <Notice
      tone={last.unproven ? 'warn' : 'done'}
      title={last.unproven ? t('profile.unproven') : t('profile.now', { on: dayText(last.on) })}
    >
      {[t('profile.now-why', { count: covered.size }), fresh > 0 && t('profile.fresh', { count: fresh })]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  )
}

function useMeetings(enrolment: string): Meeting[] {
  return useRows<Meeting>(meetingCollection)
    .filter((each) => couldAgree(each, enrolment))
    .sort((a, b) => b.date.localeCompare(a.date))
}

const labelOf = (meeting: Meeting): string => {
  const label = `${meeting.title}, ${dayText(meeting.date)}`
  return hasSignedMinutes(meeting) ? label : t('profile.unsigned', { meeting: label })
}

function Agreeing({ place, enrolment }: { place: string; enrolment: string }) {
  const view = usePlaceView()
  const meetings = useMeetings(enrolment)
  const { active, whyNotAgree, says } = useProfileRules(enrolment)
  const form = useCommandForm({
    ...{ place, screen: 'institutions.agree-profile', record: enrolment, says: [...says, surveysTexts] },
    ...{ command: agreeProfile, saved: t('profile.saved'), to: `/d/${place}/lembaga` },
    start: () => ({ meeting: '', on: todayAt(place), note: '' }),
    input: ({ meeting, on, note }) => ({
      ...{ enrolment, meeting, on, note: note.trim(), institutions: active.map(({ id }) => id) },
    }),
    rules: (input) =>
      input.meeting && input.on
        ? [...whyNotAgree(input), ...whyNotProfileMeeting(view, enrolment, input)]
        : [],
  })
  const { field } = form
  const choose = (meeting: string) => {
    const on = meetings.find(({ id }) => id === meeting)?.date
    form.set({ meeting, ...(on && on <= todayAt(place) ? { on } : {}) })
  }
  return (
    <CommandForm form={form} submit={t('profile.save')} cancel={`/d/${place}/lembaga`}>
      <p>{t('profile.covers', { count: active.length })}</p>
      <SelectField
        {...field('meeting', t('profile.meeting'))}
        onChange={choose}
        hint={t(meetings.length === 0 ? 'profile.no-meeting' : 'profile.meeting-hint')}
        emptyLabel={t('profile.choose')}
        options={meetings.map((each) => ({ value: each.id, label: labelOf(each) }))}
      />
      <DateField {...field('on', t('profile.on'))} inWords={dayInWords(form.draft.on)} max={todayAt(place)} />
      <TextArea
        {...field('note', t('profile.note'))}
        optional={t('profile.optional')}
        rows={3}
        maxLength={1000}
      />
    </CommandForm>
  )
}

function Choose({ running, chosen }: { running: readonly Enrolled[]; chosen: string }) {
  const [, setFilter] = useFilters()
  if (running.length < 2) return null
  return (
    <SelectField
      name="enrolment"
      label={t('profile.enrolment')}
      value={chosen}
      onChange={(id) => setFilter('pendaftaran', id)}
      options={running.map(({ row, programme }) => ({
        value: row.id,
        label: words(titleIn(programme, row)),
      }))}
    />
  )
}

function AgreeProfileScreen({ place }: ScreenProps) {
  const [filter] = useFilters()
  const running = runningIn(usePlaceView())
  const enrolment = running.find(({ row }) => row.id === filter('pendaftaran')) ?? running[0]
  const { active } = useProfileRules(enrolment?.row.id ?? '')
  const missing = !enrolment ? 'no-programme' : active.length === 0 ? 'none' : null
  return (
    <Page
      title={t('profile.title')}
      subtitle={enrolment && words(titleIn(enrolment.programme, enrolment.row))}
      back={{ href: `/d/${place}/lembaga`, label: t('profile.back') }}
      width="narrow"
    >
      {missing || !enrolment ? (
        <EmptyState
          icon="house"
          level={2}
          title={t(`profile.${missing ?? 'none'}`)}
          actions={
            <LinkButton href={`/d/${place}/lembaga`} variant="primary">
              {t('profile.back')}
            </LinkButton>
          }
        >
          {t(`profile.${missing ?? 'none'}-why`)}
        </EmptyState>
      ) : (
        <>
          <p>{t('profile.why')}</p>
          <Choose running={running} chosen={enrolment.row.id} />
          <Standing enrolment={enrolment.row.id} />
          <Agreeing key={enrolment.row.id} place={place} enrolment={enrolment.row.id} />
        </>
      )}
    </Page>
  )
}

export default listScreen(
  {
    ...{ collection: institutionCollection, icon: 'house', readers: institutionReaders },
    title: institutionScreenTexts['profile.title'],
  },
  AgreeProfileScreen,
)
