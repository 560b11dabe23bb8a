// Excel keeps fifteen digits of a figure and makes the sixteenth a 0. A list that was saved so once looks like text ever after:
// of real numbers one in ten ends in 0, so a column of them in which all do was rounded, and several families have become one.
import { digitsOf } from '../nik.ts'
import { type Column, readRelation } from './columns.ts'
import type { Header } from './headings.ts'
import { type Cells, isFigure } from './reading.ts'

/** So many different numbers that end in 0 are no chance any more; of so many, more than half are none either. */
const enough = 3
const many = 10

const different = (numbers: readonly string[]) => [...new Set(numbers)]

function rounds(numbers: readonly string[]): boolean {
  const round = numbers.filter((each) => each.endsWith('0')).length
  return round > 0 && (round === numbers.length || (numbers.length >= many && round * 2 > numbers.length))
}

/** NIK: those of invented people all end in 0000, and are refused elsewhere where people are real. */
const nikRounds = (numbers: readonly string[]) =>
  numbers.length >= enough && rounds(numbers.filter((each) => !each.endsWith('0000')))

/** The columns of numbers that Excel rounded, of a list without its headings. */
export function roundedColumns(rows: readonly Cells[], header: Header): ('nik' | 'kk')[] {
  const told = (column: Column) => rows.map((cells) => cells[header.at.get(column) ?? -1] ?? '')
  const figures = (column: Column) => {
    const filled = told(column).filter((cell) => cell !== '')
    return filled.length >= enough && filled.every(isFigure)
  }
  const numbers = (column: Column) => told(column).map((cell) => digitsOf(String(cell)))
  const whole = (column: Column) => different(numbers(column).filter((each) => /^\d{16}$/.test(each)))
  const nik = figures('nik') || nikRounds(whole('nik'))
  const cards = whole('kk')
  const relations = told('relation')
  const heads = numbers('kk').filter(
    (number, at) => number !== '' && readRelation(relations[at], header.relationCoded) === 'head',
  )
  // One card stands in many rows. A few are rounded where two heads share one, where a serial is 0000 (they
  // begin at 0001, as those of NIK do), or where the NIK are.
  // Rows that come back mended were looked at as a whole before, and two heads on a card are what many were left out for.
  const few =
    !header.at.has('mark') &&
    (nik || cards.some((each) => each.endsWith('0000')) || different(heads).length < heads.length)
  const kk = figures('kk') || (rounds(cards) && (cards.length >= enough || few))
  return [...(kk ? (['kk'] as const) : []), ...(nik ? (['nik'] as const) : [])]
}
