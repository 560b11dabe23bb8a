// The years in which a programme was carried out, and what they mean for who takes it up: one whose era is over is kept
// as an archive, or taken up by who was told and says so. No source forbids that, so nothing is refused for it. Pure.
import type { Day } from '../../../kernel/day.ts'
import { type Refusal, reasons, refuseField } from '../../../kernel/refusal.ts'
import type { Programme } from '../definition.ts'

type End = Pick<Programme['era'], 'to'>

export const isOver = ({ to }: End, today: Day): boolean => to !== null && Number(today.slice(0, 4)) > to

/** Who enrols a place in a programme that is over, and not as an archive, has ticked that the era is over. */
export function whyNotAfterEra(
  era: End,
  { archive, afterEra }: { archive: boolean; afterEra: boolean },
  today: Day,
): Refusal[] {
  const unsaid = !archive && !afterEra && isOver(era, today)
  return reasons(unsaid && refuseField('afterEra', 'programmes.era-over', { to: String(era.to) }))
}
