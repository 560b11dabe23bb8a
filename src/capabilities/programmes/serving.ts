// One meeting, several programmes: a record belongs to one enrolment and may count for others of the same village,
// under a kind of theirs. Its facts are theirs too, once their own rules hold. Read by both sides.
import * as z from 'zod/mini'
import * as fields from '../../kernel/fields.ts'
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'

/** An enrolment that a record counts for, and the kind it counts as there; null where such records have no kind. */
export type Serving = { enrolment: string; kind: string | null }

/** Enrolments that one record may count for, its own among them. */
export const servingMost = 4

const serving = z.strictObject({
  enrolment: fields.id(),
  kind: z.nullable(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,59}$/))),
})
/** The others that a record counts for besides its own. */
export const servingsInput = () => z.array(serving).check(z.maxLength(servingMost - 1))
/** As above, for who may leave it out: an older app knew of no others. */
export const alsoForInput = () => z.optional(servingsInput())

/** `alsoFor` is left out in a copy kept by an older app, and by commands of one. */
export type Shared = {
  enrolment: string | null
  kind?: string | null
  alsoFor?: readonly Serving[] | undefined
}

/** Every enrolment that a record counts for, its own first. A record of no programme counts for none. */
export function servingsOf({ enrolment, kind = null, alsoFor = [] }: Shared): Serving[] {
  return enrolment === null ? [] : [{ enrolment, kind }, ...alsoFor]
}

export const enrolmentsOf = (record: Shared): string[] => servingsOf(record).map((each) => each.enrolment)
export const serves = (record: Shared, enrolment: string): boolean => enrolmentsOf(record).includes(enrolment)

/** Whether a record is one of this kind of this programme, or of no programme when none is asked for. */
export const servesAs = (record: Shared, enrolment: string | null, kind: string | null): boolean =>
  enrolment === null
    ? record.enrolment === null && (record.kind ?? null) === kind
    : servingsOf(record).some((each) => each.enrolment === enrolment && each.kind === kind)

/** The record as an enrolment counts it: as its own, under its own kind. Undefined where it does not serve it. */
export function seenBy<R extends Shared>(record: R, enrolment: string): R | undefined {
  if (record.enrolment === enrolment) return record
  const found = servingsOf(record).find((each) => each.enrolment === enrolment)
  if (!found) return undefined
  return { ...record, enrolment, ...('kind' in record ? { kind: found.kind } : {}) }
}

/** Of these records, those that count for an enrolment, as it counts them. */
export const allSeenBy = <R extends Shared>(records: readonly R[], enrolment: string): R[] =>
  records.flatMap((each) => seenBy(each, enrolment) ?? [])

export type Enrolled = { row: EnrolmentRow; programme: Programme }

/** An enrolment of the village with its definition, where both are at hand. */
export function enrolledIn(view: View, enrolment: string | null): Enrolled | null {
  const row = enrolment === null ? undefined : view.get<EnrolmentRow>('programmes.enrolment', enrolment)
  const programme = row && view.get<Programme>('programmes.programme', row.programme)
  return row && programme ? { row, programme } : null
}

/** The enrolments of the village that run now, with their definitions. */
export const runningIn = (view: View): Enrolled[] =>
  view
    .all<EnrolmentRow>('programmes.enrolment')
    .filter((row) => row.status === 'started')
    .flatMap((row) => enrolledIn(view, row.id) ?? [])

/** What is known of the enrolments of the village, and whether a definition has a kind for such a record. */
export type Servable = {
  find: (enrolment: string) => Enrolled | null
  knows: (programme: Programme, kind: string | null) => boolean
}

/**
 * Why a record cannot count for these others as well: they run at the same village, each once, under a kind that their
 * definition knows. Whether their rules hold is asked when it is closed, and said, not refused.
 */
export function whyNotServe(
  record: Shared,
  others: readonly Serving[],
  { find, knows }: Servable,
): Refusal[] {
  if (others.length === 0) return []
  const all = [...servingsOf(record), ...others]
  const found = others.map(({ enrolment, kind }) => ({ enrolled: find(enrolment), kind }))
  const running = found.flatMap(({ enrolled, kind }) =>
    enrolled?.row.status === 'started' ? [{ enrolled, kind }] : [],
  )
  return reasons(
    record.enrolment === null && refuseField('alsoFor', 'programmes.serves-none-itself'),
    new Set(all.map((each) => each.enrolment)).size < all.length &&
      refuseField('alsoFor', 'programmes.served-twice'),
    all.length > servingMost && refuseField('alsoFor', 'programmes.serves-too-many', { most: servingMost }),
    found.some(({ enrolled }) => !enrolled) && refuseField('alsoFor', 'programmes.no-such-enrolment'),
    found.some(({ enrolled }) => enrolled && enrolled.row.status !== 'started') &&
      refuseField('alsoFor', 'programmes.served-not-running'),
    running.some(({ enrolled, kind }) => !knows(enrolled.programme, kind)) &&
      refuseField('alsoFor', 'programmes.served-kind-unknown'),
  )
}
