// What letters brings to the lists of a village: numbers to explain, and the letters of the year.
import { type Figure, mayGive, type Teller, type Waiting } from '../../kernel/entries.ts'
import { filled } from '../../kernel/text.ts'
import { openRanges } from './gaps.ts'
import {
  type Block,
  blockCollection,
  explainGap,
  type Gap,
  gapCollection,
  type Letter,
  letterCollection,
} from './letter.ts'

export const waits: Teller<Waiting> = (view, asker) => {
  if (!mayGive(asker, explainGap)) return []
  const letters = view.all<Letter>(letterCollection)
  const year = Number(asker.today.slice(0, 4))
  const open = openRanges(letters, view.all<Block>(blockCollection), view.all<Gap>(gapCollection), year)
  return open.map(({ series, first, last, ...range }) => ({
    id: `${series} ${range.year} ${first}`,
    title: filled(
      first === last
        ? ['Jelaskan nomor surat kosong {first}', 'Explain the unused letter number {first}']
        : ['Jelaskan nomor surat kosong {first}–{last}', 'Explain the unused letter numbers {first}–{last}'],
      { first: String(first), last: String(last) },
    ),
    path: `surat?tahun=${range.year}`,
    since:
      letters.findLast((letter) => letter.series === series && letter.year === range.year)?.date ??
      asker.today,
    late: false,
  }))
}

export const report: Teller<Figure> = (view, { today }) => {
  const year = today.slice(0, 4)
  const sent = view
    .all<Letter>(letterCollection)
    .filter((letter) => String(letter.year) === year && letter.state !== 'cancelled')
  return [
    {
      id: 'letters',
      label: filled(['Surat keluar {year}', 'Outgoing letters {year}'], { year }),
      path: 'surat',
      value: sent.length,
      note: null,
    },
  ]
}
