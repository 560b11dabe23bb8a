// What a map is drawn on: chosen among what the village has, or brought.
import '../maps.css'
import { useState } from 'react'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../platform/browser/ui/page/Switch.tsx'
import { type Base, type BaseKind, baseCollection, baseKinds, changeMap, type MapRow } from '../map.ts'
import { whyNotChange } from '../rules.ts'
import { mapsTexts } from '../texts.ts'
import { mapPath, mapRecord, t } from '../words.browser.ts'
import { OutlineForm } from './OutlineForm.tsx'
import { PhotoForm } from './PhotoForm.tsx'
import { TilesForm } from './TilesForm.tsx'

const forms = { outline: OutlineForm, photo: PhotoForm, tiles: TilesForm } as const

/** Which base lies under this map; chosen at once, and taken back as easily. */
function Choice({ place, map }: { place: string; map: MapRow }) {
  const view = usePlaceView()
  const bases = useRows<Base>(baseCollection)
  const { give } = useGiving()
  const [refused, setRefused] = useState<string | null>(null)
  const choose = (value: string) => {
    const input = { id: map.id, basedOn: map.version, changes: { base: value || null } }
    const [why] = whyNotChange(view, input)
    setRefused(why ? say(why, mapsTexts) : null)
    if (!why) void give((phone) => phone.give(changeMap, place, input), { saved: t('base.chosen') })
  }
  return (
    <Section title={t('base.under')}>
      {refused && <Notice tone="refused">{refused}</Notice>}
      <RadioCards
        name="base"
        label={t('base.choose')}
        value={map.base ?? ''}
        onChange={choose}
        choices={[
          { value: '', label: t('base.none'), hint: t('base.none-why') },
          ...bases.map(({ id, name, kind, source }) => ({
            value: id,
            label: name,
            hint: [t(`base.${kind}`), source].join(' · '),
          })),
        ]}
      />
    </Section>
  )
}

const isKind = (value: string): value is BaseKind => (baseKinds as readonly string[]).includes(value)

function Bases({ place, row: map }: RecordProps<MapRow>) {
  const [kind, setKind] = useState<BaseKind>('outline')
  const Form = forms[kind]
  return (
    <Page
      title={t('base.title')}
      subtitle={map.title}
      back={{ href: mapPath(place, map.id), label: t('maps.go-back') }}
    >
      <Stack>
        <Choice place={place} map={map} />
        <Section title={t('base.add')}>
          <Switch
            name="kind"
            label={t('base.kind')}
            value={kind}
            options={baseKinds.map((value) => ({ value, label: t(`base.${value}`) }))}
            onChange={(next) => isKind(next) && setKind(next)}
          />
          <p className="rb-hint">{t(`base.${kind}-why`)}</p>
          <Form key={kind} place={place} map={map} />
        </Section>
      </Stack>
    </Page>
  )
}

export default recordScreen(mapRecord, Bases)
