// What may stand on the register of institutions, and why not. Pure: the screen asks while a person types, the server asks
// again over the same rows, and every question gives all its reasons at once. Ties: tie-rules.ts; discussions: assessment-rules.ts.
import type { Day } from '../../kernel/day.ts'
import { full, type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { type PersonRow, personCollection } from '../people/person.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { type AgreeProfile, agreementCollection, mostAgreed, type ProfileAgreement } from './agreement.ts'
import {
  type ChangeInstitution,
  type Details,
  type EndInstitution,
  type Institution,
  institutionCollection,
  type MergeInstitutions,
  mostInstitutions,
  type RegisterInstitutions,
} from './institution.ts'
import { registerOfNames } from './likeness.ts'
import {
  type AppointOfficer,
  type ChangeOfficer,
  mostOfficers,
  type Officer,
  officerCollection,
} from './officer.ts'
import { institutionIn, registerIn } from './view.ts'

/** An id of another village, or one that was merged away, is none here. */
export const unknown = (view: View, id: string, field: string): Refusal | false => {
  const row = view.get<Institution>(institutionCollection, id)
  if (!row) return refuseField(field, 'institutions.no-such-institution')
  if (row.state === 'merged')
    return refuseField(field, 'institutions.merged-away', { name: institutionIn(view, id)?.name ?? row.name })
  return false
}

export const notActive = (view: View, id: string, field: string): Refusal | false => {
  const row = view.get<Institution>(institutionCollection, id)
  return row?.state === 'ended' && refuseField(field, 'institutions.has-ended', { name: row.name })
}

/** A number of somebody (NIK, family card, telephone): ten digits or more, however they are parted. */
export const holdsNumber = (text: string): boolean => /(?:\d[ .-]?){9,}\d/.test(text)

const texts = ['name', 'legalNote', 'services', 'assets', 'potentials', 'constraints'] as const

/** What is said of an institution, by itself and against the places of the village. */
function saidChecks(view: View, said: Partial<Details>, today: Day, at: string): (Refusal | false)[] {
  const { since, women, men, poor, localPlaces = [], reach } = said
  const members = women === null && men === null ? null : (women ?? 0) + (men ?? 0)
  const places = localPlaces.map((id) => view.get<LocalPlace>(localCollection, id))
  return [
    since != null &&
      since > Number(today.slice(0, 4)) &&
      refuseField(`${at}since`, 'institutions.year-ahead'),
    poor != null &&
      members !== null &&
      poor > members &&
      refuseField(`${at}poor`, 'institutions.more-poor-than-members', { members }),
    places.some((place) => !place) && refuseField(`${at}localPlaces`, 'institutions.no-such-local-place'),
    reach !== undefined &&
      reach !== 'local' &&
      localPlaces.length > 0 &&
      refuseField(`${at}localPlaces`, 'institutions.whole-village'),
    ...texts.map(
      (field) => holdsNumber(said[field] ?? '') && refuseField(`${at}${field}`, 'institutions.number-in-it'),
    ),
  ]
}

type Named = Pick<Institution, 'id' | 'name' | 'otherNames' | 'state'>
type NamesTaken = ReturnType<typeof registerOfNames<Named>>

/** Those of nearly the same name, before it is kept; nobody is told twice who has said that they are others. */
function alikeChecks(
  wanted: Pick<Institution, 'id' | 'name' | 'otherNames'> & { different: boolean },
  others: NamesTaken,
  field: string,
): Refusal | false {
  if (wanted.different) return false
  const found = others.alike(wanted)
  const names = found.map(({ name }) => name).slice(0, 3)
  return (
    found.length > 0 &&
    refuseField(field, 'institutions.alike', {
      name: wanted.name,
      names: names.join('; '),
      count: found.length,
    })
  )
}

export function whyNotRegister(view: View, { institutions }: RegisterInstitutions, today: Day): Refusal[] {
  const all = view.all<Institution>(institutionCollection)
  const taken = new Set(all.flatMap(({ origin }) => (origin === null ? [] : [origin])))
  const origins = institutions.flatMap(({ origin }) => (origin === null ? [] : [origin]))
  const ids = new Set(institutions.map(({ id }) => id))
  const told = institutions.every(({ different }) => different)
  const names = registerOfNames<Named>(told ? [] : registerIn(view))
  return reasons(
    all.length + institutions.length > mostInstitutions &&
      refuse('institutions.register-full', { most: mostInstitutions }),
    (ids.size < institutions.length || all.some(({ id }) => ids.has(id))) &&
      refuse('institutions.same-id-twice'),
    new Set(origins).size < origins.length && refuse('institutions.answer-taken'),
    ...institutions.flatMap((each, i) => {
      const at = `institutions.${i}.`
      const near = alikeChecks(each, names, `${at}name`)
      names.add({ ...each, state: 'active' })
      return [
        each.origin !== null &&
          taken.has(each.origin) &&
          refuseField(`${at}name`, 'institutions.answer-taken'),
        near,
        ...saidChecks(view, each, today, at),
      ]
    }),
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const shown = (value: unknown): string | number =>
  typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? '–')

/** Each field that somebody else changed meanwhile to something else. */
function clashes(row: Institution, { basedOn, changes }: ChangeInstitution): Refusal[] {
  if (row.version === basedOn) return []
  return Object.entries(changes)
    .filter(([field, value]) => value !== undefined && !same(row[field as keyof Institution], value))
    .map(([field]) =>
      refuseField(`changes.${field}`, 'institutions.changed-meanwhile', {
        theirs: shown(row[field as keyof Institution]),
      }),
    )
}

export function whyNotChange(view: View, input: ChangeInstitution, today: Day): Refusal[] {
  const row = view.get<Institution>(institutionCollection, input.institution)
  const none =
    unknown(view, input.institution, 'institution') || notActive(view, input.institution, 'institution')
  if (none || !row) return reasons(none)
  const { changes } = input
  const told = { ...row, ...changes } as Institution
  const renamed = changes.name !== undefined || changes.otherNames !== undefined
  // A place that was closed since, or a count that never fitted, stands in no other field's way.
  const said = { ...changes, ...(changes.poor !== undefined ? { women: told.women, men: told.men } : {}) }
  return reasons(
    ...clashes(row, input),
    renamed &&
      alikeChecks(
        { ...told, different: input.different },
        registerOfNames<Named>(registerIn(view)),
        'changes.name',
      ),
    ...saidChecks(view, { ...said, reach: told.reach } as Partial<Details>, today, 'changes.'),
  )
}

export function whyNotEnd(view: View, input: EndInstitution, today: Day): Refusal[] {
  const row = view.get<Institution>(institutionCollection, input.institution)
  const none =
    unknown(view, input.institution, 'institution') || notActive(view, input.institution, 'institution')
  if (none || !row) return reasons(none)
  return reasons(
    input.on > today && refuseField('on', 'institutions.day-ahead'),
    row.since !== null &&
      Number(input.on.slice(0, 4)) < row.since &&
      refuseField('on', 'institutions.ends-before-it-begins'),
  )
}

export function whyNotMerge(view: View, input: MergeInstitutions): Refusal[] {
  const { keep, drop } = input
  if (keep === drop) return [refuseField('drop', 'institutions.merged-with-itself')]
  const none = reasons(
    unknown(view, keep, 'keep') || notActive(view, keep, 'keep'),
    unknown(view, drop, 'drop'),
  )
  if (none.length > 0) return none
  const versionOf = (id: string) => view.get<Institution>(institutionCollection, id)?.version
  return reasons(
    versionOf(keep) !== input.keepBasedOn && refuseField('keep', 'institutions.record-moved'),
    versionOf(drop) !== input.dropBasedOn && refuseField('drop', 'institutions.record-moved'),
  )
}

type Term = Pick<Officer, 'from' | 'until'>
const overlap = (a: Term, b: Term): boolean =>
  (a.until === null || b.from === null || b.from <= a.until) &&
  (b.until === null || a.from === null || a.from <= b.until)
const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

function officerChecks(view: View, input: AppointOfficer, now?: Officer): (Refusal | false)[] {
  const person = input.person ? view.get<PersonRow>(personCollection, input.person) : undefined
  const others = view
    .all<Officer>(officerCollection)
    .filter((each) => each.institution === input.institution && each.id !== input.id)
  const sameOne = (each: Officer) =>
    (input.person !== null && each.person === input.person) || plain(each.name) === plain(input.name)
  return [
    input.person !== null &&
      input.person !== now?.person &&
      !person &&
      refuseField('person', 'institutions.no-such-person'),
    /\d{3,}/.test(input.name) && refuseField('name', 'institutions.number-in-name'),
    input.from !== null &&
      input.until !== null &&
      input.until < input.from &&
      refuseField('until', 'institutions.ends-before-it-begins'),
    others.some((each) => plain(each.post) === plain(input.post) && sameOne(each) && overlap(each, input)) &&
      refuseField('post', 'institutions.officer-twice', { name: input.name }),
  ]
}

export function whyNotAppoint(view: View, input: AppointOfficer): Refusal[] {
  const none =
    unknown(view, input.institution, 'institution') || notActive(view, input.institution, 'institution')
  if (none) return [none]
  const all = view.all<Officer>(officerCollection)
  return reasons(
    all.length >= mostOfficers && refuse('institutions.officers-full', { most: mostOfficers }),
    all.some(({ id }) => id === input.id) && refuse('institutions.same-id-twice'),
    ...officerChecks(view, input),
  )
}

export function whyNotChangeOfficer(view: View, input: ChangeOfficer): Refusal[] {
  const row = view.get<Officer>(officerCollection, input.id)
  if (!row) return [refuse('institutions.no-such-officer')]
  return reasons(
    row.version !== input.basedOn && refuse('institutions.record-moved'),
    ...officerChecks(view, { ...input, institution: row.institution }, row),
  )
}

/**
 * Residents agree on what stands on the register. That the meeting was held, and its minutes signed, is asked where meetings are
 * known: `whyNotProfileMeeting` of surveys, on both sides.
 */
export function whyNotAgree(view: View, input: AgreeProfile, today: Day): Refusal[] {
  const enrolled = enrolledIn(view, input.enrolment)
  if (!enrolled) return [refuseField('enrolment', 'institutions.no-such-enrolment')]
  const { status, startedOn } = enrolled.row
  const before = view.get<ProfileAgreement>(agreementCollection, input.enrolment)
  const rows = input.institutions.map((id) => view.get<Institution>(institutionCollection, id))
  return reasons(
    status !== 'started' && refuseField('enrolment', 'institutions.not-running'),
    input.on > today && refuseField('on', 'institutions.day-ahead'),
    startedOn !== null &&
      input.on < startedOn &&
      refuseField('on', 'institutions.before-start', { on: startedOn }),
    rows.some((row) => row === undefined) && refuseField('institutions', 'institutions.no-such-institution'),
    rows.some((row) => row && row.state !== 'active') &&
      refuseField('institutions', 'institutions.not-all-active'),
    full(before?.agreed, mostAgreed),
  )
}
