// Zips of what came in as it came: photos and other files by submission, and the original XML of every edition.
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { districtOf } from '../../../kernel/place-code.ts'
import { findFiles } from '../../../platform/server/files.ts'
import { filePath } from '../../../platform/server/http/file-routes.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { logViews } from '../../../platform/server/view-log.ts'
import { csvLine } from './csv.ts'
import { marked, mediaName, mediaNameIn } from './names.ts'
import { type Attached, attachedTo, originalsOf } from './originals-store.ts'
import { batchesOf, type Taking } from './reading.ts'
import type { ZipOut } from './zip-out.ts'

async function present(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

type Coming = Attached & { path: string | null }

async function comingOf(taking: Taking, submissions: readonly string[]): Promise<Coming[]> {
  const { services, place, account } = taking
  const district = districtOf(place)
  return inPlace(services.db, place, account, async (tx) => {
    const attached = await attachedTo({ tx, place, district }, submissions)
    const ids = attached.flatMap(({ file }) => file ?? [])
    const files = await findFiles(tx, district, place, ids)
    const views = [...files.values()].map(({ id, kind }) => ({ what: `file:${kind}`, subjects: [id] }))
    const byKind = new Map<string, string[]>()
    for (const { what, subjects } of views) byKind.set(what, [...(byKind.get(what) ?? []), ...subjects])
    await logViews(
      tx,
      place,
      account,
      [...byKind].map(([what, subjects]) => ({ what, subjects })),
    )
    return attached.map((each) => {
      const stored = each.file ? files.get(each.file)?.storedAt : null
      return { ...each, path: each.file && stored ? filePath(services.dataFolder, place, each.file) : null }
    })
  })
}

/** Photos are pressed already, so they are copied as they lie on the disk. What has not come is listed. */
export async function writeMedia(taking: Taking, zip: ZipOut): Promise<void> {
  let missing = ''
  for await (const rows of batchesOf(taking)) {
    const byId = new Map(rows.map((row) => [row.id, row]))
    const used = new Set<string>()
    for (const { submission, name, path } of await comingOf(taking, [...byId.keys()])) {
      const row = byId.get(submission)
      const own = `${submission}/${mediaNameIn([row?.answers, row?.opened?.answers], name)}`
      // A file that no answer speaks of may be called as one that an answer does.
      const free = used.has(own.toLowerCase()) ? `${submission}/${marked(name)}` : own
      used.add(free.toLowerCase())
      if (path && (await present(path))) await zip.copy(free, createReadStream(path))
      else missing += csvLine([`uuid:${submission}`, name], [])
    }
  }
  if (missing) await zip.add('belum-datang.csv', `\ufeffKEY,File\r\n${missing}`)
  await zip.end()
}

/** Every edition in a file of its own, byte for byte. */
export async function writeOriginals(taking: Taking, zip: ZipOut): Promise<void> {
  const { services, place, account } = taking
  const district = districtOf(place)
  for await (const rows of batchesOf({ ...taking, personal: false })) {
    const ids = rows.map((row) => row.id)
    const originals = await inPlace(services.db, place, account, async (tx) => {
      await logViews(tx, place, account, [{ what: taking.what, subjects: ids }])
      return originalsOf({ tx, place, district }, services.vault, ids)
    })
    for (const { submission, instance, seq, xml } of originals)
      await zip.add(`${submission}/${seq}-${mediaName(instance.replace(/^uuid:/, ''))}.xml`, xml)
  }
  await zip.end()
}
