// What is noted of a site while its programme runs, until sites are records of their own: the category that the first
// exploration fixed, and days that only the customary calendar gives. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import * as fields from '../../kernel/fields.ts'
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { Programme, Step } from './definition.ts'
import { name } from './definition-fields.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { whyNotWhile } from './status.ts'

export const siteKeepers = [
  'facilitator',
  'city-officer',
  'province-officer',
  'national-officer',
] as const satisfies readonly Role[]

export const setCategory = command({
  name: 'programmes.set-category',
  version: 1,
  roles: siteKeepers,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    category: name(),
    /** The category it replaces, so that two who fix it see each other. */
    was: z.nullable(name()),
    /** The report or decision it rests on. */
    reason: fields.line(500),
  }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Fixes the category of the site of an enrolment, with the report it rests on; refused where the programme takes it from the enrolment.',
})

export const setCustomaryDay = command({
  name: 'programmes.set-customary-day',
  version: 1,
  roles: siteKeepers,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    step: name(),
    on: fields.workDay(),
    /** Who knows the calendar and told it: an office or a name. */
    toldBy: fields.line(120),
  }),
  records: (input) => [input.enrolment],
  personal: ['toldBy'],
  summary:
    'Notes the day that the customary calendar gives for a step, and who told it; refused for a step that does not follow that calendar.',
})

export function whyNotSetCategory(
  programme: Pick<Programme, 'categories' | 'categoryFixedBy'>,
  row: Pick<EnrolmentRow, 'status' | 'category'>,
  given: Pick<z.infer<typeof setCategory.input>, 'category' | 'was'>,
): Refusal[] {
  const known = programme.categories.some((each) => each.id === given.category)
  return reasons(
    whyNotWhile(row),
    !programme.categoryFixedBy && refuseField('category', 'programmes.category-of-enrolment'),
    !known && refuseField('category', 'programmes.category-not-served', { category: given.category }),
    row.category !== given.was &&
      refuseField('category', 'programmes.category-changed-meanwhile', { now: row.category ?? '–' }),
  )
}

export function stepIn(programme: Programme, id: string): Step | undefined {
  return programme.stages.flatMap((stage) => stage.steps).find((each) => each.id === id)
}

/** The day may lie ahead: that is what a calendar is for. */
export function whyNotSetCustomaryDay(
  programme: Programme,
  row: Pick<EnrolmentRow, 'status' | 'startedOn'>,
  given: Pick<z.infer<typeof setCustomaryDay.input>, 'step' | 'on'>,
): Refusal[] {
  const step = stepIn(programme, given.step)
  const early = row.startedOn !== null && given.on < row.startedOn
  return reasons(
    whyNotWhile(row),
    !step && refuseField('step', 'programmes.no-such-step', { step: given.step }),
    step !== undefined && step.calendar !== 'customary' && refuseField('step', 'programmes.not-customary'),
    early && refuseField('on', 'programmes.before-start', { start: row.startedOn ?? '' }),
  )
}
