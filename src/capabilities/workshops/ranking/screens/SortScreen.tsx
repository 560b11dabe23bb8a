// /d/:place/peringkat/:id/pilah/:sorter: one sorter lays the cards on piles, alone.
import './ranking.css'
import { useMemo } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { FormNotices } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Dialog } from '../../../../platform/browser/ui/overlay/Dialog.tsx'
import { DialogButton } from '../../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import {
  pilesBounds,
  type Ranking,
  type Sorter,
  type Sorting,
  sortCards,
  sortingCollection,
} from '../ranking.ts'
import { whyNotSort } from '../rules.ts'
import { type Laid, pilesOf, standingSortings, withPiles } from '../score-rules.ts'
import { OneByOne } from './OneByOne.tsx'
import { Piles, pileName } from './Piles.tsx'
import { useCards, useSeen } from './use-ranking.ts'
import { rankingRecord, says, t } from './words.ts'

type Draft = { piles: number; laid: Laid; skipped: string[]; order: string[] }
const blank = (): Draft => ({ piles: 4, laid: {}, skipped: [], order: [] })

function useSortingForm(place: string, row: Ranking, sorter: Sorter) {
  const all = useRows<Sorting>(sortingCollection)
  const id = useMemo(newId, [])
  return useCommandForm({
    ...{ place, screen: 'workshops.sort-cards', record: `${row.id} ${sorter.id}` },
    ...{ command: sortCards, says: [says], saved: t('sort.saved'), to: `/d/${place}/peringkat/${row.id}` },
    start: blank,
    input: ({ laid, piles }) => ({
      ...{ id, ranking: row.id, sorter: sorter.id, piles: pilesOf(row.cards, laid, piles) },
    }),
    rules: (input) => whyNotSort(row, all, input),
    fieldOf: (path) => path.replace(/\..*/, ''),
  })
}

/** What is done to the piles while they are made. */
function useLaying({ draft, put }: Pick<ReturnType<typeof useSortingForm>, 'draft' | 'put'>) {
  const announce = useAnnounce()
  const lay = (households: readonly string[], pile: number) => {
    const laid = { ...draft.laid }
    for (const household of households)
      if (pile === 0) delete laid[household]
      else laid[household] = pile
    const order = draft.order.filter((each) => !households.includes(each))
    put({ ...draft, laid, order: pile === 0 ? order : [...order, ...households] })
  }
  const undo = () => {
    const last = draft.order.at(-1)
    if (last !== undefined) lay([last], 0)
  }
  const skip = (household: string) =>
    put({ ...draft, skipped: [...draft.skipped.filter((each) => each !== household), household] })
  const setPiles = (piles: number) => {
    const { laid, back } = withPiles(draft.laid, piles)
    put({ ...draft, piles, laid, order: draft.order.filter((each) => !back.includes(each)) })
    if (back.length > 0) announce(t('sort.back-count', { count: back.length }))
  }
  return { lay, undo, skip, setPiles }
}

type Props = { place: string; row: Ranking; sorter: Sorter }

function SortPage({ place, row, sorter }: Props) {
  const form = useSortingForm(place, row, sorter)
  const { draft } = form
  const { cards } = useCards(row)
  const { lay, undo, skip, setPiles } = useLaying(form)
  const [filter, setFilter] = useFilters()
  useSeen('ranking', row.cards)
  const all = filter('cara') === 'semua'
  const counts = Array.from({ length: pilesBounds.max - pilesBounds.min + 1 }, (_, i) => {
    const value = String(pilesBounds.min + i)
    return { value, label: value }
  })
  const settings = (
    <>
      <Cluster justify="between">
        <Switch
          name="piles"
          label={t('sort.piles')}
          value={String(draft.piles)}
          options={counts}
          onChange={(next) => setPiles(Number(next))}
        />
        <Switch
          name="how"
          label={t('sort.how')}
          value={all ? 'semua' : 'satu'}
          options={[
            { value: 'satu', label: t('sort.one') },
            { value: 'semua', label: t('sort.all') },
          ]}
          onChange={(next) => setFilter('cara', next === 'semua' ? 'semua' : '')}
        />
      </Cluster>
      <p className="rb-hint">{t('sort.says', { piles: draft.piles })}</p>
    </>
  )
  if (!form.ready) return <Loading label={t('sort.title', { label: sorter.label })} />
  return (
    <Page
      title={t('sort.title', { label: sorter.label })}
      width={all ? 'wide' : 'narrow'}
      back={{ href: `/d/${place}/peringkat/${row.id}`, label: t('sort.back') }}
    >
      <div className="sorting">
        <FormNotices form={form} />
        {all && settings}
        {all ? (
          <Piles cards={cards} laid={draft.laid} piles={draft.piles} onLay={lay} />
        ) : (
          <OneByOne
            {...{ cards, laid: draft.laid, piles: draft.piles, skipped: draft.skipped, order: draft.order }}
            onLay={(household, pile) => lay([household], pile)}
            onSkip={skip}
            onUndo={undo}
          />
        )}
        {!all && settings}
        <Finish form={form} row={row} />
      </div>
    </Page>
  )
}

/** Looked over once more before it is final. */
function Finish({ form, row }: { form: ReturnType<typeof useSortingForm>; row: Ranking }) {
  const { draft } = form
  const left = row.cards.filter((each) => draft.laid[each] === undefined).length
  const piles = pilesOf(row.cards, draft.laid, draft.piles)
  return (
    <DialogButton
      variant={left === 0 ? 'primary' : 'quiet'}
      full
      dialog={(close) => (
        <Dialog
          open
          onClose={close}
          title={t('sort.finish-title')}
          onSubmit={() => void form.save()}
          actions={
            <>
              <Button onClick={close}>{t('sort.return')}</Button>
              <Button type="submit" variant="primary" loading={form.saving}>
                {t('sort.finish')}
              </Button>
            </>
          }
        >
          <FormNotices form={form} />
          <ol className="sort-check">
            {piles.map((pile, i) => (
              <li key={i}>
                <span>{pileName(i + 1, draft.piles)}</span>{' '}
                <b>{t('sort.cards-on', { count: pile.length })}</b>
              </li>
            ))}
          </ol>
          {left > 0 && <Notice tone="warn">{t('sort.finish-left', { count: left })}</Notice>}
          <p>{t('sort.finish-why')}</p>
        </Dialog>
      )}
    >
      {t('sort.finish')}
    </DialogButton>
  )
}

function SortScreen({ place, row, params }: RecordProps<Ranking>) {
  const sorter = row.sorters.find(({ id }) => id === params.sorter)
  const done = standingSortings(useRows<Sorting>(sortingCollection), row.id)
  if (sorter && !done.some((each) => each.sorter === sorter.id) && !row.withdrawn && !row.plenary)
    return <SortPage key={sorter.id} {...{ place, row, sorter }} />
  const back = `/d/${place}/peringkat/${row.id}`
  return (
    <Page title={t('ranking.title')} back={{ href: back, label: t('sort.back') }}>
      <EmptyState
        icon="check-circle"
        level={2}
        title={t('sort.done-already')}
        actions={
          <LinkButton href={back} variant="primary">
            {t('sort.back')}
          </LinkButton>
        }
      >
        {t('sort.done-why')}
      </EmptyState>
    </Page>
  )
}

export default recordScreen(rankingRecord, SortScreen)
