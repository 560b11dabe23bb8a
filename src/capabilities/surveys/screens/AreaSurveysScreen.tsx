// The surveys of an area, for officers above the villages: how far each is, in figures.

import { ask } from '../../../platform/browser/api.ts'
import { AnswerFault } from '../../../platform/browser/asking/AnswerRest.tsx'
import { faultOf } from '../../../platform/browser/asking/fault.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { SelectFilter } from '../../../platform/browser/filters.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { usePaged } from '../../../platform/browser/use-paged.ts'
import { respondentsOf, waitingOf } from '../evidence.ts'
import { type Overview, type OverviewLine, overview } from '../overview.ts'
import { areaTexts } from './area-texts.ts'
import { numberText, surveyPath } from './words.ts'

const a = translate(areaTexts)

function useOverview(area: string, status: string) {
  const state = status === 'open' || status === 'closed' ? status : undefined
  return usePaged<Overview>(
    `${area} ${state}`,
    (after) => ask<Overview>(overview.name, { place: area, state, after }),
    (before, page) => ({ ...page, surveys: [...before.surveys, ...page.surveys] }),
  )
}

function VillageName({ code }: { code: string }) {
  return <>{usePlaceName(code).title}</>
}

function State({ line }: { line: OverviewLine }) {
  if (line.complete === null) return <StatusBadge status="running" label={a('area.open')} />
  if (!line.complete) return <StatusBadge status="archive" label={a('area.broken')} />
  return <StatusBadge status="done" label={a(line.resultAgreed ? 'area.agreed' : 'area.complete')} />
}

function Table({ lines }: { lines: readonly OverviewLine[] }) {
  const figure = (
    key: 'answers' | 'households' | 'waiting' | 'approved',
    of: (line: OverviewLine) => number,
  ) => ({
    key,
    header: a(`area.${key}`),
    number: true,
    cell: (line: OverviewLine) => numberText(of(line)),
  })
  return (
    <DataTable
      caption={a('area.title')}
      captionHidden
      rows={lines}
      rowKey={(line) => line.survey}
      rowHref={(line) => surveyPath(line.place, line.survey)}
      empty={<EmptyState icon="ballot" title={a('area.empty')} />}
      columns={[
        { key: 'survey', header: a('area.survey'), cell: (line) => line.title },
        { key: 'village', header: a('area.village'), cell: (line) => <VillageName code={line.place} /> },
        { key: 'state', header: a('area.state'), cell: (line) => <State line={line} /> },
        figure('answers', (line) => respondentsOf(line.counts)),
        figure('households', (line) => line.counts.households),
        figure('waiting', (line) => waitingOf(line.counts)),
        figure('approved', (line) => line.counts.approved),
      ]}
    />
  )
}

export default function AreaSurveysScreen({ params }: ScreenProps) {
  const area = params.area ?? 'ID'
  const [filter] = useFilters()
  const { all, fault, busy, more } = useOverview(area, filter('status'))
  const { title } = usePlaceName(area)
  return (
    <Page
      title={a('area.title')}
      subtitle={`${title}. ${a('area.subtitle')}`}
      width="wide"
      back={{ href: '/', label: a('area.back') }}
      actions={
        <LinkButton href={`/formulir/${area}`} icon="file">
          {a('area.forms')}
        </LinkButton>
      }
    >
      <SelectFilter
        name="status"
        narrow
        label={a('area.state')}
        emptyLabel={a('area.all')}
        options={[
          { value: 'open', label: a('area.open') },
          { value: 'closed', label: a('area.closed') },
        ]}
      />
      {fault !== null && <AnswerFault fault={faultOf(fault)} again={more} busy={busy} />}
      {!all && fault === null && <Loading label={a('area.loading')} shape="rows" />}
      {all && <Table lines={all.surveys} />}
      {fault === null && all && all.next !== null && (
        <Button loading={busy} onClick={more}>
          {a('area.more')}
        </Button>
      )}
    </Page>
  )
}
