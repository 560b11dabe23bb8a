// Why an edit, a move or a merge cannot be taken as told.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { HouseholdChanges } from './household.ts'
import type { MergeDuplicates, MovePerson, PersonChanges, PersonRow } from './person.ts'
import { isLimited, mergedAway } from './rules.ts'

/** The version at which each field was last changed; a field not named is as old as the record. */
export type Changed = Readonly<Record<string, number>>

const shown = (value: unknown): string | number => {
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.join(', ')
  return value === null || value === undefined ? '' : String(value)
}

/** Values that may be told back in a refusal; what is sealed stays sealed. */
const plain = new Set([
  'name',
  'sex',
  'birthYear',
  'localPlace',
  'relation',
  'poor',
  'poorSource',
  'elements',
  'noNik',
  'membersTold',
])

/**
 * The fields of an edit that somebody else changed after the version it was based on, one refusal each with
 * both values. An edit of other fields than theirs is no clash.
 */
export function clashes(
  changes: Readonly<Record<string, unknown>>,
  basedOn: number,
  now: { version: number; changed: Changed; row: Readonly<Record<string, unknown>> },
): Refusal[] {
  return Object.keys(changes)
    .filter((field) => changes[field] !== undefined && (now.changed[field] ?? 1) > basedOn)
    .map((field) =>
      refuseField(`changes.${field}`, 'people.changed-meanwhile', {
        field,
        yours: plain.has(field) ? shown(changes[field]) : '•••',
        theirs: plain.has(field) ? shown(now.row[field]) : '•••',
        version: now.version,
      }),
    )
}

const notForVolunteers = ['nik', 'noNik', 'poor', 'poorSource', 'disabilities', 'notes', 'kk'] as const

/** What a volunteer may not change once it is on record. */
export function whyMayNotChange(
  changes: PersonChanges & HouseholdChanges,
  roles: readonly Role[],
): Refusal[] {
  if (!isLimited(roles)) return []
  return notForVolunteers
    .filter((field) => changes[field] !== undefined)
    .map((field) => refuseField(`changes.${field}`, 'people.not-for-volunteers'))
}

type Homes = { heads: ReadonlyMap<string, string | null>; localPlaces: ReadonlySet<string> }

function whyNotNewHome(person: PersonRow, move: MovePerson, { heads, localPlaces }: Homes): Refusal[] {
  const head = move.household === null ? null : heads.get(move.household)
  return reasons(
    move.localPlace !== null &&
      !localPlaces.has(move.localPlace) &&
      refuseField('localPlace', 'people.no-such-local-place'),
    move.household === null &&
      move.relation !== null &&
      refuseField('relation', 'people.relation-without-household'),
    head === undefined && refuseField('household', 'people.no-such-household'),
    move.relation === 'head' &&
      typeof head === 'string' &&
      head !== person.id &&
      refuseField('relation', 'people.household-has-head', { person: head }),
  )
}

/** Why this move cannot be noted: the day has come, the person is where the move begins. */
export function whyNotMove(person: PersonRow, move: MovePerson, today: Day, homes: Homes): Refusal[] {
  if (person.state === 'merged') return [mergedAway(person.mergedInto)]
  const here = person.state === 'here'
  const comesHome = move.kind === 'returned' || move.kind === 'moved-household'
  return [
    ...reasons(
      move.day > today && refuseField('day', 'people.day-to-come'),
      person.birthYear !== null &&
        Number(move.day.slice(0, 4)) < person.birthYear &&
        refuseField('day', 'people.day-before-birth'),
      move.kind === 'returned' && here && refuse('people.is-here'),
      move.kind !== 'returned' && !here && refuse('people.already-gone'),
      move.kind === 'moved-household' &&
        move.household === person.household &&
        refuseField('household', 'people.same-household'),
    ),
    ...(comesHome ? whyNotNewHome(person, move, homes) : []),
  ]
}

/** The row after a move. Who died or moved out keeps the household they were last in. */
export function movedRow(person: PersonRow, move: MovePerson): PersonRow {
  const version = person.version + 1
  if (move.kind === 'died' || move.kind === 'moved-out')
    return { ...person, state: move.kind, stateOn: move.day, version }
  const { household, relation } = move
  return {
    ...person,
    ...{ household, relation, version },
    localPlace: move.localPlace ?? person.localPlace,
    state: 'here',
    stateOn: move.kind === 'returned' ? move.day : person.stateOn,
  }
}

export const fieldsOfMove = ['state', 'household', 'relation', 'localPlace'] as const

type Numbers = { keep: string | null; drop: string | null }

/** Why two records cannot be one person. Numbers are null where they are not known here. */
export function whyNotMerge(
  keep: PersonRow,
  drop: PersonRow,
  merge: MergeDuplicates,
  numbers: Numbers = { keep: null, drop: null },
): Refusal[] {
  if (keep.id === drop.id) return [refuseField('drop', 'people.merge-itself')]
  const gone = [keep, drop].find((each) => each.state === 'merged')
  if (gone) return [mergedAway(gone.mergedInto)]
  return reasons(
    (keep.version > merge.keepBasedOn || drop.version > merge.dropBasedOn) &&
      refuse('people.changed-meanwhile', { field: '', yours: '', theirs: '', version: keep.version }),
    keep.sex !== drop.sex && refuseField('drop', 'people.merge-sexes-differ'),
    numbers.keep !== null &&
      numbers.drop !== null &&
      numbers.keep !== numbers.drop &&
      refuseField('drop', 'people.merge-different-nik'),
  )
}
