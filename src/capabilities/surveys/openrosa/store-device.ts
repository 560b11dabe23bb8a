// Devices that send by OpenRosa. The secret itself is not kept: a digest finds the device by its path, and what Digest
// authentication needs (RFC 2617, HA1) is sealed under the installation's key.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { IssuedThing } from '../../../platform/server/issued.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import { type DeviceRow, deviceRealm } from './device.ts'
import { forgetSenders } from './kept-senders.ts'

type Found = Omit<DeviceRow, 'registeredAt' | 'revokedAt' | 'version'> & {
  registeredAt: Date
  revokedAt: Date | null
}

/** What Digest compares with: MD5(user:realm:secret), where the user is the device's id. */
const ha1Of = (device: string, secret: string): string =>
  createHash('md5').update(`${device}:${deviceRealm}:${secret}`).digest('hex')

export const tokenDigest = (secret: string): Buffer => createHash('sha256').update(secret).digest()
export const digestPurpose = 'surveys.device'

const rowOf = ({ registeredAt, revokedAt, ...row }: Found): DeviceRow => ({
  ...row,
  registeredAt: registeredAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
  version: revokedAt === null ? 1 : 2,
})

export function deviceStore(tx: Tx, place: string) {
  return {
    async many(ids: readonly string[]): Promise<DeviceRow[]> {
      const found =
        await sql<Found>`select id, name, account, registered_at as "registeredAt", revoked_at as "revokedAt"
        from surveys.device where place = ${place} and id = any(${[...ids]}::uuid[])`.execute(tx)
      return found.rows.map(rowOf)
    },
    async add(
      device: { id: string; name: string; secret: string },
      by: string,
      now: Date,
      vault: Vault,
    ): Promise<void> {
      const { id, name, secret } = device
      await sql`insert into surveys.device (id, place, account, name, token_sha256, digest_sealed, registered_at)
        values (${id}, ${place}, ${by}, ${name}, ${tokenDigest(secret)},
          ${vault.sealGlobal(digestPurpose, id, ha1Of(id, secret))}, ${now})`.execute(tx)
    },
  }
}

/** Those that an account answers for and that may send, in all villages. */
export async function devicesOf(tx: Tx, account: string): Promise<IssuedThing[]> {
  const found = await sql<IssuedThing>`select id, place, name, registered_at as since from surveys.device
    where account = ${account} and revoked_at is null order by registered_at, id`.execute(tx)
  return found.rows
}

export async function endDevices(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await sql`update surveys.device set revoked_at = ${now} where id = any(${[...ids]}::uuid[])
    and revoked_at is null`.execute(tx)
  forgetSenders(ids)
}
