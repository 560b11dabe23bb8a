// What letters brings to the lists of a village: numbers to explain, papers to check, what was passed on to whom, and
// the letters of the year.
import {
  type Asker,
  type Dated,
  type Figure,
  mayCheck,
  mayGive,
  type Teller,
  type Waiting,
} from '../../kernel/entries.ts'
import { filled } from '../../kernel/text.ts'
import type { View } from '../../kernel/view.ts'
import { checkDocument, type DecisionDocument, documentCollection, paperOf } from './document.ts'
import { openRanges } from './gaps.ts'
import { type Incoming, incomingCollection } from './incoming.ts'
import {
  type Block,
  blockCollection,
  explainGap,
  type Gap,
  gapCollection,
  type Letter,
  letterCollection,
} from './letter.ts'
import { checkLetterPaper } from './receipt.ts'
import { handsOnLetter } from './rules-received.ts'

export const waits: Teller<Waiting> = (view, asker) => [
  ...gapsToExplain(view, asker),
  ...papersToCheck(view, asker),
  ...documentsToCheck(view, asker),
  ...dispositions(view, asker).map(({ due, since, ...one }) => ({
    ...one,
    ...{ since, due, late: due !== null && due < asker.today },
  })),
]

const papersToCheck: Teller<Waiting> = (view, asker) =>
  view
    .all<Letter>(letterCollection)
    .flatMap((letter) =>
      (['acknowledgement', 'signatures'] as const)
        .filter((what) => mayCheck(asker, checkLetterPaper, letter[what], handsOnLetter(letter, what)))
        .map((what) => ({ ...letter, what, since: letter[what]?.paper?.on ?? asker.today })),
    )
    .map(({ id, subject, what, since }) => ({
      ...{ id: `${id} ${what}`, path: `surat/${id}`, since, late: false },
      title: filled(
        ['Periksa tanda tangan di kertas: {subject}', 'Check the signature on paper: {subject}'],
        {
          subject,
        },
      ),
    }))

const documentsToCheck: Teller<Waiting> = (view, asker) =>
  view
    .all<DecisionDocument>(documentCollection)
    .filter((row) => row.struck === null && mayCheck(asker, checkDocument, { paper: paperOf(row) }))
    .map(({ id, number, date }) => ({
      ...{ id: `${id} document`, path: 'surat/dokumen', since: date, late: false },
      title: filled(
        ['Periksa dokumen keputusan nomor {number}', 'Check the deciding document number {number}'],
        { number },
      ),
    }))

/** What was passed on to a role of the asker, and is not done. */
const dispositions = (view: View, asker: Asker) =>
  view
    .all<Incoming>(incomingCollection)
    .filter((row) => row.struck === null)
    .flatMap((row) =>
      row.dispositions
        .filter(({ to, done }) => done === null && asker.roles.includes(to))
        .map(({ id, note, due, on: since }) => ({
          ...{ id, path: `surat/masuk/${row.id}`, due, since },
          title: filled(['Disposisi: {note}', 'Disposition: {note}'], { note }),
        })),
    )

export const calendar: Teller<Dated> = (view, asker) =>
  dispositions(view, asker).flatMap(({ due, since: _, ...one }) =>
    due !== null && due >= asker.today ? [{ ...one, on: due, at: null }] : [],
  )

const gapsToExplain: Teller<Waiting> = (view, asker) => {
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
