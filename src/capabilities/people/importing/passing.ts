// Lines of a list that tell of nobody: titles, numbers of columns, sums, signatures. What might be somebody is never passed over.
import { digitsOf } from '../nik.ts'
import { byAlias, plain, readPlaceNumber, readSex } from './columns.ts'
import type { Header } from './headings.ts'
import { type Around, type Cells, isUntold, type Line } from './reading.ts'

const textOf = (cell: unknown) =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** The example of the template, left in the list. */
const example = (told: readonly string[]) => told.some((cell) => /^contoh:/i.test(cell))
/** The line "1 2 3 4" that a form prints under its headings numbers the columns. */
const numbering = (told: readonly string[]) =>
  told.length > 1 && told.every((cell) => /^[([]?\d{1,2}[)\].]*$/.test(cell))
/** Formulas drawn down below the last person tell of nobody. */
const empty = (cells: Cells) => cells.every((cell) => isUntold(cell) || textOf(cell) === '')

const total =
  /^(sub|grand)?[ -]?(total|jumlah|jml)( (total|seluruh(nya)?|semua(nya)?|penduduk|warga|jiwa|kk|anggota|laki.?laki|perempuan|keluarga|kepala keluarga|r[tw] ?\d*|dusun.*))*[ .:=]*[\d.]*$/i
const part = /^(r[tw]|rukun (tetangga|warga)|dusun|lingkungan|kampung|jorong|desa|kelurahan|kecamatan)\b/i
const signed =
  /^(mengetahui|menyetujui|disahkan|disetujui|dibuat|dibuat oleh|yang membuat|pendata|petugas|ketua r[tw]|an\.?|a\.n\.?|lurah|kepala (desa|dusun|lingkungan|kelurahan|kewilayahan)|sekretaris|nip\.?|ttd\.?)\b|^\([ ._…]*\)$/i
const dated = /^[\p{L} .]{3,40},( tgl\.?| tanggal)? ?([\d._…]{1,4}[ -]|[._…]{3,})/iu
const remark = /^(catatan|keterangan|ket|sumber|nb|dicetak|halaman)\b.{0,3}[:.]/i

const at = (cells: Cells, header: Header, column: 'nik' | 'kk' | 'sex' | 'name') =>
  cells[header.at.get(column) ?? -1]

/** A line with a NIK, a card number or a sex tells of somebody, or means to. */
const tells = (cells: Cells, header: Header): boolean =>
  (['nik', 'kk'] as const).some((column) =>
    /\d{8}|e\+?\d/i.test(textOf(at(cells, header, column)).replace(/[ .-]/g, '')),
  ) ||
  (header.ticks === null && readSex(at(cells, header, 'sex')) !== undefined)

/** "Jumlah" and figures alone, also where a figure stands under the sex. */
const isSum = (told: readonly string[]): boolean =>
  told.some((cell) => total.test(cell)) &&
  told.every((cell) => total.test(cell) || /^[\d.,]{1,9}$/.test(cell))

const nothing: Around = { kk: null, rt: null, rw: null }

const card = /\b(?:kk|kartu keluarga)\b[\s.:]*((?:\d[\s.-]?){16})(?!\d)/i
const both = /\brt\s*\/\s*rw\b[\s.:]*(\d{1,3}[a-z]?)\s*\/\s*(\d{1,3}[a-z]?)\b/i
const one = { rt: /\brt\b[\s.:/]*(\d{1,3}[a-z]?)\b/i, rw: /\brw\b[\s.:/]*(\d{1,3}[a-z]?)\b/i }

function around(told: readonly string[], before: Around): Around {
  const line = told.join(' ')
  const kk = card.exec(line)?.[1]
  const [, rt = one.rt.exec(line)?.[1], rw = one.rw.exec(line)?.[1]] = both.exec(line) ?? []
  return {
    kk: kk === undefined ? before.kk : digitsOf(kk),
    // Another RT may lie in another RW.
    rt: rt === undefined ? before.rt : (readPlaceNumber(rt) ?? null),
    rw:
      rw === undefined
        ? rt === undefined
          ? before.rw
          : before.rt === null
            ? before.rw
            : null
        : (readPlaceNumber(rw) ?? null),
  }
}

/** A sum, a remark, a part of the list or a day: told by its words where nobody is told of. */
const isNote = (told: readonly string[]): boolean =>
  told.some((cell) => total.test(cell) || remark.test(cell)) ||
  (told.length <= 2 && told.some((cell) => part.test(cell) || dated.test(cell))) ||
  isCard(told)

/** The line over a part of the list: of an RT, of a family card. */
const isPart = (told: readonly string[]): boolean => isCard(told) || part.test(told[0] ?? '')
const isHeading = (cells: Cells, header: Header): boolean =>
  byAlias.get(plain(at(cells, header, 'name'))) === 'name'
const isNothing = (cells: Cells, told: readonly string[]): boolean =>
  empty(cells) || example(told) || numbering(told)

const isCard = (told: readonly string[]): boolean => told.length <= 6 && card.test(told.join(' '))

/**
 * The lines below the headings that tell of somebody, each with its number in the sheet, and the numbers of those that were passed
 * over though something stands in them.
 */
export function passOver(table: readonly Cells[], header: Header): { filled: Line[]; passed: number[] } {
  const filled: Line[] = []
  const passed: number[] = []
  // Below a signature stand names of those who sign.
  let below = false
  let above = nothing
  for (const [index, cells] of table.entries()) {
    const told = cells.map(textOf).filter((cell) => cell !== '')
    if (index < header.row) above = around(told, above)
    if (index <= header.row || isNothing(cells, told)) continue
    const somebody = tells(cells, header)
    below = !somebody && (below || told.some((cell) => signed.test(cell)))
    const nobody = below || isSum(told) || isHeading(cells, header) || (!somebody && isNote(told))
    if (nobody) passed.push(index + 1)
    else filled.push({ cells, row: index + 1, around: above })
    if (nobody && !below && isPart(told)) above = around(told, above)
  }
  return { filled, passed }
}
