// Roles that are offered to an account which there is, until it takes them up.
import { sql } from 'kysely'
import type { Holding } from '../../../kernel/role.ts'
import type { Any, Offer } from '../store.ts'

/** An open offer to this account, locked until the transaction ends. */
export async function lockOffer(
  tx: Any,
  id: string,
  account: string,
  place: string,
  now: Date,
): Promise<Offer | null> {
  const found = await sql<Offer>`
    select id, role, place, name_hint as "nameHint", made_by as "madeBy", agency, hands_over as "handsOver"
    from accounts.invitation where id = ${id} and account_id = ${account} and place = ${place}
      and used_at is null and withdrawn_at is null and expires_at > ${now} for update`.execute(tx)
  return found.rows[0] ?? null
}

/** Whether the same is offered to them already. */
export async function isOffered(tx: Any, account: string, held: Holding, now: Date): Promise<boolean> {
  const found = await sql`select 1 from accounts.offers_to(${account}, ${now})
    where role = ${held.role} and place = ${held.place} and coalesce(agency ->> 'id', '') = ${held.agency?.id ?? ''}`.execute(
    tx,
  )
  return found.rows.length > 0
}

/** What is offered to somebody now, the oldest first. */
export async function offersTo(tx: Any, account: string, now: Date) {
  const found = await sql<Offer & { expires: Date; by: string }>`
    select o.id, o.role, o.place, o.agency, o.expires_at as expires, o.hands_over as "handsOver", coalesce(a.name, '') as by
    from accounts.offers_to(${account}, ${now}) o left join accounts.account a on a.id = o.made_by
    order by o.expires_at, o.id`.execute(tx)
  return found.rows
}
