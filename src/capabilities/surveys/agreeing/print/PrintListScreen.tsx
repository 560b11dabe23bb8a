// Papers of a list: which sheet, which size, and the sheet itself.

import { SelectFilter } from '../../../../platform/browser/filters.tsx'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import { useLetterhead } from '../../../letters/door.browser.tsx'
import { PrintBar, usePaperSize } from '../../../letters/print/PrintBar.tsx'
import type { PaperSize } from '../../../letters/print/paper.tsx'
import { type Meeting, meetingCollection } from '../../../meetings/meeting.ts'
import type { ListingRow } from '../../listing.ts'
import { surveyRecord } from '../../records.browser.ts'
import { useListing, useLocals } from '../../screens/use-surveys.ts'
import { seesNames, surveyPath } from '../../screens/words.ts'
import type { Agreement, SurveyRow } from '../../survey.ts'
import { boardOf } from '../board-rules.ts'
import { reasonsOf } from '../screens/list-words.ts'
import { useOnPaper } from '../screens/on-paper.ts'
import { type Line, useLines } from '../screens/use-list.ts'
import { AnnexPaper, ArchivePaper, BoardPaper, CriteriaPaper, SlipPaper } from './ListPapers.tsx'
import { listPrintTexts } from './print-texts.ts'

const p = translate(listPrintTexts)

const sheets = ['papan', 'slip', 'lampiran', 'kriteria', 'arsip'] as const
type Which = (typeof sheets)[number]

/** Numbers by RT in the order of the village, as they may hang on a board. */
function useBoard(listing: ListingRow, lines: readonly Line[]) {
  const { order } = useLocals()
  const at = new Map(order.map((id, index) => [id, index]))
  const rank = (place: string | null) => (place === null ? order.length : (at.get(place) ?? order.length))
  const byPlace = Map.groupBy(lines, (each) => each.household.localPlace)
  const rows = [...byPlace]
    .map(([place, of]) => ({
      place,
      known: of.length,
      listed: of.filter((each) => each.listed).map((each) => each.household.id),
    }))
    .sort((a, b) => rank(a.place) - rank(b.place))
  return boardOf(listing.id, rows)
}

function useMeetingTitle(agreement: Agreement | null): string | undefined {
  const view = usePlaceView()
  return agreement?.meeting ? view.get<Meeting>(meetingCollection, agreement.meeting)?.title : undefined
}

type Shared = { survey: SurveyRow; size: PaperSize; place: string; which: Which }

function ListSheet({ survey, size, place, which, listing: now }: Shared & { listing: ListingRow }) {
  const { listing, objections } = useOnPaper(now, which === 'lampiran')
  const lines = useLines(survey, listing)
  const head = useLetterhead()
  const { title: village } = usePlaceName(place)
  const { lineOf, order } = useLocals()
  const groups = useBoard(listing, lines)
  const meeting = useMeetingTitle(survey.result)
  const shared = { survey, listing, head, village, size, lineOf }
  const at = new Map(order.map((id, index) => [id, index]))
  const inOrder = [...lines].sort(
    (a, b) => (at.get(a.household.localPlace ?? '') ?? 1e9) - (at.get(b.household.localPlace ?? '') ?? 1e9),
  )
  if (which === 'slip') return <SlipPaper {...shared} lines={inOrder} />
  if (which === 'arsip')
    return (
      <ArchivePaper
        {...shared}
        lines={inOrder.filter((each) => each.listed)}
        said={(line) => reasonsOf(line, listing).join('. ')}
      />
    )
  if (which === 'lampiran')
    return <AnnexPaper {...shared} {...{ groups, objections, agreement: survey.result, meeting }} />
  return <BoardPaper {...shared} groups={groups} />
}

function CriteriaSheet({ survey, size, place }: Shared) {
  const head = useLetterhead()
  const { title: village } = usePlaceName(place)
  const meeting = useMeetingTitle(survey.criteria)
  return <CriteriaPaper {...{ survey, head, village, size, meeting }} agreement={survey.criteria} />
}

const whyOf: Partial<Record<Which, 'print.board-why' | 'print.slip-why' | 'print.archive-why'>> = {
  papan: 'print.board-why',
  slip: 'print.slip-why',
  arsip: 'print.archive-why',
}

function PrintPage({ place, row: survey }: RecordProps<SurveyRow>) {
  const listing = useListing(survey.id)
  const roles = useRoles(place)
  const [size, setSize] = usePaperSize()
  const [filter] = useFilters()
  const offered = sheets.filter((each) =>
    each === 'kriteria'
      ? survey.criteria !== null
      : listing !== undefined && listing.households.length > 0 && seesNames(roles),
  )
  const which = offered.find((each) => each === filter('lembar')) ?? offered[0]
  const why = which && whyOf[which]
  return (
    <Page
      title={p('print.title')}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id, 'daftar'), label: p('print.back') }}
      width="wide"
    >
      {which === undefined ? (
        <EmptyState icon="printer">{p('print.none')}</EmptyState>
      ) : (
        <PrintBar
          size={size}
          onSize={setSize}
          choices={
            <Stack gap={3}>
              <SelectFilter
                name="lembar"
                label={p('print.which')}
                chosen={which}
                options={offered.map((value) => ({ value, label: p(`print.${value}`) }))}
              />
              {why && <Notice tone={which === 'arsip' ? 'warn' : 'info'}>{p(why)}</Notice>}
              {which === 'papan' && !listing?.shown && <Notice tone="advice">{p('print.not-shown')}</Notice>}
            </Stack>
          }
        >
          {which === 'kriteria' ? (
            <CriteriaSheet {...{ survey, size, place, which }} />
          ) : (
            listing && <ListSheet {...{ survey, size, place, which, listing }} />
          )}
        </PrintBar>
      )}
    </Page>
  )
}

export default recordScreen(surveyRecord, PrintPage)
