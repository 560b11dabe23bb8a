// Within which bounds a number of a programme may be set. Pure; both sides.
import type { Bounds, ProgrammeNumber } from './definition.ts'

/** What a number may be set to. In a definition stored before bounds were asked for, only a percentage has any. */
export const boundsOf = ({ bounds, unit }: ProgrammeNumber): Bounds | null =>
  bounds ?? (unit === 'percent' ? { min: 0, max: 100 } : null)

export const isWithin = (value: number, { min, max, odd }: Bounds): boolean =>
  value >= min && value <= max && (!odd || Math.abs(value % 2) === 1)
