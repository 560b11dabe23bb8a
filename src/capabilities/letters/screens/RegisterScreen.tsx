// The book of outgoing letters: one year, by number, with what waits and what is missing.
import type { ReactNode } from 'react'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { villageWorkers } from '../../../kernel/role.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePhoneState, usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { LetterStock, useLetterhead, useMayWriteLetters } from '../door.browser.tsx'
import { type OpenRange, openRanges } from '../gaps.ts'
import {
  type Block,
  blockCollection,
  explainGap,
  type Gap,
  gapCollection,
  type Letter,
  letterCollection,
} from '../letter.ts'
import { letterKeepers } from '../roles.ts'
import { lettersTexts } from '../texts.ts'
import { Books } from './Books.tsx'
import { tableOf } from './export-book.ts'
import { useStockLeft } from './use-stock.ts'
import { dayText, kindTitle, stateOf, t, useLetterKinds } from './words.ts'

const newestFirst = (a: Letter, b: Letter) =>
  a.date === b.date ? (b.number ?? 1e9) - (a.number ?? 1e9) : a.date < b.date ? 1 : -1

function RegisterScreen({ place }: ScreenProps) {
  const [filter, setFilter] = useFilters()
  const letters = useRows<Letter>(letterCollection)
  const thisYear = Number(today(zoneOf(place)).slice(0, 4))
  const year = Number(filter('tahun')) || thisYear
  const kind = filter('jenis')
  const kinds = useLetterKinds()
  // A letter that is written from here is of the kind, and for the programme, that was asked for.
  const fresh = new URLSearchParams(
    ['jenis', 'pendaftaran'].flatMap((key) => (filter(key) ? [[key, filter(key)]] : [])),
  )
  const write = useMayWriteLetters(place) && (
    <LinkButton href={`/d/${place}/surat/baru?${fresh}`.replace(/\?$/, '')} variant="primary" icon="plus">
      {t('letters.new')}
    </LinkButton>
  )
  const years = [...new Set([thisYear, year, ...letters.map((letter) => letter.year)])].sort((a, b) => b - a)
  const ofYear = letters.filter((letter) => letter.year === year)
  const shown = ofYear.filter((letter) => kind === '' || letter.kind === kind).sort(newestFirst)
  return (
    <Page
      title={t('letters.book')}
      subtitle={t('letters.book-hint')}
      width="wide"
      actions={
        <Cluster>
          <LinkButton href={`/d/${place}/surat/kop`} icon="settings">
            {t('letters.head-settings')}
          </LinkButton>
          {shown.length > 0 && (
            <ExportButton name={`surat-${year}-${place}`} table={() => tableOf(shown, kinds)} />
          )}
          {shown.length > 0 && write}
        </Cluster>
      }
    >
      <LetterStock place={place} />
      <Stack>
        <Books place={place} here="surat" />
        <FormRow>
          <SelectField
            name="year"
            label={t('letters.year')}
            value={String(year)}
            onChange={(next) => setFilter('tahun', next)}
            options={years.map((each) => ({ value: String(each), label: String(each) }))}
          />
          <SelectField
            name="kind"
            label={t('letters.kind')}
            value={kind}
            onChange={(next) => setFilter('jenis', next)}
            emptyLabel={t('letters.all-kinds')}
            options={[
              ...new Set([...kinds.map((each) => each.id), ...ofYear.map((letter) => letter.kind)]),
            ].map((id) => ({ value: id, label: kindTitle(kinds, id) }))}
          />
        </FormRow>
        <Book place={place} letters={shown} empty={ofYear.length === 0} year={year} write={write} />
        <Gaps place={place} letters={ofYear} year={year} />
        <Stock place={place} />
      </Stack>
    </Page>
  )
}

type BookProps = {
  place: string
  letters: readonly Letter[]
  empty: boolean
  year: number
  write: ReactNode
}

function Book({ place, letters, empty, year, write }: BookProps) {
  const view = usePlaceView()
  const kinds = useLetterKinds()
  const columns: Column<Letter>[] = [
    {
      key: 'number',
      header: t('letters.number'),
      cell: (letter) => <span className="rb-number">{letter.text ?? t('letters.waits-for-number')}</span>,
    },
    { key: 'date', header: t('letters.date'), cell: (letter) => dayText(letter.date) },
    {
      key: 'kind',
      header: t('letters.kind'),
      cell: (letter) => kindTitle(kinds, letter.kind),
      wideOnly: true,
    },
    { key: 'subject', header: t('letters.subject'), cell: (letter) => letter.subject },
    { key: 'to', header: t('letters.to'), cell: (letter) => letter.addressee[0] ?? '–', wideOnly: true },
    {
      key: 'state',
      header: t('letters.state'),
      cell: (letter) => {
        const waits = view.pending(letterCollection, letter.id)
        if (waits === 'refused') return <StatusBadge status="refused" label={t('letters.pending-refused')} />
        if (waits === 'queued') return <StatusBadge status="waiting" label={t('letters.pending-queued')} />
        return <StatusBadge {...stateOf(letter)} />
      },
    },
  ]
  return (
    <DataTable
      caption={t('letters.book')}
      captionHidden
      columns={columns}
      rows={letters}
      rowKey={(letter) => letter.id}
      rowHref={(letter) => `/d/${place}/surat/${letter.id}`}
      empty={
        <EmptyState
          title={t(empty ? 'letters.none' : 'letters.none-of-kind', { year: String(year) })}
          actions={write}
        >
          {empty && t('letters.none-hint')}
        </EmptyState>
      }
    />
  )
}

const rangeText = ({ first, last }: { first: number; last: number }) =>
  first === last
    ? t('letters.gap-one', { number: String(first) })
    : t('letters.gap-range', { first: String(first), last: String(last) })

function Gaps({ place, letters, year }: { place: string; letters: readonly Letter[]; year: number }) {
  const blocks = useRows<Block>(blockCollection).filter((block) => block.year === year)
  const gaps = useRows<Gap>(gapCollection).filter((gap) => gap.year === year)
  const roles = useRoles(place)
  const keeps = letterKeepers.some((role) => roles.includes(role))
  const open = openRanges(letters, blocks, gaps, Number(today(zoneOf(place)).slice(0, 4)))
  if (open.length === 0 && gaps.length === 0) return null
  return (
    <Section title={t('letters.gaps')} subtitle={t('letters.gaps-hint')}>
      <Stack gap={2}>
        {open.map((range) => (
          <Notice
            key={`${range.series} ${range.first}`}
            tone="warn"
            title={rangeText(range)}
            action={keeps && <Explain place={place} range={range} />}
          />
        ))}
        {gaps.map((gap) => (
          <p key={gap.id}>
            <span className="rb-number">{rangeText(gap)}</span>: {gap.reason} ({dayText(gap.on)})
          </p>
        ))}
      </Stack>
    </Section>
  )
}

function Explain({ place, range }: { place: string; range: OpenRange }) {
  return (
    <DialogButton
      dialog={(close) => (
        <AskDialog
          {...{ place, screen: 'letters.gap', record: `${range.series} ${range.year} ${range.first}` }}
          command={explainGap}
          input={(reason) => ({ id: newId(), ...range, reason, on: today(zoneOf(place)) })}
          title={t('letters.gap-explain')}
          name="reason"
          label={t('letters.gap-reason')}
          hint={t('letters.gap-reason-hint')}
          most={300}
          submit={t('letters.save')}
          onClose={close}
        />
      )}
    >
      {t('letters.gap-explain')}
    </DialogButton>
  )
}

function Stock({ place }: { place: string }) {
  const head = useLetterhead()
  const { version } = usePhoneState()
  const left = useStockLeft(place, head, version)
  if (!head) return null
  return (
    <p className="rb-soft rb-small">
      {t('letters.stock')}: {left > 0 ? t('letters.stock-left', { count: left }) : t('letters.stock-none')}
    </p>
  )
}

export default listScreen(
  {
    ...{ collection: letterCollection, icon: 'file', readers: villageWorkers },
    title: lettersTexts['letters.book'],
  },
  RegisterScreen,
)
