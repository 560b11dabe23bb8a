// Dates that a village or city adopted by decision. A duration that nobody could source is only an estimate; an adopted
// date counts, from the day it was adopted on. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import * as fields from '../../kernel/fields.ts'
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import type { Programme, Step } from './definition.ts'
import { name } from './definition-fields.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { runsThroughout } from './length.ts'
import { setNumber } from './number.ts'
import { stepIn } from './site.ts'
import { whyNotWhile } from './status.ts'

export const adoptDates = command({
  name: 'programmes.adopt-dates',
  version: 1,
  roles: setNumber.roles,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    decision: z.strictObject({ what: fields.line(160), on: fields.workDay(), by: fields.line(120) }),
    dates: z
      .array(
        z.strictObject({
          step: name(),
          /** Null: no date is adopted for it any more. */
          ends: z.nullable(fields.workDay()),
          /** The date it replaces, so that two who decide see each other. */
          was: z.nullable(fields.storedDay()),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
  }),
  records: (input) => [input.enrolment],
  personal: ['decision.by'],
  summary:
    'Adopts planned ends of steps by a decision of the village or city; from then on they count as late when they pass. Refuses a date before the decision or the start, or out of order with that of a step it waits for, also in another stage.',
})
type Adopting = z.infer<typeof adoptDates.input>

export function whyNotAdoptDates(
  programme: Programme,
  row: Pick<EnrolmentRow, 'status' | 'startedOn' | 'adopted'>,
  given: Adopting,
  today: Day,
): Refusal[] {
  const { decision, dates } = given
  const adopted = new Map(
    Object.entries(row.adopted ?? {}).flatMap(([id, each]) => (each ? [[id, each.ends] as const] : [])),
  )
  for (const { step: id, ends } of dates) ends === null ? adopted.delete(id) : adopted.set(id, ends)
  const steps = dates.map((date) => date.step)
  return reasons(
    whyNotWhile(row),
    ...steps.map((id, i) => steps.indexOf(id) < i && refuseField(`dates.${i}.step`, 'programmes.step-twice')),
    decision.on > today && refuseField('decision.on', 'programmes.date-ahead'),
    ...dates.flatMap((date, i) =>
      whyNotDate(programme, row, date, { decision, adopted, field: `dates.${i}` }),
    ),
  )
}

/** Everything that a step waits for, directly or not: in its stage, and in the stages before that. */
export function waitedFor(programme: Programme, step: Step): Set<string> {
  const found = new Set<string>()
  const all = [...programme.stages, ...programme.stages.flatMap(({ steps }) => steps)]
  const take = (id: string): void => {
    const each = all.find((one) => one.id === id)
    if (!each || found.has(id)) return
    found.add(id)
    for (const before of each.after) take(before)
    if ('steps' in each) for (const { id: inner } of each.steps) found.add(inner)
  }
  const stage = programme.stages.find(({ steps }) => steps.includes(step))
  for (const id of [...step.after, ...(stage?.after ?? [])]) take(id)
  return found
}

type About = { decision: Adopting['decision']; adopted: ReadonlyMap<string, Day>; field: string }

function whyNotDate(
  programme: Programme,
  row: Pick<EnrolmentRow, 'startedOn' | 'adopted'>,
  { step: id, ends, was }: Adopting['dates'][number],
  { decision, adopted, field }: About,
): (Refusal | false)[] {
  const found = stepIn(programme, id)
  if (!found) return [refuseField(`${field}.step`, 'programmes.no-such-step', { step: id })]
  const now = row.adopted?.[id]?.ends ?? null
  const before = waitedFor(programme, found)
  const start = row.startedOn
  const others = [...adopted].flatMap(([other, on]) => {
    const step = stepIn(programme, other)
    return step && ends !== null && other !== id ? [{ step, on }] : []
  })
  const late = others.filter(({ step, on }) => before.has(step.id) && on > (ends ?? ''))
  const early = others.filter(({ step, on }) => on < (ends ?? '') && waitedFor(programme, step).has(id))
  return [
    runsThroughout(found) && refuseField(`${field}.step`, 'programmes.step-throughout'),
    ends !== null &&
      start !== null &&
      ends < start &&
      refuseField(`${field}.ends`, 'programmes.before-start', { start }),
    ends !== null && ends < decision.on && refuseField(`${field}.ends`, 'programmes.date-before-decision'),
    now !== was &&
      refuseField(`${field}.ends`, 'programmes.date-changed-meanwhile', { now: now ?? '–', was: was ?? '–' }),
    ...late.map(({ step }) =>
      refuseField(`${field}.ends`, 'programmes.date-before-earlier-step', named(step)),
    ),
    ...early.map(({ step }) => refuseField(`${field}.ends`, 'programmes.date-after-later-step', named(step))),
  ]
}

const named = ({ number, title }: Step) => ({ number, titleId: title.id, titleEn: title.en })
