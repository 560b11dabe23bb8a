// Whether a line of a letter is the addressee or signatory that its kind names: "Wali Kota Yogyakarta" is meant by
// "Wali Kota/Bupati". Pure.
/** Offices as letters abbreviate them. Bappeda is the planning agency of whichever city or regency the letter is of. */
const abbreviated: readonly (readonly [RegExp, string])[] = [
  [/^ba(pp|p)(kot|ko|ekot|eko)$/, 'badan perencanaan pembangunan kota'],
  [/^ba(pp|p)(kab|ekab)$/, 'badan perencanaan pembangunan kabupaten'],
  [
    /^ba(pp|p)(eda|elitbangda|erida|elitbang|edalitbang)$/,
    'badan perencanaan pembangunan daerah kota kabupaten',
  ],
  [/^walikota$/, 'wali kota'],
  [/^kades$/, 'kepala desa'],
]

const wordsOf = (text: string) => {
  const words = text.toLowerCase().split(/[^a-z0-9]+/)
  const ofProvince = words.some((word) => word === 'provinsi' || word === 'propinsi')
  return words
    .flatMap((word) => (abbreviated.find(([short]) => short.test(word))?.[1] ?? word).split(' '))
    .filter((word) => word !== '' && !(ofProvince && (word === 'kota' || word === 'kabupaten')))
}

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
