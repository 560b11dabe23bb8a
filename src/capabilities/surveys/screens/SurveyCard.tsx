// One survey in a list: its title, how far it is, and what waits.
import { Link } from 'wouter'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { ProgressBar } from '../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { coverageIn, respondentsOf } from '../evidence.ts'
import { type SurveyRow, surveyCollection } from '../survey.ts'
import { dayText, numberText, surveyLook, surveyPath, t, waitingOf } from './words.ts'

/** How far a survey is, as a bar; an open one without an aim has no end to measure against. */
function Progress({ survey }: { survey: SurveyRow }) {
  const view = usePlaceView()
  const done = survey.state === 'closed' && survey.closed?.complete
  if (survey.population === 'households') {
    const { known, surveyed } = coverageIn(view, survey)
    return (
      <ProgressBar
        label={t('survey.visits')}
        value={surveyed}
        max={Math.max(known, surveyed, 1)}
        text={t('survey.visited-of', { visited: surveyed, known })}
        tone={done ? 'done' : 'next'}
      />
    )
  }
  const answers = respondentsOf(survey.counts)
  if (survey.target === null) return <p>{t('survey.answers', { count: answers })}</p>
  return (
    <ProgressBar
      label={t('over.received')}
      value={answers}
      max={survey.target}
      text={t('survey.answers-of', { count: answers, target: survey.target })}
      tone={done ? 'done' : 'next'}
    />
  )
}

export function SurveyCard({ place, survey }: { place: string; survey: SurveyRow }) {
  const pending = usePlaceView().pending(surveyCollection, survey.id)
  const { status, label } = surveyLook(survey)
  const waiting = waitingOf(survey)
  const { approved, hasIssues } = survey.counts
  return (
    <article className="sv-card">
      <div className="sv-card-head">
        <h3>
          <Link href={surveyPath(place, survey.id)}>{survey.title}</Link>
        </h3>
        {pending === 'queued' ? (
          <StatusBadge status="waiting" label={t('survey.unsent')} />
        ) : (
          <StatusBadge status={status} label={label} />
        )}
      </div>
      <Progress survey={survey} />
      <div className="sv-card-foot">
        <span>{dayText(survey.openedOn)}</span>
        {waiting > 0 && <span>{t('survey.waiting', { count: waiting })}</span>}
        {hasIssues > 0 && <span>{t('survey.has-issues', { count: hasIssues })}</span>}
        {approved > 0 && (
          <span>
            {numberText(approved)} {t('over.approved').toLowerCase()}
          </span>
        )}
      </div>
    </article>
  )
}
