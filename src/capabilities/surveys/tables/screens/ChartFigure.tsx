// A question as a chart, with the figures it was drawn from. It asks when it comes into sight.

import { useEffect, useRef, useState } from 'react'
import { longDay, monthName } from '../../../../kernel/day.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { language, translate } from '../../../../platform/browser/language.ts'
import { numberText } from '../../screens/words.ts'
import type { Bar, Chart } from '../questions.ts'
import { chartTexts } from './chart-texts.ts'
import { d, labelOf } from './DataFrame.tsx'

export const c = translate(chartTexts)

/** What a bar is called: a label, a range of numbers, a day, a month. */
export function barText(
  kind: Chart['kind'],
  bar: Pick<Bar, 'value' | 'label' | 'to' | 'first' | 'last'>,
  named?: (value: string) => string,
): string {
  const { value, label, to } = bar
  if (value === null) return c('charts.no-answer')
  if (label) return labelOf(label, value)
  if (bar.first && bar.last) return c('charts.any-number')
  if (bar.first && to !== undefined) return c('charts.below', { to: numberText(to, 6) })
  if (bar.last) return c('charts.from', { from: numberText(Number(value), 6) })
  if (to !== undefined)
    return c('charts.range', { from: numberText(Number(value), 6), to: numberText(to, 6) })
  if (kind === 'days') return dayName(value)
  return named ? named(value) : value
}

function dayName(value: string): string {
  const [year = '', month] = value.split('-')
  if (value.length === 10) return longDay(value, language())
  return value.length === 7 ? `${monthName(Number(month), language())} ${year}` : value
}

/** 500 rb, 1,5 jt: large numbers would run into each other. */
const compact = (n: number): string =>
  Math.abs(n) < 10_000
    ? numberText(n, 6)
    : new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB', { notation: 'compact' }).format(n)

/** As short as it fits under a pillar: 5, 5/10, Okt 26. */
function tickText(bar: Bar, kind: Chart['kind']): string {
  const value = bar.value ?? ''
  if (kind !== 'days') return compact(Number(value))
  const [year = '', month = '', day = ''] = value.split('-')
  if (day) return `${Number(day)}/${Number(month)}`
  return month ? `${monthName(Number(month), language()).slice(0, 3)} ${year.slice(2)}` : value
}

/** A share of what is told; of what is hidden there is none. */
const percent = (count: number | null, all: number | null) =>
  count === null || all === null ? '' : `${all > 0 ? Math.round((count * 100) / all) : 0}%`

/** A figure, or that it is hidden. */
const toldText = (count: number | null) => (count === null ? c('charts.hidden') : numberText(count))

type Drawn = { chart: Chart; texts: readonly string[] }

/** The track is all who answered, so that a bar of 59% fills 59% of it. */
function Bars({ chart, texts }: Drawn) {
  return (
    <ol className="sv-bars">
      {chart.bars.slice(0, 15).map((bar, index) => (
        <li key={bar.value}>
          <span>{texts[index]}</span>
          {bar.count === null ? (
            <span className="rb-soft">{c('charts.hidden')}</span>
          ) : (
            <span>
              <b>{numberText(bar.count)}</b> <small>{percent(bar.count, chart.answered)}</small>
            </span>
          )}
          <span className={bar.count === null ? 'sv-track sv-hidden' : 'sv-track'} aria-hidden="true">
            <i
              style={{ width: `${((bar.count ?? 0) * 100) / Math.max(1, chart.answered ?? chart.asked)}%` }}
            />
          </span>
        </li>
      ))}
    </ol>
  )
}

const [width, height, foot] = [360, 130, 18]

function Pillars({ chart, texts }: Drawn) {
  const { bars } = chart
  const most = Math.max(1, ...bars.map((bar) => bar.count ?? 0))
  const step = width / Math.max(bars.length, 1)
  const thick = Math.max(1, Math.min(28, step - 2))
  const every = Math.max(1, Math.ceil((bars.length * (chart.kind === 'days' ? 44 : 34)) / width))
  return (
    <svg
      className="sv-pillars"
      viewBox={`0 0 ${width} ${height + foot}`}
      role="img"
      aria-label={bars.map((bar, index) => `${texts[index]}: ${toldText(bar.count)}`).join(', ')}
    >
      {bars.some(({ count }) => count !== null) && (
        <text x={0} y={9}>
          {numberText(most)}
        </text>
      )}
      {bars.map((bar, index) => {
        // A hidden figure has no height of its own: it is drawn as a hatched stump.
        const tall = bar.count === null ? 14 : (bar.count / most) * (height - 16)
        const left = index * step + (step - thick) / 2
        return (
          <g key={bar.value}>
            <rect
              className={bar.count === null ? 'sv-hidden' : undefined}
              {...{ x: left, y: height - tall, width: thick, height: tall, rx: Math.min(3, thick / 3) }}
            >
              <title>{`${texts[index]}: ${toldText(bar.count)}`}</title>
            </rect>
            {index % every === 0 && (
              <text x={left + thick / 2} y={height + 14} textAnchor={index === 0 ? 'start' : 'middle'}>
                {tickText(bar, chart.kind)}
              </text>
            )}
          </g>
        )
      })}
      <line x1={0} x2={width} y1={height} y2={height} />
    </svg>
  )
}

function Summary({ summary }: { summary: NonNullable<Chart['summary']> }) {
  const figures = [
    ['min', summary.min],
    ['median', summary.median],
    ['mean', summary.mean],
    ['max', summary.max],
    ['sum', summary.sum],
  ] as const
  return (
    <dl className="sv-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{c(`charts.${name}`)}</dt>
          <dd>{numberText(value, 2)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Figures({ chart, texts }: Drawn) {
  return (
    <details>
      <summary>{c('charts.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{c('charts.value')}</th>
            <th scope="col" className="rb-num">
              {c('charts.count')}
            </th>
            <th scope="col" className="rb-num">
              {c('charts.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {chart.bars.map((bar, index) => (
            <tr key={bar.value}>
              <th scope="row">{texts[index]}</th>
              <td className="rb-num">{toldText(bar.count)}</td>
              <td className="rb-num">{percent(bar.count, chart.answered)}</td>
            </tr>
          ))}
          {chart.answered !== null && chart.asked > chart.answered && (
            <tr>
              <th scope="row">{c('charts.no-answer')}</th>
              <td className="rb-num">{numberText(chart.asked - chart.answered)}</td>
              <td className="rb-num">–</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  )
}

function Drawing({
  chart,
  named,
  members,
}: {
  chart: Chart
  named: Props['named']
  members: string | undefined
}) {
  const texts = chart.bars.map((bar) => barText(chart.kind, bar, named))
  const notes = [
    chart.answered === null
      ? c('charts.answered-hidden', { asked: numberText(chart.asked) })
      : c('charts.answered', { answered: numberText(chart.answered), asked: numberText(chart.asked) }),
    members && c('charts.members', { name: members }),
    chart.several && c('charts.several'),
  ]
  const upright = chart.kind === 'days' || (chart.kind === 'numbers' && chart.bars.length > 1)
  if (chart.answered === 0) return <p className="rb-soft">{c('charts.nothing')}</p>
  return (
    <>
      <p className="rb-soft rb-small">{notes.filter(Boolean).join(' · ')}</p>
      {upright ? <Pillars chart={chart} texts={texts} /> : <Bars chart={chart} texts={texts} />}
      {upright && chart.bars.some(({ count }) => count === null) && (
        <p className="rb-soft rb-small">{c('charts.hidden-drawn')}</p>
      )}
      {chart.summary && <Summary summary={chart.summary} />}
      {chart.cut && <p className="rb-soft rb-small">{c('charts.cut')}</p>}
      <Figures chart={chart} texts={texts} />
    </>
  )
}

type Props = {
  title: string
  place: string
  survey: string
  question: string
  selection: Readonly<Record<string, string | undefined>>
  /** Words for values that are no answers: states, RT. */
  named?: ((value: string) => string) | undefined
  /** Name of the repeat whose members are counted. */
  members?: string | undefined
}

/** Seen once, it stays asked. */
function useInSight() {
  const box = useRef<HTMLElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!box.current) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((each) => each.isIntersecting)) setSeen(true)
      },
      { rootMargin: '200px' },
    )
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  return { box, seen }
}

export function ChartFigure({ title, place, survey, question, selection, named, members }: Props) {
  const { box, seen } = useInSight()
  const asked = useAnswer<Chart>('surveys.chart', seen ? { place, survey, question, ...selection } : null)
  return (
    <section className="sv-chart" ref={box} aria-label={title}>
      <h3>{title}</h3>
      {asked.value ? (
        <Drawing chart={asked.value} named={named} members={members} />
      ) : (
        <AnswerRest answer={asked} label={d('data.loading')} shape="lines" />
      )}
    </section>
  )
}
