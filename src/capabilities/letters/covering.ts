// Whether a line of a letter is the addressee or signatory that its kind names: "Wali Kota Yogyakarta" is meant by
// "Wali Kota/Bupati". Pure.
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** A lone word of these says nobody: what is left of "Badan Perencanaan Kota/Kabupaten". */
const areas = new Set(['kota', 'kabupaten', 'kecamatan', 'kelurahan', 'desa'])

/** What may stand there: the text as it is, what is in brackets or before them, and each side of a stroke. */
function variantsOf(text: string): string[][] {
  const parts = [
    text.replace(/\([^)]*\)/g, ' '),
    ...[...text.matchAll(/\(([^)]*)\)/g)].map(([, in_]) => in_ ?? ''),
  ]
  const sides = parts.flatMap((part) => [
    ...part.split('/'),
    part.replace(/(\S+)\/(\S+)/g, '$1'),
    part.replace(/(\S+)\/(\S+)/g, '$2'),
  ])
  return sides.map(wordsOf).filter((words) => words.length > 1 || words.some((word) => !areas.has(word)))
}

/** Whether one of the lines holds all words of one variant of `asked`. */
export function isAmong(asked: string, lines: readonly string[]): boolean {
  const found = lines.map((line) => new Set(wordsOf(line)))
  return variantsOf(asked).some((words) => found.some((line) => words.every((word) => line.has(word))))
}
