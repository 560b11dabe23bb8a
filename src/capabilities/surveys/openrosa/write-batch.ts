// Storing what was decided about a batch: rows, files, counts, the registry, facts. Everything waits for one commit.
import { newId } from '../../../kernel/id.ts'
import { addStoredFiles, expectFiles } from '../../../platform/server/files.ts'
import { householdPlaces, tellPeople } from '../../people/door.ts'
import { takeEntities } from '../registry/taking.ts'
import { reviewStore } from '../review/store-review.ts'
import { fileKind, submissionCollection } from '../submission.ts'
import { surveyCollection } from '../survey.ts'
import { tellSurveyFacts } from '../telling.ts'
import type { Arrived, At, Incoming, Outcome } from './incoming.ts'
import { type Again, type Decided, householdOf, planned, type Step } from './steps.ts'
import { knownStore } from './store-known.ts'
import {
  addEditions,
  addSubmissions,
  type Counting,
  count,
  type Named,
  type NewEdition,
  type NewSubmission,
  takeInStore,
} from './store-take-in.ts'

const sealable = ({ instance }: Incoming, comment: string) => ({
  answers: instance.personal,
  name: instance.name,
  point: instance.point,
  comment,
})

const nameFiles = (submission: string, item: Incoming, files: readonly Arrived[]): Named[] => {
  const come = new Map(files.map((file) => [file.name, file]))
  const named = [...new Set([...item.instance.files, ...come.keys()])]
  return named.map((name) => ({ submission, name, file: come.get(name) ?? null }))
}

const rowOf = (step: Step, sealed: Buffer): NewSubmission => {
  const { place, item, submission, survey, seq } = step
  const { instance, open, files, doubts, startedAt, endedAt } = item.instance
  const come = new Set(item.files.map((file) => file.name))
  return {
    ...{ place, id: submission, survey, seq, instance, startedAt, endedAt, doubts, sealed },
    form: item.form,
    source: item.source,
    device: item.device,
    by: item.actor.account,
    answers: open,
    missing: files.filter((name) => !come.has(name)).length,
  }
}

const editionOf = ({ place, item, submission, seq }: Step, xml: Buffer): NewEdition => ({
  ...{ place, submission, seq, xml },
  formId: item.instance.formId,
  instance: item.instance.instance,
  replaced: item.instance.deprecated,
  by: item.actor.account,
  digest: item.digest,
})

type Tools = Pick<At, 'tx' | 'vault' | 'now'>

/** New submissions of whichever villages, and their counts. */
async function addAll({ tx, vault, now }: Tools, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  const sealed = await vault.sealFresh(
    tx,
    steps.map(({ place, submission, item }) => ({
      ...{ place, subject: submission },
      values: [item.xml, sealable(item, '')],
    })),
  )
  const of = (n: number) => sealed[n] as [Buffer, Buffer]
  await addSubmissions(
    tx,
    steps.map((step, n) => rowOf(step, of(n)[1])),
    now,
  )
  await addEditions(
    tx,
    steps.map((step, n) => editionOf(step, of(n)[0])),
    now,
  )
}

async function editOne(at: At, step: Step): Promise<void> {
  const store = takeInStore(at)
  const { district, place, tx, vault, now } = at
  const owner = { district, place, subject: step.submission }
  const before = await knownStore(at).sealed(step.submission)
  const said = before && (await vault.open<{ comment: string }>(tx, owner, before))
  const sealed = await vault.seal(tx, owner, sealable(step.item, said?.comment ?? ''))
  const xml = await vault.seal(tx, owner, step.item.xml)
  const files = nameFiles(step.submission, step.item, step.item.files).map((each) => each.name)
  await store.edit({ ...rowOf(step, sealed), files, event: newId() }, now)
  await addEditions(tx, [editionOf(step, xml)], now)
}

async function keepFiles(at: At, steps: readonly Step[]): Promise<void> {
  const stored = steps.flatMap(({ item, submission, files }) =>
    files
      .filter((file) => file.stored)
      .map((file) => ({
        ...file,
        kind: fileKind,
        ownerCollection: submissionCollection,
        owner: submission,
        by: item.actor.account,
        device: item.registered === null ? null : item.device,
      })),
  )
  await addStoredFiles(at, stored)
  for (const { item, submission, files } of steps) {
    const announced = files.filter((file) => !file.stored).map((file) => ({ ...file, kind: fileKind }))
    await expectFiles(
      { ...at, actor: item.actor },
      { collection: submissionCollection, id: submission },
      announced,
    )
  }
  const store = takeInStore(at)
  await store.attach(steps.flatMap((step) => nameFiles(step.submission, step.item, step.files)))
  await store.countMissing(steps.flatMap((step) => (step.does === 'add' ? [] : [step.submission])))
}

function counted(steps: readonly Step[]): Counting[] {
  const counts = new Map<string, Counting>()
  for (const step of steps) {
    if (step.does === 'again') continue
    const count = counts.get(step.survey) ?? {
      place: step.place,
      survey: step.survey,
      received: 0,
      edited: 0,
      left: {},
    }
    counts.set(step.survey, count)
    if (step.does === 'add') count.received += 1
    else {
      count.edited += 1
      if (step.state) count.left[step.state] = (count.left[step.state] ?? 0) + 1
    }
  }
  return [...counts.values()]
}

async function tellRegistry(at: At, steps: readonly Step[]): Promise<void> {
  const answering = steps.filter((step) => step.does !== 'again')
  let changed = false
  for (const { item, submission } of answering) {
    const { actor, changes } = item
    const { entities } = item.instance
    if (await takeEntities({ ...at, actor, changes }, { id: submission, entities })) changed = true
  }
  const last = answering.at(-1)
  if (changed && last) await tellPeople({ ...at, changes: last.item.changes })
  const about = answering.flatMap(({ item, submission, survey }) => {
    const household = householdOf(item)
    return household === null ? [] : [{ submission, survey, household }]
  })
  const edited = answering.flatMap((step) => (step.does === 'edit' ? [step.submission] : []))
  const left = await knownStore(at).households(edited)
  const places = await householdPlaces(at, [...new Set(about.map((each) => each.household))])
  await takeInStore(at).visit(
    about.flatMap((each) => {
      const localPlace = places.get(each.household)
      return localPlace === undefined ? [] : [{ ...each, localPlace }]
    }),
  )
  // An edit may be about another household than before, and one of what was rejected counts its household again.
  await reviewStore(at).revisit([...left, ...(await knownStore(at).households(edited))])
}

/** Which of the files that came with a resend are not here yet; what has come stays as it came. */
async function freshFiles(at: At, decisions: readonly Again[]) {
  const withFiles = decisions.filter(({ item }) => item.files.length > 0)
  if (withFiles.length === 0) return () => []
  const ids = [...new Set(withFiles.map(({ before }) => before.submission))]
  const here = await knownStore(at).attached(ids)
  const has = new Set(
    here.flatMap(({ submission, name, sha256 }) => (sha256 ? [`${submission}\n${name}`] : [])),
  )
  return ({ item, before }: Again): Arrived[] =>
    item.files.filter((file) => !has.has(`${before.submission}\n${file.name}`))
}

function touch({ item, submission, survey }: Step): void {
  item.changes.touch(submissionCollection, submission)
  item.changes.touch(surveyCollection, survey)
}

/** Stores what `plainly` gave, of all villages at once. */
export async function storePlain(tools: Tools, steps: readonly Step[]): Promise<void> {
  await addAll(tools, steps)
  await count(tools.tx, counted(steps))
  for (const step of steps) touch(step)
}

/** Stores one round of a batch: no two of it touch the same submission. */
export async function write(at: At, decided: Decided, first: number): Promise<Map<Incoming, Outcome>> {
  const fresh = await freshFiles(
    at,
    decided.flatMap(({ decision }) => (decision.does === 'again' ? [decision] : [])),
  )
  const { steps, outcomes } = planned(at.place, decided, first, fresh)
  if (steps.length > 0) await store(at, steps, programmeSurveys(decided))
  return outcomes
}

async function store(at: At, steps: readonly Step[], programmes: readonly string[]): Promise<void> {
  await addAll(
    at,
    steps.filter((step) => step.does === 'add'),
  )
  for (const step of steps) if (step.does === 'edit') await editOne(at, step)
  if (steps.some(({ item }) => item.files.length + item.instance.files.length > 0)) await keepFiles(at, steps)
  await count(at.tx, counted(steps))
  await tellRegistry(at, steps)
  for (const step of steps) touch(step)
  const last = steps.at(-1)
  if (last) await tellSurveyFacts({ ...at, changes: last.item.changes }, programmes)
}

function programmeSurveys(decided: Decided): string[] {
  const surveys = decided.flatMap(({ decision }) =>
    (decision.does === 'add' || decision.does === 'edit') && decision.survey.programme
      ? [decision.survey.id]
      : [],
  )
  return [...new Set(surveys)]
}
