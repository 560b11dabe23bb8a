// How numbers of a programme are said.
import { language, translate } from '../../../platform/browser/language.ts'
import type { ProgrammeNumber } from '../definition.ts'
import { numberTexts } from '../number-texts.ts'

export const n = translate(numberTexts)

/** "11 kursi", "Rp 500.000"; a number that nobody could say is said to be unknown. */
export function amountText(number: Pick<ProgrammeNumber, 'unit'>, value: number | null): string {
  if (value === null) return n('number.unknown')
  const digits = new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(value)
  return number.unit === 'rupiah' ? `Rp ${digits}` : `${digits} ${n(`number.${number.unit}`)}`
}
