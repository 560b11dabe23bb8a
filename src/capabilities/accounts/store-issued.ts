// What works on behalf of an account without it: its sessions, the invitations and reset codes that it gave away.
import { sql } from 'kysely'
import type { CommandWork } from '../../platform/server/capability.ts'
import { type Issued, type IssuedThing, issued } from '../../platform/server/issued.ts'
import { whoMayInvite } from './roles.ts'
import { reaches } from './rules.ts'
import { heldAs, type Invitation, type Reach, reachOf, running } from './store.ts'

const ids = (things: readonly IssuedThing[]) => sql`any(${things.map(({ id }) => id)}::uuid[])`

const sessions = issued({
  what: 'accounts.session',
  title: ['Perangkat yang masuk', 'A device that is signed in'],
  inFeed: false,
  running: async (tx, account, now) => {
    const found = await sql<IssuedThing>`select s.id, 'ID' as place, d.name, s.created_at as since
      from accounts.session s join accounts.device d on d.account_id = s.account_id and d.id = s.device_id
      where s.account_id = ${account} and s.revoked_at is null and s.expires_at > ${now}
      order by s.created_at, s.id`.execute(tx)
    return found.rows
  },
  // What may be done in it is asked of the roles each time.
  stays: () => true,
  end: async (tx, things, now) => {
    await sql`update accounts.session set revoked_at = ${now} where id = ${ids(things)}`.execute(tx)
  },
})

type Given = IssuedThing & Pick<Invitation, 'role' | 'agency'>

const invitations = issued<Given>({
  what: 'accounts.invitation',
  title: ['Undangan', 'Invitation'],
  inFeed: false,
  running: async (tx, account, now) => {
    const found = await sql<Given>`select id, place, name_hint as name, made_at as since, role, agency
      from accounts.invitation where made_by = ${account} and used_at is null and withdrawn_at is null
        and expires_at > ${now} order by made_at, id`.execute(tx)
    return found.rows
  },
  stays: (left, given) => reaches(whoMayInvite, left, heldAs(given)),
  end: async (tx, things, now) => {
    await sql`update accounts.invitation set withdrawn_at = ${now} where id = ${ids(things)}`.execute(tx)
  },
})

const resetCodes = issued({
  what: 'accounts.reset-code',
  title: ['Kode atur ulang kata sandi', 'Password reset code'],
  inFeed: false,
  running: async (tx, account, now) => {
    const found = await sql<IssuedThing>`select r.id, 'ID' as place, a.name, r.made_at as since
      from accounts.reset_code r join accounts.account a on a.id = r.account_id
      where r.made_by = ${account} and r.used_at is null and r.expires_at > ${now}
      order by r.made_at, r.id`.execute(tx)
    return found.rows
  },
  // It lives for a day: whoever is still above that person makes another.
  stays: () => false,
  end: async (tx, things, now) => {
    await sql`update accounts.reset_code set used_at = ${now} where id = ${ids(things)}`.execute(tx)
  },
})

export const accountsIssued: readonly Issued[] = [sessions, invitations, resetCodes]

type Work = Pick<Parameters<CommandWork<never>>[0], 'tx' | 'issuedEnds'>

/** What was issued for an account ends: all of it but one session, or what these roles, or those that it has left, do not let be. */
export async function endBehalf(
  { tx, issuedEnds }: Work,
  account: string,
  how: 'all' | 'what-is-over' | readonly Reach[],
  but?: string,
): Promise<void> {
  const reach = await reachOf(tx, account)
  const left = how === 'all' ? null : how === 'what-is-over' ? running(reach) : how
  await issuedEnds({ account, left, places: reach.map(({ place }) => place), ...(but ? { but } : {}) })
}
