// Photos and scans. A command first says which files its record will have (id, size, digest); only such a
// file is taken, once, and only when its bytes are what was said.
import { sql } from 'kysely'
import type { CheckInput, Scan } from '../../kernel/paper.ts'
import { type Refusal, Refused, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Actor } from './capability.ts'
import { manyDistricts } from './database/plan.ts'
import { writesOnly } from './database/swift-pool.ts'
import type { Tx } from './db.ts'
import { count } from './running/metrics.ts'

/** `sha256` as commands are given it: keyed by the vault (digests.ts). */
export type ExpectedFile = { id: string; kind: string; mediaType: string; bytes: number; sha256: string }
export type FileRow = ExpectedFile & {
  place: string
  ownerCollection: string
  owner: string
  createdBy: string
  storedAt: Date | null
}

/** Largest file taken, in bytes: a shrunk photo is a twentieth of it, a scanned PDF fits. */
export const fileMost = 10_000_000
export const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

type At = { tx: Tx; place: string; district: string; actor: Actor; now: Date }
/** The record that a file belongs to. */
export type FileOwner = { collection: string; id: string }

/** Says that a record will have the scan of a paper, where there is one. No two papers have one scan: a check names it. */
export async function expectScan(at: At, owner: FileOwner, scan: Scan | null, kind = 'paper'): Promise<void> {
  if (!scan) return
  if (await findFile(at.tx, at.district, at.place, scan.id))
    throw new Refused([refuseField('scan', 'platform.scan-known')])
  await expectFiles(at, owner, [{ ...scan, kind }])
}

/**
 * Why nobody can say yet that a paper is right: what is `against` it, or else that its scan still lies on the phone of who
 * typed it, so that nobody else has seen it.
 */
export async function whyNotSeen(
  { tx, district, place }: Pick<At, 'tx' | 'district' | 'place'>,
  { agrees, scan }: CheckInput,
  against: readonly Refusal[] = [],
): Promise<readonly Refusal[]> {
  if (against.length > 0 || !agrees || scan === undefined) return against
  const file = await findFile(tx, district, place, scan)
  return file?.storedAt ? [] : [refuse('platform.paper-not-arrived')]
}

/**
 * Says that a record will have these files. Part of the command that owns them; a repeat changes nothing. Refused where an
 * id is taken by a file of another record or of other bytes: every id can be read in the feed, and is nobody's to give.
 */
export async function expectFiles(at: At, owner: FileOwner, files: readonly ExpectedFile[]): Promise<void> {
  if (files.length === 0) return
  const of = <K extends keyof ExpectedFile>(key: K) => files.map((file) => file[key])
  await sql`insert into platform.file (district_code, village_code, id, owner_collection, owner_id, kind, media_type, bytes, sha256, created_by, created_at)
    select ${at.district}, ${at.place}, u.id, ${owner.collection}, ${owner.id}::uuid, u.kind, u.media_type, u.bytes, u.sha256, ${at.actor.account}::uuid, ${at.now}
    from unnest(${of('id')}::uuid[], ${of('kind')}::text[], ${of('mediaType')}::text[], ${of('bytes')}::bigint[], ${of('sha256')}::text[])
      as u (id, kind, media_type, bytes, sha256)
    on conflict (district_code, id) do nothing`.execute(at.tx)
  // Looked at once more: one that lies in another village of the district is not seen from here, and is not taken either.
  const known = await findFiles(at.tx, at.district, at.place, of('id'))
  const taken = files.filter((file) => !isSame(known.get(file.id), owner, file))
  if (taken.length > 0) throw new Refused([refuse('platform.file-taken')])
}

const isSame = (known: FileRow | undefined, owner: FileOwner, file: ExpectedFile): boolean =>
  known !== undefined &&
  known.ownerCollection === owner.collection &&
  known.owner === owner.id &&
  (['kind', 'mediaType', 'bytes', 'sha256'] as const).every((key) => known[key] === file[key])

/** The kind of a file whose record let go of it: nobody opens it, and bytes that still come of it are not kept. */
export const droppedKind = 'dropped'

/** A record lets go of a file of its own, because of what is seen in it: its bytes are taken away with the command. */
export async function dropFile(
  { tx, place, district, dropped }: Pick<At, 'tx' | 'place' | 'district'> & { dropped: (id: string) => void },
  owner: FileOwner,
  id: string,
): Promise<void> {
  const found = await sql`update platform.file set kind = ${droppedKind}, stored_at = null
    where district_code = ${district} and village_code = ${place} and id = ${id}
      and owner_collection = ${owner.collection} and owner_id = ${owner.id}
    returning id`.execute(tx)
  if (found.rows.length > 0) dropped(id)
}

/** `device`: one that sends for itself. */
export type StoredFile = ExpectedFile & {
  ownerCollection: string
  owner: string
  by: string
  device: string | null
}

/** Notes files whose bytes lie in the files folder already, synced to the disk; a repeat changes nothing. */
export async function addStoredFiles(
  at: Pick<At, 'tx' | 'place' | 'district' | 'now'>,
  files: readonly StoredFile[],
): Promise<void> {
  if (files.length === 0) return
  count.upload('stored', files.length)
  const of = <K extends keyof StoredFile>(key: K) => files.map((file) => file[key])
  await sql`${sql.raw(writesOnly)}insert into platform.file (district_code, village_code, id, owner_collection, owner_id, kind,
      media_type, bytes, sha256, created_by, device, created_at, stored_at)
    select ${at.district}, ${at.place}, u.id, u.collection, u.owner, u.kind, u.media_type, u.bytes, u.sha256, u.by, u.device, ${at.now}, ${at.now}
    from unnest(${of('id')}::uuid[], ${of('ownerCollection')}::text[], ${of('owner')}::uuid[], ${of('kind')}::text[],
      ${of('mediaType')}::text[], ${of('bytes')}::bigint[], ${of('sha256')}::text[], ${of('by')}::uuid[], ${of('device')}::text[])
      as u (id, collection, owner, kind, media_type, bytes, sha256, by, device)
    on conflict (district_code, id) do nothing`.execute(at.tx)
}

/** Bytes that lie here of what an account uploaded since then, or a device of theirs sent, in all places of the scope. */
export async function storedSince(
  tx: Tx,
  { account, device }: { account: string; device: string | null },
  since: Date,
): Promise<number> {
  const found = await sql<{ bytes: number }>`${sql.raw(manyDistricts)}
    select coalesce(sum(bytes), 0)::float8 as bytes from platform.file
    where created_by = ${account} and stored_at >= ${since} and device is not distinct from ${device}::text`.execute(
    tx,
  )
  return found.rows[0]?.bytes ?? 0
}

export async function findFile(tx: Tx, district: string, place: string, id: string): Promise<FileRow | null> {
  return (await findFiles(tx, district, place, [id])).get(id) ?? null
}

/** Many files with one question; unknown ones are left out. */
export async function findFiles(
  tx: Tx,
  district: string,
  place: string,
  ids: readonly string[],
): Promise<Map<string, FileRow>> {
  const found = await sql<FileRow>`select id, village_code as place, owner_collection as "ownerCollection",
      owner_id as owner, kind, media_type as "mediaType", bytes, sha256, created_by as "createdBy",
      stored_at as "storedAt"
    from platform.file where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}

export async function markStored(
  tx: Tx,
  district: string,
  place: string,
  id: string,
  at: Date,
): Promise<void> {
  await sql`update platform.file set stored_at = ${at} where district_code = ${district} and village_code = ${place} and id = ${id}`.execute(
    tx,
  )
}

const magic: Record<string, (head: Buffer) => boolean> = {
  'image/jpeg': (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (head) => head.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])),
  'image/webp': (head) =>
    head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  'application/pdf': (head) => head.toString('latin1', 0, 5) === '%PDF-',
}

/** Kinds that are handed out as a download and never shown, so that nothing depends on their first bytes. */
const opaqueTypes = /^(audio|video)\/[a-z0-9]+$|^text\/(plain|csv)$|^application\/octet-stream$/

export const isOpaque = (mediaType: string): boolean => opaqueTypes.test(mediaType)

/** Whether the first bytes are of the kind that the file claims to be. */
export function looksLike(mediaType: string, head: Buffer): boolean {
  return magic[mediaType]?.(head) ?? isOpaque(mediaType)
}
