// What was last sent of a form from this phone, for forms that fill in from it: ${last-saved#rt}. It is kept sealed, for each
// village, while whoever sent it is signed in.
import type { Copy } from '../../../platform/browser/local/rows.ts'
import { keepForSession, readOfSession } from '../../../platform/browser/local/things.ts'
import type { FormRow } from '../library/form.ts'

type Form = Pick<FormRow, 'formId' | 'xform'>

const address = 'src="jr://instance/last-saved"'
export const lastSentFile = 'last-saved.xml'
const keyOf = (place: string, { formId }: Form) => `surveys-last:${place}:${formId}`

/** ODK's engine leaves such an instance empty; as a file of the form it reads it. */
export const readsLastSent = (xform: string): string =>
  xform.replace(address, `src="jr://file/${lastSentFile}"`)

export const lastSent = (open: Copy, place: string, form: Form) =>
  readOfSession<string>(open, keyOf(place, form))

/** Kept only of forms that read it. */
export async function keepLastSent(open: Copy, place: string, form: Form, xml: string): Promise<void> {
  if (form.xform.includes(address)) await keepForSession(open, keyOf(place, form), xml)
}
