// Who is still to be visited: households by RT, found by name or address, one tap from the form.
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { SearchFilter, SelectFilter } from '../../../../platform/browser/filters.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { statusIcon } from '../../../../platform/browser/ui/feedback/status.ts'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import { searchable } from '../../../people/names.ts'
import { useHouseholdName, useLocals } from '../../screens/use-surveys.ts'
import { surveyPath, t, visitStatus, visitText } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { type Coverage, isLeft, type Visit } from '../visits.ts'

const linesMost = 60

type Props = {
  place: string
  survey: SurveyRow
  visits: readonly Visit[]
  lines: readonly Coverage[]
  mayFill: boolean
}

type Named = Visit & { name: string }

function useShown(visits: readonly Visit[]): Named[] {
  const [filter] = useFilters()
  const nameOf = useHouseholdName()
  const [typed, rt, show] = [filter('q'), filter('rt'), filter('tampil')]
  const named = useMemo(
    () => visits.map((visit) => ({ ...visit, name: nameOf(visit.household) })),
    // Names come from the same rows as the visits.
    [visits],
  )
  return useMemo(() => {
    const wanted = searchable(typed)
    return named
      .filter(({ state }) => show === 'semua' || isLeft(state) || state === 'returned')
      .filter(({ household }) => rt === '' || (household.localPlace ?? '-') === rt)
      .filter(({ name, household }) => searchable(`${name} ${household.address ?? ''}`).includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
  }, [named, typed, rt, show])
}

type LineProps = { place: string; survey: SurveyRow; visit: Named; mayFill: boolean }

function Action({ place, survey, visit, mayFill }: LineProps) {
  const { state, submission, household, name } = visit
  const base = surveyPath(place, survey.id)
  if (mayFill && isLeft(state))
    return (
      <Link
        href={`${base}/isi?keluarga=${household.id}`}
        className="rb-button rb-button-quiet"
        aria-label={t('left.fill-for', { name })}
      >
        {t(state === 'draft' ? 'left.resume' : 'left.fill')}
      </Link>
    )
  if (!submission) return null
  if (mayFill && state === 'returned')
    return (
      <Link href={`${base}/isi/${submission.id}`} className="rb-button rb-button-quiet">
        {t('survey.mend')}
      </Link>
    )
  return (
    <Link href={`${base}/isian/${submission.id}`} className="rb-button rb-button-quiet">
      {t('left.see')}
    </Link>
  )
}

function Line(props: LineProps) {
  const { visit } = props
  const status = visitStatus[visit.state]
  return (
    <div className="sv-line">
      <span className={`sv-line-mark sv-mark-${status}`}>
        <Icon name={statusIcon[status]} />
      </span>
      <span className="sv-line-text">
        <strong>{visit.name}</strong>
        <small>
          {visitText(visit.state)} · {visit.household.address ?? t('left.address-none')}
        </small>
      </span>
      <Action {...props} />
    </div>
  )
}

function Group({ line, children, open }: { line: Coverage; children: React.ReactNode; open: boolean }) {
  const { lineOf } = useLocals()
  return (
    <details className="sv-group" open={open}>
      <summary>
        <span className="sv-group-name">
          <Icon name="chevron-right" />
          {lineOf(line.localPlace)}
        </span>
        <span>
          {line.left === 0
            ? t('left.group-done', { known: line.known })
            : t('left.group', { left: line.left, known: line.known })}
        </span>
      </summary>
      {children}
    </details>
  )
}

function GroupLines({ visits, ...rest }: Omit<LineProps, 'visit'> & { visits: readonly Named[] }) {
  const [most, setMost] = useState(linesMost)
  return (
    <>
      <ul className="sv-lines">
        {visits.slice(0, most).map((visit) => (
          <li key={visit.household.id}>
            <Line {...rest} visit={visit} />
          </li>
        ))}
      </ul>
      {visits.length > most && (
        <Button full onClick={() => setMost(most + linesMost)}>
          {t('left.more', { count: Math.min(linesMost, visits.length - most) })}
        </Button>
      )}
    </>
  )
}

function Filters({ lines }: { lines: readonly Coverage[] }) {
  const { lineOf } = useLocals()
  return (
    <Stack gap={3}>
      <SearchFilter name="q" label={t('left.search')} clearLabel={t('left.clear')} />
      <div className="sv-filters">
        <SelectFilter
          name="tampil"
          label={t('left.show')}
          options={[
            { value: '', label: t('left.show-left') },
            { value: 'semua', label: t('left.show-all') },
          ]}
        />
        <SelectFilter
          name="rt"
          label={t('left.rt')}
          emptyLabel={t('left.all-rt')}
          options={lines.map((line) => ({ value: line.localPlace ?? '-', label: lineOf(line.localPlace) }))}
        />
      </div>
    </Stack>
  )
}

export function WhoIsLeft({ place, survey, visits, lines, mayFill }: Props) {
  const shown = useShown(visits)
  const [filter] = useFilters()
  const groups = Map.groupBy(shown, (visit) => visit.household.localPlace)
  const searching = filter('q') !== '' || filter('rt') !== ''
  const first = lines.find((line) => groups.has(line.localPlace))
  const nobody = !searching && filter('tampil') !== 'semua'
  return (
    <Stack>
      <Filters lines={lines} />
      {shown.length === 0 && (
        <EmptyState
          icon={nobody ? 'check-circle' : 'search'}
          title={t(nobody ? 'left.none' : 'left.none-found')}
        >
          {t(nobody ? 'left.none-why' : 'left.none-found-why')}
        </EmptyState>
      )}
      {lines.map((line) => {
        const found = groups.get(line.localPlace)
        if (!found) return null
        return (
          <Group
            key={line.localPlace ?? '-'}
            line={line}
            open={searching || line === first || shown.length <= 40}
          >
            <GroupLines place={place} survey={survey} visits={found} mayFill={mayFill} />
          </Group>
        )
      })}
    </Stack>
  )
}
