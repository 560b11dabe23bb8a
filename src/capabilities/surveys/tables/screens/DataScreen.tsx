// Every submission of a survey in a table: filtered, paged by cursor, each row leading to its submission.

import { useState } from 'react'
import { Link } from 'wouter'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { type Answer, useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { momentText } from '../../../../platform/browser/moment.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { DataTable, type Column as Shown } from '../../../../platform/browser/ui/records/DataTable.tsx'
import { numberText, surveyPath } from '../../screens/words.ts'
import type { Column } from '../columns.ts'
import type { Page, PageRow, SurveyColumns } from '../questions.ts'
import { whoReaders } from '../selection.ts'
import { columnsOf, DataColumns, useChosenColumns } from './DataColumns.tsx'
import { DataFilters } from './DataFilters.tsx'
import { DataFrame, d, labelOf, stateStatus, stateText, useColumns, useRtNames } from './DataFrame.tsx'
import { filtersIn, selectionParams, useAddress } from './data-address.ts'

const longest = 140
const longestHead = 64

/** A question may be two sentences long; the whole of it stands in the list of columns and in its chart. */
const headOf = (title: string): string =>
  title.length > longestHead ? `${title.slice(0, longestHead).trimEnd()} …` : title

/** An answer as a person reads it: labels of choices, numbers of the language, a point as two numbers. */
function cellText(value: unknown, column: Column | undefined, words: Page['words']): string {
  if (value === undefined || value === null) return ''
  const said = (name: string) => {
    const label =
      column?.choices.find((each) => each.name === name)?.label ?? words[column?.key ?? '']?.[name]
    return label ? labelOf(label, name) : name
  }
  if (typeof value === 'number') return numberText(value, 6)
  if (value === true) return d('data.yes')
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string') ? value.map(said).join(', ') : `${value.length}`
  if (typeof value === 'object') {
    const { lat, lon } = value as { lat?: number; lon?: number }
    return lat === undefined || lon === undefined ? '' : `${lat.toFixed(5)}, ${lon.toFixed(5)}`
  }
  const text = said(String(value))
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}

type TableProps = {
  place: string
  id: string
  columns: SurveyColumns
  page: Page
  shown: readonly { key: string; title: string; number: boolean }[]
  personal: boolean
}

function Rows({ place, id, columns, page, shown, personal }: TableProps) {
  const names = useRtNames()
  const root = columns.tables.find((table) => table.path === '')
  const hasRt = page.rows.some((row) => row.rt)
  const fixed: Shown<PageRow>[] = [
    {
      key: '@sent',
      header: personal ? d('data.name') : d('data.sent'),
      cell: (row) => (
        <span className="sv-when">
          {personal && row.name ? row.name : momentText(row.submittedAt, place)}
          {personal && row.name && <small>{momentText(row.submittedAt, place)}</small>}
        </span>
      ),
    },
    {
      key: '@state',
      header: d('data.state'),
      cell: (row) => <StatusBadge status={stateStatus[row.state]} label={stateText(row.state)} />,
    },
    ...(hasRt
      ? [
          {
            key: '@rt',
            header: d('data.rt'),
            cell: (row: PageRow) => (row.rt ? (names.get(row.rt) ?? '') : ''),
          },
        ]
      : []),
  ]
  const answers = shown.map(({ key, title, number }): Shown<PageRow> => {
    const column = root?.columns.find((each) => each.key === key)
    return {
      key,
      header: headOf(title),
      number,
      cell: (row) => cellText(row.answers[key], column, page.words),
    }
  })
  return (
    <div className="sv-data">
      <DataTable
        caption={d('data.title')}
        captionHidden
        columns={[...fixed, ...answers]}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => surveyPath(place, id, `isian/${row.id}`)}
      />
    </div>
  )
}

type PagerProps = {
  page: Page
  hrefOf: (changes: { after?: string; before?: string }) => string
  oldest: boolean
}

function Pager({ page, hrefOf, oldest }: PagerProps) {
  const back = page.before !== null && (
    <Link href={hrefOf({ before: String(page.before) })} className="rb-button rb-button-quiet">
      <Icon name="chevron-left" />
      {d(oldest ? 'data.older' : 'data.newer')}
    </Link>
  )
  const on = page.next !== null && page.whole && (
    <Link href={hrefOf({ after: String(page.next) })} className="rb-button rb-button-quiet">
      {d(oldest ? 'data.newer' : 'data.older')}
      <Icon name="chevron-right" />
    </Link>
  )
  return (
    <nav className="sv-pager" aria-label={d('data.pages')}>
      <span>{back}</span>
      <span>{on}</span>
    </nav>
  )
}

function totalText(page: Page, filtered: boolean, all: number): string {
  if (page.total === null) return d('data.some', { shown: numberText(page.rows.length) })
  return filtered
    ? d('data.of', { shown: numberText(page.total), count: all })
    : d('data.total', { count: page.total })
}

/** Rows, or why there are none, and the way on. */
function Found(
  props: Omit<TableProps, 'page'> & { asked: Answer<Page>; address: ReturnType<typeof useAddress> },
) {
  const { asked, address, ...rest } = props
  const page = asked.value
  if (!page) return <AnswerRest answer={asked} label={d('data.loading')} />
  const filtered = filtersIn(address.address, address.wishes) > 0
  const nothing = page.rows.length === 0 && page.whole && page.before === null
  return (
    <div className={asked.busy ? 'sv-busy' : undefined} aria-busy={asked.busy}>
      {nothing ? (
        <EmptyState icon={filtered ? 'search' : 'tasks'} title={d(filtered ? 'data.none' : 'data.empty')}>
          {d(filtered ? 'data.none-why' : 'data.empty-why')}
        </EmptyState>
      ) : (
        <Stack gap={3}>
          {page.rows.length > 0 && <Rows {...rest} page={page} />}
          {!page.whole && page.next !== null && (
            <Notice
              tone="info"
              action={
                <LinkButton icon="search" href={address.hrefOf({ after: String(page.next) })}>
                  {d('data.look-on')}
                </LinkButton>
              }
            >
              {d('data.looked', { looked: numberText(page.looked) })}
            </Notice>
          )}
          <Pager page={page} hrefOf={address.hrefOf} oldest={address.address.order === 'oldest'} />
        </Stack>
      )}
    </div>
  )
}

function Table({ place, id, columns }: { place: string; id: string; columns: SurveyColumns }) {
  const address = useAddress()
  const [personal, setPersonal] = useState(false)
  const village = useRoles(place).some((role) => (whoReaders as readonly string[]).includes(role))
  const all = columnsOf(columns.tables, personal)
  const { keys, shown, choose } = useChosenColumns(columns.formId, all)
  const { after, before, order } = address.address
  const asked = useAnswer<Page>('surveys.page', {
    ...{ place, survey: id, limit: 50, columns: shown.map((each) => each.key).join(',') || '-' },
    ...selectionParams(address.address),
    ...{ order: order || undefined, after: after || undefined, before: before || undefined },
    personal: personal ? 'yes' : undefined,
  })
  const { counts } = columns
  const total = counts.received + counts.hasIssues + counts.edited + counts.approved + counts.rejected
  const filtered = filtersIn(address.address, address.wishes) > 0
  return (
    <>
      <DataFilters tables={columns.tables} village={village} {...address} />
      <Cluster justify="between">
        <p aria-live="polite" className="sv-total">
          {asked.value ? totalText(asked.value, filtered, total) : d('data.loading')}
        </p>
        <Cluster gap={2}>
          {columns.mayPersonal && (
            <Button icon={personal ? 'eye-off' : 'eye'} onClick={() => setPersonal(!personal)}>
              {d(personal ? 'data.hide-personal' : 'data.show-personal')}
            </Button>
          )}
          <DataColumns all={all} keys={keys} choose={choose} />
        </Cluster>
      </Cluster>
      {personal && <Notice tone="warn">{d('data.personal-why')}</Notice>}
      <Found {...{ place, id, columns, shown, personal, asked, address }} />
    </>
  )
}

export default function DataScreen({ place, params }: ScreenProps) {
  const id = params.id ?? ''
  const asked = useColumns(place, id)
  const { filter } = useAddress()
  return (
    <DataFrame place={place} id={id} part="data" title={d('data.title')} filter={filter} asked={asked}>
      {(columns) => <Table place={place} id={id} columns={columns} />}
    </DataFrame>
  )
}
