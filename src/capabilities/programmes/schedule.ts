// Dates that a village or city adopted by decision. A duration that nobody could source is only an estimate; an adopted
// date counts, from the day it was adopted on. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import * as fields from '../../kernel/fields.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { runsThroughout } from './length.ts'
import { setNumber } from './number.ts'
import { stepIn } from './site.ts'

const step = () => z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60))

export const adoptDates = command({
  name: 'programmes.adopt-dates',
  version: 1,
  roles: setNumber.roles,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    decision: z.strictObject({ what: fields.line(160), on: fields.day(), by: fields.line(120) }),
    dates: z
      .array(
        z.strictObject({
          step: step(),
          /** Null: no date is adopted for it any more. */
          ends: z.nullable(fields.day()),
          /** The date it replaces, so that two who decide see each other. */
          was: z.nullable(fields.day()),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
  }),
  records: (input) => [input.enrolment],
  personal: ['decision.by'],
  summary:
    'Adopts planned ends of steps by a decision of the village or city; from then on they count as late when they pass. Refuses a date before the decision, or before that of a step it waits for.',
})
type Adopting = z.infer<typeof adoptDates.input>

export function whyNotAdoptDates(
  programme: Programme,
  row: Pick<EnrolmentRow, 'status' | 'adopted'>,
  given: Adopting,
  today: Day,
): Refusal[] {
  const { decision, dates } = given
  const adopted = new Map(
    Object.entries(row.adopted ?? {}).flatMap(([id, each]) => (each ? [[id, each.ends] as const] : [])),
  )
  for (const { step: id, ends } of dates) ends === null ? adopted.delete(id) : adopted.set(id, ends)
  return reasons(
    row.status !== 'started' &&
      row.status !== 'draft' &&
      refuse('programmes.enrolment-not-running', { status: row.status }),
    decision.on > today && refuseField('decision.on', 'programmes.date-ahead'),
    ...dates.flatMap((date, i) =>
      whyNotDate(programme, row, date, { decision, adopted, field: `dates.${i}` }),
    ),
  )
}

type About = { decision: Adopting['decision']; adopted: ReadonlyMap<string, Day>; field: string }

function whyNotDate(
  programme: Programme,
  row: Pick<EnrolmentRow, 'adopted'>,
  { step: id, ends, was }: Adopting['dates'][number],
  { decision, adopted, field }: About,
): (Refusal | false)[] {
  const found = stepIn(programme, id)
  if (!found) return [refuseField(`${field}.step`, 'programmes.no-such-step', { step: id })]
  const now = row.adopted?.[id]?.ends ?? null
  const late = found.after.filter((before) => ends !== null && (adopted.get(before) ?? '') > ends)
  return [
    runsThroughout(found) && refuseField(`${field}.step`, 'programmes.step-throughout'),
    ends !== null && ends < decision.on && refuseField(`${field}.ends`, 'programmes.date-before-decision'),
    now !== was &&
      refuseField(`${field}.ends`, 'programmes.date-changed-meanwhile', { now: now ?? '–', was: was ?? '–' }),
    ...late.map((before) => {
      const { number = '', title } = stepIn(programme, before) ?? {}
      const about = { number, titleId: title?.id ?? '', titleEn: title?.en ?? '' }
      return refuseField(`${field}.ends`, 'programmes.date-before-earlier-step', about)
    }),
  ]
}
