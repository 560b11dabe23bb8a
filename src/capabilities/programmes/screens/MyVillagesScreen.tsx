// Desa saya: every village a person works for, with what is due and what is late. From the server when there
// is a line; from the phone's own copies when there is none.

import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { isVillage, levelOf } from '../../../kernel/place-code.ts'
import { type Role, vouchedFor } from '../../../kernel/role.ts'
import { fill } from '../../../kernel/text.ts'
import { ask, Offline } from '../../../platform/browser/api.ts'
import { type Fault, faultOf } from '../../../platform/browser/asking/fault.ts'
import { faultSentence } from '../../../platform/browser/asking/fault-sentence.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { readPins } from '../../../platform/browser/local/rows.ts'
import { type PlaceServices, usePlaceServices, useRoles } from '../../../platform/browser/place-context.tsx'
import { placeName, usePlaceName } from '../../../platform/browser/place-names.ts'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import type { IconName } from '../../../platform/browser/ui/Icon.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PlacePicker } from '../../places/door.browser.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import type { ProgressEntry } from '../overview.ts'
import { entryOf } from '../progress.ts'
import { t } from './all-words.ts'
import { tableOf } from './export-lines.ts'
import { ProgressTable, type VillageLine } from './ProgressTable.tsx'

async function named(lines: readonly Omit<VillageLine, 'name' | 'above'>[]): Promise<VillageLine[]> {
  return Promise.all(
    lines.map(async (line) => {
      const name = await placeName(line.place)
      return { ...line, name: name?.title ?? line.place, above: name?.line ?? '' }
    }),
  )
}

async function fromServer(phone: Phone): Promise<{ lines: VillageLine[]; whole: boolean }> {
  const { villages, whole } = await ask<{ villages: ProgressEntry[]; whole: boolean }>('programmes.mine', {})
  const own = phone.open.account.holdings.map((holding) => holding.place).filter(isVillage)
  const without = [...new Set(own)].filter((place) => !villages.some((entry) => entry.place === place))
  const lines = await named(
    [...villages, ...without.map((place) => ({ place, entry: null }))].map((each) =>
      'entry' in each ? each : { place: each.place, entry: each },
    ),
  )
  return { lines, whole }
}

/** The same list from the villages kept on this phone. */
async function fromPhone(phone: Phone, factsOf: PlaceServices['factsOf']): Promise<VillageLine[]> {
  const lines: Omit<VillageLine, 'name' | 'above'>[] = []
  for (const { place } of await readPins(phone.open)) {
    const view = await phone.view(place)
    const enrolments = view.all<EnrolmentRow>('programmes.enrolment')
    if (enrolments.length === 0) lines.push({ place, entry: null })
    for (const row of enrolments) {
      const programme = view.get<Programme>('programmes.programme', row.programme)
      if (!programme) continue
      lines.push({ place, entry: entryOf(place, row, programme, factsOf(view, row.id)) })
    }
  }
  return named(lines)
}

/** `fault`: why the list is this phone's own. `whole`: there are no more than these. */
type Villages = { lines: VillageLine[] | null; whole: boolean; fault: Fault | null }

function useVillages(): Villages {
  const phone = usePhone()
  const { factsOf } = usePlaceServices()
  const { line, entries } = usePhoneState()
  const [found, setFound] = useState<Villages>({ lines: null, whole: true, fault: null })
  const unsent = entries.length
  // Asked again when the line or the outbox changes.
  useEffect(() => {
    let current = true
    const keep = (found: Villages) => current && setFound(found)
    const asked = line === 'offline' ? Promise.reject(new Offline()) : fromServer(phone)
    asked.then(
      (found) => keep({ ...found, fault: null }),
      async (error: unknown) =>
        keep({ lines: await fromPhone(phone, factsOf), whole: true, fault: faultOf(error) }),
    )
    return () => {
      current = false
    }
  }, [phone, factsOf, line, unsent])
  return found
}

function Areas() {
  const { holdings } = usePhone().open.account
  const { areas: pages } = usePlaceServices()
  const reads = (role: Role) => pages.some(({ roles }) => roles.includes(role))
  const areas = [
    ...new Set(holdings.flatMap(({ place, role }) => (!isVillage(place) && reads(role) ? [place] : []))),
  ]
  if (areas.length === 0) return null
  return (
    <Cluster>
      {areas.map((area) => (
        <AreaPages key={area} area={area} only={areas.length === 1} />
      ))}
    </Cluster>
  )
}

/** The pages about an area, with its name where there are several. */
function AreaPages({ area, only }: { area: string; only: boolean }) {
  const held = useRoles(area)
  const pages = usePlaceServices().areas.filter(({ roles }) => roles.some((role) => held.includes(role)))
  const { title } = usePlaceName(area)
  const called = (page: string) => (only ? page : `${page}: ${title}`)
  const defines = levelOf(area) !== 'village' && levelOf(area) !== 'district'
  return (
    <>
      {pages.map(({ path, label, icon }) => (
        <LinkButton key={path} href={`${path}/${area}`} icon={icon as IconName}>
          {called(fill(label, language()))}
        </LinkButton>
      ))}
      {defines && (
        <LinkButton href={`/naskah/${area}`} icon="book">
          {called(t('definitions.title'))}
        </LinkButton>
      )}
    </>
  )
}

export default function MyVillagesScreen() {
  const { lines, whole, fault } = useVillages()
  const [, go] = useLocation()
  const { holdings } = usePhone().open.account
  const wide = holdings.some(({ place }) => !isVillage(place))
  return (
    <Page
      title={t('mine.title')}
      subtitle={t('mine.subtitle')}
      width="wide"
      actions={
        whole && lines && lines.length > 0 && <ExportButton name="desa-saya" table={() => tableOf(lines)} />
      }
    >
      <Areas />
      {holdings.length > vouchedFor(holdings).length && (
        <Notice tone="info" title={t('mine.unconfirmed')}>
          {t('mine.unconfirmed-why')}
        </Notice>
      )}
      {fault && (
        <Notice tone={fault.kind === 'offline' ? 'offline' : 'warn'}>
          {fault.kind !== 'offline' && `${faultSentence(fault)} `}
          {t('mine.offline')}
        </Notice>
      )}
      {!whole && <Notice tone="info">{t('mine.not-whole', { count: lines?.length ?? 0 })}</Notice>}
      {lines === null && <Loading label={t('mine.title')} shape="rows" />}
      {lines?.length === 0 && (
        <EmptyState icon="house" title={t('mine.empty')} level={2}>
          {t(wide ? 'mine.empty-wide' : 'mine.empty-why')}
        </EmptyState>
      )}
      {lines && lines.length > 0 && <ProgressTable caption={t('mine.title')} lines={lines} />}
      {wide && (
        <Section title={t('mine.find')}>
          <PlacePicker label={t('mine.find-by')} level="village" onPick={(place) => go(`/d/${place.code}`)} />
        </Section>
      )}
    </Page>
  )
}
