// Whether what is stored is of the type that its column has now: a question of a newer version may ask otherwise.
import type { AnswerType } from '../../../xlsform/model.ts'
import type { Column, Earlier } from '../tables/columns.ts'
import { geometryOf, isGeometry, isPoint } from './geometry.ts'

/** A moment is one with its hour and its zone; a day alone stops whoever reads Edm.DateTimeOffset. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** All else is told as a text, which anything can be. */
export function fits(type: AnswerType, value: unknown): boolean {
  if (isGeometry(type)) return geometryOf(type, value) !== null
  if (type === 'integer') return Number.isSafeInteger(value)
  if (type === 'decimal' || type === 'range') return Number.isFinite(value)
  if (type === 'date') return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
  if (type === 'dateTime')
    return typeof value === 'string' && moment.test(value) && !Number.isNaN(Date.parse(value))
  return true
}

/** A trace of an older version looks like the edge of a shape, and is none. */
const isOther = (was: Earlier, type: AnswerType, value: unknown): boolean =>
  !fits(type, value) || (isGeometry(was.type) && isGeometry(type))

/** Whether an answer stands in the column of those older versions: it is of one of them, and of no type of today. */
export const isOf = (was: Earlier, { type }: Column, value: unknown, version: string | undefined): boolean =>
  value != null && version !== undefined && was.versions.includes(version) && isOther(was, type, value)

/** Members of a repeat are no answer, where another version has a question of that name. */
export const unlessMembers = (value: unknown): unknown =>
  Array.isArray(value) && typeof value[0] === 'object' && !isPoint(value[0]) ? undefined : value
