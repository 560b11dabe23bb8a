// /d/:place/fgd/:id/peringkat: beginning a wealth ranking at a workshop; and changing one while its cards are sorted.
import { useMemo } from 'react'
import { oldestWorkDay, today } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { zoneOf } from '../../../../kernel/place-code.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckCards } from '../../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import { workshopRecord } from '../../words.browser.ts'
import { cardsAt } from '../card-rules.ts'
import { startRanking } from '../ranking.ts'
import { whyNotStart } from '../rules.ts'
import { Cards } from './Cards.tsx'
import { blankSorters, linesOf, type SorterDraft, SorterFields, sortersOf } from './SorterFields.tsx'
import { dayText, says, t } from './words.ts'

function useStarting(place: string, meeting: Meeting) {
  const view = usePlaceView()
  const now = today(zoneOf(place))
  const { all } = useLocalPlaces()
  const places = useMemo(() => new Set(all.map(({ id }) => id)), [all])
  const id = useMemo(newId, [])
  return useCommandForm({
    ...{ place, screen: 'workshops.start-ranking', record: meeting.id, command: startRanking, says: [says] },
    start: () => ({
      localPlaces: [] as string[],
      left: [] as string[],
      on: meeting.date < now ? meeting.date : now,
      criteria: '',
      sorters: blankSorters(),
    }),
    input: ({ localPlaces, left, on, criteria, sorters }) => ({
      ...{ id, meeting: meeting.id, localPlaces, on, criteria: linesOf(criteria) },
      cards: cardsAt(view, localPlaces)
        .map(({ household }) => household)
        .filter((each) => !left.includes(each)),
      sorters: sortersOf(sorters),
    }),
    rules: (input) => whyNotStart(input, { today: now, view, places, households: new Set(input.cards) }),
    fieldOf: (path) => path.replace(/\..*/, ''),
    saved: t('ranking.begun'),
    to: (input) => `/d/${place}/peringkat/${input.id}`,
  })
}

function NewRankingPage({ place, row: meeting }: RecordProps<Meeting>) {
  const { options } = useLocalPlaces()
  const form = useStarting(place, meeting)
  const { draft, field, errorOf, set } = form
  const view = usePlaceView()
  const cards = cardsAt(view, draft.localPlaces)
  return (
    <Page
      title={t('ranking.new')}
      subtitle={t('ranking.new-why')}
      width="narrow"
      back={{ href: `/d/${place}/fgd/${meeting.id}/peringkat`, label: t('ranking.title') }}
    >
      <Section>
        <CommandForm form={form} submit={t('ranking.begin')}>
          {options.length === 0 && <Notice tone="warn">{t('ranking.no-places')}</Notice>}
          <CheckCards
            {...field('localPlaces', t('ranking.where'))}
            hint={t('ranking.where-hint')}
            values={draft.localPlaces}
            choices={options}
            columns={2}
          />
          {draft.localPlaces.length > 0 && (
            <Cards
              cards={cards}
              left={draft.left}
              onLeft={(left) => set({ left })}
              error={errorOf('cards')}
            />
          )}
          <TextArea
            {...field('criteria', t('ranking.criteria'))}
            hint={t('ranking.criteria-hint')}
            rows={4}
          />
          <SorterFields
            sorters={draft.sorters}
            onChange={(sorters: SorterDraft[]) => set({ sorters })}
            error={errorOf('sorters')}
          />
          <DateField
            {...field('on', t('ranking.on'))}
            {...{ min: oldestWorkDay, max: today(zoneOf(place)) }}
            inWords={draft.on ? dayText(draft.on) : undefined}
          />
          <p className="rb-hint">{t('ranking.source')}</p>
        </CommandForm>
      </Section>
    </Page>
  )
}

export default recordScreen(workshopRecord, NewRankingPage)
