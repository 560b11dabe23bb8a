// What devices fetch: the list of forms, what belongs to a form, and the village's own lists of entities.
import { idPattern } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { type View, viewOf } from '../../../kernel/view.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { lastChange } from '../../../platform/server/feed.ts'
import { registryRows } from '../../people/door.ts'
import { householdCollection } from '../../people/household.ts'
import { personCollection } from '../../people/person.ts'
import { localPlacesOf } from '../../places/door.ts'
import { localCollection } from '../../places/local-place.ts'
import { md5Of } from '../library/store-form.ts'
import { type Dataset, datasets, entityCsv, entityLines, integrityOf } from '../registry/entities.ts'
import { xmlEscaped } from './replies.ts'
import { fileDigests, type OpenForm, openForms } from './store-forms.ts'

/** The list that a file name asks for: 'keluarga.csv' -> 'keluarga'. */
export const datasetOf = (fileName: string): Dataset | undefined =>
  datasets.find((each) => `${each}.csv` === fileName)

async function registryView(tx: Tx, place: string, ids?: readonly string[]): Promise<View> {
  const at = { tx, district: districtOf(place), place }
  const { persons, households } = await registryRows(at, ids)
  const rows = (collection: string, values: Iterable<{ id: string }>) =>
    [...values].map((value) => ({ collection, id: value.id, value }))
  return viewOf(place, [
    ...rows(personCollection, persons),
    ...rows(householdCollection, households),
    ...rows(localCollection, ids ? [] : (await localPlacesOf(at)).values()),
  ])
}

/** Digests of lists by village; the state that each is of. Every device asks for them again and again. */
const digests = new Map<string, { state: number; md5: string }>()
const digestsMost = 2000

async function listDigest(tx: Tx, place: string, dataset: Dataset): Promise<string> {
  const state = await lastChange(tx, place, [personCollection, householdCollection, localCollection])
  const list = `${place} ${dataset}`
  const known = digests.get(list)
  if (known?.state === state) return known.md5
  const md5 = md5Of((await entityFile(tx, place, dataset)).csv)
  digests.delete(list)
  digests.set(list, { state, md5 })
  const [oldest] = digests.keys()
  if (digests.size > digestsMost && oldest !== undefined) digests.delete(oldest)
  return md5
}

/** A list of the village as CSV, and whose records it shows. */
export async function entityFile(
  tx: Tx,
  place: string,
  dataset: Dataset,
): Promise<{ csv: string; subjects: string[] }> {
  const lines = entityLines(dataset, await registryView(tx, place))
  return { csv: entityCsv(dataset, lines), subjects: lines.map((line) => line.name) }
}

export async function integrityXml(
  tx: Tx,
  place: string,
  dataset: Dataset,
  ids: readonly string[],
): Promise<string> {
  const found = integrityOf(
    dataset,
    ids,
    await registryView(
      tx,
      place,
      ids.filter((id) => idPattern.test(id)),
    ),
  )
  const entities = found.map(
    ({ id, deleted }) => `<entity id="${xmlEscaped(id)}"><deleted>${deleted}</deleted></entity>`,
  )
  return `<data><entities>${entities.join('')}</entities></data>`
}

const element = (name: string, text: string) => `<${name}>${xmlEscaped(text)}</${name}>`

/** The forms of the village's open surveys; `base` is the address before /formList. */
export async function formListXml(
  tx: Tx,
  place: string,
  base: string,
  formId: string | undefined,
): Promise<string> {
  const forms = (await openForms(tx, place)).filter((form) => formId === undefined || form.formId === formId)
  const items = forms.map(
    (form) =>
      `<xform>${element('formID', form.formId)}${element('name', form.title)}${element('version', form.version)}` +
      `${element('hash', `md5:${form.md5}`)}${element('downloadUrl', `${base}/forms/${form.key}/form.xml`)}` +
      `${form.asked.length > 0 ? element('manifestUrl', `${base}/forms/${form.key}/manifest`) : ''}</xform>`,
  )
  return `<xforms xmlns="http://openrosa.org/xforms/xformsList">${items.join('')}</xforms>`
}

/** The files of a form that are there; a list of entities is marked as one. Null when the form is not asked here. */
export async function manifestXml(tx: Tx, place: string, base: string, key: string): Promise<string | null> {
  const form = (await openForms(tx, place)).find((each) => each.key === key)
  if (!form) return null
  const here = new Map((await fileDigests(tx, key)).map((file) => [file.name, file.md5]))
  const items = await Promise.all(
    form.asked.map((name) => mediaFile(tx, place, base, form, name, here.get(name))),
  )
  return `<manifest xmlns="http://openrosa.org/xforms/xformsManifest">${items.join('')}</manifest>`
}

async function mediaFile(
  tx: Tx,
  place: string,
  base: string,
  form: OpenForm,
  name: string,
  md5: string | undefined,
): Promise<string> {
  const dataset = md5 === undefined ? datasetOf(name) : undefined
  const hash = dataset ? await listDigest(tx, place, dataset) : md5
  if (hash === undefined) return ''
  const address = `${base}/forms/${form.key}/files/${encodeURIComponent(name)}`
  const parts = element('filename', name) + element('hash', `md5:${hash}`) + element('downloadUrl', address)
  return dataset
    ? `<mediaFile type="entityList">${parts}${element('integrityUrl', `${base}/entities/${dataset}/integrity`)}</mediaFile>`
    : `<mediaFile>${parts}</mediaFile>`
}
