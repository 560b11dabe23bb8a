// A letter that a programme asks for, written from what its kind says: who it goes to, its text, who signs, and the
// decision it rests on, as the closing of the meeting tells it. Paper is always Indonesian.
import { canonical } from '../../kernel/canonical.ts'
import { fullDay } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import { spelled } from '../../kernel/spelled.ts'
import type { LetterKind, Programme } from '../programmes/definition.ts'
import { factOf } from '../programmes/facts.ts'
import type { BasisWords, LetterWords } from '../programmes/letter-words.ts'
import { isAmong } from './covering.ts'
import type { Basis, Issue, LetterBody } from './letter.ts'
import type { Office } from './letterhead.ts'

const counted = (n: number) => `${n} (${spelled(n)})`

type Kinds = Pick<Programme, 'kinds'>

/** The meeting and the decision that a kind of letter rests on; undefined where it needs none. */
function basisIn(programme: Kinds, kind: LetterKind) {
  const meeting = programme.kinds.meetings.find((each) => each.id === kind.basis?.meeting)
  const option = meeting?.decision?.options.find((each) => each.id === kind.basis?.decision)
  return meeting && option ? { meeting, option } : undefined
}

/** What a kind needs and nobody can tell in this release: the writer is told to see to it. */
export const untold = ({ needs = [] }: LetterKind): string[] =>
  needs.filter((name) => !factOf(name)?.available)

function whyNotNeeds({ needs = [] }: LetterKind, facts: Facts): Refusal[] {
  const missing = needs
    .map(factOf)
    .filter((each, i) => each?.available && facts[needs[i] ?? '']?.value !== true)
  return missing.flatMap((each) =>
    each ? [refuse('letters.needs', { needId: each.title.id, needEn: each.title.en })] : [],
  )
}

/** Why a letter of this kind cannot be written: its meeting has not decided, or otherwise, or what it needs is not there. */
export const whyNotCompose = (programme: Kinds, kind: LetterKind, facts: Facts): Refusal[] => [
  ...whyNotBasis(programme, kind, facts),
  ...whyNotNeeds(kind, facts),
]

function whyNotBasis(programme: Kinds, kind: LetterKind, facts: Facts): Refusal[] {
  const basis = basisIn(programme, kind)
  if (!basis) return []
  const { meeting, option } = basis
  const decided = facts[`meeting.${meeting.id}.decision`]?.value
  if (decided === option.id) return []
  const other = meeting.decision?.options.find((each) => each.id === decided)?.title
  const about = { meetingId: meeting.title.id, meetingEn: meeting.title.en }
  const needed = { optionId: option.title.id, optionEn: option.title.en }
  return other
    ? [refuse('letters.decided-otherwise', { ...about, ...needed, otherId: other.id, otherEn: other.en })]
    : [refuse('letters.not-decided', { ...about, ...needed })]
}

/** The same of a letter that is written: it rests on that very meeting, as its record says it, and on nothing else. */
export function whyNotRest(programme: Kinds, kind: LetterKind, facts: Facts, basis: Basis | null): Refusal[] {
  const against = whyNotCompose(programme, kind, facts)
  if (against.length > 0) return against
  const now = basisFromFacts(programme, kind, facts)
  const title = now?.title ?? basis?.title ?? ''
  return saidOf(now) === saidOf(basis) ? [] : [refuse('letters.other-basis', { title })]
}

/** What the record of a meeting says of it; its place and the number of its minutes are no facts. */
const saidOf = (basis: Basis | null) => canonical(basis && { ...basis, place: '', minutesNumber: '' })

type Written = Pick<Issue, 'office' | 'date' | 'addressee' | 'body'>

/** Why a letter that is written is not the one of its kind. */
export function whyNotOfKind(programme: Kinds, kind: LetterKind, facts: Facts, letter: Written): Refusal[] {
  const { addressee, body, date, office } = letter
  const asked = (kind.addressees ?? [kind.to]).map(({ id }) => id).filter((id) => !id.includes('{'))
  const signs = body.signatories.map(({ capacity }) => capacity)
  const held = body.basis?.heldOn ?? ''
  return [
    ...whyNotRest(programme, kind, facts, body.basis),
    ...reasons(
      held !== '' && date < held && refuseField('date', 'letters.before-its-basis', { date: held }),
      body.paragraphs.length === 0 && refuseField('text', 'letters.required'),
      ...asked.map(
        (to) => !isAmong(to, addressee) && refuseField('addressee', 'letters.addressee-missing', { to }),
      ),
      ...kind.signatories.map(
        (each) =>
          each.office !== office &&
          !isAmong(each.id, signs) &&
          refuseField('signatories', 'letters.signatory-missing', { whoId: each.id, whoEn: each.en }),
      ),
    ),
  ]
}

/** What the letter rests on, as the facts of the enrolment tell it; null where it needs nothing, or has nothing. */
export function basisFromFacts(programme: Kinds, kind: LetterKind, facts: Facts): Basis | null {
  const basis = basisIn(programme, kind)
  if (!basis || whyNotCompose(programme, kind, facts).length > 0) return null
  const { meeting, option } = basis
  const fact = (name: string) => facts[`meeting.${meeting.id}.${name}`]
  const heads = (name: string) => Number(fact(`attendees.${name}`)?.value ?? 0)
  return {
    meeting: fact('decision')?.records[0]?.id ?? null,
    title: meeting.title.id,
    heldOn: String(fact('decided_on')?.value ?? ''),
    place: '',
    women: heads('women'),
    men: heads('men'),
    poor: heads('poor'),
    decision: option.title.id,
    minutesNumber: '',
  }
}

function basisWords({ women, men, poor, minutesNumber, ...basis }: Basis): BasisWords {
  const some = poor > 0 ? `, di antaranya ${counted(poor)} warga miskin` : ''
  return {
    meeting: basis.title,
    held_on: fullDay(basis.heldOn),
    attendance:
      `${counted(women + men)} warga, terdiri atas ${counted(women)} perempuan dan ${counted(men)} laki-laki` +
      some,
    decision: basis.decision.replace(/\.$/, ''),
    minutes: minutesNumber ? `berita acara nomor ${minutesNumber}` : 'berita acara',
  }
}

/** What a definition from before letters had a text of their own is written with. */
const neutralText = ({ title }: LetterKind) => [
  `Sehubungan dengan pelaksanaan {programme} di {village}, bersama ini kami sampaikan ${title.id.toLowerCase()}.`,
  'Demikian surat ini kami sampaikan. Atas perhatian dan kerja samanya kami ucapkan terima kasih.',
]

/** On whose paper a letter of this kind goes out. */
export const officeOf = ({ signatories }: LetterKind): Office =>
  signatories.find(({ office }) => office)?.office ?? 'village'

export type Composed = Pick<
  LetterBody,
  'paragraphs' | 'signatories' | 'attachments' | 'salutation' | 'basis'
> & { subject: string; addressee: string[] }

/** The letter on the paper of `office`, whose head signs for it beside the signatories named here. */
export function composeLetter(
  kind: LetterKind,
  basis: Basis | null,
  words: LetterWords,
  office: Office = officeOf(kind),
): Composed {
  const known: Record<string, string> = { ...words, ...(basis ? basisWords(basis) : {}) }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole)
  return {
    subject: fill(kind.subject?.id ?? kind.title.id),
    addressee: (kind.addressees ?? [kind.to]).map(({ id }) => fill(id)),
    attachments: fill(kind.attachments?.id ?? ''),
    salutation: 'Dengan hormat,',
    basis,
    paragraphs: (kind.paragraphs?.map(({ id }) => id) ?? neutralText(kind)).map(fill),
    signatories: kind.signatories
      .filter((each) => each.office !== office)
      .map(({ id }) => ({ capacity: id, name: '' })),
  }
}
