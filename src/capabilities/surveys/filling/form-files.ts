// The files a form asks for, kept sealed on this phone: pictures of labels and lists that come with the form, fetched once while
// there is a line; and the registry's own lists, made from the local copy at every opening.
import type { View } from '../../../kernel/view.ts'
import { reach } from '../../../platform/browser/api.ts'
import { dropBytes, hasBytes, keepBytes, readBytes } from '../../../platform/browser/local/kept-bytes.ts'
import { type Copy, readPins } from '../../../platform/browser/local/rows.ts'
import { PlaceView } from '../../../platform/browser/local/view.ts'
import { readPlace } from '../../../platform/browser/sync/pull.ts'
import { type FormRow, formCollection, registryFiles } from '../library/form.ts'
import { entityCsv, entityLines, isDataset } from '../registry/entities.ts'
import { lastSent, lastSentFile } from './last-sent.ts'

type FormFiles = Pick<FormRow, 'id' | 'files'>

/** The same name with other bytes is another file. */
const keyOf = (form: FormFiles, name: string) => {
  const md5 = form.files.find((file) => file.name === name)?.md5 ?? ''
  return `/api/surveys/forms/${form.id}/files/${encodeURIComponent(name)}?md5=${md5}`
}

const typeByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  xml: 'text/xml',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
}
const typeOf = (name: string) => typeByEnding[name.split('.').at(-1)?.toLowerCase() ?? '']

async function fetched(key: string): Promise<ArrayBuffer | null> {
  try {
    const response = await reach(key)
    return response.ok ? await response.arrayBuffer() : null
  } catch {
    return null
  }
}

/** A file of the form: from this phone, else from the server and then kept; null when it is nowhere. */
export async function formFile(open: Copy, form: FormFiles, name: string): Promise<Blob | null> {
  const key = keyOf(form, name)
  let bytes = await readBytes(open, key)
  if (!bytes) {
    bytes = await fetched(key)
    if (bytes) await keepBytes(open, key, bytes)
  }
  return bytes && new Blob([bytes], { type: typeOf(name) ?? 'application/octet-stream' })
}

/** Fetches what this phone does not have yet of a form's files, so that it can be filled in without a line. */
export async function keepFormFiles(open: Copy, form: FormFiles): Promise<{ missing: string[] }> {
  const [missing, fetched]: [string[], string[]] = [[], []]
  for (const { name } of form.files)
    if (!(await hasBytes(open, keyOf(form, name))))
      ((await formFile(open, form, name)) ? fetched : missing).push(name)
  if (fetched.length > 0) await sweep(open, form)
  return { missing }
}

/** When something new has come, what no form on this phone names any more goes: other bytes took its name, or its village was let go. */
async function sweep(open: Copy, latest: FormFiles): Promise<void> {
  const forms: FormFiles[] = [latest]
  for (const { place, cursor } of await readPins(open)) {
    // It is just being read, and its forms are still to come.
    if (cursor === '') return
    const view = new PlaceView(place)
    await readPlace(open, view)
    forms.push(...view.all<FormRow>(formCollection))
  }
  const named = forms.flatMap((form) => form.files.map(({ name }) => keyOf(form, name)))
  await dropBytes(open, named)
}

/** 'pohon.png' of 'jr://images/pohon.png'. */
export function nameOfAddress(address: unknown): string {
  const last = String(address).split('?')[0]?.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

const answer = (body: Blob | string | null, type: string) =>
  new Response(body, { status: body === null ? 404 : 200, headers: { 'content-type': type } })

/** What the engine asks for while it loads the form; `missing` gathers the lists that this phone does not have. */
export function attachmentSource(
  open: Copy,
  form: FormFiles & Pick<FormRow, 'formId' | 'xform'>,
  view: View,
  missing: string[],
): (address: unknown) => Promise<Response> {
  return async (address) => {
    const name = nameOfAddress(address)
    const dataset = name.replace(/\.csv$/, '')
    const brought = form.files.some((file) => file.name === name)
    if (!brought && registryFiles.includes(name) && isDataset(dataset))
      return answer(entityCsv(dataset, entityLines(dataset, view)), 'text/csv')
    if (name === lastSentFile) return answer((await lastSent(open, view.place, form)) ?? null, 'text/xml')
    const file = await formFile(open, form, name)
    if (!file) missing.push(name)
    return answer(file, typeOf(name) ?? 'application/octet-stream')
  }
}
