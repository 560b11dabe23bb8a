// Whether what a button gives lies on the phone, and the sentence for it where it does not. Forms say it above their fields.
import { translate } from '../language.ts'
import { formTexts } from './form-texts.ts'
import { isStorageFull } from './full-storage.ts'

const t = translate(formTexts)

/** Why something does not lie on the phone, where it is not a form that says it. */
export const notKept = (error: unknown): string =>
  t(isStorageFull(error) ? 'form.full-button' : 'form.failed-button')

/** Null once it lies on the phone; else the sentence why it does not. */
export async function whyNotKept(keep: () => Promise<unknown>): Promise<string | null> {
  try {
    await keep()
    return null
  } catch (error) {
    console.error(error)
    return notKept(error)
  }
}
