// A letter on paper: letterhead, number and matter, addressee, text, signatures, copies.
import { longDay } from '../../../kernel/day.ts'
import { SheetLines } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Letter } from '../letter.ts'
import type { Letterhead } from '../letterhead.ts'
import { Dots, Kop, type PaperSize, Sheet } from './paper.tsx'
import { Signatures } from './Signatures.tsx'

export type LetterPaperProps = {
  letter: Letter
  head: Letterhead | undefined
  fallback: string
  size: PaperSize
}

export function LetterPaper({ letter, head, fallback, size }: LetterPaperProps) {
  const { body } = letter
  const placeAndDay = `${head?.city ?? fallback}, ${longDay(letter.date)}`
  const signer = {
    capacity: head?.headTitle ?? fallback,
    name: head?.headName || undefined,
    number: head?.headNumber ? `NIP ${head.headNumber}` : undefined,
  }
  const others = body.signatories.map(({ capacity, name }) => ({ capacity, name: name || undefined }))
  return (
    <Sheet size={size} page="letter">
      {letter.state === 'cancelled' && <div className="letter-void">BATAL</div>}
      <Kop head={head} fallback={fallback} />
      <LetterTop
        number={letter.text}
        attachments={body.attachments}
        subject={letter.subject}
        placeAndDay={placeAndDay}
        addressee={letter.addressee}
      />
      <div className="letter-body">
        {body.salutation && <p className="letter-salutation">{body.salutation}</p>}
        {body.paragraphs.map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      <Signatures
        pair={others.length === 1 ? [others[0] as (typeof others)[0], signer] : [signer]}
        others={others.length === 1 ? [] : others}
        othersTitle="Yang mengajukan bersama:"
      />
      {body.copies.length > 0 && (
        <div className="letter-copies">
          Tembusan:
          <ol>
            {body.copies.map((copy) => (
              <li key={copy}>{copy}</li>
            ))}
          </ol>
        </div>
      )}
    </Sheet>
  )
}

export type LetterTopProps = {
  number: string | null
  attachments: string
  subject: string
  placeAndDay: string
  /** Empty: lines to write a name on. */
  addressee: readonly string[]
}

export function LetterTop({ number, attachments, subject, placeAndDay, addressee }: LetterTopProps) {
  return (
    <div className="letter-top">
      <SheetLines
        lines={[
          ['Nomor', number ?? <Dots length={26} />],
          ['Lampiran', attachments || '–'],
          ['Hal', <b key="subject">{subject}</b>],
        ]}
      />
      <div className="letter-to">
        <p>{placeAndDay}</p>
        <p className="letter-to-head">Kepada Yth.</p>
        {addressee.length > 0 ? (
          addressee.map((line) => <p key={line}>{line}</p>)
        ) : (
          <>
            <p>
              <Dots length={30} />
            </p>
            <p>
              <Dots length={30} />
            </p>
          </>
        )}
        <p>di Tempat</p>
      </div>
    </div>
  )
}
