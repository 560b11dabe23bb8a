// How a filling begins: a new one, a draft taken up again, or a submission that was sent back.
import { newId } from '../../../kernel/id.ts'
import type { View } from '../../../kernel/view.ts'
import { listDrafts, takeBack } from '../../../platform/browser/local/drafts.ts'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import { listText, longSelects, withoutLists } from '../../../xlsform/lists/without-lists.ts'
import { type FormModel, type Item, questionsOf } from '../../../xlsform/model.ts'
import { type FormRow, formCollection } from '../library/form.ts'
import { type SubmissionRow, type Submit, submissionCollection, submit } from '../submission.ts'
import { type SurveyRow, surveyCollection } from '../survey.ts'
import { newBridge } from './bridge.ts'
import { type DraftBody, type DraftFile, type DraftHead, draftKind } from './draft.ts'
import { type Beginning, begin, loadEngine } from './engine.ts'
import { attachmentSource, formFile } from './form-files.ts'
import { pointText } from './geo.ts'
import { chooseHousehold } from './household.ts'
import { readsLastSent } from './last-sent.ts'
import { ListFiles } from './lists/list-files.ts'
import { LongSelects } from './lists/long-selects.ts'
import { nodeAt, type RootNode } from './nodes.ts'
import { FillSession, readFillDraft } from './session.ts'
import { asEdited, readMeta, takeFilesOut, takeGuidanceOut, uuidOf } from './xml.ts'

export type Asked = { place: string; survey: string; submission: string | null; household: string | null }

export type Opening =
  | { session: FillSession }
  | { closed: 'no-survey' | 'survey-closed' | 'no-form' | 'sent' | 'waiting-to-be-sent' }

type From = Pick<DraftBody, 'xml' | 'page' | 'language' | 'files' | 'mends' | 'carried'> & {
  id: string
  household: string | null
  startedAt: string
  kept: boolean
}

/** What is to be taken up under an id: nothing, a draft, a refused command, or a submission that came back. */
async function foundFor(phone: Phone, view: View, asked: Asked): Promise<From | Opening | null> {
  const { submission } = asked
  if (submission === null) return begunFor(phone, asked)
  await takeBackRefused(phone, view, asked.place, submission)
  const draft = await readFillDraft(phone, submission)
  if (draft) return fromDraft(draft.id, draft.head, draft.body)
  const row = view.get<SubmissionRow>(submissionCollection, submission)
  if (!row) return null
  const waits = phone
    .state()
    .entries.some((entry) => isSubmit(entry, submission) && entry.status === 'queued')
  if (waits) return { closed: 'waiting-to-be-sent' }
  return row.returned && row.xml !== null ? fromReturned(row, row.xml) : { closed: 'sent' }
}

/** The draft that was begun for this household on this phone: nobody means to ask a family twice. */
async function begunFor(phone: Phone, { place, survey, household }: Asked): Promise<From | null> {
  if (household === null) return null
  const drafts = await listDrafts<DraftHead>(phone.open, place, draftKind)
  const begun = drafts.find(
    ({ head }) => head.survey === survey && head.household === household && !head.edit,
  )
  const draft = begun && (await readFillDraft(phone, begun.id))
  return draft ? fromDraft(draft.id, draft.head, draft.body) : null
}

const isSubmit = (entry: { name: string; records: readonly string[] }, submission: string) =>
  entry.name === submit.name && entry.records.includes(submission)

const fromDraft = (id: string, head: DraftHead, body: DraftBody): From => ({
  ...body,
  ...{ id, household: head.household, startedAt: head.startedAt, kept: true },
})

const fromReturned = (row: SubmissionRow, xml: string): From => ({
  ...{ id: row.id, xml, page: null, language: null, files: [], mends: row.instance, carried: row.files },
  ...{ household: row.household, startedAt: new Date().toISOString(), kept: false },
})

/** What the server refused becomes a draft again, with its files. */
async function takeBackRefused(phone: Phone, view: View, place: string, submission: string): Promise<void> {
  const entry = phone.state().entries.find((each) => isSubmit(each, submission) && each.status === 'refused')
  if (!entry) return
  const { input } = (await phone.envelope(entry)) as unknown as { input: Submit }
  const { xml, survey, form, household } = input
  const meta = readMeta(xml)
  const files: DraftFile[] = input.files.map(({ ...file }) => file)
  const mends = meta.deprecated || null
  const carried = view.get<SubmissionRow>(submissionCollection, submission)?.files ?? {}
  const head: DraftHead = {
    ...{ survey, form, formTitle: '', name: meta.name, household, answered: { done: 0, all: 0 } },
    ...{ edit: mends !== null, startedAt: entry.madeAt },
  }
  const body: DraftBody = { xml, page: null, language: null, files, mends, carried }
  await takeBack(phone.open, entry, { id: submission, place, kind: draftKind, head, body })
  await phone.refresh()
}

function repeatPaths(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    item.kind === 'question'
      ? []
      : [...(item.kind === 'repeat' ? [item.path] : []), ...repeatPaths(item.children)],
  )
}

function beginningOf(from: From | null, model: FormModel) {
  if (!from) return { beginning: { kind: 'new' } satisfies Beginning, names: new Map<string, string>() }
  const questions = questionsOf(model).map(({ question }) => question)
  const { xml, names } = takeFilesOut(from.xml, questions, new Set(repeatPaths(model.items)))
  const beginning: Beginning =
    from.mends === null ? { kind: 'draft', xml } : { kind: 'edition', xml: asEdited(xml, from.mends) }
  return { beginning, names }
}

function putFilesBack(root: RootNode, names: ReadonlyMap<string, string>): void {
  for (const [reference, name] of names) {
    const node = nodeAt(root, reference)
    if (node?.nodeType === 'upload') node.setValue(new File([], name))
  }
}

function idOf(root: RootNode, model: FormModel): string {
  const node = nodeAt(root, `${model.root}/meta/instanceID`)
  const value = node?.nodeType === 'model-value' ? node.currentState.value : ''
  // A form without an instanceID of the engine's making is refused by the server anyhow.
  return uuidOf(String(value)) ?? newId()
}

const whereWeAre = () =>
  new Promise<string>((resolve) => {
    if (!('geolocation' in navigator)) return resolve('')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(pointText(coords)),
      () => resolve(''),
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 },
    )
  })

/** What a new filling starts from, in the same shape as one that is taken up. */
const nothingYet = (asked: Asked): Omit<From, 'xml' | 'id'> => ({
  ...{ page: null, language: null, files: [], mends: null, carried: {} },
  ...{ household: asked.household, startedAt: new Date().toISOString(), kept: false },
})

/** Opens what was asked for, or says why not. Throws FormFault when the engine cannot read the form. */
export async function openFilling(phone: Phone, view: View, asked: Asked): Promise<Opening> {
  const found = await foundFor(phone, view, asked)
  if (found && !('id' in found)) return found
  const survey = view.get<SurveyRow>(surveyCollection, asked.survey)
  if (!survey) return { closed: 'no-survey' }
  if (survey.state === 'closed') return { closed: 'survey-closed' }
  const form = formOf(view, survey, found ? await formIdOf(phone, view, found.id) : null)
  if (!form) return { closed: 'no-form' }
  return { session: await start(phone, view, asked, form, found) }
}

async function start(phone: Phone, view: View, asked: Asked, form: FormRow, found: From | null) {
  const { open } = phone
  const bridge = newBridge()
  const missing: string[] = []
  const long = longSelects(form.model, form.files)
  const { xform, guidance } = takeGuidanceOut(readsLastSent(withoutLists(form.xform, long)))
  const { beginning, names } = beginningOf(found, form.model)
  const root = await begin(
    await loadEngine(),
    xform,
    attachmentSource(open, form, view, missing),
    beginning,
    {
      stateFactory: bridge.factory,
      preloadProperties: { deviceID: open.device, username: open.account.user },
      geolocationProvider: { getLocation: whereWeAre },
    },
  )
  putFilesBack(root, names)
  const { kept, language, ...from } = found ?? nothingYet(asked)
  if (!found && asked.household) chooseHousehold(root, form.model, asked.household)
  speak(root, language)
  const { place, survey } = asked
  const files = new ListFiles(async (name) => {
    const text = listText(form.model, name)
    if (text !== null) return new TextEncoder().encode(text).buffer
    return (await formFile(open, form, name))?.arrayBuffer() ?? null
  })
  const lists = new LongSelects(root, form.model, long, files.ask)
  for (const file of lists.files) void files.ready(file)
  const id = found?.id ?? idOf(root, form.model)
  const filling = { root, bridge, guidance, missing, lists, letGo: () => files.close() }
  return new FillSession(phone, { ...from, ...filling, id, place, survey, form }, kept)
}

/** What was begun on a version of the form is ended on it. */
async function formIdOf(phone: Phone, view: View, id: string): Promise<string | null> {
  const draft = await readFillDraft(phone, id)
  return draft?.head.form ?? view.get<SubmissionRow>(submissionCollection, id)?.form ?? null
}

const formOf = (view: View, survey: SurveyRow, begun: string | null) =>
  view.get<FormRow>(formCollection, begun ?? survey.form)

/** The form's own language: as it was left, else the one this device speaks, else the form's first. */
function speak(root: RootNode, wanted: string | null): void {
  const spoken = document.documentElement.lang === 'en' ? /english|\(en\)/i : /indonesia|\(id\)/i
  const found =
    root.languages.find((each) => each.language !== '' && each.language === wanted) ??
    root.languages.find((each) => spoken.test(each.language))
  // Saying the same language again would make the engine write every label anew.
  if (found && found.language !== root.currentState.activeLanguage.language) root.setLanguage(found)
}
