// Numbers as people write them in Indonesia, and back. Text in, text out: never a float.

/** "1500000.5" as it is written in Indonesia: "1.500.000,5". */
export function writeNumber(value: string, grouped = true): string {
  const [whole = '', part] = value.split('.')
  const written = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole
  return part === undefined ? written : `${written},${part}`
}

/** What a person typed, back to plain digits; whatever is no digit is passed over. */
export function readNumber(typed: string, decimals = 0, maxDigits = 15): string {
  const [whole = '', ...rest] = typed.replace(/[^\d,]/g, '').split(',')
  const digits = whole.replace(/^0+(?=\d)/, '').slice(0, maxDigits)
  return decimals > 0 && rest.length > 0 ? `${digits || '0'}.${rest.join('').slice(0, decimals)}` : digits
}
