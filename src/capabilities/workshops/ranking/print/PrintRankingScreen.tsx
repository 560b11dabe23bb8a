// /d/:place/peringkat/:id/cetak/:what: a sheet for the wall, with counts and no name; and one for the facilitator, with names.
import '../screens/ranking.css'
import { useState } from 'react'
import { LogLine } from '../../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { PrintSheet, SheetLines } from '../../../../platform/browser/ui/print/PrintSheet.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import { countsOf, hiddenOnWall } from '../group-rules.ts'
import type { Ranking } from '../ranking.ts'
import { GroupBars } from '../screens/GroupTable.tsx'
import { pilesText, scoreText, whyDiscuss } from '../screens/Results.tsx'
import { nameOf, useResults, useSeen, useSortings, useWhere } from '../screens/use-ranking.ts'
import { dayText, number, rankingRecord, t } from '../screens/words.ts'

type Size = 'f4' | 'a4' | 'a3'

function PrintRankingPage({ place, params, row }: RecordProps<Ranking>) {
  const wall = params.what !== 'kerja'
  const [size, setSize] = useState<Size>('f4')
  const sizes: Size[] = wall ? ['f4', 'a3'] : ['f4', 'a4']
  return (
    <Page
      title={t(wall ? 'rankprint.wall' : 'rankprint.work')}
      width="wide"
      back={{ href: `/d/${place}/peringkat/${row.id}`, label: t('ranking.title') }}
    >
      <div data-print="hide">
        <Cluster justify="between">
          <Switch
            name="size"
            label={t('rankprint.size')}
            value={size}
            options={sizes.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(next) => setSize(next as Size)}
          />
          <Button variant="primary" icon="printer" onClick={() => window.print()}>
            {t('rankprint.print')}
          </Button>
        </Cluster>
      </div>
      {wall ? <Wall {...{ place, row, size }} /> : <Work {...{ place, row, size }} />}
    </Page>
  )
}

type SheetProps = { place: string; row: Ranking; size: Size }

function Head({ place, row }: Pick<SheetProps, 'place' | 'row'>) {
  const where = useWhere(row.localPlaces)
  const { title } = usePlaceName(place)
  const { plenary } = row
  return (
    <SheetLines
      lines={[
        [t('rankprint.where'), `${where}, ${title}`],
        [t('rankprint.held'), dayText(row.on)],
        ...(plenary
          ? [
              [
                t('rankprint.plenary'),
                t('rankprint.plenary-of', { ...plenary, on: dayText(plenary.on) }),
              ] as const,
            ]
          : []),
        [
          t('rankprint.sorters'),
          row.sorters.map((each) => `${each.label} (${t('ranking.heads', each)})`).join('; '),
        ],
      ]}
    />
  )
}

function Wall({ place, row, size }: SheetProps) {
  const { lineOf, options } = useLocalPlaces()
  const { lines, groups, settled } = useResults(row)
  const { missing } = useSortings(row)
  const counted = countsOf(
    lines.map(({ card, group }) => ({ localPlace: card?.localPlace ?? null, group })),
    groups.length,
    options.map(({ value }) => value),
  )
  const hidden = hiddenOnWall(counted)
  const said = (cell: string, count: number | undefined) => (hidden.has(cell) ? '—' : String(count ?? 0))
  return (
    <PrintSheet paper={size} look="plain" title={t('rankprint.wall')}>
      <Head {...{ place, row }} />
      {!settled && <p>{t('rankprint.not-settled')}</p>}
      {missing.length > 0 && (
        <p>{t('ranking.missing', { who: missing.map(({ label }) => label).join(', ') })}</p>
      )}
      <h2>{t('rankprint.criteria')}</h2>
      <ul>
        {row.criteria.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <GroupBars
        groups={groups}
        counts={counted.totals}
        hidden={new Set(groups.flatMap((_, g) => (hidden.has(`total ${g}`) ? [g] : [])))}
      />
      <table>
        <caption>{t('result.by-group')}</caption>
        <thead>
          <tr>
            <th>{t('result.where')}</th>
            {groups.map(({ name }) => (
              <th key={name}>{name}</th>
            ))}
            <th>{t('result.total')}</th>
          </tr>
        </thead>
        <tbody>
          {counted.rows.map(({ localPlace, counts, total }, i) => (
            <tr key={localPlace ?? 'none'}>
              <td>{localPlace === null ? t('result.no-place') : lineOf(localPlace)}</td>
              {groups.map(({ name }, g) => (
                <td key={name} className="rb-num">
                  {said(`${i} ${g}`, counts[g])}
                </td>
              ))}
              <td className="rb-num">{total}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>{t('result.total')}</th>
            {groups.map(({ name }, g) => (
              <td key={name} className="rb-num">
                {said(`total ${g}`, counted.totals[g])}
              </td>
            ))}
            <td className="rb-num">{counted.total}</td>
          </tr>
        </tfoot>
      </table>
      {hidden.size > 0 && <p>{t('rankprint.few')}</p>}
      <p>{t('ranking.source')}</p>
      <LogLine />
    </PrintSheet>
  )
}

function Work({ place, row, size }: SheetProps) {
  const { lineOf } = useLocalPlaces()
  const { lines, groups, settled } = useResults(row)
  const { sortings } = useSortings(row)
  useSeen('ranking-sheet', row.cards)
  const sorted = new Set(sortings.map(({ sorter }) => sorter))
  return (
    <PrintSheet paper={size} look="plain" title={t('rankprint.work')}>
      <p>
        <strong>{t('rankprint.secret')}</strong>
      </p>
      <Head {...{ place, row }} />
      {!settled && <p>{t('rankprint.not-settled')}</p>}
      <table>
        <thead>
          <tr>
            <th>{t('result.name')}</th>
            <th>{t('result.where')}</th>
            <th>{t('result.score')}</th>
            <th>{t('result.spread')}</th>
            <th>{t('result.piles')}</th>
            <th>{t('result.group')}</th>
            <th>{t('result.discuss')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.household}>
              <td>{nameOf(line.card)}</td>
              <td className="ranking-where">{lineOf(line.card?.localPlace ?? null)}</td>
              <td className="rb-num">{scoreText(line)}</td>
              <td className="rb-num">{number(line.spread)}</td>
              <td className="rb-num">{pilesText(line, row, sorted)}</td>
              <td>{line.group === null ? '' : groups[line.group]?.name}</td>
              <td>{line.moved ? t('result.moved', { reason: line.moved }) : whyDiscuss(line, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LogLine />
    </PrintSheet>
  )
}

export default recordScreen(rankingRecord, PrintRankingPage)
