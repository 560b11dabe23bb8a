// Which form of a village a submission was filled on. A version of a form never changes, so its model is kept.
import type { Tx } from '../../../platform/server/db.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { fillableForms, formModel } from './store-forms.ts'

export type FormHere = { key: string; model: FormModel }

// Counted by the clock that only goes forward: the other one may jump back by a year.
const keptMs = 10_000
const keptMost = 500

/** Bounded, the oldest goes first. */
class Kept<V> {
  readonly #values = new Map<string, V>()
  get(key: string): V | undefined {
    return this.#values.get(key)
  }
  set(key: string, value: V): void {
    const oldest = this.#values.keys().next().value
    if (this.#values.size >= keptMost && oldest !== undefined) this.#values.delete(oldest)
    this.#values.set(key, value)
  }
}

export class FormsHere {
  readonly #models = new Kept<FormModel>()
  readonly #found = new Kept<{ form: FormHere; until: number }>()

  /** From memory; undefined when it has to be asked. */
  known(place: string, formId: string, version: string): FormHere | undefined {
    const found = this.#found.get(`${place}\n${formId}\n${version}`)
    return found && found.until > performance.now() ? found.form : undefined
  }

  /** The form of that id and version that a survey of the village uses or used; open surveys first. */
  async find(tx: Tx, place: string, formId: string, version: string): Promise<FormHere | 'form' | 'version'> {
    const forms = await fillableForms(tx, place, formId)
    if (forms.length === 0) return 'form'
    const found = forms.find((each) => each.version === version)
    if (!found) return 'version'
    const form = { key: found.key, model: await this.model(tx, found.key) }
    this.#found.set(`${place}\n${formId}\n${version}`, { form, until: performance.now() + keptMs })
    return form
  }

  async model(tx: Tx, key: string): Promise<FormModel> {
    const kept = this.#models.get(key)
    if (kept) return kept
    const model = await formModel(tx, key)
    this.#models.set(key, model)
    return model
  }
}
