// Devices as the door of OpenRosa finds them, before any place is known.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'

export type Sender = {
  id: string
  place: string
  account: string
  revoked: boolean
  tokenSha256: Buffer
  digestSealed: Buffer
}

async function find(tx: Tx, where: RawBuilder<unknown>): Promise<Sender | null> {
  const found = await sql<Sender>`select id, place, account, revoked_at is not null as revoked,
      token_sha256 as "tokenSha256", digest_sealed as "digestSealed" from surveys.device where ${where}`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export const senderByToken = (tx: Tx, sha256: Buffer) => find(tx, sql`token_sha256 = ${sha256}`)
export const senderById = (tx: Tx, id: string) => find(tx, sql`id = ${id}`)
