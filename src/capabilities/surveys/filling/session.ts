// One filling of one form: the engine's tree, the files put into it, and the draft that is kept of it at every answer.
import {
  dropDraft,
  dropDraftFile,
  keepDraft,
  keepDraftFile,
  readDraft,
} from '../../../platform/browser/local/drafts.ts'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import type { NewFile } from '../../../platform/browser/sync/uploads.ts'
import { noDaysOf } from '../../../xlsform/no-days.ts'
import type { FormRow } from '../library/form.ts'
import { filesMost, type Submit, submit, xmlMost } from '../submission.ts'
import type { Bridge } from './bridge.ts'
import { type DraftBody, type DraftFile, type DraftHead, draftKind, mediaTypeOf } from './draft.ts'
import { householdIn } from './household.ts'
import { keepLastSent } from './last-sent.ts'
import type { LongSelects } from './lists/long-selects.ts'
import { type FormNode, type InputNode, nodeAt, type RootNode, type UploadNode, valueText } from './nodes.ts'
import { countAnswered, type FormPage, pagesOf } from './plan.ts'
import type { Guidance } from './xml.ts'

/** Milliseconds after an answer until the draft is kept. */
const pause = 250

export type Started = {
  id: string
  place: string
  survey: string
  form: FormRow
  root: RootNode
  bridge: Bridge
  guidance: Guidance
  household: string | null
  mends: string | null
  carried: Readonly<Record<string, string>>
  files: readonly DraftFile[]
  page: string | null
  startedAt: string
  /** Lists of the form that are not on this phone. */
  missing: readonly string[]
  lists: LongSelects
  /** Lets go of what the form holds beside the engine, when it is no more on the screen. */
  letGo: () => void
}

export type SendRefusal = 'faults' | 'too-long' | 'too-many-files'

export class FillSession {
  readonly start: Started
  readonly root: RootNode
  readonly bridge: Bridge
  readonly #phone: Phone
  readonly #files: Map<string, DraftFile>
  #page: string | null
  #pages: { version: number; pages: readonly FormPage[]; noDays: ReadonlyMap<string, string> } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #touched: boolean
  #over = false
  #keeping: Promise<void> = Promise.resolve()
  #settling: Promise<void> = Promise.resolve()

  constructor(phone: Phone, start: Started, kept: boolean) {
    this.#phone = phone
    this.start = start
    this.root = start.root
    this.bridge = start.bridge
    this.#files = new Map(start.files.map((file) => [file.name, file]))
    this.#page = start.page
    this.#touched = kept
    this.#settle()
  }

  /** Choices of long lists that are offered no more are taken back, and their words are looked up. */
  #settle(): void {
    const { lists } = this.start
    const set = (node: InputNode, value: string) => this.change(() => void node.setValue(value))
    this.#settling = this.#settling
      .then(() => lists.settle(set))
      .then(
        (changed) => changed && this.bridge.changed(),
        (error: unknown) => console.error('could not look through a list', error),
      )
      .then(() => undefined)
  }

  /** Questions whose field shows what the form did not take: their page is not left as if they were answered. */
  readonly unkept = new Set<string>()

  get page(): string | null {
    return this.#page
  }

  /** The pages as they are now; the same array until something in the form changes. */
  pages(): readonly FormPage[] {
    return this.#seen().pages
  }

  /** The day that is not in the calendar and that an answer is or makes. */
  noDay(node: FormNode): string | undefined {
    return this.#seen().noDays.get(node.currentState.reference)
  }

  #seen() {
    const version = this.bridge.version()
    if (this.#pages?.version !== version)
      this.#pages = { version, pages: pagesOf(this.root), noDays: noDaysOf(this.root) }
    return this.#pages
  }

  /** Every change by a person goes through here, so that the draft is kept after it. */
  change(work: () => void): void {
    work()
    this.#touched = true
    this.#pages = null
    this.#settle()
    this.#soon()
  }

  goTo(page: string): void {
    if (this.#page === page) return
    this.#page = page
    if (this.#touched) this.#soon()
  }

  setLanguage(name: string): void {
    const found = this.root.languages.find((each) => each.language === name)
    if (found) this.change(() => void this.root.setLanguage(found))
  }

  /** Puts a file into its question in place of the one before. */
  async setFile(node: UploadNode, name: string, file: NewFile): Promise<void> {
    const { id, bytes, sha256 } = file
    await keepDraftFile(this.#phone.open, this.start.place, this.start.id, file)
    const before = node.currentState.instanceValue
    const mediaType = mediaTypeOf(file.mediaType, name)
    this.#files.set(name, { id, name, mediaType, bytes, sha256 })
    // The engine needs the name alone; the file lies sealed on the phone and not in the memory of this page.
    this.change(() => void node.setValue(new File([], name, { type: mediaType })))
    await this.#forgetFile(before)
  }

  async removeFile(node: UploadNode): Promise<void> {
    const before = node.currentState.instanceValue
    this.change(() => void node.setValue(null))
    await this.#forgetFile(before)
  }

  async #forgetFile(name: string): Promise<void> {
    const file = this.#files.get(name)
    if (!file) return
    this.#files.delete(name)
    await this.keep()
    await dropDraftFile(this.#phone.open, file.id)
  }

  /** The id of a file in the form: on this phone, or of the edition that is mended. */
  fileOf(name: string): { id: string; bytes: number | null } | null {
    const own = this.#files.get(name)
    if (own) return { id: own.id, bytes: own.bytes }
    const carried = this.start.carried[name]
    return carried ? { id: carried, bytes: null } : null
  }

  nodeAt(reference: string): FormNode | undefined {
    return nodeAt(this.root, reference)
  }

  /** Its instanceName, when the form makes one. */
  name(): string {
    const node = this.nodeAt(`${this.start.form.model.root}/meta/instanceName`)
    return node?.nodeType === 'model-value' ? valueText(node) : ''
  }

  household(): string | null {
    return householdIn(this.root, this.start.form.model) ?? this.start.household
  }

  #soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.keep().catch((error: unknown) => console.error('could not keep the draft', error))
    }, pause)
  }

  /** Keeps the draft now, if a person has answered anything and it is not sent. Drafts are kept in order. */
  keep(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#touched || this.#over) return this.#keeping
    const next = this.#keeping.then(() => this.#write())
    this.#keeping = next.catch(() => undefined)
    return next
  }

  async #write(): Promise<void> {
    if (this.#over) return
    const { id, place, survey, form, mends, carried, startedAt } = this.start
    const head: DraftHead = {
      ...{ survey, form: form.id, formTitle: form.title, name: this.name(), household: this.household() },
      ...{ answered: countAnswered(this.pages()), edit: mends !== null, startedAt },
    }
    const body: DraftBody = {
      xml: this.root.instanceState.instanceXML,
      page: this.#page,
      language: this.root.currentState.activeLanguage.language || null,
      files: [...this.#files.values()],
      ...{ mends, carried },
    }
    await keepDraft(this.#phone.open, { id, place, kind: draftKind, head, body })
  }

  async drop(): Promise<void> {
    this.#over = true
    clearTimeout(this.#timer)
    await this.#keeping
    await dropDraft(this.#phone.open, this.start.id)
  }

  /** What the command will say, or why it cannot be sent. The XML is the engine's, with its own end time. */
  async prepare(): Promise<{ input: Submit } | { refused: SendRefusal }> {
    await this.#settling
    const payload = await this.root.prepareInstancePayload()
    if (payload.status !== 'ready') return { refused: 'faults' }
    const xml = await (payload.data[0].get('xml_submission_file') as File).text()
    if (xml.length > xmlMost) return { refused: 'too-long' }
    const files = this.#sentFiles()
    if (files.length > filesMost) return { refused: 'too-many-files' }
    const { id, survey, form } = this.start
    return { input: { id, survey, form: form.id, xml, files, household: this.household() } }
  }

  #sentFiles(): Submit['files'] {
    const named = new Set(this.#uploads().map((node) => node.currentState.instanceValue))
    return [...this.#files.values()]
      .filter((file) => named.has(file.name))
      .map((file) => ({ ...file, mediaType: file.mediaType as Submit['files'][number]['mediaType'] }))
  }

  /** Questions for files whose answer is sent, wherever in the form they are. */
  #uploads(): UploadNode[] {
    const below = (nodes: readonly FormNode[]): UploadNode[] =>
      nodes
        .filter((node) => node.currentState.relevant)
        .flatMap((node) =>
          node.nodeType === 'upload' ? [node] : below((node.currentState.children ?? []) as FormNode[]),
        )
    return below(this.root.currentState.children)
  }

  /** Gives the command to the phone; the draft leaves in the same step. */
  async send(input: Submit): Promise<void> {
    await this.keep()
    this.#over = true
    try {
      await this.#phone.give(submit, this.start.place, input, {
        draft: { id: this.start.id, files: input.files.map((file) => file.id) },
      })
      await keepLastSent(this.#phone.open, this.start.place, this.start.form, input.xml)
    } catch (error) {
      this.#over = false
      throw error
    }
  }
}

export const readFillDraft = (phone: Phone, id: string) => readDraft<DraftHead, DraftBody>(phone.open, id)
