// What every handler of institutions does: read the rows that rules and facts need, keep what the step made of them, tell the
// feed, and tell programmes the facts that follow.
import { today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import type { Changes, CommandWork } from '../../platform/server/capability.ts'
import { personsById } from '../people/door.ts'
import { personCollection } from '../people/person.ts'
import { localPlacesOf } from '../places/door.ts'
import { localCollection } from '../places/local-place.ts'
import { programmeOf, tellFacts } from '../programmes/door.ts'
import { agreementCollection, type ProfileAgreement } from './agreement.ts'
import type { Doer } from './apply.ts'
import { type Assessment, assessmentCollection } from './assessment.ts'
import { agreedFacts, listedFacts } from './evidence.ts'
import { type Institution, institutionCollection } from './institution.ts'
import { type Officer, officerCollection } from './officer.ts'
import {
  type At,
  agreementStore,
  assessmentStore,
  institutionStore,
  officerStore,
  tieStore,
} from './store.ts'
import { type Tie, tieCollection } from './tie.ts'

export type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

export const doerOf = (work: Work): Doer => ({
  by: work.actor.account,
  on: today(zoneOf(work.place), work.doneAt),
})

const rowsOf = (collection: string, rows: Iterable<{ id: string }>): Change[] =>
  [...rows].map((value) => ({ collection, id: value.id, value }))

/** What a rule asks about besides the register and what was agreed of it. */
export type Besides = {
  ties?: boolean
  officers?: boolean
  assessments?: boolean
  localPlaces?: boolean
  enrolment?: string | undefined
  person?: string | null
}

export async function villageAt(work: At, besides: Besides = {}): Promise<Change[]> {
  const { ties, officers, assessments, localPlaces, enrolment, person } = besides
  const enrolled = enrolment ? await programmeOf(work, enrolment) : null
  const people = person ? await personsById(work, [person]) : new Map<string, { id: string }>()
  return [
    ...rowsOf(institutionCollection, await institutionStore(work).all()),
    ...rowsOf(agreementCollection, await agreementStore(work).all()),
    ...(ties ? rowsOf(tieCollection, await tieStore(work).all()) : []),
    ...(officers ? rowsOf(officerCollection, await officerStore(work).all()) : []),
    ...(assessments ? rowsOf(assessmentCollection, await assessmentStore(work).all()) : []),
    ...(localPlaces ? rowsOf(localCollection, (await localPlacesOf(work)).values()) : []),
    ...(enrolled
      ? [
          { collection: 'programmes.enrolment', id: enrolled.row.id, value: enrolled.row },
          { collection: 'programmes.programme', id: enrolled.row.programme, value: enrolled.programme },
        ]
      : []),
    ...[...people].map(([id, value]) => ({ collection: personCollection, id, value })),
  ]
}

async function save(at: At, { collection, value }: Change): Promise<void> {
  if (collection === institutionCollection) await institutionStore(at).save(value as Institution)
  if (collection === officerCollection) await officerStore(at).save(value as Officer)
  if (collection === tieCollection) await tieStore(at).save(value as Tie)
  if (collection === agreementCollection) await agreementStore(at).put(value as ProfileAgreement)
  if (collection === assessmentCollection) await assessmentStore(at).save(value as Assessment)
}

type Settling = At & { changes: Pick<Changes, 'touch'> }

/** What is there already is saved; what is new was added by its handler, and is only told. */
export async function settle(
  at: Settling,
  before: readonly Change[],
  changes: readonly Change[],
  { added = false } = {},
): Promise<void> {
  for (const change of changes) {
    if (!added) await save(at, change)
    at.changes.touch(change.collection, change.id)
  }
  const view = viewOf(at.place, [...before, ...changes])
  await tellFacts(at, 'institutions', null, listedFacts(view))
  for (const { enrolment } of view.all<ProfileAgreement>(agreementCollection))
    await tellFacts(at, 'institutions.agreed', enrolment, agreedFacts(view, enrolment))
}
