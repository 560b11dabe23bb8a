// Numbers as surveyors type them, as the text that the form takes.

/** Plain digits of a whole number, with its sign; '' for anything else. Dots and spaces between thousands are passed over. */
export function readInteger(typed: string): string {
  const text = typed.trim().replace(/[.\s](?=\d{3}(\D|$))/g, '')
  const match = /^([-−]?)0*(\d+)$/.exec(text)
  if (!match) return ''
  return `${match[1] && match[2] !== '0' ? '-' : ''}${match[2]}`
}

/**
 * A decimal number as the engine writes it back ("1.5", "3"); '' for anything else. A comma is the sign of decimals, as in
 * Indonesia; without one a single dot is, because that is what many phones' number pads offer.
 */
export function readDecimal(typed: string): string {
  const text = typed.trim().replace('−', '-')
  const plain = text.includes(',') ? text.replace(/\.(?=\d{3})/g, '').replace(',', '.') : text
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return ''
  return String(Number(plain))
}

/** As it stands in a field: with a comma. */
export const writeDecimal = (text: string): string => text.replace('.', ',')
