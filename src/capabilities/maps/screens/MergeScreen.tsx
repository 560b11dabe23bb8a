// Two sketches come together: what may be the same thing drawn twice, and a person says whether it is.
import '../maps.css'
import { useMemo, useState } from 'react'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { metresText } from '../../../platform/browser/sketch/ground.tsx'
import { MarkSample } from '../../../platform/browser/sketch/Marks.tsx'
import { SketchMap } from '../../../platform/browser/sketch/SketchMap.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Feature, keepApart, mergeFeatures } from '../feature.ts'
import { nearDuplicates, type Pair } from '../looking.ts'
import type { MapRow } from '../map.ts'
import { whyNotKeepApart, whyNotMerge } from '../rules.ts'
import { mapsTexts } from '../texts.ts'
import { dayText, featureName, layersOf, mapPath, mapRecord, may, measureText, t } from '../words.browser.ts'
import { useFeatures } from './use-maps.ts'

type OneProps = { feature: Feature; loading: boolean; onKeep: () => void }

function One({ feature, loading, onKeep }: OneProps) {
  const detail = [t('map.by', { name: feature.byName || '…' }), dayText(feature.on), measureText(feature)]
  return (
    <li className="mp-line">
      <MarkSample look={feature.layer} shape={feature.shape} />
      <span>
        <strong>{featureName(feature)}</strong>
        <small>{detail.filter(Boolean).join(' · ')}</small>
        {feature.note && <small>{feature.note}</small>}
      </span>
      <Button loading={loading} onClick={onKeep}>
        {t('merge.keep')}
      </Button>
    </li>
  )
}

function PairCard({ place, pair }: { place: string; pair: Pair }) {
  const view = usePlaceView()
  const { give, giving } = useGiving()
  const [refused, setRefused] = useState<string | null>(null)
  const { one, other, metres } = pair
  const layers = useMemo(() => layersOf([one, other]), [one, other])
  const keep = (kept: Feature, dropped: Feature) => {
    const input = {
      ...{ keep: kept.id, keepBasedOn: kept.version, drop: dropped.id, dropBasedOn: dropped.version },
    }
    const [why] = whyNotMerge(view, input)
    if (why) return setRefused(say(why, mapsTexts))
    void give((phone) => phone.give(mergeFeatures, place, input), { saved: t('merge.merged') })
  }
  const part = () => {
    const input = { one: one.id, other: other.id }
    const [why] = whyNotKeepApart(view, input)
    if (why) return setRefused(say(why, mapsTexts))
    void give((phone) => phone.give(keepApart, place, input), { saved: t('merge.apart') })
  }
  return (
    <Section
      title={featureName(one)}
      subtitle={[t(`layer.${one.layer}`), t('merge.metres', { metres: metresText(metres) })].join(' · ')}
    >
      <SketchMap label={t('merge.label', { name: featureName(one) })} layers={layers} tall={0.4} />
      {refused && <Notice tone="refused">{refused}</Notice>}
      <ul className="mp-lines">
        <One feature={one} loading={giving} onKeep={() => keep(one, other)} />
        <One feature={other} loading={giving} onKeep={() => keep(other, one)} />
      </ul>
      <Button loading={giving} onClick={part}>
        {t('merge.different')}
      </Button>
    </Section>
  )
}

/** Shown at a time: after each decision the next comes up. */
const shownMost = 3

function Merging({ place, row: map }: RecordProps<MapRow>) {
  const features = useFeatures(map.id)
  const pairs = useMemo(() => nearDuplicates(features), [features])
  const roles = useRoles(place)
  const mayMerge = may(roles, mergeFeatures) && map.state === 'open'
  return (
    <Page
      title={t('merge.title')}
      subtitle={map.title}
      back={{ href: mapPath(place, map.id), label: t('maps.go-back') }}
    >
      <Stack>
        <p>{t('merge.why')}</p>
        {pairs.length === 0 && (
          <EmptyState icon="check-circle" title={t('merge.none')}>
            {t('merge.none-why')}
          </EmptyState>
        )}
        {!mayMerge && pairs.length > 0 && <Notice tone="info">{t('merge.not-now')}</Notice>}
        {mayMerge &&
          pairs
            .slice(0, shownMost)
            .map((pair) => <PairCard key={`${pair.one.id} ${pair.other.id}`} place={place} pair={pair} />)}
        {pairs.length > shownMost && (
          <p className="rb-hint">{t('merge.more', { count: pairs.length - shownMost })}</p>
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(mapRecord, Merging)
