// What has a day in this village, and what has been counted so far, from all capabilities; from the local copy alone.
import type { ReactNode } from 'react'
import { daysBetween, fullDay, today } from '../../../kernel/day.ts'
import type { Dated, Figure } from '../../../kernel/entries.ts'
import { zoneName, zoneOf } from '../../../kernel/place-code.ts'
import { fill } from '../../../kernel/text.ts'
import { language } from '../../../platform/browser/language.ts'
import { KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { NotCome } from '../../../platform/browser/use-fetched.tsx'
import { t } from './all-words.ts'
import { ShowAll, useFirst } from './ShowAll.tsx'
import { useEntries } from './use-entries.ts'
import { numberText } from './words.tsx'

function inDays(days: number): string {
  if (days === 0) return t('home.today')
  return days === 1 ? t('home.tomorrow') : t('home.in-days', { count: days })
}

function taskOf(place: string, { id, title, path, on, at }: Dated): Task {
  const days = daysBetween(today(zoneOf(place)), on)
  const clock = at && (language() === 'id' ? at.replace(':', '.') : at)
  return {
    id,
    title: fill(title, language()),
    status: days === 0 ? 'next' : 'later',
    statusLabel: inDays(days),
    why: fullDay(on, language()) + (clock ? `, ${clock} ${zoneName(place)}` : ''),
    href: `/d/${place}/${path}`,
  }
}

type ListProps = { title: string; tone?: 'card' | 'plain'; count?: number; children: ReactNode }

/** A list of the home; on a phone it is opened by whoever wants it. */
function HomeList({ title, tone, count, children }: ListProps) {
  if (!useNarrow())
    return (
      <Section title={title} {...(tone ? { tone } : {})}>
        {children}
      </Section>
    )
  return (
    <Fold title={title} badge={count && <span className="rb-soft">{numberText(count)}</span>}>
      {children}
    </Fold>
  )
}

function Days({ place, dated }: { place: string; dated: readonly Dated[] }) {
  const { shown, more } = useFirst(dated)
  if (dated.length === 0) return null
  return (
    <HomeList title={t('home.days')} count={dated.length}>
      <TaskList label={t('home.days')} tasks={shown.map((each) => taskOf(place, each))} />
      <ShowAll count={dated.length} more={more} />
    </HomeList>
  )
}

function Figures({ place, figures }: { place: string; figures: readonly Figure[] }) {
  if (figures.length === 0) return null
  return (
    <HomeList title={t('home.figures')} tone="plain">
      <KeyFigures
        label={t('home.figures')}
        figures={figures.map(({ label, value, note, path }) => ({
          label: fill(label, language()),
          value: numberText(value),
          note: note && fill(note, language()),
          href: `/d/${place}/${path}`,
        }))}
      />
    </HomeList>
  )
}

export function HomeLists({ place }: { place: string }) {
  const { told, missing } = useEntries(({ calendar, report }, view, asker) => ({
    dated: calendar(view, asker),
    figures: report(view, asker),
  }))
  return (
    <>
      {missing && <NotCome />}
      {told && <Days place={place} dated={told.dated} />}
      {told && <Figures place={place} figures={told.figures} />}
    </>
  )
}
