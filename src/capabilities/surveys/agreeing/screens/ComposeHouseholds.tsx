// Households to tick, found by name, address and RT; with whether the survey reached them.
import { useMemo, useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import type { HouseholdRow } from '../../../people/household.ts'
import { s } from '../../screens/settle-words.ts'
import { useHouseholdName, useLocals, useSubmissions } from '../../screens/use-surveys.ts'
import type { SurveyRow } from '../../survey.ts'
import { ListFilters, useFiltered } from './ListFilters.tsx'

const pageSize = 60

type Props = {
  survey: SurveyRow
  households: readonly HouseholdRow[]
  chosen: ReadonlySet<string>
  onToggle: (household: string) => void
}

function useFound(households: readonly HouseholdRow[], chosen: ReadonlySet<string>) {
  const nameOf = useHouseholdName()
  const named = useMemo(
    () =>
      households
        .map((household) => ({ household, name: nameOf(household) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    [households],
  )
  return useFiltered(named, ({ household }, show) => show !== 'terdaftar' || chosen.has(household.id))
}

export function ComposeHouseholds({ survey, households, chosen, onToggle }: Props) {
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
      <ListFilters
        shows={[
          { value: '', label: s('list.show-all') },
          { value: 'terdaftar', label: s('list.show-listed') },
        ]}
      />
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
                  onChange={() => onToggle(household.id)}
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
