// /d/:place/lembaga: the institutions of a village, found by name and kind.
import { useState } from 'react'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { SearchFilter, SelectFilter } from '../../../platform/browser/filters.tsx'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { searchable } from '../../people/names.ts'
import { agreeProfile } from '../agreement.ts'
import { type Institution, registerInstitutions } from '../institution.ts'
import { institutionKindNames, kindText } from '../kinds.ts'
import { institutionRecord } from '../records.browser.ts'
import { registerTexts } from '../screen-texts.ts'
import { registerIn, tiesIn } from '../view.ts'
import { tableOf } from './export.ts'
import { InstitutionTabs } from './InstitutionTabs.tsx'
import { dayText, may, membersText, numberText, say, t } from './words.ts'

const atOnce = 40

function Figures({ place, active }: { place: string; active: readonly Institution[] }) {
  const near = active.filter(({ closeness }) => (closeness ?? 0) >= 4).length
  return (
    <KeyFigures
      label={t('lembaga.title')}
      figures={[
        { label: t('lembaga.figure-all'), value: numberText(active.length) },
        { label: t('lembaga.figure-ties'), value: numberText(tiesIn(usePlaceView()).length) },
        {
          label: t('lembaga.figure-poor'),
          value: numberText(near),
          note: t('lembaga.figure-poor-note'),
        },
      ]}
      key={place}
    />
  )
}

const taskOf =
  (place: string) =>
  (row: Institution): Task => ({
    id: row.id,
    title: row.name,
    status: row.state === 'active' ? 'done' : 'archive',
    statusLabel: row.ended ? t('lembaga.ended-on', { on: dayText(row.ended.on) }) : say(kindText(row.kind)),
    why: membersText(row),
    href: `/d/${place}/lembaga/${row.id}`,
  })

function useShown() {
  const [filter] = useFilters()
  const typed = searchable(filter('q'))
  const kind = filter('jenis')
  const ended = filter('bubar') === 'ya'
  const all = registerIn(usePlaceView())
  const shown = all.filter(
    (each) =>
      (ended || each.state === 'active') &&
      (kind === '' || each.kind === kind) &&
      [each.name, ...each.otherNames].some((name) => searchable(name).includes(typed)),
  )
  return { all, shown }
}

function List({ place, shown }: { place: string; shown: readonly Institution[] }) {
  const [most, setMost] = useState(atOnce)
  if (shown.length === 0) return <p className="rb-hint">{t('lembaga.none-found')}</p>
  const rest = shown.length - most
  return (
    <Section title={t('lembaga.list')} tone="plain">
      <TaskList label={t('lembaga.list')} tasks={shown.slice(0, most).map(taskOf(place))} />
      {rest > 0 && (
        <Button onClick={() => setMost(most + atOnce)}>
          {t('lembaga.more', { count: Math.min(rest, atOnce) })}
        </Button>
      )}
    </Section>
  )
}

function RegisterScreen({ place }: ScreenProps) {
  const roles = useRoles(place)
  const view = usePlaceView()
  const [filter, setFilter] = useFilters()
  const { all, shown } = useShown()
  const active = all.filter(({ state }) => state === 'active')
  const add = may(roles, registerInstitutions) && (
    <LinkButton href={`/d/${place}/lembaga/baru`} variant="primary" icon="plus">
      {t('lembaga.add')}
    </LinkButton>
  )
  if (all.length === 0)
    return (
      <Page title={t('lembaga.title')} subtitle={t('lembaga.intro')}>
        <EmptyState
          icon="house"
          level={2}
          title={t('lembaga.empty')}
          steps={[t('lembaga.empty-1'), t('lembaga.empty-2'), t('lembaga.empty-3')]}
          actions={
            add && (
              <>
                {add}
                <LinkButton href={`/d/${place}/lembaga/impor`} icon="file">
                  {t('lembaga.import')}
                </LinkButton>
              </>
            )
          }
        />
      </Page>
    )
  return (
    <Page title={t('lembaga.title')} subtitle={t('lembaga.intro')} actions={add}>
      <Stack>
        <InstitutionTabs place={place} part="list" />
        <Figures place={place} active={active} />
        <FormRow>
          <SearchFilter name="q" label={t('lembaga.search')} clearLabel={t('lembaga.clear')} />
          <SelectFilter
            name="jenis"
            label={t('lembaga.kind')}
            emptyLabel={t('lembaga.all-kinds')}
            options={institutionKindNames.map((kind) => ({ value: kind, label: say(kindText(kind)) }))}
          />
        </FormRow>
        {active.length < all.length && (
          <CheckField
            name="bubar"
            label={t('lembaga.show-ended')}
            checked={filter('bubar') === 'ya'}
            onChange={(on) => setFilter('bubar', on ? 'ya' : '')}
          />
        )}
        <List place={place} shown={shown} />
        <Cluster>
          {may(roles, agreeProfile) && (
            <LinkButton href={`/d/${place}/lembaga/sepakat`} icon="check-circle">
              {t('lembaga.agree')}
            </LinkButton>
          )}
          {may(roles, registerInstitutions) && (
            <LinkButton href={`/d/${place}/lembaga/impor`} icon="file">
              {t('lembaga.import')}
            </LinkButton>
          )}
          <ExportButton name={`lembaga-${place}`} table={() => tableOf(view, shown)} />
        </Cluster>
      </Stack>
    </Page>
  )
}

export default listScreen({ ...institutionRecord, title: registerTexts['lembaga.title'] }, RegisterScreen)
