// What a list of families is narrowed to: by name or address, by RT, and by how they stand.
import { SearchFilter, SelectFilter } from '../../../../platform/browser/filters.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import type { HouseholdRow } from '../../../people/household.ts'
import { searchable } from '../../../people/names.ts'
import { useLocals } from '../../screens/use-surveys.ts'
import { l } from './list-words.ts'

export function ListFilters({ shows }: { shows: readonly { value: string; label: string }[] }) {
  const { ends, lineOf } = useLocals()
  return (
    <Stack gap={3}>
      <SearchFilter name="q" label={l('list.search')} clearLabel={l('list.clear')} />
      <div className="sv-filters">
        <SelectFilter
          name="rt"
          label={l('list.rt')}
          emptyLabel={l('list.all-rt')}
          options={ends.map((each) => ({ value: each.id, label: lineOf(each.id) }))}
        />
        <SelectFilter name="tampil" label={l('list.show')} options={shows} />
      </div>
    </Stack>
  )
}

/** Those of them that the filters of the address let through; `shown` says what "Tampilkan" means here. */
export function useFiltered<Each extends { household: HouseholdRow; name: string }>(
  all: readonly Each[],
  shown: (each: Each, show: string) => boolean,
): Each[] {
  const [filter] = useFilters()
  const [typed, rt, show] = [filter('q'), filter('rt'), filter('tampil')]
  const wanted = searchable(typed)
  return all.filter(
    (each) =>
      shown(each, show) &&
      (rt === '' || each.household.localPlace === rt) &&
      searchable(`${each.name} ${each.household.address ?? ''}`).includes(wanted),
  )
}
