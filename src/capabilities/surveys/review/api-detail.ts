// Reading one submission whole.
import { Refused, refuseField } from '../../../kernel/refusal.ts'
import { answer, type QueryWork } from '../../../platform/server/capability.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { accountName } from '../../accounts/door.ts'
import { formStore } from '../library/store-form.ts'
import { formOf, readTree } from '../openrosa/instance.ts'
import { parseXml, xmlText } from '../openrosa/xml-tree.ts'
import { openConflictBody } from '../registry/conflict.ts'
import { type Sealed, submissionStore } from '../store-submission.ts'
import { surveyStore } from '../store-survey.ts'
import { reviewers } from '../submission.ts'
import { type AnswerTree, diffAnswers, mergeAnswers, repeatPaths } from './answers.ts'
import { type Conflict, type Edition, type Event, submissionDetail } from './questions.ts'
import { detailStore, type FoundEdition, type FoundEvent } from './store-detail.ts'

type Work = Omit<Parameters<QueryWork<unknown, unknown>>[0], 'input'>
type Said = { text?: string; back?: boolean; registry?: Event['registry'] }

const owner = ({ district, place }: Work, subject: string) => ({ district, place, subject })

async function eventsOf(work: Work, submission: string, found: readonly FoundEvent[]): Promise<Event[]> {
  const events: Event[] = []
  for (const { id, at, by, what, state, sealed } of found) {
    const said = sealed && (await work.vault.open<Said>(work.tx, owner(work, submission), sealed))
    const { text = '', back = false, registry = [] } = said ?? {}
    events.push({ id, at: at.toISOString(), by, byName: '', what, state, text, back, registry })
  }
  return events
}

/** Models of the versions of a survey's form, by version. */
async function modelsOf(work: Work, survey: string, form: string): Promise<Map<string, FormModel>> {
  const found = await surveyStore(work).find(survey)
  const rows = await formStore(work.tx).rows([...new Set([form, ...(found?.versions ?? [])])])
  return new Map(rows.map(({ model }) => [model.version, model]))
}

type Read = { answers: AnswerTree; model: FormModel } | null

/** The answers of one edition by its own form version; null when it cannot be read, or was erased. */
async function readEdition(
  work: Work,
  submission: string,
  models: ReadonlyMap<string, FormModel>,
  sealed: Buffer,
): Promise<Read> {
  const xml = await work.vault.open<string>(work.tx, owner(work, submission), sealed)
  if (xml === null) return null
  try {
    const root = parseXml(xmlText(xml))
    const model = models.get(formOf(root).version)
    if (!model) return null
    const { open, personal } = readTree(root, model)
    return { answers: mergeAnswers(open, personal), model }
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

const changesBetween = (before: Read, after: Read) =>
  before && after ? diffAnswers(before.answers, after.answers, repeatPaths(after.model)) : null

async function editionsOf(
  work: Work,
  row: { id: string; survey: string; form: string },
  found: readonly FoundEdition[],
): Promise<Edition[]> {
  const single = found.length < 2
  const models = single ? new Map<string, FormModel>() : await modelsOf(work, row.survey, row.form)
  const editions: Edition[] = []
  let before: Read = null
  for (const [n, { instance, at, by, xml }] of found.entries()) {
    const after = single ? null : await readEdition(work, row.id, models, xml)
    const changes = n === 0 ? [] : changesBetween(before, after)
    editions.push({ instance, at: at.toISOString(), by, byName: '', changes })
    before = after
  }
  return editions
}

async function conflictsOf(work: Work, submission: string): Promise<Conflict[]> {
  const conflicts: Conflict[] = []
  for (const { sealed, ...found } of await detailStore(work).conflicts(submission))
    conflicts.push({ ...found, ...(await openConflictBody(work, submission, sealed)) })
  return conflicts
}

/** That it came is not stored as an event of its own: its first edition says so. */
const arrival = (first: Edition | undefined, id: string): Event[] =>
  first
    ? [{ ...first, id, what: 'received', state: 'received', text: '', back: false, registry: [] }].map(
        ({ changes: _changes, instance: _instance, ...event }) => event as Event,
      )
    : []

const detail = answer(submissionDetail, async ({ input, ...work }) => {
  const id = input.submission
  const [row] = await submissionStore(work).whole(work.vault, [id])
  if (!row) throw new Refused([refuseField('submission', 'surveys.no-such-submission')])
  const reviews = reviewers.some((role) => work.roles.includes(role))
  if (!reviews && row.by !== work.actor?.account)
    throw new Refused([refuseField('submission', 'surveys.not-yours')])
  work.viewed('survey:submission', [id])
  const store = detailStore(work)
  const said = await store.answers(id)
  const personal = said && (await work.vault.open<Sealed>(work.tx, owner(work, id), said.sealed))
  const editions = await editionsOf(work, row, await store.editions(id))
  const stored = await eventsOf(work, id, await store.events(id))
  const came = stored.some((event) => event.what === 'received') ? [] : arrival(editions[0], id)
  const events = [...came, ...stored]
  const names = await accountName(
    work.tx,
    [...events, ...editions].map((each) => each.by),
  )
  const named = <T extends { by: string }>(each: T): T => ({ ...each, byName: names.get(each.by) ?? '' })
  return {
    row,
    answers: mergeAnswers(said?.open ?? {}, personal?.answers ?? {}),
    events: events.map(named),
    editions: editions.map(named),
    conflicts: await conflictsOf(work, id),
    attachments: await store.attachments(id),
  }
})

export const reviewQueries = [detail]
