// Where people were, and where nobody was yet: the map beside the list it was drawn from.
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { type GeoPoint, middleOf } from '../../../../kernel/geometry.ts'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { momentText } from '../../../../platform/browser/moment.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { type Locals, useLocals, useSubmissions } from '../../screens/use-surveys.ts'
import { nameOf, surveyPath, t, visitStatus, visitText } from '../../screens/words.ts'
import { type SubmissionRow, submissionCollection } from '../../submission.ts'
import type { SurveyRow } from '../../survey.ts'
import { type Coverage, standingOf } from '../visits.ts'
import { PointSample, type PointState, pointStates } from './MapPoint.tsx'
import { type Cluster, type Shown, SurveyMap } from './SurveyMap.tsx'

const linesMost = 40

type Spot = Shown & { submission: SubmissionRow }

function useSpots(survey: SurveyRow) {
  const view = usePlaceView()
  const submissions = useSubmissions(survey.id)
  return useMemo(() => {
    const unsent = (id: string) => view.pending(submissionCollection, id) === 'queued'
    const spots = submissions.flatMap((submission): Spot[] => {
      const { id, point } = submission
      const state = standingOf(submission, unsent) as PointState
      return point ? [{ id, at: point, state, name: nameOf(submission), submission }] : []
    })
    return { spots, without: submissions.length - spots.length }
  }, [view, submissions])
}

/** RT with households left stand in the middle of their points; without any point they can only be listed. */
function clustersOf(lines: readonly Coverage[], spots: readonly Spot[], { lineOf }: Locals) {
  const byPlace = Map.groupBy(spots, (spot) => spot.submission.localPlace)
  const clusters: Cluster[] = []
  const nowhere: string[] = []
  for (const line of lines.filter((each) => each.left > 0)) {
    const points = (byPlace.get(line.localPlace) ?? []).map((spot): GeoPoint => spot.at)
    const at = middleOf(points)
    const label = lineOf(line.localPlace)
    if (at) clusters.push({ id: line.localPlace ?? '-', at, label, count: line.left })
    else nowhere.push(`${label} (${line.left})`)
  }
  return { clusters, nowhere }
}

function Legend({ spots, clusters }: { spots: readonly Spot[]; clusters: readonly Cluster[] }) {
  const used = pointStates.filter((state) => spots.some((spot) => spot.state === state))
  return (
    <ul className="sv-legend" aria-label={t('map.legend')}>
      {used.map((state) => (
        <li key={state}>
          <PointSample state={state} />
          {visitText(state)}
        </li>
      ))}
      {clusters.length > 0 && (
        <li>
          <span className="sv-legend-cluster rb-number">12</span>
          {t('map.cluster-key')}
        </li>
      )}
    </ul>
  )
}

type ListProps = { place: string; survey: SurveyRow; spots: readonly Spot[]; chosen: string | null }

function Chosen({ place, survey, spot }: { place: string; survey: SurveyRow; spot: Spot }) {
  const { lineOf } = useLocals()
  const { submission, state, name } = spot
  return (
    <div className="sv-chosen" role="status">
      <div className="sv-line-text">
        <strong>{name}</strong>
        <small>
          {[lineOf(submission.localPlace), momentText(submission.submittedAt, place)].join(' · ')}
        </small>
      </div>
      <StatusBadge status={visitStatus[state]} label={visitText(state)} />
      <LinkButton href={surveyPath(place, survey.id, `isian/${submission.id}`)}>{t('map.open')}</LinkButton>
    </div>
  )
}

function List({ place, survey, spots, chosen }: ListProps) {
  const [most, setMost] = useState(linesMost)
  const { lineOf } = useLocals()
  return (
    <Section title={t('map.list')} tone="plain">
      <ul className="sv-lines">
        {spots.slice(0, most).map(({ id, name, state, submission }) => (
          <li key={id}>
            <div className="sv-line" data-chosen={id === chosen || undefined}>
              <span className="sv-legend-mark">
                <PointSample state={state} />
              </span>
              <span className="sv-line-text">
                <Link href={surveyPath(place, survey.id, `isian/${id}`)}>{name}</Link>
                <small>
                  {visitText(state)} · {lineOf(submission.localPlace)}
                </small>
              </span>
            </div>
          </li>
        ))}
      </ul>
      {spots.length > most && (
        <Button full onClick={() => setMost(most + linesMost)}>
          {t('left.more', { count: Math.min(linesMost, spots.length - most) })}
        </Button>
      )}
    </Section>
  )
}

type Props = { place: string; survey: SurveyRow; lines: readonly Coverage[] }

export function SurveyMapPart({ place, survey, lines }: Props) {
  const { spots, without } = useSpots(survey)
  const locals = useLocals()
  const [chosen, setChosen] = useState<string | null>(null)
  const { clusters, nowhere } = useMemo(() => clustersOf(lines, spots, locals), [lines, spots, locals])
  const spot = spots.find((each) => each.id === chosen)
  if (spots.length === 0)
    return (
      <EmptyState icon="pin" title={t('map.none')}>
        {t('map.none-why')}
      </EmptyState>
    )
  return (
    <div className="sv-side">
      <div className="sv-side-fixed">
        <Stack gap={3}>
          <SurveyMap
            points={spots}
            clusters={clusters}
            chosen={chosen}
            onChoose={setChosen}
            label={t('map.label')}
          />
          {spot && <Chosen place={place} survey={survey} spot={spot} />}
          <Legend spots={spots} clusters={clusters} />
          {without > 0 && <p className="rb-hint">{t('map.without', { count: without })}</p>}
          {nowhere.length > 0 && (
            <p className="rb-hint">{t('map.rt-without', { list: nowhere.join(', ') })}</p>
          )}
        </Stack>
      </div>
      <List place={place} survey={survey} spots={spots} chosen={chosen} />
    </div>
  )
}
