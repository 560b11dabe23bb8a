// What a sheet on a wall says of people who are counted. Pure.
import { isSmall, smallestDefault } from '../../kernel/suppression.ts'

type Counted = { women: number | null; men: number | null; poor: number | null }

/**
 * Women, men, and how many of them are poor; not where the poor are few, nor where all are poor but a few: who knows who is in it
 * would know of each (decision 0031).
 */
export function headsOnWall({ women, men, poor }: Counted): string {
  if (women === null && men === null) return ''
  const told = `${women ?? 0} perempuan, ${men ?? 0} laki-laki`
  const others = (women ?? 0) + (men ?? 0) - (poor ?? 0)
  const tells = poor === null || isSmall(poor, smallestDefault) || (poor > 0 && others < smallestDefault)
  return tells ? told : `${told}, ${poor} di antaranya warga miskin`
}
