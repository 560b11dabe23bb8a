// /d/:place/bagan/:id: a chart, its picture, what it says and its table.
import './chart.css'
import { useEffect, useState } from 'react'
import { AskDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { useGiving } from '../../../../platform/browser/forms/use-giving.ts'
import { usePhone, usePhoneState } from '../../../../platform/browser/hooks.tsx'
import type { OutboxEntry } from '../../../../platform/browser/local/device-store.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { StoredPicture } from '../../../../platform/browser/stored-files.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { DialogButton } from '../../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../../platform/browser/ui/records/FactGrid.tsx'
import { may } from '../../words.browser.ts'
import { type ChangeChart, type Chart, changeChart, withdrawChart } from '../chart.ts'
import { filledOf, gridOf } from '../grid-rules.ts'
import { whyNotWithdrawChart } from '../rules.ts'
import { Clashes } from './Clashes.tsx'
import { Picture } from './Pictures.tsx'
import { ChartTable, Reading } from './Reading.tsx'
import { chartRecord, dayText, says, t } from './words.ts'

function ChartPage({ place, row }: RecordProps<Chart>) {
  const grid = gridOf(row)
  const title = String(row.told.title ?? '')
  const { filled, all } = filledOf(grid)
  const badge = row.withdrawn
    ? ({ status: 'archive', label: t('chart.state-withdrawn') } as const)
    : filled === all
      ? ({ status: 'done', label: t('chart.state-done') } as const)
      : ({ status: 'running', label: t('chart.filled', { filled, all }) } as const)
  return (
    <Page
      title={title}
      subtitle={`${t(`chart.kind-${row.kind}`)} · ${dayText(String(row.told.on ?? ''))}`}
      width="wide"
      back={{ href: `/d/${place}/fgd/${row.meeting}/bagan`, label: t('chart.title') }}
      badge={<StatusBadge {...badge} />}
    >
      <Refused row={row} />
      {row.withdrawn ? (
        <Notice tone="warn">{t('chart.withdrawn-because', { reason: row.withdrawn.reason })}</Notice>
      ) : (
        <>
          <Section>
            <Picture grid={grid} title={title} />
            <Reading grid={grid} />
            <Actions {...{ place, row }} />
          </Section>
          <Fold title={t('chart.cells')} open={row.kind === 'transect' || row.kind === 'matrix'}>
            <ChartTable grid={grid} caption={title} />
          </Fold>
          <About {...{ place, row }} />
        </>
      )}
    </Page>
  )
}

type Props = { place: string; row: Chart }

function Actions({ place, row }: Props) {
  const roles = useRoles(place)
  return (
    <Cluster>
      {may(roles, changeChart) && (
        <LinkButton href={`/d/${place}/bagan/${row.id}/ubah`} icon="pencil" variant="primary">
          {t('chart.edit')}
        </LinkButton>
      )}
      <LinkButton href={`/d/${place}/bagan/${row.id}/cetak`} icon="printer">
        {t('chart.print')}
      </LinkButton>
      {may(roles, withdrawChart) && (
        <DialogButton
          dialog={(close) => (
            <AskDialog
              {...{ place, screen: 'workshops.withdraw-chart', record: row.id, says: [says] }}
              command={withdrawChart}
              input={(reason) => ({ chart: row.id, reason })}
              rules={() => whyNotWithdrawChart(row)}
              title={t('chart.withdraw')}
              name="reason"
              label={t('chart.reason')}
              most={300}
              submit={t('chart.withdraw')}
              saved={t('chart.saved')}
              danger
              onClose={close}
            >
              <p>{t('chart.withdraw-why')}</p>
            </AskDialog>
          )}
        >
          {t('chart.withdraw')}
        </DialogButton>
      )}
    </Cluster>
  )
}

export function aboutFacts({ told, byName }: Pick<Chart, 'told' | 'byName'>) {
  const said = (at: string) => String(told[at] ?? '')
  return [
    { label: t('chart.facilitator'), value: said('facilitator') },
    {
      label: t('chart.group'),
      value: [said('group'), t('chart.heads', { women: Number(told.women ?? 0), men: Number(told.men ?? 0) })]
        .filter(Boolean)
        .join(' · '),
    },
    { label: t('chart.source'), value: said('source') || t('chart.no-source') },
    ...(told.consensus
      ? [{ label: t('chart.consensus'), value: t(`chart.consensus-${told.consensus as 'yes'}`) }]
      : []),
    ...(told.note ? [{ label: t('chart.note'), value: said('note') }] : []),
    ...(byName ? [{ label: t('chart.by'), value: byName }] : []),
  ]
}

function About({ place, row }: Props) {
  return (
    <Section title={t('chart.about')}>
      <FactGrid facts={aboutFacts(row)} />
      {row.photo && <StoredPicture place={place} id={row.photo.file} alt={t('chart.photo')} />}
      <p className="rb-hint">{t('chart.source-note')}</p>
    </Section>
  )
}

/** A change that the server refused because another device was quicker: mended here, word by word. */
function Refused({ row }: { row: Chart }) {
  const phone = usePhone()
  const { entries } = usePhoneState()
  const { give } = useGiving()
  const [found, setFound] = useState<{ entry: OutboxEntry; input: ChangeChart } | null>(null)
  const entry = entries.find(
    (each) =>
      each.name === changeChart.name &&
      each.records.includes(row.id) &&
      each.refusals.some(({ code }) => code === 'workshops.chart-clash'),
  )
  useEffect(() => {
    let current = true
    setFound(null)
    if (entry)
      phone.envelope(entry).then(
        ({ input }) => current && setFound({ entry, input: input as unknown as ChangeChart }),
        (error: unknown) => console.error(error),
      )
    return () => {
      current = false
    }
  }, [phone, entry])
  if (!found) return null
  // The row here has mine replayed over it: what the others said stands in the refusals.
  const theirs = Object.fromEntries(
    found.entry.refusals.map(({ facts }) => [String(facts?.at ?? ''), facts?.theirs ?? '']),
  )
  const clashes = found.input.changes.filter(({ at }) => Object.hasOwn(theirs, at))
  const choose = async (at: string, mine: boolean) => {
    const said = theirs[at]
    const was = said === '' || said === undefined ? null : said
    const changes = found.input.changes.flatMap((each) =>
      each.at !== at ? [each] : mine ? [{ ...each, was }] : [],
    )
    await give((open) =>
      changes.length === 0 && found.input.photo === null
        ? open.discard(found.entry)
        : open.mend(found.entry.n, { ...found.input, changes }),
    )
  }
  return (
    <Clashes
      grid={gridOf(row)}
      clashes={clashes}
      theirs={theirs}
      onChoose={(at, mine) => void choose(at, mine)}
    />
  )
}

export default recordScreen(chartRecord, ChartPage)
