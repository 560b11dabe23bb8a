// The server looks at each submission once more with the engine that phones fill it in with. It refuses nothing and loses
// nothing: what the form does not allow becomes a doubt and "has issues"; what cannot be checked says so.
import { districtOf } from '../../../kernel/place-code.ts'
import { appendBatch, beginBatch } from '../../../platform/server/batch.ts'
import type { Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { longSelects, withoutLists } from '../../../xlsform/lists/without-lists.ts'
import { formStore } from '../library/store-form.ts'
import { datasetOf, entityFile } from '../openrosa/lists.ts'
import { bringTo } from '../review/judging.ts'
import { reviewStore } from '../review/store-review.ts'
import { type Doubt, submissionCollection } from '../submission.ts'
import { EngineLost, type EngineProcess } from './engine-process.ts'
import type { FromEngine, ToEngine } from './messages.ts'
import { ofWhoAnswers } from './reaching.ts'
import { checkingStore, type Found, type Unchecked, villagesWaiting } from './store-checking.ts'

const notChecked: Doubt = { path: '', code: 'surveys.not-checked' }
const codes = ['surveys.check-required', 'surveys.check-constraint', 'surveys.check-no-day', notChecked.code]
const doubtsMost = 50
/** Submissions of one village at a time. */
const batchMost = 25
/** A form that has cost so many processes is not tried again until the server starts anew. */
const strikesMost = 2

type Sent = Unchecked & { text: string | null }
type FormMessage = Extract<ToEngine, { kind: 'form' }>

/** A form with its lists as they are in the village now. */
async function formMessage(tx: Tx, place: string, form: string, key: string): Promise<FormMessage | null> {
  const [row] = await formStore(tx).rows([form])
  if (!row) return null
  const files: Record<string, string> = {}
  const long = longSelects(row.model, row.files)
  for (const name of row.model.files) {
    if (long.some((each) => each.file === name)) continue
    const stored = /\.(csv|xml|geojson)$/i.test(name) ? await formStore(tx).file(form, name) : undefined
    const dataset = datasetOf(name)
    if (stored) files[name] = stored.bytes.toString('utf8')
    else if (dataset) files[name] = (await entityFile(tx, place, dataset)).csv
  }
  return { kind: 'form', key, xform: withoutLists(row.xform, long), files }
}

function doubtsOf(said: FromEngine): Doubt[] {
  if (said.kind !== 'checked') return [notChecked]
  return said.violations
    .slice(0, doubtsMost)
    .map(({ path, condition }) => ({ path: path.slice(0, 300), code: `surveys.check-${condition}` }))
}

export class Checking {
  readonly #services: Services
  readonly #engine: EngineProcess
  readonly #strikes = new Map<string, number>()
  #batch = 0
  constructor(services: Services, engine: EngineProcess) {
    this.#services = services
    this.#engine = engine
  }

  /** Checks one batch of each village that waits; gives how many were checked, 0 when nothing waits. */
  async round(goOn: () => boolean = () => true): Promise<number> {
    const { db } = this.#services
    let checked = 0
    const failed: unknown[] = []
    for (const place of (await ofWhoAnswers(db, villagesWaiting)).flat()) {
      if (!goOn()) break
      // A village that cannot be reached now keeps no other waiting.
      checked += await this.#village(place).catch((error: unknown) => {
        failed.push(error)
        return 0
      })
    }
    if (checked === 0 && failed.length > 0) throw failed[0]
    return checked
  }

  async #village(place: string): Promise<number> {
    const { db, vault } = this.#services
    const district = districtOf(place)
    this.#batch += 1
    const sent = await inPlace(db, place, nobody, async (tx): Promise<Sent[]> => {
      const waiting = await checkingStore({ tx, district, place }).waiting(batchMost)
      const texts = await vault.openMany<string>(
        tx,
        district,
        place,
        new Map(waiting.map((each) => [each.id, each.xml])),
      )
      return waiting.map((each) => ({ ...each, text: texts.get(each.id) ?? null }))
    })
    const found: Found[] = []
    for (const each of sent) found.push({ ...each, doubts: await this.#look(place, each) })
    if (found.length > 0) await this.#write(place, found)
    return found.length
  }

  async #look(place: string, sent: Sent): Promise<readonly Doubt[]> {
    const { form, text } = sent
    if (text === null || (this.#strikes.get(form) ?? 0) >= strikesMost) return [notChecked]
    try {
      const key = await this.#formFor(place, form)
      return key === null ? [notChecked] : doubtsOf(await this.#engine.check(key, text))
    } catch (error) {
      if (!(error instanceof EngineLost)) throw error
      // What it had looked at before may be the cause; alone it shows.
      if (!error.fresh) return this.#look(place, sent)
      this.#strikes.set(form, (this.#strikes.get(form) ?? 0) + 1)
      return [notChecked]
    }
  }

  /** Sees to it that the engine holds the form; lists of the village are read anew for each batch. */
  async #formFor(place: string, form: string): Promise<string | null> {
    const listed = `${form} ${place} ${this.#batch}`
    if (this.#engine.holds(form)) return form
    if (this.#engine.holds(listed)) return listed
    const message = await inPlace(this.#services.db, place, nobody, (tx) =>
      formMessage(tx, place, form, form),
    )
    if (!message) return null
    const key = Object.keys(message.files).some((name) => datasetOf(name)) ? listed : form
    const said = await this.#engine.give({ ...message, key })
    return said.kind === 'done' ? key : null
  }

  /** Stores what was found, with an entry in the village's log where phones are to see it. */
  async #write(place: string, found: readonly Found[]): Promise<void> {
    const { db, vault } = this.#services
    const district = districtOf(place)
    const now = new Date()
    await db.transaction().execute(async (tx) => {
      const head = await beginBatch(tx, place, nobody)
      const at = { tx, district, place }
      const noted = await checkingStore(at).note(found, codes, now)
      const doubted = found.filter((each) => noted.has(each.id) && each.doubts.length > 0)
      const changes = doubted.map(({ id }) => ({ collection: submissionCollection as string, id }))
      const touch = (collection: string, id: string) => void changes.push({ collection, id })
      const wrong = doubted.filter((each) => each.doubts[0] !== notChecked).map((each) => each.id)
      const standing = await reviewStore(at).standing(wrong)
      const open = [...standing.values()].filter((row) => row.state === 'received' || row.state === 'edited')
      const said = { to: 'has-issues', returned: false, what: 'checked', by: nobody, at: now } as const
      if (open.length > 0) await bringTo({ ...at, touch }, open, said, new Map())
      if (changes.length === 0) return
      const command = { name: 'surveys.check', version: 1 } as const
      const entry = { command, input: {}, actor: nobody, device: 'server', doneAt: now, answer: {}, changes }
      await appendBatch({ tx, vault, now }, [{ place, head, entries: [entry] }])
    })
  }
}
