// Why something that came back or came in cannot be put on record. Pure; the phone and the server ask the same.
import type { Day } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { awaitsCheck, type Hand, handsIn, isSigned, whyNotCheck, whyNotOnPaper } from '../../kernel/paper.ts'
import { full, type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { Programme } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import {
  type CheckDocument,
  type DecisionDocument,
  paperOf,
  type RegisterDocument,
  type Strike,
} from './document.ts'
import {
  type Dispose,
  type Disposition,
  dispositionsMost,
  type FinishDisposition,
  type Incoming,
  type RegisterIncoming,
} from './incoming.ts'
import type { Letter } from './letter.ts'
import type { AcknowledgeLetterOnPaper, CheckLetterPaper, RecordReceipt, SignLetter } from './receipt.ts'
import { letterKeepers } from './roles.ts'
import { changed, whyNotAcknowledgeAt } from './rules.ts'
import { awaitsReceipt, sendingsOf } from './sending.ts'

export function whyNotReceipt(letter: Letter | undefined, input: RecordReceipt, today: Day): Refusal[] {
  if (!letter) return [refuse('letters.letter-unknown')]
  const sendings = sendingsOf(letter).filter(({ to }) => input.to === '' || to === input.to)
  const meant = awaitsReceipt(letter, input.to)
  return reasons(
    changed(letter, input.basedOn),
    letter.state === 'cancelled' && refuse('letters.cancelled-already'),
    sendings.length === 0 && letter.state !== 'cancelled' && refuse('letters.not-sent'),
    sendings.length > 0 && !meant && refuse('letters.received-already'),
    meant !== undefined &&
      input.on < meant.on &&
      refuseField('on', 'letters.before-sent', { date: meant.on }),
    input.on > today && refuseField('on', 'letters.date-ahead', { today }),
  )
}

export function whyNotSignLetter(
  letter: Letter | undefined,
  { basedOn, sheet }: SignLetter,
  today: Day,
): Refusal[] {
  if (!letter) return [refuse('letters.letter-unknown')]
  const against = whyNotOnPaper(sheet, today, letter.date)
  return [
    ...reasons(
      changed(letter, basedOn),
      letter.state === 'cancelled' && refuse('letters.cancelled-already'),
      letter.body.signatories.length === 0 && refuse('letters.nobody-signs'),
      isSigned(letter.signatures ?? null) && refuse('letters.signed-already'),
      awaitsCheck(letter.signatures) && refuse('platform.paper-waits'),
    ),
    ...against.map((each) => ({ ...each, field: `sheet.${each.field}` })),
  ]
}

/** Who had a hand in the other signature for a letter is no second person for this one. */
export const handsOnLetter = (letter: Letter, besides: 'acknowledgement' | 'signatures'): string[] =>
  handsIn([besides === 'acknowledgement' ? letter.signatures : letter.acknowledgement])

export const whyNotCheckLetter = (
  letter: Letter | undefined,
  what: 'acknowledgement' | 'signatures',
  input: CheckLetterPaper,
  hand: Hand,
): Refusal[] =>
  letter
    ? [
        ...reasons(changed(letter, input.basedOn)),
        ...whyNotCheck(letter[what], input, hand, handsOnLetter(letter, what)),
      ]
    : [refuse('letters.letter-unknown')]

export function whyNotAcknowledgeOnPaper(
  letter: Letter | undefined,
  { basedOn, paper }: AcknowledgeLetterOnPaper,
  today: Day,
): Refusal[] {
  if (!letter) return [refuse('letters.letter-unknown')]
  const against = whyNotOnPaper(paper, today, letter.date)
  return [
    ...reasons(...whyNotAcknowledgeAt(letter, basedOn)),
    ...against.map((each) => ({ ...each, field: `paper.${each.field}` })),
  ]
}

/** `answered`: the letter of ours that it is said to answer. */
export function whyNotRegisterIncoming(
  input: RegisterIncoming,
  answered: Letter | undefined,
  today: Day,
): Refusal[] {
  return reasons(
    input.receivedOn > today && refuseField('receivedOn', 'letters.date-ahead', { today }),
    input.date > input.receivedOn && refuseField('date', 'letters.dated-after-receipt'),
    input.answers !== null && !answered && refuseField('answers', 'letters.letter-unknown'),
    answered?.state === 'cancelled' && refuseField('answers', 'letters.cancelled-already'),
    answered !== undefined &&
      answered.state !== 'cancelled' &&
      sendingsOf(answered).length === 0 &&
      refuseField('answers', 'letters.not-sent'),
    answered !== undefined &&
      input.receivedOn < answered.date &&
      refuseField('receivedOn', 'letters.before-its-date', { date: answered.date }),
  )
}

const stands = (row: { struck: unknown; version: number } | undefined, basedOn: number): Refusal[] =>
  row
    ? reasons(
        row.struck !== null && refuse('letters.struck-already'),
        row.version !== basedOn && refuse('letters.entry-changed', { version: row.version }),
      )
    : [refuse('letters.entry-unknown')]

export function whyNotDispose(row: Incoming | undefined, input: Dispose, today: Day): Refusal[] {
  return [
    ...stands(row, input.basedOn),
    ...reasons(
      row?.dispositions.some(({ id }) => id === input.disposition) &&
        refuseField('disposition', 'letters.disposition-twice'),
      row !== undefined &&
        input.on < row.receivedOn &&
        refuseField('on', 'letters.before-received', { date: row.receivedOn }),
      input.on > today && refuseField('on', 'letters.date-ahead', { today }),
      input.due !== null && input.due < input.on && refuseField('due', 'letters.due-before'),
      full(row?.dispositions, dispositionsMost),
    ),
  ]
}

/** Whoever it was passed to says that it is done, or one of those who pass letters on. */
export const mayFinish = ({ to }: Pick<Disposition, 'to'>, roles: readonly Role[]): boolean =>
  roles.some((role) => role === to || (letterKeepers as readonly Role[]).includes(role))

export function whyNotFinish(
  row: Incoming | undefined,
  input: FinishDisposition,
  today: Day,
  roles: readonly Role[],
): Refusal[] {
  const one = row?.dispositions.find(({ id }) => id === input.disposition)
  return [
    ...stands(row, input.basedOn),
    ...reasons(
      row !== undefined && !one && refuseField('disposition', 'letters.entry-unknown'),
      one !== undefined && one.done !== null && refuse('letters.disposition-done'),
      one !== undefined && !mayFinish(one, roles) && refuse('letters.disposition-of-another'),
      one !== undefined &&
        input.on < one.on &&
        refuseField('on', 'letters.before-its-date', { date: one.on }),
      input.on > today && refuseField('on', 'letters.date-ahead', { today }),
    ),
  ]
}

/** A running programme is given documents; an archive keeps those of its time. */
export const keepsDocuments = (row: Pick<EnrolmentRow, 'status'> | undefined): boolean =>
  row?.status === 'started' || row?.status === 'archive'

/** The day before which its documents cannot lie; null for an archive, which keeps what came before. */
export const documentsSince = (row: Pick<EnrolmentRow, 'status' | 'startedOn'> | undefined): Day | null =>
  row?.status === 'archive' ? null : (row?.startedOn ?? null)

export type DocumentFacts = {
  /** The programme of the enrolment, where it runs at this place or is kept as an archive. */
  programme: Pick<Programme, 'kinds'> | undefined
  /** See `documentsSince`. */
  since: Day | null
  /** What is told of the enrolment. */
  facts: Facts
  incoming: Incoming | undefined
  today: Day
}

/** An office as it is compared: in whatever spaces it is written, and without dots. */
const plainly = (position: string) => position.normalize('NFKC').replace(/[\s.]+/g, ' ')

/** The village, its offices and its body, as a signatory writes his office. */
const ofVillage =
  /\b(lurah|kuwu|keuchik|geuchik|pambakal|perbekel|kades|carik|ketua (rt|rw)|wali nagari|kep(ala)? (desa|kel(urahan)?|kampung|dusun)|(sekretaris|sekdes|seklur|kasi|kaur|staf|kep(ala)? seksi) (desa|kel(urahan)?)|bkm|lkm)\b/i

const team = '(?:tkpk|tim penanggulangan(?: kemiskinan)?)'
const above = '(?:kota|kab(?:upaten)?|prov(?:insi)?|daerah|bappeda|kec(?:amatan)?)'
const poorTeam = new RegExp(`\\b${team}\\b`, 'i')
/** Of the city, or of whoever is of it: "TKPK Kota …", "Wakil Wali Kota selaku Ketua TKPK", "Sekretaris TKPK, Kepala Bappeda". */
const poorTeamAbove = new RegExp(`\\b${above}\\b.*\\b${team}\\b|\\b${team}\\W+${above}\\b|\\bbappeda\\b`, 'i')

/** A team against poverty is of the village, as its seed has it, unless it says that it is of those above. */
const isOfVillage = (office: string): boolean =>
  ofVillage.test(office) || (poorTeam.test(office) && !poorTeamAbove.test(office))

type OfKind = DocumentFacts & { programme: Pick<Programme, 'kinds'> }

/** It is not older than what it decides about, and not of the village where another decides. */
function whyNotOfItsKind(input: RegisterDocument, { programme, since, facts }: OfKind): Refusal[] {
  const kind = programme.kinds.documents?.find(({ id }) => id === input.kind)
  if (!kind) return []
  const meeting = programme.kinds.meetings.find(({ id }) => id === kind.after?.meeting)
  const held = meeting && facts[`meeting.${meeting.id}.first_held_on`]?.value
  const about = meeting && { meetingId: meeting.title.id, meetingEn: meeting.title.en }
  return reasons(
    about &&
      since !== null &&
      typeof held !== 'string' &&
      refuseField('kind', 'letters.document-without-meeting', about),
    about &&
      typeof held === 'string' &&
      input.date < held &&
      refuseField('date', 'letters.document-before-meeting', { ...about, date: held }),
    since !== null &&
      !kind.mayPrecede &&
      input.date < since &&
      refuseField('date', 'letters.document-before-start', { date: since }),
    kind.beyondVillage &&
      isOfVillage(plainly(input.position)) &&
      refuseField('position', 'letters.document-of-village', { byId: kind.by.id, byEn: kind.by.en }),
  )
}

export function whyNotRegisterDocument(input: RegisterDocument, about: DocumentFacts): Refusal[] {
  const { programme, incoming, today } = about
  const kinds = programme?.kinds.documents ?? []
  const from = input.from ?? input.date
  return reasons(
    !programme && refuseField('enrolment', 'letters.enrolment-not-running'),
    programme !== undefined &&
      !kinds.some(({ id }) => id === input.kind) &&
      refuseField('kind', 'letters.document-kind-unknown'),
    ...(programme ? whyNotOfItsKind(input, { ...about, programme }) : []),
    input.date > today && refuseField('date', 'letters.date-ahead', { today }),
    input.until !== null && input.until < from && refuseField('until', 'letters.ends-before'),
    input.scan === null && refuseField('scan', 'letters.document-needs-scan'),
    input.incoming !== null && !incoming && refuseField('incoming', 'letters.entry-unknown'),
    incoming &&
      input.date > incoming.receivedOn &&
      refuseField('incoming', 'letters.document-after-letter', { date: incoming.receivedOn }),
    incoming?.struck && refuseField('incoming', 'letters.struck-already'),
    incoming &&
      incoming.enrolment !== null &&
      incoming.enrolment !== input.enrolment &&
      refuseField('incoming', 'letters.incoming-of-another'),
  )
}

export const whyNotCheckDocument = (
  row: DecisionDocument | undefined,
  input: CheckDocument,
  hand: Hand,
): Refusal[] => [
  ...stands(row, input.basedOn),
  ...(row ? whyNotCheck({ paper: paperOf(row) }, input, hand) : []),
]

export function whyNotStrike(
  row: Incoming | DecisionDocument | undefined,
  input: Strike,
  today: Day,
): Refusal[] {
  return [
    ...stands(row, input.basedOn),
    ...reasons(input.on > today && refuseField('on', 'letters.date-ahead', { today })),
  ]
}
