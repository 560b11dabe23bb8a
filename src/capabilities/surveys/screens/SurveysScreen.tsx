// The surveys of a village: what came back for mending, what lies unfinished here, what runs, what the programme asks for.
import './surveys.css'
import { Redirect, useSearch } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { momentText } from '../../../platform/browser/moment.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Menu } from '../../../platform/browser/ui/action/Menu.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type HouseholdRow, householdCollection } from '../../people/household.ts'
import { servesAs, servingsOf } from '../../programmes/serving.ts'
import { draftName } from '../filling/draft.ts'
import { useSurveyDrafts } from '../filling/screens/use-drafts.ts'
import { registerDevice } from '../openrosa/device.ts'
import { surveyRecord } from '../records.browser.ts'
import { isReturnedTo, type SubmissionRow, submissionCollection, submit } from '../submission.ts'
import { openSurvey, type SurveyRow } from '../survey.ts'
import { SurveyCard } from './SurveyCard.tsx'
import { surveyTexts } from './survey-texts.ts'
import {
  type AskedKind,
  type Enrolled,
  kindsOf,
  useEnrolled,
  useHouseholdName,
  useSurveys,
} from './use-surveys.ts'
import { may, nameOf, surveyPath, t, words } from './words.ts'

function ToMend({ place }: { place: string }) {
  const { open } = usePhone()
  const rows = useRows<SubmissionRow>(submissionCollection)
  const returned = rows.filter((each) => isReturnedTo(each, open.account.id))
  const view = usePlaceView()
  if (returned.length === 0) return null
  const tasks = returned.map((each): Task => {
    const survey = view.get<SurveyRow>('surveys.survey', each.survey)
    return {
      id: each.id,
      title: nameOf(each),
      status: 'refused',
      statusLabel: t('survey.returned'),
      why: [each.comment, survey?.title].filter(Boolean).join(' · '),
      action: {
        href: surveyPath(place, each.survey, `isi/${each.id}`),
        label: t('survey.mend'),
      },
    }
  })
  return (
    <Section title={t('survey.mend-title')} subtitle={t('survey.mend-why')}>
      <TaskList label={t('survey.mend-title')} tasks={tasks} />
    </Section>
  )
}

function Drafts({ place, surveys }: { place: string; surveys: readonly SurveyRow[] }) {
  const drafts = useSurveyDrafts(place)
  const view = usePlaceView()
  const householdName = useHouseholdName()
  const title = (id: string) => surveys.find((each) => each.id === id)?.title ?? ''
  const homeName = (id: string) => householdName(view.get<HouseholdRow>(householdCollection, id))
  if (drafts.length === 0) return null
  const tasks = drafts.map(
    ({ id, head, savedAt }): Task => ({
      id,
      title: draftName(head, homeName),
      status: 'draft',
      statusLabel: t('survey.draft'),
      why: [title(head.survey), t('survey.draft-at', { at: momentText(savedAt, place) })]
        .filter(Boolean)
        .join(' · '),
      href: surveyPath(place, head.survey, `isi/${id}`),
    }),
  )
  return (
    <Section title={t('survey.drafts-title')} subtitle={t('survey.drafts-why')}>
      <TaskList label={t('survey.drafts-title')} tasks={tasks} />
    </Section>
  )
}

type StageGroup = { key: string; title: string; surveys: SurveyRow[]; missing: AskedKind[] }

/** Surveys of a programme under the stage that asks for them, with those that nobody opened yet. */
function groupsOf({ row, programme }: Enrolled, surveys: readonly SurveyRow[]): StageGroup[] {
  const groups = new Map<string, StageGroup>()
  for (const kind of kindsOf(programme)) {
    const key = kind.stage?.id ?? ''
    const title = kind.stage
      ? t('survey.stage', { number: kind.stage.number, stage: words(kind.stage.title) })
      : words(programme.title)
    const group = groups.get(key) ?? { key: `${row.id} ${key}`, title, surveys: [], missing: [] }
    groups.set(key, group)
    const found = surveys.filter((each) => servesAs(each, row.id, kind.id))
    group.surveys.push(...found)
    if (found.length === 0 && kind.stage && row.status === 'started') group.missing.push(kind)
  }
  return [...groups.values()].filter((group) => group.surveys.length + group.missing.length > 0)
}

const newHref = (place: string, enrolment: string, kind: string) =>
  `/d/${place}/survei/baru?${new URLSearchParams({ jenis: kind, pendaftaran: enrolment })}`

function Programme({
  place,
  enrolled,
  surveys,
}: {
  place: string
  enrolled: Enrolled
  surveys: readonly SurveyRow[]
}) {
  const mayOpen = may(useRoles(place), openSurvey)
  return groupsOf(enrolled, surveys).map(({ key, title, surveys: found, missing }) => (
    <Section key={key} tone="plain" title={title} subtitle={words(enrolled.programme.title)}>
      {found.length > 0 && <Cards place={place} surveys={found} />}
      {missing.length > 0 && (
        <TaskList
          label={title}
          tasks={missing.map((kind) => ({
            id: kind.id,
            title: words(kind.title),
            status: 'later',
            statusLabel: t('survey.not-opened'),
            why: t('survey.not-opened-why'),
            action: mayOpen
              ? { href: newHref(place, enrolled.row.id, kind.id), label: t('survey.new') }
              : undefined,
          }))}
        />
      )}
    </Section>
  ))
}

function Cards({ place, surveys }: { place: string; surveys: readonly SurveyRow[] }) {
  return (
    <ul className="sv-cards">
      {surveys.map((survey) => (
        <li key={survey.id}>
          <SurveyCard place={place} survey={survey} />
        </li>
      ))}
    </ul>
  )
}

/** From a gate's link: to the survey of that kind, or to opening it. Null: stay on the list. */
function useWanted(place: string, surveys: readonly SurveyRow[]) {
  const search = new URLSearchParams(useSearch())
  const mayOpen = may(useRoles(place), openSurvey)
  const [kind, enrolment] = [search.get('jenis'), search.get('pendaftaran')]
  if (!kind) return { to: null, kind: null }
  const found = surveys.find((each) =>
    servingsOf(each).some((one) => one.kind === kind && (enrolment === null || one.enrolment === enrolment)),
  )
  if (found) return { to: surveyPath(place, found.id), kind }
  return { to: mayOpen ? newHref(place, enrolment ?? '', kind) : null, kind }
}

function Actions({ place }: { place: string }) {
  const roles = useRoles(place)
  const base = `/d/${place}/survei`
  return (
    <>
      {may(roles, openSurvey) && (
        <LinkButton href={`${base}/baru`} variant="primary" icon="plus">
          {t('survey.new')}
        </LinkButton>
      )}
      <Menu
        trigger={t('survey.more')}
        items={[
          { label: t('survey.library'), icon: 'file', href: `${base}/formulir` },
          ...(may(roles, registerDevice)
            ? [{ label: t('survey.devices'), icon: 'key' as const, href: `${base}/perangkat` }]
            : []),
        ]}
      />
    </>
  )
}

function SurveysScreen({ place }: ScreenProps) {
  const surveys = useSurveys()
  const enrolled = useEnrolled()
  const roles = useRoles(place)
  const wanted = useWanted(place, surveys)
  if (wanted.to) return <Redirect to={wanted.to} replace />
  const own = surveys.filter(
    (each) => each.kind === null || !enrolled.some(({ row }) => row.id === each.enrolment),
  )
  const kindTitle = enrolled
    .flatMap(({ programme }) => programme.kinds.surveys)
    .find((each) => each.id === wanted.kind)?.title
  return (
    <Page title={t('survey.title')} subtitle={t('survey.subtitle')} actions={<Actions place={place} />}>
      <Stack gap={5}>
        {wanted.kind && (
          <Notice tone="info">
            {t('survey.kind-missing', { kind: kindTitle ? words(kindTitle) : wanted.kind })}
          </Notice>
        )}
        {may(roles, submit) && <ToMend place={place} />}
        <Drafts place={place} surveys={surveys} />
        {enrolled.map((each) => (
          <Programme key={each.row.id} place={place} enrolled={each} surveys={surveys} />
        ))}
        {own.length > 0 && (
          <Section tone="plain" title={t('survey.own')}>
            <Cards place={place} surveys={own} />
          </Section>
        )}
        {surveys.length === 0 && (
          <EmptyState
            icon="ballot"
            title={t('survey.empty')}
            steps={[t('survey.empty-1'), t('survey.empty-2'), t('survey.empty-3')]}
            actions={
              may(roles, openSurvey) ? undefined : <p className="rb-hint">{t('survey.empty-reader')}</p>
            }
          />
        )}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...surveyRecord, title: surveyTexts['survey.title'] }, SurveysScreen)
