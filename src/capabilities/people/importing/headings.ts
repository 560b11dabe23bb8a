// Where the headings of a list stand, in one line or in two: "Alamat" over "RT" and "RW", "Jenis Kelamin" over "L" and "P".
import { byAlias, type Column, plain, readSex } from './columns.ts'

export type Header = {
  /** Index of the heading's last row. */
  row: number
  at: ReadonlyMap<Column, number>
  /** The headings as they are read, one for each column, those above with those below. */
  titles: readonly string[]
  /** Headings nobody knows; their cells are left alone. */
  ignored: readonly string[]
  /** Relations are told by the numbers of form F-1.01, as SIAK and OpenSID write them. */
  relationCoded: boolean
  /** Sex is ticked in one of two columns. */
  ticks: { male: number; female: number } | null
  /** The names are those of heads: a list of family cards. */
  headsOnly: boolean
}

const looked = 15
/** No list of people is wider; a file that is would be looked through for a minute, and the phone would stand still. */
const widest = 300
const numbered = /^(no|nomor|nourut|nomorurut)$/
const headNames = /^(nama)?(kepala|kep)(keluarga|kel|kk|rumahtangga)$|^namakk$/
const filled = (cell: unknown) => String(cell ?? '').trim() !== ''

/** A heading: what it says by itself, and what the one above it adds. */
type Title = { own: unknown; above: unknown }

/** "Tempat, Tgl Lahir" over "Tempat" and "Tanggal": the day stands in the second, and the place is no day. */
const dayBelow = ({ own, above }: Title): string[] =>
  byAlias.get(plain(above)) === 'birth' && /^(tgl|tanggal)/.test(plain(own)) ? ['tanggallahir'] : []

const words = (title: Title): string[] => {
  const { own, above } = title
  return filled(own) && filled(above)
    ? [plain(own), plain(`${own}${above}`), plain(`${above}${own}`), ...dayBelow(title)]
    : [plain(filled(own) ? own : above)]
}

const said = ({ own, above }: Title): string =>
  [above, own]
    .filter(filled)
    .map((each) => String(each).replace(/\s+/g, ' ').trim())
    .join(' ')

const ticked = ({ own, above }: Title) => (byAlias.get(plain(above)) === 'sex' ? readSex(own) : undefined)

function headerOf(titles: readonly Title[], row: number): Header {
  const at = new Map<Column, number>()
  const ignored: string[] = []
  const ticks = { male: -1, female: -1 }
  let relationCoded = false
  let heads: number | undefined
  titles.forEach((title, index) => {
    const known = words(title).find((word) => byAlias.has(word)) ?? ''
    const column = byAlias.get(known)
    const sex = ticked(title)
    if (sex) ticks[sex] = index
    else if (column && !at.has(column)) {
      at.set(column, index)
      if (column === 'relation') relationCoded = /^(kklevel|stathbkel)$/.test(known)
    } else if (headNames.test(words(title)[0] ?? '')) heads ??= index
    else if (said(title) !== '' && !words(title).some((word) => numbered.test(word)))
      ignored.push(said(title))
  })
  const both = ticks.male >= 0 && ticks.female >= 0
  if (both && !at.has('sex')) at.set('sex', ticks.male)
  const headsOnly = heads !== undefined && !at.has('name')
  if (headsOnly) at.set('name', heads as number)
  else if (heads !== undefined) ignored.push(said(titles[heads] as Title))
  return { row, at, titles: titles.map(said), ignored, relationCoded, ticks: both ? ticks : null, headsOnly }
}

/**
 * Two lines as one: a cell below has that above it, or the nearest to the left that spreads over it. Null where the line below is
 * no heading: it bears the name of somebody, or a number.
 */
function paired(upper: readonly unknown[], lower: readonly unknown[]): Title[] | null {
  if (!lower.some(filled) || lower.some((cell) => filled(cell) && !/^[^\d]{1,40}$/.test(String(cell))))
    return null
  let group: unknown = ''
  const titles = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index): Title => {
    const [above, own] = [upper[index], lower[index]]
    if (filled(above) || !filled(own)) group = filled(own) ? above : ''
    return filled(own) ? { own, above: filled(above) ? above : group } : { own: above, above: '' }
  })
  const isName = (word: string) => byAlias.get(word) === 'name' || headNames.test(word)
  const person = titles.some(
    (title, at) => filled(lower[at]) && isName(plain(upper[at])) && !words(title).some(isName),
  )
  return person ? null : titles
}

const isBetter = (header: Header, best: Header | null) =>
  header.at.has('name') && header.at.size > (best?.at.size ?? 1)

/** As many columns, and L and P below one of them: read as one line it would refuse every woman. */
const isTicked = (header: Header, best: Header | null) =>
  header.ticks !== null && best?.row === header.row - 1 && header.at.size >= best.at.size

/** Finds the headings among the first rows: the line, or the two lines, that name the most columns, the name among them. */
export function findHeader(rows: readonly (readonly unknown[])[]): Header | null {
  const first = rows.slice(0, looked).map((cells) => cells.slice(0, widest))
  let best: Header | null = null
  for (const [row, cells] of first.entries()) {
    const header = headerOf(
      Array.from(cells, (own) => ({ own, above: '' })),
      row,
    )
    if (isBetter(header, best)) best = header
  }
  for (const [row, cells] of first.entries()) {
    const titles = paired(cells, first[row + 1] ?? [])
    const header = titles && headerOf(titles, row + 1)
    if (header && (isBetter(header, best) || isTicked(header, best))) best = header
  }
  return best
}
