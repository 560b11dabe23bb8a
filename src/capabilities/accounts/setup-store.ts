// The one-time token that makes the first administrator.
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { tokenHash } from './session-store.ts'
import type { Any } from './store.ts'

/** A new token takes the place of the one before: only the link printed last works. */
export async function putSetup(tx: Any, token: string, now: Date): Promise<void> {
  await sql`insert into accounts.setup as s (id, token_hash, made_at) values (1, ${tokenHash(token)}, ${now})
    on conflict (id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, used_at = null`.execute(
    tx,
  )
}

/** Locks the token; whether this is it, and it was not used. */
export async function lockSetup(tx: Any, token: string): Promise<boolean> {
  const found = await sql<{ hash: Buffer; used: Date | null }>`
    select token_hash as hash, used_at as used from accounts.setup where id = 1 for update`.execute(tx)
  const row = found.rows[0]
  return row !== undefined && row.used === null && timingSafeEqual(row.hash, tokenHash(token))
}

export async function useSetup(tx: Any, now: Date): Promise<void> {
  await sql`update accounts.setup set used_at = ${now} where id = 1`.execute(tx)
}
