// How numbers of a programme are said.
import { language, translate } from '../../../platform/browser/language.ts'
import { boundsOf, type ProgrammeNumber } from '../definition.ts'
import { numberTexts } from '../number-texts.ts'

export const n = translate(numberTexts)

const digitsOf = (value: number) =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(value)

/** "boleh 9 sampai 13, ganjil", where a place may set the number itself. */
export function boundsText(number: ProgrammeNumber): string | undefined {
  const bounds = number.mayBeSetBy && boundsOf(number)
  if (!bounds) return undefined
  const between = { min: digitsOf(bounds.min), max: amountText(number, bounds.max) }
  return n(bounds.odd ? 'number.may-be-odd' : 'number.may-be', between)
}

/** "11 orang", "Rp 500.000"; a number that nobody could say is unknown, and one that is the place's own still to be set. */
export function amountText(
  number: Pick<ProgrammeNumber, 'unit' | 'mayBeSetBy'>,
  value: number | null,
): string {
  if (value === null) return n(number.mayBeSetBy ? 'number.to-set' : 'number.unknown')
  const digits = digitsOf(value)
  return number.unit === 'rupiah' ? `Rp ${digits}` : `${digits} ${n(`number.${number.unit}`)}`
}
