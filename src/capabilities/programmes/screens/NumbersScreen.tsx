// What an enrolment rests on: each number with its source and how sure it is, and what happened as a whole.

import { useState } from 'react'
import { useRow } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { EvidenceGrade, Programme, Words } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { maySet } from '../number.ts'
import { enrolmentRecord } from '../records.browser.ts'
import { titleIn } from '../status.ts'
import { t } from './all-words.ts'
import { NotInProgramme } from './NotInProgramme.tsx'
import { amountText, boundsText, n } from './number-words.ts'
import { SetNumber } from './SetNumber.tsx'
import { dayText, words } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme }
type Service = NonNullable<Programme['kinds']['services']>[number]
type Line = { id: string; number: Programme['numbers'][string]; local: number | null }

function Grade({ evidence }: { evidence: EvidenceGrade }) {
  if (evidence === 'R') return <StatusBadge status="advice" label={n('number.verify')} />
  if (evidence === 'I') return <StatusBadge status="advice" label={n('number.inferred')} />
  return <StatusBadge status="done" label={n('number.sourced')} />
}

function Value({ line: { number, local } }: { line: Line }) {
  const says =
    number.value !== null && n('number.programme-says', { value: amountText(number, number.value) })
  const notes = [local !== null && n('number.local'), local !== null && says, boundsText(number)]
  const note = notes.filter(Boolean).join('; ')
  return (
    <>
      {amountText(number, local ?? number.value)} {note && <small>({note})</small>}
    </>
  )
}

function Numbers({ place, enrolment, programme }: Props) {
  const roles = useRoles(place)
  const [asked, setAsked] = useState<Line | null>(null)
  const runs = enrolment.status === 'started' || enrolment.status === 'draft'
  const lines = Object.entries(programme.numbers).map(
    ([id, number]): Line => ({ id, number, local: enrolment.numbers[id] ?? null }),
  )
  const columns: Column<Line>[] = [
    { key: 'number', header: n('number.number'), cell: ({ number }) => words(number.title) },
    { key: 'value', header: n('number.value'), cell: (line) => <Value line={line} /> },
    {
      key: 'source',
      header: n('number.source'),
      cell: ({ number }) => programme.sources[number.source]?.title ?? number.source,
    },
    { key: 'state', header: n('number.state'), cell: ({ number }) => <Grade evidence={number.evidence} /> },
    {
      key: 'action',
      header: n('number.action'),
      action: true,
      cell: (line) =>
        runs && maySet(line.number, roles) ? (
          <Button onClick={() => setAsked(line)}>{n('number.set')}</Button>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Section title={n('number.numbers')}>
      <DataTable
        caption={n('number.numbers')}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ id }) => id}
        empty={<p>{n('number.none')}</p>}
      />
      {asked && (
        <SetNumber
          key={asked.id}
          place={place}
          enrolment={enrolment}
          programme={programme}
          id={asked.id}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  )
}

function Shares({ programme }: { programme: Programme }) {
  if (programme.shares.length === 0) return null
  return (
    <Section title={n('number.shares')}>
      <FactGrid
        facts={programme.shares.map((each) => ({
          label: words(each.title),
          value: each.parts.map((part) => `${part}%`).join(' / '),
          note: each.evidence === 'R' ? n('number.verify') : programme.sources[each.source]?.title,
        }))}
      />
    </Section>
  )
}

/** What it calls its board and those who work in it, where it has words of its own. */
function Titles({ programme: { bodyTitle, roleTitles = {} } }: { programme: Programme }) {
  const titles = [bodyTitle, ...Object.values(roleTitles)].filter((title) => title !== undefined)
  if (titles.length === 0) return null
  return (
    <Section title={n('number.titles')}>
      <p>{titles.map(words).join(', ')}</p>
    </Section>
  )
}

/** What the programme says of itself, kind by kind, each with its source. */
function Statements({ programme }: { programme: Programme }) {
  if (!programme.statements) return null
  const kinds = Map.groupBy(programme.statements, ({ as }) => as)
  return (
    <Section title={n('number.statements')}>
      {[...kinds].map(([as, statements]) => (
        <div key={as}>
          <h3>{n(`number.as-${as}`)}</h3>
          <ul>
            {statements.map((each) => (
              <li key={each.id}>
                {words(each.text)} <small>({programme.sources[each.source]?.title})</small>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

const facility = ({ title, ifPossible }: Service['facilities'][number]) =>
  words(title) + (ifPossible ? ` (${n('number.if-possible')})` : '')

/** Lists of the programme's own: basic services, and what activities of its plan say they are about. */
function Lists({ programme: { kinds } }: { programme: Programme }) {
  const services = kinds.services?.map(({ title, facilities }) => ({
    title,
    note: facilities.map(facility).join('; '),
  }))
  const named = ({ title, note }: { title: Words; note?: Words | undefined }) => ({
    title,
    note: note && words(note),
  })
  const lists = [
    ['services', services],
    ['dimensions', kinds.dimensions?.map(named)],
    ['efforts', kinds.efforts?.map(named)],
    ['targets', kinds.targets?.map(named)],
  ] as const
  return lists.map(
    ([id, entries]) =>
      entries && (
        <Section key={id} title={n(`number.${id}`)}>
          <ul>
            {entries.map(({ title, note }) => (
              <li key={title.id}>
                {words(title)} {note && <small>({note})</small>}
              </li>
            ))}
          </ul>
        </Section>
      ),
  )
}

/** What happened to the enrolment as a whole; what happened at a stage is told there. */
function History({ enrolment }: { enrolment: EnrolmentRow }) {
  const events = enrolment.history.filter((event) => event.stage === undefined)
  if (events.length === 0) return null
  return (
    <Section title={n('number.history')} tone="plain">
      <FactGrid
        facts={events.map((event, index) => ({
          label: `${index + 1}. ${dayText(event.on)}`,
          value: t(`event.${event.what}`),
          note: [event.byName, event.note].filter(Boolean).join(': ') || undefined,
        }))}
      />
    </Section>
  )
}

function NumbersPage({ place, row: enrolment }: RecordProps<EnrolmentRow>) {
  const programme = useRow<Programme>('programmes.programme', enrolment.programme)
  if (!programme) return <NotInProgramme place={place} programme={programme} />
  return (
    <Page
      title={n('number.title')}
      subtitle={`${words(titleIn(programme, enrolment))}. ${n('number.subtitle')}`}
      back={{ href: `/d/${place}`, label: t('home.cycle') }}
      width="wide"
    >
      <Stack>
        <Numbers place={place} enrolment={enrolment} programme={programme} />
        <Shares programme={programme} />
        <Titles programme={programme} />
        <Statements programme={programme} />
        <Lists programme={programme} />
        <History enrolment={enrolment} />
      </Stack>
    </Page>
  )
}

export default recordScreen(enrolmentRecord, NumbersPage)
