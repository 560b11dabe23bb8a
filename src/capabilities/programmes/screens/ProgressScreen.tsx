// The overview of an officer: every enrolment below a place, with figures that lead to their rows.

import { useEffect, useState } from 'react'
import { ask, Problem } from '../../../platform/browser/api.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { placeName, usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import type { ProgressEntry } from '../enrolment.ts'
import { tableOf } from './export-lines.ts'
import { ProgressTable, type VillageLine } from './ProgressTable.tsx'
import { t } from './words.tsx'

type Page1 = { villages: ProgressEntry[]; next: string | null }

async function pageOf(
  area: string,
  after: string | undefined,
): Promise<{ lines: VillageLine[]; next: string | null }> {
  const page = await ask<Page1>('programmes.progress', { place: area, after })
  const lines = await Promise.all(
    page.villages.map(async (entry) => {
      const name = await placeName(entry.place)
      return { place: entry.place, name: name?.title ?? entry.place, above: name?.line ?? '', entry }
    }),
  )
  return { lines, next: page.next }
}

export default function ProgressScreen({ params }: ScreenProps) {
  const area = params.area ?? 'ID'
  const name = usePlaceName(area)
  const [lines, setLines] = useState<VillageLine[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const load = (after?: string) =>
    pageOf(area, after)
      .then((page) => {
        setLines((known) => [...(after ? (known ?? []) : []), ...page.lines])
        setNext(page.next)
      })
      .catch((error: unknown) => setFault(error instanceof Problem ? error.message : t('mine.offline')))
  // Read once for each area.
  useEffect(() => {
    void load()
  }, [area])
  const running = lines?.filter((line) => line.entry?.status === 'started') ?? []
  const late = running.filter((line) => (line.entry?.lateDays ?? 0) > 0)
  const completed = lines?.filter((line) => line.entry?.status === 'completed') ?? []
  return (
    <Page
      title={t('progress.title')}
      subtitle={area === 'ID' ? 'Indonesia' : `${name.title}, ${name.line}`}
      width="wide"
      back={{ href: '/', label: t('mine.title') }}
      actions={
        <>
          <LinkButton href={`/daftar/${area}`} icon="plus">
            {t('list.title')}
          </LinkButton>
          {lines && lines.length > 0 && (
            <ExportButton name={`kemajuan-${area}`} table={() => tableOf(lines)} />
          )}
        </>
      }
    >
      {fault && <Notice tone="warn">{fault}</Notice>}
      {!lines && !fault && <Loading label={t('progress.title')} shape="rows" />}
      {lines?.length === 0 && <EmptyState icon="chart" title={t('progress.empty')} />}
      {lines && lines.length > 0 && (
        <>
          <KeyFigures
            label={t('progress.title')}
            figures={[
              { label: t('progress.running'), value: String(running.length) },
              { label: t('progress.late'), value: String(late.length) },
              { label: t('progress.completed'), value: String(completed.length) },
            ]}
          />
          <ProgressTable caption={t('progress.title')} lines={lines} />
          {next && <Button onClick={() => void load(next)}>{t('progress.more')}</Button>}
        </>
      )}
    </Page>
  )
}
