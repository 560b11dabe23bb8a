// The berita acara of a meeting: what was held when and where, who came, what was decided, who signs.
import { longDay } from '../../../kernel/day.ts'
import { isSigned } from '../../../kernel/paper.ts'
import { AppointedLine } from '../../../platform/browser/paper/AppointedLine.tsx'
import type { Letterhead } from '../../letters/letterhead.ts'
import { DocumentTitle, Dots, Kop, type PaperSize, Sheet } from '../../letters/print/paper.tsx'
import { Signatures, type Signer } from '../../letters/print/Signatures.tsx'
import { acknowledgementOf, type FollowUp, type Meeting } from '../meeting.ts'
import {
  amendmentText,
  attendanceText,
  decisionTexts,
  elementCounts,
  openingText,
  type PaperSetting,
} from './paper-facts.ts'

export type MinutesPaperProps = {
  meeting: Meeting
  setting: PaperSetting
  head: Letterhead | undefined
  number: string | null
  size: PaperSize
  /** Residents who sign with the chair. Left out: the three that custom asks for. */
  witnesses?: readonly Signer[]
}

/** Who signs for the residents (civic conventions): religious leader, women's leader, poor residents. */
export const usualWitnesses: readonly Signer[] = [
  { capacity: 'Tokoh agama' },
  { capacity: 'Tokoh perempuan' },
  { capacity: 'Wakil warga miskin' },
]

export function MinutesPaper({ meeting, setting, head, number, size, witnesses }: MinutesPaperProps) {
  const { closing } = meeting
  const acknowledged = acknowledgementOf(meeting)
  const others = (witnesses ?? usualWitnesses).filter((each) => each.capacity.trim() !== '')
  return (
    <Sheet size={size}>
      <Kop head={head} fallback={setting.village} />
      <DocumentTitle lines={['Berita acara', meeting.title]} number={number} />
      <p>{openingText(meeting, setting)}</p>
      {closing ? <Attendance meeting={meeting} setting={setting} /> : <BlankAttendance />}
      <h2>A. Susunan acara</h2>
      <Numbered lines={meeting.agenda} blank={3} />
      <h2>B. Jalannya rembug</h2>
      {meeting.minutes.trim() === '' ? <BlankLines count={5} /> : <Paragraphs text={meeting.minutes} />}
      <h2>C. Keputusan</h2>
      <Decisions meeting={meeting} setting={setting} />
      <Amendments meeting={meeting} setting={setting} />
      <Signatures
        before={closingWords}
        placeAndDay={`${head?.city ?? setting.village}, ${longDay(meeting.date)}`}
        pair={[
          { capacity: 'Notulis', name: meeting.notulis || undefined },
          { capacity: 'Ketua rembug', name: meeting.chair || undefined },
        ]}
        others={others}
        othersTitle="Wakil warga:"
        knowing={{
          capacity: head?.headTitle ?? 'Lurah/Kepala Desa',
          name: (isSigned(acknowledged) && acknowledged?.name) || head?.headName || undefined,
          number: head?.headNumber ? `NIP ${head.headNumber}` : undefined,
          behind: isSigned(acknowledged) && acknowledged && (
            <AppointedLine {...(acknowledged.paper?.check ?? acknowledged)} />
          ),
        }}
      />
    </Sheet>
  )
}

const closingWords = (
  <p>
    Demikian berita acara ini dibuat dengan sebenarnya, dibacakan di hadapan peserta rembug, dan
    ditandatangani bersama untuk dipakai sebagaimana mestinya.
  </p>
)

function Attendance({ meeting, setting }: { meeting: Meeting; setting: PaperSetting }) {
  const { closing } = meeting
  if (!closing) return null
  const elements = elementCounts(closing.tally, setting.elements)
  return (
    <>
      <p>{attendanceText(closing.tally)}</p>
      {elements.length > 0 && <p>Unsur yang hadir: {elements.join(', ')}.</p>}
    </>
  )
}

function BlankAttendance() {
  return (
    <p>
      Rembug dihadiri oleh <Dots length={10} /> (<Dots length={24} />) orang, terdiri atas{' '}
      <Dots length={10} /> laki-laki dan <Dots length={10} /> perempuan (daftar hadir terlampir).
    </p>
  )
}

function Numbered({ lines, blank }: { lines: readonly string[]; blank: number }) {
  if (lines.length === 0) return <BlankLines count={blank} />
  return (
    <ol>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

function BlankLines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, at) => <p key={at} className="blank-line" />)
}

function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => <p key={at}>{line}</p>)
}

function Decisions({ meeting, setting }: { meeting: Meeting; setting: PaperSetting }) {
  const main = decisionTexts(meeting, setting)
  if (main.length === 0 && meeting.decisions.length === 0) return <BlankLines count={5} />
  return (
    <ol>
      {main.map((text) => (
        <li key={text}>{text}</li>
      ))}
      {meeting.decisions.map((each) => (
        <li key={each.id}>{followUpText(each)}</li>
      ))}
    </ol>
  )
}

function followUpText({ text, responsible, due }: FollowUp): string {
  const who = responsible ? `penanggung jawab: ${responsible}` : ''
  const when = due ? `paling lambat ${longDay(due)}` : ''
  const task = [who, when].filter(Boolean).join(', ')
  return `${text.replace(/[.;]$/, '')}${task ? ` (${task})` : ''}.`
}

function Amendments({ meeting, setting }: { meeting: Meeting; setting: PaperSetting }) {
  return meeting.amendments.map((each) => (
    <p key={each.id} className="office-note">
      {amendmentText(each, setting)}
    </p>
  ))
}
