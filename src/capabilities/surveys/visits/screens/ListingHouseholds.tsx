// Households to tick, found by name, address and RT; with whether the survey reached them.
import { useMemo, useState } from 'react'
import { SearchFilter, SelectFilter } from '../../../../platform/browser/filters.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import type { HouseholdRow } from '../../../people/household.ts'
import { searchable } from '../../../people/names.ts'
import { s } from '../../screens/settle-words.ts'
import { useHouseholdName, useLocals, useSubmissions } from '../../screens/use-surveys.ts'
import type { SurveyRow } from '../../survey.ts'

const pageSize = 60

type Props = {
  survey: SurveyRow
  households: readonly HouseholdRow[]
  chosen: ReadonlySet<string>
  /** Null where the list only is read. */
  onToggle: ((household: string) => void) | null
}

function useFound(households: readonly HouseholdRow[], chosen: ReadonlySet<string>) {
  const [filter] = useFilters()
  const nameOf = useHouseholdName()
  const [typed, rt, show] = [filter('q'), filter('rt'), filter('tampil')]
  const named = useMemo(
    () =>
      households
        .map((household) => ({ household, name: nameOf(household) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    [households],
  )
  const wanted = searchable(typed)
  return named.filter(
    ({ household, name }) =>
      (show !== 'terdaftar' || chosen.has(household.id)) &&
      (rt === '' || household.localPlace === rt) &&
      searchable(`${name} ${household.address ?? ''}`).includes(wanted),
  )
}

function Filters() {
  const { ends, lineOf } = useLocals()
  return (
    <Stack gap={3}>
      <SearchFilter name="q" label={s('list.search')} clearLabel={s('list.clear')} />
      <div className="sv-filters">
        <SelectFilter
          name="rt"
          label={s('list.rt')}
          emptyLabel={s('list.all-rt')}
          options={ends.map((each) => ({ value: each.id, label: lineOf(each.id) }))}
        />
        <SelectFilter
          name="tampil"
          label={s('list.show')}
          options={[
            { value: '', label: s('list.show-all') },
            { value: 'terdaftar', label: s('list.show-listed') },
          ]}
        />
      </div>
    </Stack>
  )
}

export function ListingHouseholds({ survey, households, chosen, onToggle }: Props) {
  const found = useFound(households, chosen)
  const { lineOf } = useLocals()
  const [most, setMost] = useState(pageSize)
  const submissions = useSubmissions(survey.id)
  const reached = useMemo(
    () => new Set(submissions.flatMap((each) => (each.state === 'rejected' ? [] : [each.household]))),
    [submissions],
  )
  return (
    <Stack>
      <Filters />
      <p className="rb-number rb-soft" aria-live="polite">
        {s('list.of', { count: chosen.size, known: households.length })}
      </p>
      <ul className="sv-queue">
        {found.slice(0, most).map(({ household, name }) => (
          <li key={household.id}>
            <label className="sv-queue-line sv-tick">
              <span className="sv-pick">
                <input
                  type="checkbox"
                  checked={chosen.has(household.id)}
                  disabled={onToggle === null}
                  onChange={() => onToggle?.(household.id)}
                />
              </span>
              <span className="sv-line-text">
                <strong>{name}</strong>
                <small>
                  {[
                    lineOf(household.localPlace),
                    household.address,
                    reached.has(household.id) ? '' : s('list.not-surveyed'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button full onClick={() => setMost(most + pageSize)}>
          {s('list.more', { count: Math.min(pageSize, found.length - most) })}
        </Button>
      )}
    </Stack>
  )
}
