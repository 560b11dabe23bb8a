// /d/:place/fgd/:id/peringkat: the wealth rankings of a workshop.
import { useRows } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { TaskList } from '../../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import { may, workshopRecord } from '../../words.browser.ts'
import { type Ranking, rankingCollection, type Sorting, sortingCollection, startRanking } from '../ranking.ts'
import { missingSorters, stateOf } from '../score-rules.ts'
import { statusOf, t } from './words.ts'

function RankingsPage({ place, row: meeting }: RecordProps<Meeting>) {
  const roles = useRoles(place)
  const { lineOf } = useLocalPlaces()
  const rows = useRows<Ranking>(rankingCollection).filter((each) => each.meeting === meeting.id)
  const sortings = useRows<Sorting>(sortingCollection)
  const begin = may(roles, startRanking) && (
    <LinkButton
      href={`/d/${place}/fgd/${meeting.id}/peringkat/baru`}
      icon="plus"
      variant={rows.length === 0 ? 'primary' : 'quiet'}
    >
      {t('ranking.new')}
    </LinkButton>
  )
  const tasks = rows.map((row) => {
    const state = stateOf(row, sortings)
    const done = row.sorters.length - missingSorters(row, sortings).length
    const where = row.localPlaces.map((id) => lineOf(id) ?? '').join(', ')
    return {
      ...{ id: row.id, title: t('ranking.of', { where }), status: statusOf[state] },
      statusLabel: t(`ranking.state-${state}`),
      why: `${t('ranking.cards-count', { count: row.cards.length })} · ${t('ranking.sorted-of', { done, all: row.sorters.length })}`,
      href: `/d/${place}/peringkat/${row.id}`,
    }
  })
  return (
    <Page
      title={t('ranking.title')}
      subtitle={meeting.title}
      back={{ href: `/d/${place}/fgd/${meeting.id}`, label: t('ranking.back') }}
    >
      <Section>
        {rows.length === 0 ? (
          <EmptyState icon="sort" title={t('ranking.none')} actions={begin}>
            {t('ranking.new-why')}
          </EmptyState>
        ) : (
          <>
            <TaskList label={t('ranking.title')} tasks={tasks} />
            {begin}
          </>
        )}
      </Section>
    </Page>
  )
}

export default recordScreen(workshopRecord, RankingsPage)
