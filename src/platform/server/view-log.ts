// Seeing personal data is logged, in the transaction that read it (UU 27/2022 articles 31 and 32).
import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import { districtOf } from '../../kernel/place-code.ts'
import type { Tx } from './db.ts'

export type View = { what: string; subjects: readonly string[] }

export async function logViews(
  tx: Tx,
  place: string,
  actor: string,
  views: readonly View[],
  seenAt = new Date(),
): Promise<void> {
  for (const view of views) {
    if (view.subjects.length === 0) continue
    await sql`insert into platform.view_log (district_code, village_code, id, actor, seen_at, what, subjects)
      values (${districtOf(place)}, ${place}, ${newId()}, ${actor}, ${seenAt}, ${view.what}, ${JSON.stringify(view.subjects)}::jsonb)`.execute(
      tx,
    )
  }
}
