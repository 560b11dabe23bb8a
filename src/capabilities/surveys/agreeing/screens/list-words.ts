// The words of a list: its own, and those it shares with settling a survey.
import { translate } from '../../../../platform/browser/language.ts'
import type { Status } from '../../../../platform/browser/ui/feedback/status.ts'
import type { ListingRow } from '../../listing.ts'
import { settleTexts } from '../../screens/settle-texts.ts'
import { dayText } from '../../screens/words.ts'
import { isLate, type ListStage } from '../list-rules.ts'
import { listTexts } from './list-texts.ts'
import type { Line } from './use-list.ts'

export const l = translate({ ...settleTexts, ...listTexts })

export function stageLook(
  stage: ListStage,
  listing: ListingRow | undefined,
  today: string,
): { status: Status; label: string } {
  if (stage === 'adopted') return { status: 'done', label: l('list.stage-adopted') }
  if (stage === 'proposed') return { status: 'draft', label: l('list.stage-proposed') }
  return isLate(listing?.shown, today)
    ? { status: 'next', label: l('list.stage-heard') }
    : { status: 'running', label: l('list.stage-shown') }
}

const percent = (share: number) => Math.round(share * 100)

function measureSaid({ spoken }: Line): string {
  if (!spoken || spoken.poor === null) return ''
  const { poor, share } = spoken
  if (share === null) return l(poor ? 'line.poor-class' : 'line.not-poor-class')
  return l(poor ? 'line.poor' : 'line.not-poor', { percent: percent(share) })
}

/** Why a family stands where it stands, from what was counted to what people did last. */
export function reasonsOf(line: Line, listing: ListingRow | undefined): string[] {
  const { spoken, last } = line
  const measured = measureSaid(line)
  const ranked =
    spoken?.score != null
      ? l('line.ranked', { score: Math.round(spoken.score), group: spoken.group ?? '-' })
      : ''
  const deed = last
    ? l(last.by === 'objection' ? 'line.objection' : last.takenIn ? 'line.decided-in' : 'line.decided-out', {
        on: dayText(last.on),
        reason: last.reason,
      })
    : ''
  const method =
    line.listed && !measured && !deed && listing
      ? l('line.method', { method: l(`list.method-${listing.method}` as 'list.method-residents') })
      : ''
  return [measured, ranked, method, deed].filter(Boolean)
}
