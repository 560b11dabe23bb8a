// What came out: groups by RT, whom the sorters see differently, all households by score, and what is settled and printed of it.
import './ranking.css'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { useNarrow } from '../../../../platform/browser/ui/narrow.ts'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { type Column, DataTable } from '../../../../platform/browser/ui/records/DataTable.tsx'
import { PersonLine } from '../../../../platform/browser/ui/records/PersonLine.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import type { Ranking } from '../ranking.ts'
import { spreadToDiscuss } from '../score-rules.ts'
import { GroupTable } from './GroupTable.tsx'
import { type Line, nameOf, useCards, useResults, useSeen, useSortings } from './use-ranking.ts'
import { dayText, number, t } from './words.ts'

type Props = { place: string; row: Ranking; may: boolean }

export function Results({ place, row, may }: Props) {
  const results = useResults(row)
  const { sortings, state } = useSortings(row)
  useSeen('ranking', row.cards)
  const discuss = results.lines.filter((each) => each.discuss)
  const { plenary } = row
  const settle = `/d/${place}/peringkat/${row.id}/pleno`
  return (
    <>
      <Section
        title={t('result.title')}
        subtitle={`${t('result.scale', { count: sortings.length })}${results.settled ? '' : ` ${t('result.proposed')}.`}`}
      >
        {plenary && (
          <p>
            {t('result.settled-on', { ...plenary, on: dayText(plenary.on) })}{' '}
            {t(plenary.consensus ? 'result.consensus' : 'result.no-consensus')}. {plenary.note}
          </p>
        )}
        <GroupTable {...results} />
        <Cluster>
          {may && state === 'sorted' && (
            <LinkButton href={settle} variant="primary">
              {t('result.settle')}
            </LinkButton>
          )}
          <LinkButton href={`/d/${place}/peringkat/${row.id}/cetak/dinding`} icon="printer">
            {t('result.wall')}
          </LinkButton>
          <LinkButton href={`/d/${place}/peringkat/${row.id}/cetak/kerja`} icon="printer">
            {t('result.sheet')}
          </LinkButton>
          {may && state === 'settled' && (
            <LinkButton href={settle} icon="pencil">
              {t('result.settle-anew')}
            </LinkButton>
          )}
        </Cluster>
      </Section>
      <Section
        title={`${t('result.discuss')} (${discuss.length})`}
        subtitle={
          discuss.length === 0 ? t('result.no-discuss') : t('result.discuss-why', { spread: spreadToDiscuss })
        }
      >
        {discuss.length > 0 && <Lines {...{ place, row }} lines={discuss} caption={t('result.discuss')} />}
      </Section>
      <Fold title={t('result.all')}>
        <Notice tone="info">{t('result.private')}</Notice>
        <Lines {...{ place, row }} lines={results.lines} caption={t('result.all')} />
      </Fold>
    </>
  )
}

export const scoreText = ({ score }: Line): string => (score === null ? t('result.unscored') : number(score))

/** "2 dari 4 · 3 dari 5 · –" in the order of the sorters. */
export const pilesText = ({ piled }: Line, row: Ranking, sorted: ReadonlySet<string>): string =>
  row.sorters
    .filter(({ id }) => sorted.has(id))
    .map(({ id }) => {
      const at = piled.get(id)
      return at ? `${at.pile}/${at.of}` : '–'
    })
    .join(' · ')

export function whyDiscuss(line: Line, row: Ranking): string {
  const left = row.sorters.filter(({ id }) => line.leftBy.includes(id)).map(({ label }) => label)
  return [
    line.spread >= spreadToDiscuss ? t('result.spread-wide') : '',
    left.length > 0 ? t('result.left-by', { who: left.join(', ') }) : '',
  ]
    .filter(Boolean)
    .join('; ')
}

type LinesProps = { place: string; row: Ranking; lines: readonly Line[]; caption: string }

function Lines({ place, row, lines, caption }: LinesProps) {
  const { lineOf } = useLocalPlaces()
  const { sortings } = useSortings(row)
  const { also } = useCards(row)
  const { groups } = useResults(row)
  const mayOpen = useRoles(place).length > 0
  const sorted = new Set(sortings.map(({ sorter }) => sorter))
  const narrow = useNarrow()
  const groupText = ({ group, moved }: Line) =>
    [group === null ? '–' : groups[group]?.name, moved && t('result.moved', { reason: moved })]
      .filter(Boolean)
      .join(' · ')
  const hrefOf = ({ card, household }: Line) =>
    card && mayOpen ? `/d/${place}/keluarga/${household}` : undefined
  if (narrow)
    return (
      <ul className="ranking-lines" aria-label={caption}>
        {lines.map((line) => (
          <li key={line.household}>
            <PersonLine
              name={nameOf(line.card)}
              detail={[
                `${t('result.score')} ${scoreText(line)}`,
                `${t('result.spread').toLowerCase()} ${number(line.spread)}`,
                pilesText(line, row, sorted),
                groupText(line),
                lineOf(line.card?.localPlace ?? null),
              ]
                .filter(Boolean)
                .join(' · ')}
              href={hrefOf(line)}
              badges={<Marks line={line} row={row} also={also.has(line.household)} />}
            />
          </li>
        ))}
      </ul>
    )
  const columns: Column<Line>[] = [
    {
      key: 'name',
      header: t('result.name'),
      cell: (line) => (
        <>
          {nameOf(line.card)} <Marks line={line} row={row} also={also.has(line.household)} />
        </>
      ),
    },
    { key: 'where', header: t('result.where'), cell: ({ card }) => lineOf(card?.localPlace ?? null) ?? '–' },
    { key: 'score', header: t('result.score'), number: true, cell: scoreText },
    { key: 'spread', header: t('result.spread'), number: true, cell: ({ spread }) => number(spread) },
    {
      key: 'piles',
      header: t('result.piles'),
      number: true,
      cell: (line) => pilesText(line, row, sorted),
    },
    {
      key: 'group',
      header: t('result.group'),
      cell: groupText,
    },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ household }) => household}
      rowHref={hrefOf}
    />
  )
}

function Marks({ line, row, also }: { line: Line; row: Ranking; also: boolean }) {
  const { lineOf } = useLocalPlaces()
  const elsewhere = line.card?.elsewhere ?? []
  return (
    <>
      {line.discuss && <StatusBadge status="advice" label={whyDiscuss(line, row)} />}
      {elsewhere.length > 0 && (
        <StatusBadge
          status="unverified"
          label={t('ranking.in-two', { where: elsewhere.map((id) => lineOf(id) ?? '').join(', ') })}
        />
      )}
      {also && <StatusBadge status="unverified" label={t('ranking.elsewhere-mark')} />}
    </>
  )
}
