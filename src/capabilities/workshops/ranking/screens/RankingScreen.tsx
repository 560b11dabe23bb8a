// /d/:place/peringkat/:id: a wealth ranking; who has sorted, and once all have, what came out.
import './ranking.css'
import { AskDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { listDrafts } from '../../../../platform/browser/local/drafts.ts'
import { formDraftId, formDraftKind } from '../../../../platform/browser/local/left-drafts.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import type { Unlocked } from '../../../../platform/browser/sync/session.ts'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Task, TaskList } from '../../../../platform/browser/ui/figures/TaskList.tsx'
import { DialogButton } from '../../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../../platform/browser/ui/records/FactGrid.tsx'
import { useDrafts } from '../../../../platform/browser/use-drafts.ts'
import {
  endSorting,
  type Ranking,
  type Sorting,
  sortCards,
  sortersWanted,
  startRanking,
  withdrawRanking,
  withdrawSorting,
} from '../ranking.ts'
import { whyNotEnd, whyNotWithdrawRanking, whyNotWithdrawSorting } from '../rules.ts'
import { Results } from './Results.tsx'
import { useSortings, useWhere } from './use-ranking.ts'
import { dayText, rankingRecord, says, statusOf, t } from './words.ts'

type Props = { place: string; row: Ranking }

const labels = (sorters: readonly { label: string }[]) => sorters.map(({ label }) => label).join(', ')

function RankingPage({ place, row }: RecordProps<Ranking>) {
  const { state } = useSortings(row)
  const where = useWhere(row.localPlaces)
  const may = useRoles(place).some((role) => startRanking.roles.includes(role))
  const label = t(`ranking.state-${state}`)
  return (
    <Page
      title={t('ranking.of', { where })}
      subtitle={`${dayText(row.on)} · ${t('ranking.cards-count', { count: row.cards.length })}`}
      width="wide"
      back={{ href: `/d/${place}/fgd/${row.meeting}/peringkat`, label: t('ranking.title') }}
      badge={<StatusBadge status={statusOf[state]} label={label} />}
    >
      {row.withdrawn && (
        <Notice tone="warn">{t('ranking.withdrawn-because', { reason: row.withdrawn.reason })}</Notice>
      )}
      {state === 'sorting' && <Sorters {...{ place, row, may }} />}
      {(state === 'sorted' || state === 'settled') && (
        <>
          <Weak row={row} />
          <Results {...{ place, row, may }} />
        </>
      )}
      <About {...{ place, row, may }} />
    </Page>
  )
}

function doneTask(row: Ranking, done: Sorting, heads: string) {
  const left = row.cards.length - done.piles.flat().length
  const why = left > 0 ? `${heads} · ${t('ranking.left-count', { count: left })}` : heads
  return { status: 'done' as const, statusLabel: t('ranking.done'), why }
}

const readBegun = (open: Unlocked, place: string) =>
  listDrafts<null>(open, formDraftKind(sortCards.name), place)

/** What must be said before anybody reads a score. */
function Weak({ row }: { row: Ranking }) {
  const { sortings, missing } = useSortings(row)
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warn" title={t('ranking.missing', { who: labels(missing) })}>
          {t('ranking.missing-why', { reason: row.ended?.reason ?? '' })}
        </Notice>
      )}
      {sortings.length < sortersWanted && <Notice tone="warn">{t('ranking.few')}</Notice>}
    </>
  )
}

function Sorters({ place, row, may }: Props & { may: boolean }) {
  const { sortings, missing } = useSortings(row)
  const begun = useDrafts(place, readBegun, [])
  const [first] = missing
  const tasks = row.sorters.map((sorter): Task => {
    const about = { id: sorter.id, title: sorter.label }
    const done = sortings.find((each) => each.sorter === sorter.id)
    if (done) return { ...about, ...doneTask(row, done, t('ranking.heads', sorter)) }
    const draft = begun.some(({ id }) => id === formDraftId(sortCards.name, place, `${row.id} ${sorter.id}`))
    const href = `/d/${place}/peringkat/${row.id}/pilah/${sorter.id}`
    const label = t(draft ? 'ranking.sort-on' : 'ranking.sort-now')
    return {
      ...{ ...about, why: t('ranking.heads', sorter), statusLabel: t('ranking.not-done') },
      status: draft ? 'running' : sorter === first ? 'next' : 'later',
      // The button is the next one's; the others open by their names, in whatever order they come.
      ...(may && (sorter === first ? { action: { href, label } } : { href })),
    }
  })
  return (
    <Section title={t('ranking.sorters')} subtitle={t('ranking.blind')}>
      <TaskList label={t('ranking.sorters')} tasks={tasks} />
      {may && (
        <Cluster>
          {whyNotEnd(row, sortings).length === 0 && (
            <DialogButton
              variant="link"
              dialog={(close) => (
                <AskDialog
                  {...{ place, screen: 'workshops.end-sorting', record: row.id, says: [says] }}
                  command={endSorting}
                  input={(reason) => ({ ranking: row.id, reason })}
                  rules={() => whyNotEnd(row, sortings)}
                  title={t('ranking.end-title')}
                  name="reason"
                  label={t('ranking.reason')}
                  most={300}
                  submit={t('ranking.end-title')}
                  saved={t('ranking.kept')}
                  onClose={close}
                >
                  <p>{t('ranking.end-why', { who: labels(missing) })}</p>
                </AskDialog>
              )}
            >
              {t('ranking.end')}
            </DialogButton>
          )}
        </Cluster>
      )}
    </Section>
  )
}

/** Criteria and sorters, and what is done seldom. */
function About({ place, row, may }: Props & { may: boolean }) {
  const { sortings, state } = useSortings(row)
  const open = state === 'sorting' || state === 'sorted'
  return (
    <Fold title={t('rankprint.criteria')} open={state === 'sorting'}>
      <ul className="ranking-criteria">
        {row.criteria.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {!open && (
        <FactGrid
          facts={row.sorters.map((each) => ({ label: each.label, value: t('ranking.heads', each) }))}
        />
      )}
      {may && (
        <Cluster>
          {open && (
            <LinkButton href={`/d/${place}/peringkat/${row.id}/ubah`} icon="pencil">
              {t('ranking.change')}
            </LinkButton>
          )}
          {open &&
            sortings.map((each) => <WithdrawSorting key={each.id} {...{ place, row, sorting: each }} />)}
          <WithdrawRanking {...{ place, row }} />
        </Cluster>
      )}
      <p className="rb-hint">{t('ranking.source')}</p>
    </Fold>
  )
}

function WithdrawSorting({ place, row, sorting }: Props & { sorting: Sorting }) {
  const label = row.sorters.find(({ id }) => id === sorting.sorter)?.label ?? ''
  return (
    <DialogButton
      dialog={(close) => (
        <AskDialog
          {...{ place, screen: 'workshops.withdraw-sorting', record: sorting.id, says: [says] }}
          command={withdrawSorting}
          input={(reason) => ({ ranking: row.id, sorting: sorting.id, reason })}
          rules={() => whyNotWithdrawSorting(row, sorting)}
          title={t('ranking.withdraw-sorting', { label })}
          name="reason"
          label={t('ranking.reason')}
          most={300}
          submit={t('ranking.withdraw-sorting', { label })}
          saved={t('ranking.kept')}
          danger
          onClose={close}
        >
          <p>{t('ranking.withdraw-sorting-why')}</p>
        </AskDialog>
      )}
    >
      {t('ranking.withdraw-sorting', { label })}
    </DialogButton>
  )
}

function WithdrawRanking({ place, row }: Props) {
  const may = useRoles(place).some((role) => withdrawRanking.roles.includes(role))
  if (!may || whyNotWithdrawRanking(row).length > 0) return null
  return (
    <DialogButton
      dialog={(close) => (
        <AskDialog
          {...{ place, screen: 'workshops.withdraw-ranking', record: row.id, says: [says] }}
          command={withdrawRanking}
          input={(reason) => ({ ranking: row.id, reason })}
          rules={() => whyNotWithdrawRanking(row)}
          title={t('ranking.withdraw')}
          name="reason"
          label={t('ranking.reason')}
          most={300}
          submit={t('ranking.withdraw')}
          saved={t('ranking.kept')}
          danger
          onClose={close}
        >
          <p>{t('ranking.withdraw-why')}</p>
        </AskDialog>
      )}
    >
      {t('ranking.withdraw')}
    </DialogButton>
  )
}

export default recordScreen(rankingRecord, RankingPage)
