// PINs that a stranger tries first are refused.

const runs = '01234567890123456789 98765432109876543210'

/** Six digits that repeat, run up or down, or come in equal halves or pairs. */
export function isWeakPin(pin: string): boolean {
  if (new Set(pin).size <= 2 || runs.includes(pin)) return true
  return pin.slice(0, 3) === pin.slice(3) || /^(\d\d)\1\1$/.test(pin)
}
