// The numbers of a programme at one place: what the programme says, and what the place set itself, such as the
// seats and quorum of its own election by-law. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import * as fields from '../../kernel/fields.ts'
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import { boundsOf, isWithin, type Programme, type ProgrammeNumber } from './definition.ts'
import { name } from './definition-fields.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { whyNotWhile } from './status.ts'

const cityAndAbove: readonly Role[] = ['city-officer', 'province-officer', 'national-officer', 'admin']
const setters: readonly Role[] = ['facilitator', 'village-head', 'board-secretary', ...cityAndAbove]

const amount = () => z.int().check(z.minimum(0), z.maximum(1_000_000_000_000))

export const setNumber = command({
  name: 'programmes.set-number',
  version: 1,
  roles: setters,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    number: name(),
    /** Null: what the programme says holds again. */
    value: z.nullable(amount()),
    /** The local value it replaces, null when there was none: so that two who set it see each other. */
    was: z.nullable(amount()),
    reason: fields.line(500),
  }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Sets a number of the programme for this place, with the by-law or minutes it comes from; refused where the programme leaves no choice, and outside its bounds.',
})
type Setting = z.infer<typeof setNumber.input>

/** Whether somebody with these roles may set this number at a place. */
export function maySet(number: ProgrammeNumber, roles: readonly Role[]): boolean {
  if (number.mayBeSetBy === undefined) return false
  const who = number.mayBeSetBy === 'city' ? cityAndAbove : setters
  return roles.some((role) => who.includes(role))
}

function whyNotThisValue(number: ProgrammeNumber, value: number | null): Refusal | false {
  const bounds = boundsOf(number)
  if (bounds === null || value === null || isWithin(value, bounds)) return false
  const { min, max, odd } = bounds
  const about = { titleId: number.title.id, titleEn: number.title.en, value, min, max }
  return refuseField(
    'value',
    odd ? 'programmes.number-not-odd-within' : 'programmes.number-out-of-bounds',
    about,
  )
}

/** Why another definition leaves no room for what a place has set. */
export const whyNotTheseNumbers = (
  { numbers }: Pick<Programme, 'numbers'>,
  set: Readonly<Record<string, number>>,
): Refusal[] =>
  reasons(
    ...Object.entries(set).map(([name, value]) => {
      const number = numbers[name]
      const why = number?.mayBeSetBy && whyNotThisValue(number, value)
      return why ? { ...why, field: 'programme' } : false
    }),
  )

export function whyNotSetNumber(
  programme: Pick<Programme, 'numbers'>,
  row: Pick<EnrolmentRow, 'status' | 'numbers'>,
  given: Setting,
  roles: readonly Role[],
): Refusal[] {
  const number = programme.numbers[given.number]
  if (!number) return [refuseField('number', 'programmes.no-such-number', { number: given.number })]
  const now = row.numbers[given.number] ?? null
  return reasons(
    whyNotWhile(row),
    !number.mayBeSetBy && refuseField('number', 'programmes.number-fixed'),
    number.mayBeSetBy === 'city' &&
      !maySet(number, roles) &&
      refuseField('number', 'programmes.number-of-the-city'),
    whyNotThisValue(number, given.value),
    now !== given.was &&
      refuseField('value', 'programmes.number-changed-meanwhile', { now: now ?? '–', was: given.was ?? '–' }),
  )
}
