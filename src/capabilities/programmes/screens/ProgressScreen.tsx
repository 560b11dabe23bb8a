// The overview of an officer: every enrolment below a place, with figures that lead to their rows.

import { ask } from '../../../platform/browser/api.ts'
import { AnswerFault } from '../../../platform/browser/asking/AnswerRest.tsx'
import { faultOf } from '../../../platform/browser/asking/fault.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { usePaged } from '../../../platform/browser/use-paged.ts'
import { type Run, wholeOf } from '../../../platform/browser/whole-list.ts'
import { mostOnPage, type ProgressLine, type Totals } from '../overview.ts'
import { t } from './all-words.ts'
import { tableOf } from './export-lines.ts'
import { lateFirst, ProgressTable, type VillageLine } from './ProgressTable.tsx'
import { numberText } from './words.tsx'

type Answer = { totals: Totals; villages: ProgressLine[]; next: string | null }
type Loaded = { totals: Totals; lines: VillageLine[]; next: string | null }

type Asked = { area: string; after: string | undefined; most?: number; signal?: AbortSignal }

async function pageOf({ area, after, most, signal }: Asked): Promise<Loaded> {
  const { villages, ...page } = await ask<Answer>('programmes.progress', { place: area, after, most }, signal)
  const lines = villages.map(({ name, above, ...entry }) => ({ place: entry.place, name, above, entry }))
  return { ...page, lines }
}

const joined = (before: Loaded, page: Loaded): Loaded => ({
  ...page,
  lines: [...before.lines, ...page.lines],
})

/** Every enrolment of the area, also those that the screen has not loaded. */
const wholeArea = (area: string, run: Run): Promise<VillageLine[]> =>
  wholeOf(
    async (after, signal) => {
      const { lines, totals, next } = await pageOf({ area, after, most: mostOnPage, signal })
      return { lines, all: totals.all, next }
    },
    ({ place, entry }) => entry?.enrolment ?? place,
    run,
  )

export default function ProgressScreen({ params }: ScreenProps) {
  const area = params.area ?? 'ID'
  const name = usePlaceName(area)
  const { all, fault: why, busy, more } = usePaged(area, (after) => pageOf({ area, after }), joined)
  const fault = why === null ? null : faultOf(why)
  const { lines, totals, next } = all ?? {}
  return (
    <Page
      title={t('progress.title')}
      subtitle={area === 'ID' ? 'Indonesia' : `${name.title}, ${name.line}`}
      width="wide"
      back={{ href: '/', label: t('mine.title') }}
      actions={
        <>
          {fault?.kind !== 'forbidden' && (
            <LinkButton href={`/daftar/${area}`} icon="plus">
              {t('list.title')}
            </LinkButton>
          )}
          {lines && lines.length > 0 && (
            <ExportButton
              name={`kemajuan-${area}`}
              table={async (run) => tableOf(await wholeArea(area, run))}
            />
          )}
        </>
      }
    >
      {fault && <AnswerFault fault={fault} again={more} busy={busy} />}
      {!lines && !fault && <Loading label={t('progress.title')} shape="rows" />}
      {lines?.length === 0 && <EmptyState icon="chart" title={t('progress.empty')} />}
      {lines && totals && lines.length > 0 && (
        <>
          <KeyFigures
            label={t('progress.title')}
            figures={[
              { label: t('progress.running'), value: numberText(totals.running) },
              { label: t('progress.late'), value: numberText(totals.late) },
              { label: t('progress.completed'), value: numberText(totals.completed) },
              ...(totals.archived > 0
                ? [{ label: t('progress.archived'), value: numberText(totals.archived) }]
                : []),
            ]}
          />
          <p>{t('progress.shown', { shown: numberText(lines.length), all: numberText(totals.all) })}</p>
          <ProgressTable caption={t('progress.title')} lines={lines} first={lateFirst} />
          {next && (
            <Button loading={busy} onClick={more}>
              {t('progress.more')}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
