// Which questions of a survey are told of above its village. Read by both sides.
import type { Column } from '../tables/columns.ts'

/** Questions that were asked of somebody and answered by one of a few words, or a number. What a form works out is made of others. */
const told = new Set(['select_one', 'select_multiple', 'acknowledge', 'integer', 'decimal', 'range'])
export const isTold = ({ type, privacy, metadata }: Pick<Column, 'type' | 'privacy' | 'metadata'>): boolean =>
  privacy === 'open' && metadata === null && told.has(type)
