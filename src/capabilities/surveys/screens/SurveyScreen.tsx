// One survey: where are we, who is left, what is next.
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { surveyRecord } from '../records.browser.ts'
import './surveys.css'
import { useSearch } from 'wouter'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { PrepareFilling } from '../filling/PrepareFilling.tsx'
import { useDraftHouseholds } from '../filling/screens/use-drafts.ts'
import { submissionCollection, submit } from '../submission.ts'
import { agreeSurvey, type SurveyRow, surveyCollection } from '../survey.ts'
import { CoverageTable } from '../visits/screens/CoverageTable.tsx'
import { SurveyMapPart } from '../visits/screens/SurveyMapPart.tsx'
import { WhoIsLeft } from '../visits/screens/WhoIsLeft.tsx'
import { Doors } from './Doors.tsx'
import { SurveyFigures } from './SurveyFigures.tsx'
import { SurveyServed } from './SurveyServed.tsx'
import { SurveySteps } from './SurveySteps.tsx'
import { useEnrolled, useSubmissions, useVisits } from './use-surveys.ts'
import { dayText, may, seesNames, surveyLook, surveyPath, t, words } from './words.ts'

type Part = 'now' | 'visits' | 'map'
const partOf = (search: string): Part => {
  const part = new URLSearchParams(search).get('bagian')
  return part === 'kunjungan' ? 'visits' : part === 'peta' ? 'map' : 'now'
}

/** Whether something of this survey still lies on this phone, or was refused. */
function Sending({ survey }: { survey: SurveyRow }) {
  const view = usePlaceView()
  const marks = [
    view.pending(surveyCollection, survey.id),
    ...useSubmissions(survey.id).map((each) => view.pending(submissionCollection, each.id)),
  ]
  if (marks.includes('refused'))
    return (
      <Notice
        tone="refused"
        title={t('survey.refused')}
        action={<LinkButton href="/kotak-keluar">{t('survey.to-outbox')}</LinkButton>}
      />
    )
  return null
}

function Closed({ survey }: { survey: SurveyRow }) {
  if (!survey.closed) return null
  const { complete, on, reason } = survey.closed
  return (
    <Notice
      tone={complete ? 'done' : 'info'}
      title={t(complete ? 'over.closed-complete' : 'over.closed-broken')}
    >
      {[t('over.closed-on', { on: dayText(on) }), reason].filter(Boolean).join('. ')}
    </Notice>
  )
}

function Overview({ place, row: survey }: RecordProps<SurveyRow>) {
  const drafts = useDraftHouseholds(place, survey.id)
  const { visits, lines, total } = useVisits(survey, drafts)
  const part = partOf(useSearch())
  const roles = useRoles(place)
  const enrolled = useEnrolled().find((each) => each.row.id === survey.enrolment)
  const look = surveyLook(survey)
  const households = survey.population === 'households' && total.known > 0
  const mayFill = survey.state === 'open' && may(roles, submit)
  const base = surveyPath(place, survey.id)
  const unsent = usePlaceView().pending(surveyCollection, survey.id) === 'queued'
  return (
    <Page
      title={survey.title}
      subtitle={[enrolled && words(enrolled.programme.title), dayText(survey.openedOn)]
        .filter(Boolean)
        .join(' · ')}
      back={{ href: `/d/${place}/survei`, label: t('survey.back') }}
      width="wide"
      badge={
        <Cluster>
          <StatusBadge status={look.status} label={look.label} />
          {unsent && <StatusBadge status="waiting" label={t('survey.unsent')} />}
        </Cluster>
      }
      actions={
        mayFill && (
          // Who runs the survey is led by its steps; who only fills in has this one thing to do.
          <LinkButton
            href={`${base}/isi`}
            variant={may(roles, agreeSurvey) ? 'quiet' : 'primary'}
            icon="plus"
          >
            {t('over.fill')}
          </LinkButton>
        )
      }
    >
      {mayFill && <PrepareFilling form={survey.form} />}
      <Tabs
        label={t('over.tabs')}
        tabs={[
          { href: base, label: t('over.tab-now'), current: part === 'now' },
          ...(households
            ? [
                {
                  href: `${base}?bagian=kunjungan`,
                  label: t('over.tab-visits'),
                  count: total.left,
                  current: part === 'visits',
                },
              ]
            : []),
          ...(seesNames(roles)
            ? [{ href: `${base}?bagian=peta`, label: t('over.tab-map'), current: part === 'map' }]
            : []),
        ]}
      />
      {part === 'now' && (
        <Stack gap={5}>
          <Sending survey={survey} />
          <Closed survey={survey} />
          <SurveyFigures place={place} survey={survey} total={total} />
          <SurveySteps place={place} survey={survey} left={total.left} known={total.known} />
          <SurveyServed place={place} survey={survey} />
          {survey.population === 'households' && (
            <CoverageTable place={place} survey={survey} lines={lines} />
          )}
          <Doors place={place} survey={survey} />
        </Stack>
      )}
      {part === 'visits' && (
        <WhoIsLeft place={place} survey={survey} visits={visits} lines={lines} mayFill={mayFill} />
      )}
      {part === 'map' && <SurveyMapPart place={place} survey={survey} lines={lines} />}
    </Page>
  )
}

export default recordScreen(surveyRecord, Overview)
