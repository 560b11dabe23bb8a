// The village itself and what lies below it: where are we, what is missing, what to add next.
import '../places.css'
import './tree.css'
import { useState } from 'react'
import { Link } from 'wouter'
import { zoneName } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { usePlaceView, useRow, useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import {
  type LocalPlace,
  localCollection,
  localKinds,
  placeKeepers,
  type VillageWords,
  villageCollection,
  villageWordsId,
} from '../local-place.ts'
import { kindTitle, villageKindOf } from '../names.ts'
import { placesTexts } from '../texts.ts'
import { localTitle, type TreeRow, treeOf } from '../tree.ts'
import { tableOf } from './export-places.ts'

const t = translate(placesTexts)

export default function PlacesScreen({ place }: ScreenProps) {
  const rows = useRows<LocalPlace>(localCollection)
  const mayKeep = useRoles(place).some((role) => placeKeepers.includes(role))
  const [closedToo, setClosedToo] = useState(false)
  const shown = treeOf(closedToo ? rows : rows.filter((row) => row.active))
  const here = `/d/${place}/wilayah`
  const addOne = mayKeep && (
    <LinkButton href={`${here}/baru`} icon="plus" variant={rows.length > 0 ? 'primary' : 'quiet'}>
      {t('places.add')}
    </LinkButton>
  )
  const addMany = mayKeep && (
    <LinkButton href={`${here}/banyak`} icon="plus" variant={rows.length > 0 ? 'quiet' : 'primary'}>
      {t('places.add-many')}
    </LinkButton>
  )
  return (
    <Page title={t('places.title')} back={{ href: `/d/${place}`, label: t('places.home') }}>
      <VillageFacts place={place} rows={rows} mayKeep={mayKeep} />
      <Section
        title={t('places.below')}
        subtitle={t('places.below-why')}
        actions={
          rows.length > 0 && (
            <Cluster>
              {addOne}
              {addMany}
              <ExportButton name={`wilayah-${place}`} table={() => tableOf(shown, rows, place)} />
            </Cluster>
          )
        }
      >
        {rows.some((row) => !row.active) && (
          <CheckField
            name="closed-too"
            label={t('places.show-closed')}
            checked={closedToo}
            onChange={setClosedToo}
          />
        )}
        {shown.length === 0 ? (
          <EmptyState
            icon="pin"
            title={t('places.empty')}
            actions={
              <>
                {addMany}
                {addOne}
              </>
            }
          >
            {t(mayKeep ? 'places.empty-why' : 'places.empty-ask')}
          </EmptyState>
        ) : (
          <ul className="places-tree" aria-label={t('places.below')}>
            {shown.map((row) => (
              <TreeLine key={row.place.id} row={row} village={place} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('places.source')} tone="plain" level={2}>
        <p>{t('places.source-text')}</p>
      </Section>
    </Page>
  )
}

type FactsProps = { place: string; rows: readonly LocalPlace[]; mayKeep: boolean }

function VillageFacts({ place, rows, mayKeep }: FactsProps) {
  const national = usePlaceName(place)
  const own = useRow<VillageWords>(villageCollection, villageWordsId)
  const open = rows.filter((row) => row.active)
  const count = (kind: LocalPlace['kind']) => open.filter((row) => row.kind === kind).length
  const below = localKinds
    .flatMap((each) => (count(each) > 0 ? [`${count(each)} ${t(`places.kind.${each}`)}`] : []))
    .join(', ')
  // An RW's number would count its RT twice.
  const counted = open.filter(
    (row) => row.households !== null && (row.kind === 'rt' || row.kind === 'settlement'),
  )
  const kind = kindTitle(own?.kind ?? villageKindOf(place))
  return (
    <Section
      title={
        own?.name
          ? `${kind} ${own.name}`
          : own?.kind
            ? t('places.called', { kind, title: national.title })
            : national.title
      }
      subtitle={national.line}
      actions={
        mayKeep && (
          <LinkButton href={`/d/${place}/wilayah/sebutan`} icon="pencil">
            {t('places.words-change')}
          </LinkButton>
        )
      }
    >
      <FactGrid
        facts={[
          { label: t('places.fact.code'), value: <span className="rb-number">{place}</span> },
          { label: t('places.fact.zone'), value: zoneName(place) },
          { label: t('places.below'), value: below || '–' },
          {
            label: t('places.fact.households'),
            value: counted.length > 0 ? counted.reduce((sum, row) => sum + (row.households ?? 0), 0) : '–',
            note: t('places.fact.households-note'),
          },
        ]}
      />
    </Section>
  )
}

/** What is worth knowing beside the title: people and habitat of a settlement, households, why it was closed. */
function noteOf(place: LocalPlace): string {
  const { settlement, households, closedReason } = place
  return [
    settlement && `${settlement.people}, ${t(`places.habitat.${settlement.habitat}`)}`,
    settlement?.category && t(`places.category.${settlement.category}`),
    households !== null && t('places.households', { count: households }),
    closedReason,
  ]
    .filter(Boolean)
    .join(' · ')
}

function TreeLine({ row, village }: { row: TreeRow; village: string }) {
  const { place, depth } = row
  const pending = usePlaceView().pending(localCollection, place.id)
  return (
    <li className={`places-tree-${Math.min(depth, 3)}`}>
      <Link href={`/d/${village}/wilayah/${place.id}`}>
        <b>{localTitle(place, village)}</b>
        <small>{noteOf(place)}</small>
      </Link>
      {!place.active && <StatusBadge status="archive" label={t('places.closed')} />}
      {pending === 'queued' && <StatusBadge status="waiting" label={t('places.unsent')} />}
      {pending === 'refused' && <StatusBadge status="refused" label={t('places.refused')} />}
    </li>
  )
}
