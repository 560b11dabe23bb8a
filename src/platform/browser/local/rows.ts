// Rows of this phone's copy, sealed and opened. A row is sealed before the step that writes it: no step of the store may wait for
// anything but the store. What a tab with an older app still adds is left alone, and taken in at the next unlock.
import {
  type Content,
  type DeviceStore,
  type DraftFacts,
  type DraftRow,
  type FileEntry,
  type FileFacts,
  type FileRow,
  type FileState,
  isSealedRow,
  type OutboxEntry,
  type OutboxRow,
  type Pin,
  type PinRow,
} from './device-store.ts'
import { openJson, type Sealed, sealJson, type Tag, tagOf } from './seal.ts'

type Key = CryptoKey
/** As much of an open phone as its copy needs. */
export type Copy = { store: DeviceStore; key: CryptoKey }

export const placeTag = (key: Key, place: string): Promise<Tag> => tagOf(key, 'place', place)
export const commandTag = (key: Key, id: string): Promise<Tag> => tagOf(key, 'command', id)
export const draftTag = (key: Key, id: string): Promise<Tag> => tagOf(key, 'draft', id)
export const fileTag = (key: Key, id: string): Promise<Tag> => tagOf(key, 'file', id)

export const pinRow = async (key: Key, pin: Pin): Promise<PinRow> => ({
  place: await placeTag(key, pin.place),
  line: await sealJson(key, pin),
})

export async function readPins({ store, key }: Copy): Promise<Pin[]> {
  const rows = (await store.pins.toArray()).filter(isSealedRow)
  const pins = await Promise.all(rows.map(({ line }) => openJson<Pin>(key, line)))
  return pins.sort((one, other) => one.place.localeCompare(other.place))
}

type Line = Omit<OutboxEntry, 'n' | 'sealed'>

export const outboxLine = (key: Key, { n: _, sealed: __, ...line }: OutboxEntry): Promise<Sealed> =>
  sealJson(key, line)

export async function outboxRow(key: Key, line: Line, sealed: Sealed): Promise<Omit<OutboxRow, 'n'>> {
  return { id: await commandTag(key, line.id), line: await sealJson(key, line), sealed }
}

export const openEntry = async (key: Key, { n, line, sealed }: OutboxRow): Promise<OutboxEntry> => ({
  ...(await openJson<Line>(key, line)),
  ...{ n, sealed },
})

export type SealedFile = { row: FileRow; content: Content }

const ownerTag = (key: Key, { status, command }: FileState) =>
  status === 'draft' ? draftTag(key, command) : commandTag(key, command)

/** What changes of a file's row when it gets another owner, or goes its way. */
export const fileState = async (key: Key, state: FileState): Promise<Pick<FileRow, 'owner' | 'state'>> => ({
  owner: await ownerTag(key, state),
  state: await sealJson(key, state),
})

export async function fileRow(key: Key, entry: FileEntry): Promise<FileRow> {
  const { command, status, uploadUrl, tries, ...facts } = entry
  return {
    id: await fileTag(key, facts.id),
    line: await sealJson(key, facts satisfies FileFacts),
    ...(await fileState(key, { command, status, uploadUrl, tries })),
  }
}

export const openFile = async (key: Key, { line, state }: FileRow): Promise<FileEntry> => ({
  ...(await openJson<FileFacts>(key, line)),
  ...(await openJson<FileState>(key, state)),
})

export async function readFiles({ store, key }: Copy): Promise<FileEntry[]> {
  return Promise.all((await store.files.toArray()).filter(isSealedRow).map((row) => openFile(key, row)))
}

export const putFile = (store: DeviceStore, { row, content }: SealedFile): Promise<void> =>
  store.transaction('rw', store.files, store.contents, async () => {
    await store.files.put(row)
    await store.contents.put(content)
  })

/** Takes the files of an owner with their bytes off the phone, but for those that are `kept`; inside a step. */
export async function dropFilesOf(store: DeviceStore, owner: Tag, kept?: ReadonlySet<string>): Promise<void> {
  const own = await store.files.where('owner').equals(owner).primaryKeys()
  const gone = own.filter((id) => !kept?.has(id))
  await store.files.bulkDelete(gone)
  await store.contents.bulkDelete(gone)
}

/** The facts of a draft with its `head`, as they are read; and when a sync first saw it so. */
export type DraftLineOf<Head> = DraftFacts & { head: Head; seenAt?: string }

export async function draftRow(
  key: Key,
  { id, place, kind, savedAt, head }: DraftLineOf<unknown>,
  body: Sealed,
): Promise<DraftRow> {
  return {
    id: await draftTag(key, id),
    place: await placeTag(key, place),
    line: await sealJson(key, { id, place, kind, savedAt, head }),
    body,
  }
}

export async function openDraft<Head>(key: Key, { line, seen }: DraftRow): Promise<DraftLineOf<Head>> {
  const facts = await openJson<DraftLineOf<Head>>(key, line)
  return seen ? { ...facts, seenAt: await openJson<string>(key, seen) } : facts
}

export async function draftsAt<Head>({ store, key }: Copy, place: string): Promise<DraftLineOf<Head>[]> {
  const rows = await store.drafts
    .where('place')
    .equals(await placeTag(key, place))
    .toArray()
  return Promise.all(rows.filter(isSealedRow).map((row) => openDraft<Head>(key, row)))
}
