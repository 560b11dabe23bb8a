// Puts the instruments of instruments/ into the library of forms when the server starts, as forms of the whole nation.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { nation } from '../../../kernel/place-code.ts'
import { appendAsServer } from '../../../platform/server/batch.ts'
import type { Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { writeWorkbook } from '../../../xlsform/write-workbook.ts'
import { formCollection } from '../library/form.ts'
import { formStore } from '../library/store-form.ts'
import { readInstrument } from './read.ts'
import { instrumentStore } from './store-instrument.ts'

const shipped = new URL('../../../../instruments/', import.meta.url)

export const instrumentFiles = (): string[] =>
  readdirSync(shipped)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
export const instrumentText = (file: string): string => readFileSync(new URL(file, shipped), 'utf8')

/** The key of a version: the same on every server, so that a phone knows the form again after moving house. */
export function instrumentKey(formId: string, version: string): string {
  const bytes = createHash('sha256').update(`rembug-instrument:${formId}@${version}`).digest().subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] as number) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** What puts forms into a library without a command says so in the log of its place, which proves them then. */
export const noteForms = (
  at: { tx: Tx; vault: Services['vault']; place: string },
  ids: readonly string[],
): Promise<void> => {
  const changes = ids.map((id) => ({ collection: formCollection, id, silent: true }))
  return appendAsServer({ ...at, now: new Date() }, 'surveys.ship', {}, changes)
}

/**
 * Stores the instruments that are not stored with this text yet; the older versions of a form that has a newer one leave the
 * list for new surveys. Throws for a file that is wrong, or that changed while its version did not.
 */
export async function startInstruments({ db, vault }: Pick<Services, 'db' | 'vault'>): Promise<void> {
  const files = instrumentFiles().map((file) => ({ file, text: instrumentText(file) }))
  const known = await inPlace(db, null, nobody, (tx) => instrumentStore(tx).digests())
  const fresh = files.filter(({ text }) => !known.has(digest(text)))
  if (fresh.length === 0) return
  const ready = await Promise.all(fresh.map(prepared))
  await inPlace(db, nation, nobody, async (tx) => {
    const before = new Set(await instrumentStore(tx).keys())
    for (const { file, form } of ready) {
      if (before.has(form.id)) throw new Error(`instruments/${file} changed but its version did not`)
      await formStore(tx).add(form, null, new Date())
    }
    const ids = [...ready.map(({ form }) => form.id), ...(await instrumentStore(tx).retireOlder())]
    await noteForms({ tx, vault, place: nation }, ids)
  })
}

async function prepared({ file, text }: { file: string; text: string }) {
  const { instrument, workbook, xform, model, warnings } = readInstrument(text, `instruments/${file}`)
  const { id: _, version: __, ...about } = instrument.about
  return {
    file,
    form: {
      id: instrumentKey(model.formId, model.version),
      ...{ place: nation, shipped: true, fileName: `${model.formId}.xlsx` },
      workbook: await writeWorkbook(workbook),
      ...{ xform, model, warnings, about: { ...about, digest: digest(text) } },
    },
  }
}
