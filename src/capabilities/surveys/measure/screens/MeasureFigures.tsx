// What comes out of a measure: the three figures, each indicator's part, each RT, the spread of the households.
import type { ReactNode } from 'react'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { KeyFigures } from '../../../../platform/browser/ui/figures/KeyFigures.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../../platform/browser/ui/records/DataTable.tsx'
import { useLocals } from '../../screens/use-surveys.ts'
import { numberText, said, surveyPath } from '../../screens/words.ts'
import type { Figures, MeasureAnswer, MeasureBody } from '../measure.ts'
import { fixedText, m, percentText, toldText } from './measure-words.ts'

/** A share as a bar with its number at the right. */
export function Bar({ share, soft, digits = 1 }: { share: number | null; soft?: boolean; digits?: number }) {
  if (share === null) return <span className="rb-soft">{m('measure.hidden')}</span>
  return (
    <span className={soft ? 'ms-bar ms-bar-soft' : 'ms-bar'}>
      <span className="ms-bar-track" aria-hidden="true">
        <i style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className="rb-number">{percentText(share, digits)}%</span>
    </span>
  )
}

type Row = { key: string; label: string; share: number | null; extra?: string }

/** On a phone a table of shares is a list of bars: a line each. */
function Rows({ note, rows }: { note: string; rows: readonly Row[] }) {
  return (
    <div className="ms-narrow">
      <p className="rb-hint">{note}</p>
      <ul className="ms-rows">
        {rows.map(({ key, label, share, extra }) => (
          <li key={key}>
            <span>
              {label}
              {extra && <small className="rb-hint">{extra}</small>}
            </span>
            <Bar share={share} />
          </li>
        ))}
      </ul>
    </div>
  )
}
const Wide = ({ children }: { children: ReactNode }) => <div className="ms-wide">{children}</div>

export function Headline({ answer }: { answer: MeasureAnswer }) {
  const deep = answer.method === 'multidimensional'
  const left = [
    answer.leftOut !== null && answer.leftOut > 0 && m('measure.left-out', { count: answer.leftOut }),
    answer.repeated > 0 && m('measure.repeated', { count: answer.repeated }),
  ].filter(Boolean)
  const { headcount, intensity, adjusted } = answer
  const ofAll = deep ? 'measure.of-all' : 'measure.of-all-plain'
  const shared = headcount === null ? undefined : m(ofAll, { percent: percentText(headcount) })
  const percent = (n: number) => `${percentText(n)}%`
  return (
    <KeyFigures
      label={m('measure.title')}
      figures={[
        {
          label: m('measure.poor'),
          value: toldText(answer.poor, numberText),
          note: shared,
        },
        ...(deep
          ? [
              {
                label: m('measure.intensity'),
                value: toldText(intensity, percent),
                note: m('measure.intensity-note'),
              },
              {
                label: m('measure.adjusted'),
                value: toldText(adjusted, (n) => fixedText(n, 3)),
                note: m('measure.adjusted-note'),
              },
            ]
          : []),
        {
          label: m('measure.counted'),
          value: toldText(answer.households, numberText),
          note: left.length > 0 ? left.join('. ') : undefined,
        },
      ]}
    />
  )
}

export function Differing({ place, survey, count }: { place: string; survey: string; count: number }) {
  if (count === 0) return null
  return (
    <Notice
      tone="warn"
      action={<LinkButton href={surveyPath(place, survey, 'periksa')}>{m('measure.check')}</LinkButton>}
    >
      {m('measure.differing', { count })}
    </Notice>
  )
}

export function ByIndicator({ answer, body }: { answer: MeasureAnswer; body: MeasureBody }) {
  const byId = new Map(answer.indicators.map((each) => [each.id, each]))
  const rows = body.indicators.flatMap((indicator, at) => {
    const found = byId.get(indicator.id) ?? answer.indicators[at]
    return found ? [{ ...found, id: indicator.id, label: said(indicator.label) }] : []
  })
  if (rows.length === 0) return null
  return (
    <Section title={m('measure.indicators')} tone="plain">
      <Rows
        note={m('measure.contribution')}
        rows={rows.map((row) => ({ key: row.id, label: row.label, share: row.contribution }))}
      />
      <Wide>
        <DataTable
          caption={m('measure.indicators')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'label', header: m('measure.indicator'), cell: (row) => row.label },
            {
              key: 'weight',
              header: m('measure.weight'),
              number: true,
              cell: (row) => `${percentText(row.weight)}%`,
            },
            {
              key: 'deprived',
              header: m('measure.deprived'),
              cell: (row) => <Bar share={row.deprived} soft />,
            },
            {
              key: 'censored',
              header: m('measure.censored'),
              cell: (row) => <Bar share={row.censored} soft />,
            },
            {
              key: 'contribution',
              header: m('measure.contribution'),
              cell: (row) => <Bar share={row.contribution} />,
            },
          ]}
        />
      </Wide>
    </Section>
  )
}

/** RT in the order of the village's tree; what is not known last. */
export function ByPlace({ answer }: { answer: MeasureAnswer }) {
  const { order, lineOf } = useLocals()
  const at = (place: string | null) => (place === null ? Number.MAX_SAFE_INTEGER : order.indexOf(place))
  const rows = [...answer.places].sort((a, b) => at(a.place) - at(b.place))
  if (rows.length === 0) return null
  const nameOf = (place: string | null) => (place === null ? m('measure.no-place') : lineOf(place))
  const figure = (key: 'households' | 'poor', header: string) => ({
    key,
    header,
    number: true,
    cell: (row: Figures) => numberText(row[key]),
    total: toldText(answer[key], numberText),
  })
  const deep = answer.method === 'multidimensional'
  return (
    <Section title={m('measure.places')} tone="plain">
      <Rows
        note={m('measure.share')}
        rows={[...rows, { ...answer, place: 'all' as const }].map((row) => ({
          key: row.place ?? '-',
          label: row.place === 'all' ? m('measure.all-places') : nameOf(row.place),
          share: row.headcount,
          extra: m('measure.poor-of', { poor: row.poor ?? 0, all: row.households ?? 0 }),
        }))}
      />
      <Wide>
        <DataTable
          caption={m('measure.places')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.place ?? '-'}
          columns={[
            {
              key: 'place',
              header: m('measure.place'),
              cell: (row) => nameOf(row.place),
              total: m('measure.all-places'),
            },
            {
              key: 'share',
              header: m('measure.share'),
              cell: (row) => <Bar share={row.headcount} />,
              total: <Bar share={answer.headcount} />,
            },
            figure('poor', m('measure.poor-short')),
            figure('households', m('measure.households')),
            ...(deep
              ? [
                  {
                    key: 'adjusted',
                    header: m('measure.adjusted'),
                    number: true,
                    cell: (row: Figures) => fixedText(row.adjusted, 3),
                    total: toldText(answer.adjusted, (n) => fixedText(n, 3)),
                  },
                ]
              : []),
          ]}
        />
      </Wide>
    </Section>
  )
}

export function Spread({ answer, k }: { answer: MeasureAnswer; k: number }) {
  if (answer.classes.length === 0 || answer.households === 0) return null
  const most = Math.max(1, ...answer.classes.map((each) => each.households ?? 0))
  const cut = percentText(k, 2)
  const why = {
    multidimensional: m('measure.classes-by-weight', { cut }),
    bkkbn: m('measure.poor-bkkbn'),
    bps14: m('measure.poor-bps14'),
  }[answer.method]
  return (
    <Section title={m('measure.classes')} subtitle={why} tone="plain">
      <ul className="ms-spread">
        {answer.classes.map((each) => (
          <li key={each.class} className={isSpared(answer, each.class, k) ? 'ms-spared' : undefined}>
            <span>{classText(answer, each.class)}</span>
            <span
              className={each.households === null ? 'ms-bar-track ms-hidden' : 'ms-bar-track'}
              aria-hidden="true"
            >
              <i style={{ width: `${((each.households ?? 0) / most) * 100}%` }} />
            </span>
            <span className="rb-number">{toldText(each.households, numberText)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whether nobody of this class is poor; the tenth in which the cut-off lies holds both. */
function isSpared({ method }: MeasureAnswer, name: string, k: number): boolean {
  if (method === 'bkkbn') return name !== 'pre' && name !== 'ks1'
  if (method === 'bps14') return Number(name) < 9
  return Number(name) + 10 <= k * 100
}

function classText({ method }: MeasureAnswer, name: string): string {
  if (method === 'bkkbn') return m(`measure.stage-${name as 'pre' | 'ks1' | 'ks2' | 'ks3' | 'ks3_plus'}`)
  if (method === 'bps14') return m('measure.criteria-met', { count: Number(name) })
  return m('measure.tenth', { from: Number(name), to: Number(name) + 10 })
}
