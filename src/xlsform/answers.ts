// How people write yes and no in a sheet.

const yes = new Set(['yes', 'true', 'true()', '1', 'ya', 'y'])
const no = new Set(['no', 'false', 'false()', '0', 'tidak', 'n'])

/** true, false, or null where the text is neither: then it is an expression. */
export function yesOrNo(text: string): boolean | null {
  const clean = text.trim().toLowerCase()
  if (yes.has(clean)) return true
  return no.has(clean) ? false : null
}
