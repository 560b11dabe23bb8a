// A form is filled in: a new one, a draft taken up again, or a submission that was sent back.
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { usePhone, usePlaceView, useRow } from '../../../../platform/browser/hooks.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { type SurveyRow, surveyCollection } from '../../survey.ts'
import { FillForm } from '../FillForm.tsx'
import { t } from '../fill-context.tsx'
import { type Opening, openFilling } from '../opening.ts'
import type { FillSession } from '../session.ts'

/** A filling that was begun and is about to get an address of its own: the next screen takes it as it is. */
let begun: FillSession | null = null

type State =
  | { kind: 'loading' }
  | { kind: 'open'; session: FillSession }
  | { kind: 'closed'; why: Extract<Opening, { closed: string }>['closed'] }
  | { kind: 'broken'; message: string }
  | { kind: 'done'; name: string }

function useOpening(place: string, survey: string, submission: string | null) {
  const phone = usePhone()
  const view = usePlaceView()
  const search = useSearch()
  const [, navigate] = useLocation()
  const [state, setState] = useState<State>({ kind: 'loading' })
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    const handed = begun?.start.id === submission ? begun : null
    begun = null
    if (handed) return setState({ kind: 'open', session: handed })
    const household = new URLSearchParams(search).get('keluarga')
    openFilling(phone, view, { place, survey, submission, household }).then(
      (opening) => {
        if ('closed' in opening) return setState({ kind: 'closed', why: opening.closed })
        const { session } = opening
        if (session.start.id === submission) return setState({ kind: 'open', session })
        begun = session
        navigate(`/d/${place}/survei/${survey}/isi/${session.start.id}${search && `?${search}`}`, {
          replace: true,
        })
      },
      (error: unknown) => {
        console.error('could not open a form', error)
        setState({ kind: 'broken', message: error instanceof Error ? error.message : String(error) })
      },
    )
  }, [phone, view, place, survey, submission, search, navigate])
  return { state, onSent: (name: string) => setState({ kind: 'done', name }) }
}

export default function FillScreen({ place, params }: ScreenProps) {
  const survey = params.id ?? ''
  const { state, onSent } = useOpening(place, survey, params.submission ?? null)
  const row = useRow<SurveyRow>(surveyCollection, survey)
  const home = `/d/${place}/survei/${survey}`
  const title = row?.title ?? t('fill.title')
  return (
    <Page title={title} back={{ href: home, label: t('fill.back-to-survey') }} width="narrow">
      {state.kind === 'loading' && <Loading label={t('fill.loading')} />}
      {state.kind === 'open' && <FillForm session={state.session} onSent={onSent} />}
      {state.kind === 'closed' && <Closed why={state.why} home={home} place={place} />}
      {state.kind === 'broken' && (
        <EmptyState icon="alert-circle" title={t('fill.broken')} level={2} actions={<Home home={home} />}>
          {t('fill.broken-why', { message: state.message })}
        </EmptyState>
      )}
      {state.kind === 'done' && <Done home={home} name={state.name} />}
    </Page>
  )
}

const Home = ({ home }: { home: string }) => (
  <LinkButton href={home} variant="primary">
    {t('fill.back-to-survey')}
  </LinkButton>
)

const closedTexts = {
  'no-survey': ['fill.no-survey', 'fill.no-survey-why'],
  'survey-closed': ['fill.survey-closed', 'fill.survey-closed-why'],
  'no-form': ['fill.no-form', 'fill.no-form-why'],
  sent: ['fill.sent', 'fill.sent-why'],
  'waiting-to-be-sent': ['fill.waiting', 'fill.waiting-why'],
} as const

function Closed({ why, home, place }: { why: keyof typeof closedTexts; home: string; place: string }) {
  const [title, reason] = closedTexts[why]
  return (
    <EmptyState
      icon={why === 'no-form' || why === 'no-survey' ? 'cloud-off' : 'lock'}
      title={t(title)}
      level={2}
      actions={
        why === 'no-survey' ? (
          <LinkButton href={`/d/${place}/survei`} variant="primary">
            {t('fill.to-surveys')}
          </LinkButton>
        ) : (
          <Home home={home} />
        )
      }
    >
      {t(reason)}
    </EmptyState>
  )
}

function Done({ home, name }: { home: string; name: string }) {
  return (
    <EmptyState
      icon="check-circle"
      title={t('check.done')}
      level={2}
      actions={
        <>
          <LinkButton href={home} variant="primary">
            {t('fill.back-to-survey')}
          </LinkButton>
          <LinkButton href={`${home}/isi`} icon="plus">
            {t('fill.new-one')}
          </LinkButton>
        </>
      }
    >
      {name && <strong>{name}. </strong>}
      {t('check.done-why')}
    </EmptyState>
  )
}
