// Why a person or a household cannot be taken in as told. Both sides ask; a phone knows fewer numbers than
// the server, so it may learn of a NIK already on record only when it sends.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { HouseholdInput } from './household.ts'
import { whyNotKk, whyNotNik } from './nik.ts'
import type { PersonInput } from './person.ts'

/** What the rules must know of the village to judge. */
export type Ground = {
  today: Day
  /** A demonstration, where NIK serial 0000 is for its people. */
  synthetic: boolean
  /** Roles of the sender at the village. */
  roles: readonly Role[]
  /** Records that hold these NIKs and family card numbers, as far as known here. */
  nikOwner: ReadonlyMap<string, string>
  kkOwner: ReadonlyMap<string, string>
  /** Households named by the persons that are on record, with their heads. */
  heads: ReadonlyMap<string, string | null>
  /** Local places of the village among those named. */
  localPlaces: ReadonlySet<string>
}

const trusted: readonly Role[] = ['facilitator', 'board-secretary']
/** Whether the sender is a volunteer and no more: they write down what they meet, and judge nobody. */
export function isLimited(roles: readonly Role[]): boolean {
  return !roles.some((role) => trusted.includes(role))
}

const yearOf = (day: Day) => Number(day.slice(0, 4))
const oldest = 130

function whyNotBirth(person: PersonInput, today: Day): Refusal[] {
  const { birthDate, birthYear } = person
  const year = birthDate === null ? birthYear : yearOf(birthDate)
  const field = birthDate === null ? 'birthYear' : 'birthDate'
  if (year === null) return []
  return reasons(
    birthDate !== null && birthDate > today && refuseField('birthDate', 'people.born-in-future'),
    birthDate === null && year > yearOf(today) && refuseField('birthYear', 'people.born-in-future'),
    year < yearOf(today) - oldest && refuseField(field, 'people.born-too-long-ago', { years: oldest }),
    birthDate !== null &&
      birthYear !== null &&
      yearOf(birthDate) !== birthYear &&
      refuseField('birthYear', 'people.birth-year-differs'),
  )
}

function whyNotNumber(person: PersonInput, ground: Ground): Refusal[] {
  const { id, nik, noNik } = person
  if (nik === null) return reasons(noNik === null && refuseField('nik', 'people.nik-or-reason'))
  const owner = ground.nikOwner.get(nik)
  return [
    ...whyNotNik(nik, ground.synthetic),
    ...reasons(
      noNik !== null && refuseField('noNik', 'people.nik-and-reason'),
      owner !== undefined && owner !== id && refuseField('nik', 'people.nik-taken', { person: owner }),
    ),
  ]
}

function whyNotPlaceInHousehold(person: PersonInput, ground: Ground): Refusal[] {
  const { id, household, relation } = person
  if (household === null)
    return reasons(relation !== null && refuseField('relation', 'people.relation-without-household'))
  if (!ground.heads.has(household)) return [refuseField('household', 'people.no-such-household')]
  const head = ground.heads.get(household) ?? null
  return reasons(
    relation === 'head' &&
      head !== null &&
      head !== id &&
      refuseField('relation', 'people.household-has-head', { person: head }),
  )
}

function whyNotLocalPlace(told: { localPlace: string | null }, ground: Ground): Refusal[] {
  const unknown = told.localPlace !== null && !ground.localPlaces.has(told.localPlace)
  return reasons(unknown && refuseField('localPlace', 'people.no-such-local-place'))
}

function whyNotPoor(told: { poor: boolean; poorSource: string | null }): Refusal[] {
  return reasons(
    told.poor && told.poorSource === null && refuseField('poorSource', 'people.poor-needs-source'),
    !told.poor && told.poorSource !== null && refuseField('poor', 'people.source-without-poor'),
  )
}

/** What a volunteer may not tell: who is poor on what authority, and what is of the specific kind. */
function whyNotForVolunteer(person: PersonInput, roles: readonly Role[]): Refusal[] {
  if (!isLimited(roles)) return []
  return reasons(
    person.poor &&
      person.poorSource !== 'unverified' &&
      refuseField('poorSource', 'people.volunteer-cannot-verify'),
    person.disabilities.length > 0 && refuseField('disabilities', 'people.not-for-volunteers'),
    person.notes !== null && person.notes !== '' && refuseField('notes', 'people.not-for-volunteers'),
  )
}

/** Everything that speaks against a person as told, whoever tells it. */
export function whyNotPerson(person: PersonInput, ground: Ground): Refusal[] {
  return [
    ...whyNotNumber(person, ground),
    ...whyNotBirth(person, ground.today),
    ...whyNotPlaceInHousehold(person, ground),
    ...whyNotLocalPlace(person, ground),
    ...whyNotPoor(person),
  ]
}

export function whyNotHousehold(household: HouseholdInput, ground: Ground): Refusal[] {
  const { id, kk } = household
  const owner = kk === null ? undefined : ground.kkOwner.get(kk)
  return [
    ...(kk === null ? [] : whyNotKk(kk)),
    ...reasons(
      owner !== undefined && owner !== id && refuseField('kk', 'people.kk-taken', { household: owner }),
    ),
    ...whyNotLocalPlace(household, ground),
    ...whyNotPoor(household),
  ]
}

function whyNotHouseholdForVolunteer(household: HouseholdInput, roles: readonly Role[]): Refusal[] {
  const claims = isLimited(roles) && household.poor && household.poorSource !== 'unverified'
  return reasons(claims && refuseField('poorSource', 'people.volunteer-cannot-verify'))
}

export type Batch = { households: readonly HouseholdInput[]; persons: readonly PersonInput[] }

const at = (prefix: string, refusals: readonly Refusal[]): Refusal[] =>
  refusals.map((refusal) => ({ ...refusal, field: [prefix, refusal.field].filter(Boolean).join('.') }))

/**
 * Everything that speaks against taking these in together: each is judged as if it came alone, with those
 * before it on record. Fields are named as `persons.3.nik`; for one alone, as `nik`.
 */
export function whyNotTakeIn(batch: Batch, ground: Ground, alone = false): Refusal[] {
  const nikOwner = new Map(ground.nikOwner)
  const kkOwner = new Map(ground.kkOwner)
  const heads = new Map(ground.heads)
  const grown = { ...ground, nikOwner, kkOwner, heads }
  const found: Refusal[] = []
  batch.households.forEach((household, index) => {
    const refusals = [
      ...whyNotHousehold(household, grown),
      ...whyNotHouseholdForVolunteer(household, ground.roles),
    ]
    found.push(...at(alone ? '' : `households.${index}`, refusals))
    if (household.kk !== null && !kkOwner.has(household.kk)) kkOwner.set(household.kk, household.id)
    if (!heads.has(household.id)) heads.set(household.id, null)
  })
  batch.persons.forEach((person, index) => {
    const refusals = [...whyNotPerson(person, grown), ...whyNotForVolunteer(person, ground.roles)]
    found.push(...at(alone ? '' : `persons.${index}`, refusals))
    if (person.nik !== null && !nikOwner.has(person.nik)) nikOwner.set(person.nik, person.id)
    if (person.relation === 'head' && person.household !== null && !heads.get(person.household))
      heads.set(person.household, person.id)
  })
  return found
}

/** A refusal about a whole record that is no longer what it was. */
export function mergedAway(into: string | null): Refusal {
  return refuse('people.merged-away', { person: into ?? '' })
}
