// Names as villages write them: one word or five, with titles, degrees, bin and binti, in old and new
// spelling. `sameName` finds who is likely the same person; it warns and never decides.

const titles = new Set(
  'h hj haji hajah hajjah ust ustad ustadz ustaz ustadzah ustazah kh kyai kiai nyai habib gus drs dra dr drg ir prof r ra rr rm raden rngt bpk bapak ibu bu pak sdr sdri tn ny nn alm almh almarhum almarhumah tgk teungku tuan'.split(
    ' ',
  ),
)
const patronymics = new Set(['bin', 'binti', 'bt', 'bte', 'b'])
const variants: Readonly<Record<string, string>> = Object.fromEntries([
  ...'mohammad mohamad mohamed muhamad muhammad muhammed moh muh mohd moch mochammad mochamad muchammad muchamad mokhamad mokhammad mhd md'
    .split(' ')
    .map((each) => [each, 'muhamad']),
  ...'achmad akhmad ahmat achmat ahmed ahmad amad'.split(' ').map((each) => [each, 'ahmad']),
  ...'abd abdul abdoel abdool'.split(' ').map((each) => [each, 'abdul']),
  ...'st siti sitti sity'.split(' ').map((each) => [each, 'siti']),
])

const sounds: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj|sy/g, 's'],
  [/nj/g, 'ny'],
  [/ch|kh/g, 'h'],
  [/dz|dh|dl/g, 'd'],
  [/th/g, 't'],
  [/q/g, 'k'],
  [/[fv]/g, 'p'],
  [/ie/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** The name's words without titles and degrees, in small letters and modern spelling; the father's name apart. */
export type NameKey = { given: string; father: string }

function spoken(word: string): string {
  const known = variants[word]
  if (known) return known
  return sounds.reduce((text, [pattern, by]) => text.replace(pattern, by), word)
}

/** Degrees stand after a comma: "Sutrisno, S.Pd." */
function words(name: string): string[] {
  const [own = ''] = name.split(',')
  return own
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’`]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** What two spellings of one name have in common. A name that is nothing but titles keeps them. */
export function nameKey(name: string): NameKey {
  const all = words(name)
  let start = 0
  while (start < all.length - 1 && titles.has(all[start] as string)) start++
  const rest = all.slice(start)
  const split = rest.findIndex((word, index) => index > 0 && patronymics.has(word) && index < rest.length - 1)
  const given = split < 0 ? rest : rest.slice(0, split)
  const father = split < 0 ? [] : rest.slice(split + 1)
  // "M. Yusuf" is Muhammad Yusuf; a lone "M" is only a letter.
  const first = given.length > 1 && given[0] === 'm' ? ['muhamad', ...given.slice(1)] : given
  return { given: first.map(spoken).join(''), father: father.map(spoken).join('') }
}

/** Whether two texts differ by at most one letter put in, left out or changed. */
function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return Math.max(a.length, b.length) - head - tail <= 1
}

/** From this length on a name may differ by one letter. */
export const shortestLoose = 6

/** Whether two keys likely belong to one name. Fathers' names must agree where both are told. */
export function sameKey(a: NameKey, b: NameKey): boolean {
  if (a.father !== '' && b.father !== '' && !withinOne(a.father, b.father)) return false
  if (a.given === b.given) return a.given !== ''
  return Math.min(a.given.length, b.given.length) >= shortestLoose && withinOne(a.given, b.given)
}

export function sameName(a: string, b: string): boolean {
  return sameKey(nameKey(a), nameKey(b))
}

/** For searching as people type: small letters, no marks, one space. */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’`.]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
