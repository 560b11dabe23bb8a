// The text of the joint request that follows a yes: composed from what the closing of the readiness meeting says.
// Paper is always Indonesian.
import { fullDay } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { spelled } from '../../kernel/spelled.ts'
import type { LetterKind, MeetingKind, Programme } from '../programmes/definition.ts'
import type { Basis, LetterBody } from './letter.ts'

const counted = (n: number) => `${n} (${spelled(n)})`

/** A request needs the decision it rests on; other letters of a programme are written freely. */
export function restsOnDecision(kind: Pick<LetterKind, 'id' | 'signatories'>): boolean {
  return kind.signatories.length > 1
}

type Decided = MeetingKind & { decision: NonNullable<MeetingKind['decision']> }

/** The meeting the request rests on, as the facts of the enrolment tell it; null when none has decided. */
export function basisFromFacts(programme: Pick<Programme, 'kinds'>, facts: Facts): Basis | null {
  const kind = programme.kinds.meetings.find(
    (each): each is Decided =>
      each.decision !== undefined && facts[`meeting.${each.id}.decision`] !== undefined,
  )
  if (!kind) return null
  const fact = (name: string) => facts[`meeting.${kind.id}.${name}`]?.value
  const heads = (name: string) => Number(fact(`attendees.${name}`) ?? 0)
  const option = kind.decision.options.find((each) => each.id === fact('decision'))
  return {
    meeting: facts[`meeting.${kind.id}.decision`]?.records[0]?.id ?? null,
    title: kind.title.id,
    heldOn: String(fact('last_held_on') ?? ''),
    place: '',
    women: heads('women'),
    men: heads('men'),
    poor: heads('poor'),
    decision: option?.title.id ?? String(fact('decision') ?? ''),
    minutesNumber: '',
  }
}

export function basisText(basis: Basis, village: string): string {
  const total = basis.women + basis.men
  const where = basis.place ? ` di ${basis.place}` : ''
  const poor = basis.poor > 0 ? `, di antaranya ${counted(basis.poor)} warga miskin` : ''
  return (
    `Berdasarkan ${basis.title} yang diselenggarakan pada hari ${fullDay(basis.heldOn)}${where} dan dihadiri ` +
    `${counted(total)} warga, terdiri atas ${counted(basis.women)} perempuan dan ${counted(basis.men)} laki-laki` +
    `${poor}, warga ${village} telah bermusyawarah dan memutuskan: ${basis.decision.replace(/\.$/, '')}.`
  )
}

/** Paragraphs and signatories of a request. The head of the office signs beside those named here. */
export function composeRequest(
  kind: Pick<LetterKind, 'title' | 'signatories'>,
  basis: Basis | null,
  about: { village: string; programme: string },
): Pick<LetterBody, 'paragraphs' | 'signatories' | 'attachments' | 'salutation' | 'basis'> {
  const minutes = basis?.minutesNumber ? ` nomor ${basis.minutesNumber}` : ''
  return {
    attachments: basis ? '1 (satu) berkas' : '',
    salutation: 'Dengan hormat,',
    basis,
    paragraphs: [
      ...(basis ? [basisText(basis, about.village)] : []),
      `Sehubungan dengan keputusan itu, kami perangkat kelurahan/desa, wakil warga miskin, dan tokoh masyarakat ` +
        `bersama-sama mengajukan permintaan bantuan teknik untuk melaksanakan ${about.programme} di ${about.village}, ` +
        `termasuk pendampingan oleh tim fasilitator.`,
      ...(basis
        ? [`Sebagai kelengkapan kami lampirkan berita acara${minutes} beserta daftar hadirnya.`]
        : []),
      'Demikian permintaan ini kami sampaikan. Atas perhatian dan kerja samanya kami ucapkan terima kasih.',
    ],
    signatories: kind.signatories
      .filter(({ id }) => !/perangkat|lurah|kepala desa/i.test(id))
      .map(({ id }) => ({ capacity: id, name: '' })),
  }
}
