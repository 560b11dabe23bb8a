// All aspirations of a village, by group, part of the village and theme; and what goes on paper from them.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { SelectFilter } from '../../../platform/browser/filters.tsx'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localTitle } from '../../places/tree.ts'
import { type Aspiration, aspirationCollection, aspirationGroups } from '../aspiration.ts'
import { standing } from '../aspiration-rules.ts'
import { workshopsScreenTexts } from '../screen-texts.ts'
import { noteReaders, type Theme, themeCollection } from '../session.ts'
import { t } from '../words.browser.ts'
import { AspirationList, groupTitle } from './AspirationList.tsx'
import { Parts } from './Parts.tsx'

/** The aspirations that the filters in the address leave. */
export function useAspirations(): { all: Aspiration[]; shown: Aspiration[] } {
  const [filter] = useFilters()
  const all = standing(useRows<Aspiration>(aspirationCollection))
  const fits = (name: string, value: string | null) => filter(name) === '' || filter(name) === value
  return {
    all,
    shown: all.filter(
      (row) => fits('kelompok', row.group) && fits('rt', row.localPlace) && fits('tema', row.theme),
    ),
  }
}

function Filters({ place, all }: { place: string; all: readonly Aspiration[] }) {
  const themes = useRows<Theme>(themeCollection).filter(({ id }) => all.some((row) => row.theme === id))
  const parts = useRows<LocalPlace>(localCollection).filter(({ id }) =>
    all.some((row) => row.localPlace === id),
  )
  const groups = aspirationGroups.filter((group) => all.some((row) => row.group === group))
  const every = t('aspirations.all')
  return (
    <FormRow>
      <SelectFilter
        name="kelompok"
        label={t('aspirations.group')}
        emptyLabel={every}
        options={groups.map((value) => ({ value, label: groupTitle(value) }))}
      />
      {parts.length > 0 && (
        <SelectFilter
          name="rt"
          label={t('aspirations.part')}
          emptyLabel={every}
          options={parts.map((part) => ({ value: part.id, label: localTitle(part, place) }))}
        />
      )}
      {themes.length > 0 && (
        <SelectFilter
          name="tema"
          label={t('aspirations.theme')}
          emptyLabel={every}
          options={themes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </FormRow>
  )
}

function AspirationsScreen({ place }: ScreenProps) {
  const { all, shown } = useAspirations()
  const groups = aspirationGroups.filter((group) => shown.some((row) => row.group === group))
  return (
    <Page title={t('workshops.title')} subtitle={t('aspirations.why')}>
      <Stack>
        <Parts place={place} part="aspirations" />
        {all.length > 0 && <Filters {...{ place, all }} />}
        {groups.map((group) => {
          const rows = shown.filter((row) => row.group === group)
          return (
            <Section key={group} title={`${groupTitle(group)} (${rows.length})`}>
              <AspirationList {...{ place, rows }} />
            </Section>
          )
        })}
        {shown.length === 0 && (
          <EmptyState icon="megaphone" title={t('aspirations.empty')}>
            {t('aspirations.empty-why')}
          </EmptyState>
        )}
        {shown.length > 0 && (
          <LinkButton href={`/d/${place}/fgd/aspirasi/cetak${location.search}`} icon="printer">
            {t('aspirations.print')}
          </LinkButton>
        )}
      </Stack>
    </Page>
  )
}

export default listScreen(
  {
    ...{ collection: aspirationCollection, icon: 'megaphone', readers: noteReaders },
    title: workshopsScreenTexts['workshops.title'],
  },
  AspirationsScreen,
)
