// The commands and the query of observations, on the server: rules, store, feed, and the facts that follow.
import { today } from '../../kernel/day.ts'
import { handOf } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { Refused, refuse, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { viewOf } from '../../kernel/view.ts'
import { answer, type CommandWork, handle } from '../../platform/server/capability.ts'
import { dropFile, expectFiles } from '../../platform/server/files.ts'
import { namesAtVillage } from '../people/door.ts'
import { programmeOf, tellFacts } from '../programmes/door.ts'
import { type Doer, noted, withdrawn } from './apply.ts'
import { observationFacts } from './evidence.ts'
import { noteObservation, observationCollection, observationsOf, withdrawObservation } from './observation.ts'
import { mayReadNames, whyNotNote, whyNotWithdraw } from './rules.ts'
import { observationStore } from './store.ts'

type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

/** The day it was done, by the device's clock, at the village. */
const doerOf = ({ actor, place, doneAt }: Work): Doer => ({
  by: actor.account,
  byName: actor.name,
  on: today(zoneOf(place), doneAt),
})

async function enrolledAt(work: Work, enrolment: string) {
  const enrolled = await programmeOf(work, enrolment)
  if (!enrolled) throw new Refused([refuseField('enrolment', 'programmes.no-such-enrolment')])
  return enrolled
}

/** After storing: the feed hears of it, programmes hears how many stand. */
async function settle(work: Work, enrolment: string, id: string): Promise<void> {
  work.changes.touch(observationCollection, id)
  const { row, programme } = await enrolledAt(work, enrolment)
  const rows = await observationStore(work).ofEnrolment(enrolment)
  const view = viewOf(work.place, [
    { collection: 'programmes.enrolment', id: row.id, value: row },
    { collection: 'programmes.programme', id: row.programme, value: programme },
    ...rows.map((value) => ({ collection: observationCollection, id: value.id, value })),
  ])
  await tellFacts(work, 'observations', enrolment, observationFacts(view, enrolment))
}

export const observationsCommands = [
  handle(noteObservation, async (work) => {
    const { input } = work
    const { row, programme } = await enrolledAt(work, input.enrolment)
    const store = observationStore(work)
    const already = await store.count(input.enrolment, input.outcome)
    // Who may not read names is not told by a refusal whether one is on record: nobody looks.
    const names = mayReadNames(work.roles) ? await namesAtVillage(work) : null
    refuseIfAny(whyNotNote({ programme, row, names, noted: already, today: work.today }, input))
    await store.add(noted(input, doerOf(work)), work.now)
    const owner = { collection: observationCollection, id: input.id }
    if (input.photo) await expectFiles(work, owner, [{ ...input.photo, kind: 'observation' }])
    await settle(work, input.enrolment, input.id)
  }),
  handle(withdrawObservation, async (work) => {
    const [row] = await observationStore(work).many([work.input.observation])
    if (!row) throw new Refused([refuse('observations.no-such-observation', {}, 'observation')])
    refuseIfAny(whyNotWithdraw(row, handOf(work)))
    await observationStore(work).withdraw(withdrawn(row, work.input, doerOf(work)))
    if (row.photo) await dropFile(work, { collection: observationCollection, id: row.id }, row.photo.file)
    await settle(work, row.enrolment, row.id)
  }),
]

export const observationsQueries = [
  answer(observationsOf, async ({ input, viewed, ...at }) => {
    const observations = await observationStore(at).list(input.enrolment, input.outcome ?? null)
    const subjects = observations.map(({ id }) => id)
    if (subjects.length > 0) viewed(observationCollection, subjects)
    return { observations }
  }),
]
