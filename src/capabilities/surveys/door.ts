// What the apps may ask surveys, on the server.
import { nation } from '../../kernel/place-code.ts'
import type { Tx } from '../../platform/server/db.ts'
import { formStore } from './library/store-form.ts'

/** The version of a form that comes with Rembug and is offered now. Throws when no such form came. */
export async function shippedForm(tx: Tx, formId: string): Promise<{ id: string; version: string }> {
  const lines = await formStore(tx).holding(nation)
  const found = lines.find((line) => line.shipped && !line.retired && line.formId === formId)
  if (!found) throw new Error(`no form ${formId} came with Rembug`)
  return { id: found.id, version: found.version }
}
