// /d/:place/peringkat/:id/ubah: a card that was forgotten, a sorter more, another criterion, while sorting runs.
import { useMemo } from 'react'
import { today } from '../../../../kernel/day.ts'
import { zoneOf } from '../../../../kernel/place-code.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import { type Card, cardsAt, cardsOf } from '../card-rules.ts'
import { changeRanking, type Ranking, type Sorting, sortingCollection } from '../ranking.ts'
import { whyNotChange } from '../rules.ts'
import { standingSortings } from '../score-rules.ts'
import { Cards } from './Cards.tsx'
import { linesOf, type SorterDraft, SorterFields, sortersOf } from './SorterFields.tsx'
import { rankingRecord, says, t } from './words.ts'

/** Those that have a card, and those of the same places that have none. */
function useCandidates(row: Ranking): Card[] {
  const view = usePlaceView()
  const here = cardsAt(view, row.localPlaces)
  const known = new Set(here.map(({ household }) => household))
  return [...here, ...cardsOf(view, row.cards).filter(({ household }) => !known.has(household))]
}

function ChangeRankingPage({ place, row }: RecordProps<Ranking>) {
  const all = useRows<Sorting>(sortingCollection)
  const { all: local } = useLocalPlaces()
  const candidates = useCandidates(row)
  const view = usePlaceView()
  const fixed = useMemo(
    () => new Set(standingSortings(all, row.id).map(({ sorter }) => sorter)),
    [all, row.id],
  )
  const around = {
    ...{ today: today(zoneOf(place)), view, places: new Set(local.map(({ id }) => id)) },
    households: new Set(candidates.map(({ household }) => household)),
  }
  const back = `/d/${place}/peringkat/${row.id}`
  const form = useCommandForm({
    ...{ place, screen: 'workshops.change-ranking', record: row.id, command: changeRanking, says: [says] },
    start: () => ({
      left: candidates.map(({ household }) => household).filter((each) => !row.cards.includes(each)),
      criteria: row.criteria.join('\n'),
      sorters: [...row.sorters],
      basedOn: row.version,
    }),
    input: ({ left, criteria, sorters, basedOn }) => ({
      ...{ ranking: row.id, basedOn, criteria: linesOf(criteria), sorters: sortersOf(sorters) },
      cards: candidates.map(({ household }) => household).filter((each) => !left.includes(each)),
    }),
    rules: (input) => whyNotChange(row, all, input, around),
    fieldOf: (path) => path.replace(/\..*/, ''),
    saved: t('ranking.changed'),
    to: back,
  })
  const { draft, field, errorOf, set } = form
  return (
    <Page title={t('ranking.change')} width="narrow" back={{ href: back, label: t('ranking.title') }}>
      <Section>
        <CommandForm form={form} submit={t('ranking.save')} cancel={back}>
          <Cards
            cards={candidates}
            left={draft.left}
            onLeft={(left) => set({ left })}
            error={errorOf('cards')}
            own={row.id}
          />
          <TextArea
            {...field('criteria', t('ranking.criteria'))}
            hint={t('ranking.criteria-hint')}
            rows={4}
          />
          <SorterFields
            sorters={draft.sorters}
            onChange={(sorters: SorterDraft[]) => set({ sorters })}
            error={errorOf('sorters')}
            fixed={fixed}
          />
        </CommandForm>
      </Section>
    </Page>
  )
}

export default recordScreen(rankingRecord, ChangeRankingPage)
