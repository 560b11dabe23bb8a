// Invitations: one to a page, or two with a line to cut along; to names, or with lines to write names on.
import { longDay } from '../../../kernel/day.ts'
import { SheetLines } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Letterhead } from '../../letters/letterhead.ts'
import { LetterTop } from '../../letters/print/LetterPaper.tsx'
import { Kop, type PaperSize, Sheet } from '../../letters/print/paper.tsx'
import { Signatures } from '../../letters/print/Signatures.tsx'
import { endsNextDay } from '../checks.ts'
import type { Meeting } from '../meeting.ts'
import { batchText, clockText, dayLine, type PaperSetting, programmesText } from './paper-facts.ts'

export type InvitationProps = {
  meeting: Meeting
  setting: PaperSetting
  head: Letterhead | undefined
  number: string | null
  /** The day on the letter. */
  date: string
  size: PaperSize
  perPage: 1 | 2
  /** One invitation for each; an empty name leaves lines to write on. */
  names: readonly string[]
}

/** More agenda points than this do not fit on half a page. */
export const mostPointsOnHalf = 6

export function InvitationPaper(props: InvitationProps) {
  const { meeting, names, size } = props
  const halves = props.perPage === 2 && meeting.agenda.length <= mostPointsOnHalf
  if (!halves)
    return names.map((name, at) => (
      <Sheet key={at} size={size} page="letter">
        <Invitation {...props} name={name} />
      </Sheet>
    ))
  const pages = Array.from({ length: Math.ceil(names.length / 2) }, (_, n) => names.slice(n * 2, n * 2 + 2))
  return pages.map((page, at) => (
    <Sheet key={at} size={size} page="half">
      {page.map((name, half) => (
        <section key={half} className="half">
          <Invitation {...props} name={name} />
        </section>
      ))}
    </Sheet>
  ))
}

function Invitation({ meeting, setting, head, number, date, name }: InvitationProps & { name: string }) {
  const next = endsNextDay(meeting) ? ' hari berikutnya' : ''
  const until = meeting.end ? `${clockText(meeting.end)} ${setting.zone}${next}` : 'selesai'
  const batch = batchText(meeting)
  return (
    <>
      <Kop head={head} fallback={setting.village} />
      <LetterTop
        number={number}
        attachments=""
        subject={`Undangan ${meeting.title}`}
        placeAndDay={`${head?.city ?? setting.village}, ${longDay(date)}`}
        addressee={name.trim() === '' ? [] : [name.trim()]}
      />
      <div className="letter-body">
        <p className="letter-salutation">Dengan hormat,</p>
        <p>
          Kami mengharap kehadiran Bapak/Ibu/Saudara dalam {meeting.title}
          {batch && ` ${batch}`}
          {programmesText(setting)}, yang akan diselenggarakan pada:
        </p>
      </div>
      <div className="event">
        <SheetLines
          lines={[
            ['Hari, tanggal', dayLine(meeting)],
            ['Pukul', `${clockText(meeting.start)} ${meeting.end ? '' : `${setting.zone} `}sampai ${until}`],
            ['Tempat', meeting.placeText],
            ['Acara', <Agenda key="agenda" meeting={meeting} />],
          ]}
        />
      </div>
      <div className="letter-body">
        <p>
          Suara setiap warga, perempuan maupun laki-laki, menentukan hasil rembug ini. Atas kehadiran
          Bapak/Ibu/Saudara tepat pada waktunya kami ucapkan terima kasih.
        </p>
      </div>
      <Signatures
        pair={[
          {
            capacity: head?.headTitle ?? meeting.organiser,
            name: head?.headName || undefined,
            number: head?.headNumber ? `NIP ${head.headNumber}` : undefined,
          },
        ]}
      />
    </>
  )
}

function Agenda({ meeting }: { meeting: Meeting }) {
  if (meeting.agenda.length === 0) return meeting.title
  if (meeting.agenda.length === 1) return meeting.agenda[0]
  return (
    <ol>
      {meeting.agenda.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ol>
  )
}
