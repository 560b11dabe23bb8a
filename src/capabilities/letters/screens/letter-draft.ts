// A letter while it is written: plain fields of a form, and what it becomes. Pure.
import type { Refusal } from '../../../kernel/refusal.ts'
import { letterRow } from '../apply.ts'
import { type Basis, emptyBody, type Issue, type Letter, type Signatory } from '../letter.ts'
import type { Letterhead } from '../letterhead.ts'

export type LetterDraft = {
  kind: string
  classification: string
  date: string
  subject: string
  /** One a line. */
  addressee: string
  salutation: string
  /** Paragraphs with an empty line between them. */
  text: string
  attachments: string
  copies: string
  signatories: readonly Signatory[]
  basis: Basis | null
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')

export type NewLetter = Omit<Issue, 'numbered' | 'letterhead' | 'office'>

export function letterOf(draft: LetterDraft, about: Pick<NewLetter, 'id' | 'enrolment'>): NewLetter {
  const { kind, classification, date, basis } = draft
  return {
    ...about,
    kind,
    classification,
    date,
    subject: draft.subject.trim(),
    addressee: linesOf(draft.addressee),
    body: {
      attachments: draft.attachments.trim(),
      salutation: draft.salutation.trim(),
      paragraphs: paragraphsOf(draft.text),
      basis,
      signatories: draft.signatories
        .filter((each) => each.capacity.trim() !== '')
        .map(({ capacity, name }) => ({ capacity: capacity.trim(), name: name.trim() })),
      copies: linesOf(draft.copies),
    },
    about: basis?.meeting ? [{ collection: 'meetings.meeting', id: basis.meeting }] : [],
  }
}

/** What has to be filled in before a letter can be issued; fields carry the form's own names. */
export function draftFaults(draft: LetterDraft): Refusal[] {
  const required = (field: string, value: string) =>
    value.trim() === '' ? [{ code: 'letters.required', field }] : []
  return [
    ...required('kind', draft.kind),
    ...required('date', draft.date),
    ...required('subject', draft.subject),
    ...required('addressee', draft.addressee),
    ...required('text', draft.text),
    ...(/^\d{3}(\.\d{1,3}){0,5}$/.test(draft.classification)
      ? []
      : [{ code: 'letters.classification-malformed', field: 'classification' }]),
  ]
}

/** The paper of a letter that has no number yet. */
export function previewOf(letter: NewLetter, head: Letterhead): Letter {
  return letterRow({ ...letter, office: head.office, letterhead: head.id, numbered: null }, head, null)
}

export const emptyDraft: LetterDraft = {
  kind: '',
  classification: '',
  date: '',
  subject: '',
  addressee: '',
  salutation: 'Dengan hormat,',
  text: '',
  attachments: emptyBody.attachments,
  copies: '',
  signatories: [],
  basis: null,
}
