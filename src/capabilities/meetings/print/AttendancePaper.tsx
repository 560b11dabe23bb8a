// The attendance list, filled or blank: signatures in zig-zag, the head of the table on every page, and nothing
// beside a name that says whether somebody is poor.

import { longDay } from '../../../kernel/day.ts'
import { SheetLines } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Letterhead } from '../../letters/letterhead.ts'
import { DocumentTitle, Kop, type PaperSize, Sheet } from '../../letters/print/paper.tsx'
import { Signatures, ZigZagPlaces } from '../../letters/print/Signatures.tsx'
import type { Attendance } from '../attendance.ts'
import type { Meeting } from '../meeting.ts'
import {
  batchText,
  dayLine,
  elementsOnPaper,
  namesOnSheet,
  type PaperSetting,
  presentText,
  timeText,
} from './paper-facts.ts'

export type AttendancePaperProps = {
  meeting: Meeting
  /** null: a blank sheet with `lines` lines. */
  attendance: readonly Attendance[] | null
  lines?: number
  setting: PaperSetting
  head: Letterhead | undefined
  size: PaperSize
}

type Line = { name: string; sex: string; place: string; element: string }
const emptyLine: Line = { name: '', sex: '', place: '', element: '' }

function lineOf(each: Attendance, setting: PaperSetting): Line {
  return {
    name: each.name,
    sex: each.sex === 'female' ? 'P' : 'L',
    place: each.localPlaceText,
    element: elementsOnPaper(each, setting.elements),
  }
}

export function AttendancePaper(props: AttendancePaperProps) {
  const { meeting, attendance, lines = 30, setting, head, size } = props
  const present = attendance ? namesOnSheet(attendance) : []
  const rows = attendance
    ? present.map((each) => lineOf(each, setting))
    : Array.from({ length: lines }, () => emptyLine)
  const batch = batchText(meeting)
  return (
    <Sheet size={size}>
      <Kop head={head} fallback={setting.village} />
      <DocumentTitle lines={['Daftar hadir', meeting.title, ...(batch ? [batch] : [])]} number={undefined} />
      <SheetLines
        lines={[
          ['Hari, tanggal', dayLine(meeting)],
          ['Waktu', timeText(meeting, setting.zone)],
          ['Tempat', meeting.placeText],
        ]}
      />
      {rows.length > 0 && <SignatureTable rows={rows} />}
      <p>{(attendance && presentText(meeting, present)) ?? blankTotals}</p>
      <Signatures
        placeAndDay={`${head?.city ?? setting.village}, ${longDay(meeting.date)}`}
        pair={[
          { capacity: 'Notulis', name: meeting.notulis || undefined },
          { capacity: 'Ketua rembug', name: meeting.chair || undefined },
        ]}
      />
    </Sheet>
  )
}

function SignatureTable({ rows }: { rows: readonly Line[] }) {
  const pairs = Array.from({ length: Math.ceil(rows.length / 2) }, (_, n) => n * 2)
  return (
    <table className="zigzag">
      <thead>
        <tr>
          <th className="zz-no">No</th>
          <th>Nama</th>
          <th className="zz-sex">L/P</th>
          <th className="zz-place">Alamat (RT/RW)</th>
          <th className="zz-element">Unsur/Jabatan</th>
          <th colSpan={2} className="zz-signs">
            Tanda tangan
          </th>
        </tr>
      </thead>
      {pairs.map((first) => (
        <tbody key={first}>
          <NameLine at={first} row={rows[first]} count={rows.length} />
          {rows[first + 1] && <NameLine at={first + 1} row={rows[first + 1]} count={rows.length} />}
        </tbody>
      ))}
    </table>
  )
}

function NameLine({ at, row, count }: { at: number; row: Line | undefined; count: number }) {
  return (
    <tr>
      <td className="zz-no">{at + 1}</td>
      <td>{row?.name}</td>
      <td className="zz-sex">{row?.sex}</td>
      <td className="zz-place">{row?.place}</td>
      <td className="zz-element">{row?.element}</td>
      {at % 2 === 0 && <ZigZagPlaces first={at + 1} last={count} />}
    </tr>
  )
}

const blankTotals =
  'Jumlah yang hadir .......... orang: laki-laki .......... orang, perempuan .......... orang.'
