// One map: the picture, its layers, what stands on it and who drew it; and the next step.
import '../maps.css'
import { useMemo, useState } from 'react'
import { worksInVillage } from '../../../kernel/role.ts'
import { smallestDefault } from '../../../kernel/suppression.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { MarkSample } from '../../../platform/browser/sketch/Marks.tsx'
import { SketchMap } from '../../../platform/browser/sketch/SketchMap.tsx'
import { StoredPicture } from '../../../platform/browser/stored-files.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { collectionOf, type Feature, isRestricted, type Layer, layers, removeFeature } from '../feature.ts'
import { nearest } from '../looking.ts'
import type { MapRow } from '../map.ts'
import {
  dayText,
  featureName,
  kindTitle,
  layersOf,
  mapRecord,
  may,
  measureText,
  numberText,
  t,
} from '../words.browser.ts'
import { useBase } from './Base.tsx'
import { Mend } from './EditFeature.tsx'
import { MapActions } from './MapActions.tsx'
import { standingOf } from './MapsScreen.tsx'
import { useAround, useFeatures, useGround, useLocalNames, useSurveyPoints } from './use-maps.ts'

const linesMost = 8

/** Taps to hide and show; those that are on the map only. */
function Legend(props: {
  features: readonly Feature[]
  hidden: ReadonlySet<Layer>
  onToggle: (layer: Layer) => void
}) {
  const { features, hidden, onToggle } = props
  return (
    <fieldset>
      <legend className="rb-hint">{t('map.layers')}</legend>
      <ul className="mp-legend">
        {layers.map((layer) => {
          const of = features.filter((each) => each.layer === layer)
          const [first] = of
          if (!first) return null
          return (
            <li key={layer}>
              <button type="button" aria-pressed={!hidden.has(layer)} onClick={() => onToggle(layer)}>
                <MarkSample look={layer} shape={first.shape} />
                {t(`layer.${layer}`)} <span className="rb-number">{of.length}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

type LineProps = { feature: Feature; chosen: boolean; onChoose: () => void }

function Line({ feature, chosen, onChoose }: LineProps) {
  const view = usePlaceView()
  const rt = useLocalNames()
  const unsent = view.pending(collectionOf(feature), feature.id) === 'queued'
  const detail = [
    feature.name && t(`layer.${feature.layer}`),
    measureText(feature),
    rt(feature.localPlace),
    feature.byName && t('map.by', { name: feature.byName }),
    unsent && t('map.unsent'),
  ]
  return (
    <li className={chosen ? 'mp-line mp-chosen' : 'mp-line'}>
      <MarkSample look={feature.layer} shape={feature.shape} />
      <span>
        <Button variant="link" onClick={onChoose}>
          {featureName(feature)}
        </Button>
        <small>{detail.filter(Boolean).join(' · ')}</small>
        {chosen && feature.note && <p>{feature.note}</p>}
        {chosen && feature.photo && (
          <StoredPicture place={view.place} id={feature.photo.file} alt={featureName(feature)} />
        )}
      </span>
    </li>
  )
}

function HomesElsewhere({ homes }: { homes: NonNullable<MapRow['homes']> }) {
  const rt = useLocalNames()
  if (homes.length === 0) return null
  return (
    <Notice tone="info" title={t('map.homes-hidden')}>
      {t('map.homes-hidden-why')}
      <ul>
        {homes.map(({ localPlace, count }) => (
          <li key={localPlace}>
            {rt(localPlace) || t('map.no-rt')}: {count ?? t('map.few', { few: smallestDefault })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Standing({ map }: { map: MapRow }) {
  if (!map.closed) return null
  const { on, makers } = map.closed
  const drawn =
    makers.length > 0
      ? t('map.closed-by', { on: dayText(on), makers: makers.join(', ') })
      : t('map.closed-on', { on: dayText(on) })
  return (
    <Notice tone="done" title={drawn}>
      {map.agreed &&
        [t('map.agreed-on', { on: dayText(map.agreed.on) }), map.agreed.note].filter(Boolean).join('. ')}
    </Notice>
  )
}

function MapShown({ place, row: map }: RecordProps<MapRow>) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const features = useFeatures(map.id)
  const [hidden, setHidden] = useState<ReadonlySet<Layer>>(new Set())
  const [chosenId, setChosen] = useState<string | null>(null)
  const [most, setMost] = useState(linesMost)
  const shown = useMemo(() => features.filter(({ layer }) => !hidden.has(layer)), [features, hidden])
  const survey = useSurveyPoints()
  const [withSurvey, setWithSurvey] = useState(false)
  const marks = useMemo(
    () => [...(withSurvey ? [{ look: 'survey', marks: survey }] : []), ...layersOf(shown)],
    [shown, survey, withSurvey],
  )
  const chosen = shown.find(({ id }) => id === chosenId)
  const toggle = (layer: Layer) =>
    setHidden((now) =>
      now.has(layer) ? new Set([...now].filter((each) => each !== layer)) : new Set([...now, layer]),
    )
  const kind = kindTitle(view, map)
  const { base, rings } = useGround(map)
  const under = useBase(base, rings)
  const around = useAround(rings)
  const { status, label } = standingOf(map)
  const lines = chosen ? [chosen, ...shown.filter((each) => each !== chosen)] : shown
  return (
    <Page
      title={map.title}
      subtitle={kind === map.title ? undefined : kind}
      back={{ href: `/d/${place}/peta`, label: t('maps.back') }}
      badge={<StatusBadge status={status} label={label} />}
      actions={<MapActions place={place} map={map} empty={features.length === 0} />}
      width="wide"
    >
      <Stack>
        <Standing map={map} />
        <div className="mp-side">
          <Stack gap={3}>
            <SketchMap
              label={t('map.label', { title: map.title })}
              layers={marks}
              base={under}
              around={around}
              chosen={chosen && { ...chosen, points: chosen.spots }}
              onTap={(at, metres) => setChosen(nearest(shown, at, 24 * metres)?.id ?? null)}
            />
            <Legend features={features} hidden={hidden} onToggle={toggle} />
            {survey.length > 0 && (
              <CheckField
                name="survey"
                label={`${t('map.survey-points')} (${numberText(survey.length)})`}
                checked={withSurvey}
                onChange={setWithSurvey}
              />
            )}
            {features.some(({ layer }) => isRestricted(layer)) && (
              <p className="rb-hint">{t('map.restricted')}</p>
            )}
            {map.homes && <HomesElsewhere homes={map.homes} />}
          </Stack>
          <Section title={t('map.features')} subtitle={t('maps.count', { count: features.length })}>
            {!worksInVillage(roles) && <Notice tone="info">{t('map.not-yours')}</Notice>}
            {worksInVillage(roles) && features.length === 0 && (
              <EmptyState icon="pin" title={t('map.empty')}>
                {t('map.empty-why')}
              </EmptyState>
            )}
            <ul className="mp-lines">
              {lines.slice(0, most).map((each) => (
                <Line
                  key={each.id}
                  feature={each}
                  chosen={each === chosen}
                  onChoose={() => setChosen(each === chosen ? null : each.id)}
                />
              ))}
            </ul>
            {chosen && map.state === 'open' && may(roles, removeFeature) && (
              <Mend key={chosen.id} place={place} feature={chosen} onDone={() => setChosen(null)} />
            )}
            {lines.length > most && (
              <Button full onClick={() => setMost(most + linesMost)}>
                {t('map.more', { count: Math.min(linesMost, lines.length - most) })}
              </Button>
            )}
          </Section>
        </div>
      </Stack>
    </Page>
  )
}

export default recordScreen(mapRecord, MapShown)
