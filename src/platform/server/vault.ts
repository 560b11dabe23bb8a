// Personal values of the specific kind are sealed with a key per person, so that erasing a person is
// destroying a key while minutes, ledgers and chains stay whole (UU 27/2022 article 43).
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { sql } from 'kysely'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import { atOnce } from './database/swift-pool.ts'
import type { Tx } from './db.ts'

type Owner = { district: string; place: string; subject: string }

// A key as an object is made ready once; from bare bytes each use costs twenty microseconds more.

const pool = { bytes: Buffer.alloc(0), at: 0 }

/** Random bytes, each handed out once; asked for by the thousand, since asking costs more than the bytes. */
function drawn(length: number): Buffer {
  if (pool.at + length > pool.bytes.length) Object.assign(pool, { bytes: randomBytes(4096), at: 0 })
  pool.at += length
  return pool.bytes.subarray(pool.at - length, pool.at)
}

const keyBytes = 32
/** A key of a person as it is kept: nonce, tag and the sealed key. */
const wrappedBytes = 12 + 16 + keyBytes

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the sealed bytes. */
function sealWith(key: KeyObject, plain: Buffer, bound: string): Buffer {
  const nonce = drawn(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function openWith(key: KeyObject, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/**
 * The keys of many people, each looked up by itself. With `= any(…)` a prepared statement walks all keys of the village
 * and compares each with the whole list: a minute for 50,000 of them.
 */
function wrappedKeys(tx: Tx, district: string, place: string, subjects: readonly string[]) {
  return sql<{ subject_id: string; wrapped: Buffer | null }>`
    select u.id as subject_id, k.wrapped from unnest(${[...subjects]}::uuid[]) as u (id)
    cross join lateral (select p.wrapped from platform.person_key p
      where p.district_code = ${district} and p.village_code = ${place} and p.subject_id = u.id limit 1) k`.execute(
    tx,
  )
}

export class Vault {
  readonly #master: KeyObject
  readonly #kept = new Map<string, KeyObject>()
  /** Keys that a transaction found: who opens ten things of one person asks once. One that it made may be taken back by a savepoint. */
  readonly #given = new WeakMap<Tx, Map<string, KeyObject>>()
  constructor(master: Buffer) {
    if (master.length !== 32) throw new Error('the master key has 32 bytes')
    this.#master = createSecretKey(master)
  }

  /** A key for one purpose, derived from the master key. Purposes are words of the code, so they are few. */
  #derived(purpose: string): KeyObject {
    const kept = this.#kept.get(purpose)
    if (kept) return kept
    const key = createSecretKey(createHmac('sha256', this.#master).update(`rembug:${purpose}`).digest())
    this.#kept.set(purpose, key)
    return key
  }

  /** A digest by which equal values can be found again (a NIK), but not read. */
  digest(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.#derived(purpose)).update(value).digest()
  }

  /**
   * Hides 32 random bytes that belong to one row under the master key, or shows them again: both are the same. They stay 32
   * bytes, so that what lies open already is hidden where it lies.
   */
  mask(purpose: string, row: string, bytes: Buffer): Buffer {
    const pad = createHmac('sha256', this.#derived(`mask:${purpose}`))
      .update(row)
      .digest()
    return Buffer.from(bytes.map((byte, n) => byte ^ (pad[n] as number)))
  }

  /** Seals what belongs to the installation and to no village, such as a second factor; `bound` ties it to its row. */
  sealGlobal(purpose: string, bound: string, value: unknown): Buffer {
    return sealWith(this.#derived(`seal:${purpose}`), Buffer.from(JSON.stringify(value)), bound)
  }

  /** What `sealGlobal` sealed. Throws when it was sealed for another purpose or row. */
  openGlobal<T>(purpose: string, bound: string, sealed: Buffer): T {
    return JSON.parse(openWith(this.#derived(`seal:${purpose}`), sealed, bound).toString()) as T
  }

  /** Whether the master key opens this person's key: it does not when it is the key of another house. */
  opensKey(subject: string, wrapped: Buffer): boolean {
    try {
      openWith(this.#derived('wrap'), wrapped, subject)
      return true
    } catch {
      return false
    }
  }

  async #personKey(tx: Tx, owner: Owner, create: boolean): Promise<KeyObject | null> {
    const given = this.#given.get(tx) ?? new Map<string, KeyObject>()
    this.#given.set(tx, given)
    const name = `${owner.place} ${owner.subject}`
    const known = given.get(name)
    if (known) return known
    const found = await this.#foundKey(tx, owner)
    if (found) given.set(name, found)
    return found === undefined && create ? this.#madeKey(tx, owner) : (found ?? null)
  }

  /** Null: it was destroyed. */
  async #foundKey(tx: Tx, { district, place, subject }: Owner): Promise<KeyObject | null | undefined> {
    const found = await sql<{ wrapped: Buffer | null }>`
      select wrapped from platform.person_key where district_code = ${district} and village_code = ${place} and subject_id = ${subject}`.execute(
      tx,
    )
    const row = found.rows[0]
    if (!row) return undefined
    return row.wrapped && createSecretKey(openWith(this.#derived('wrap'), row.wrapped, subject))
  }

  async #madeKey(tx: Tx, { district, place, subject }: Owner): Promise<KeyObject> {
    const key = randomBytes(32)
    await sql`insert into platform.person_key (district_code, village_code, subject_id, wrapped)
      values (${district}, ${place}, ${subject}, ${sealWith(this.#derived('wrap'), key, subject)})`.execute(
      tx,
    )
    return createSecretKey(key)
  }

  /** Seals a value for a person. Refuses (throws) when the person's key was destroyed. */
  async seal(tx: Tx, owner: Owner, value: unknown): Promise<Buffer> {
    const key = await this.#personKey(tx, owner, true)
    if (!key) throw new Error(`the key of ${owner.subject} was destroyed`)
    return sealWith(key, Buffer.from(JSON.stringify(value)), owner.subject)
  }

  /** Seals a value for each of many people with two questions to the database. Refuses like `seal`. */
  async sealMany(
    tx: Tx,
    district: string,
    place: string,
    values: ReadonlyMap<string, unknown>,
  ): Promise<Map<string, Buffer>> {
    const wrap = this.#derived('wrap')
    const subjects = [...values.keys()]
    const found = await wrappedKeys(tx, district, place, subjects)
    const keys = new Map<string, Buffer>()
    for (const { subject_id: subject, wrapped } of found.rows) {
      if (wrapped === null) throw new Error(`the key of ${subject} was destroyed`)
      keys.set(subject, openWith(wrap, wrapped, subject))
    }
    const fresh = subjects.filter((subject) => !keys.has(subject))
    for (const subject of fresh) keys.set(subject, randomBytes(32))
    if (fresh.length > 0) {
      const wrapped = fresh.map((subject) => sealWith(wrap, keys.get(subject) as Buffer, subject))
      await sql`insert into platform.person_key (district_code, village_code, subject_id, wrapped)
        select ${district}, ${place}, u.subject_id, u.wrapped
        from unnest(${fresh}::uuid[], ${wrapped}::bytea[]) as u (subject_id, wrapped) returning 1`.execute(tx)
    }
    return new Map(
      [...values].map(([subject, value]) => [
        subject,
        sealWith(createSecretKey(keys.get(subject) as Buffer), Buffer.from(JSON.stringify(value)), subject),
      ]),
    )
  }

  /**
   * Seals several values for each of many new subjects, with one statement that nobody waits for. The transaction
   * fails, at its commit at the latest, when one of them has a key already.
   */
  async sealFresh(
    tx: Tx,
    given: readonly { place: string; subject: string; values: readonly unknown[] }[],
  ): Promise<Buffer[][]> {
    const wrap = this.#derived('wrap')
    const random = randomBytes(given.length * keyBytes)
    const keys = given.map((_, n) => random.subarray(n * keyBytes, (n + 1) * keyBytes))
    // All of one length, so they travel as one value: in an array each would be written out and read back as text.
    const wrapped = given.map(({ subject }, n) => sealWith(wrap, keys[n] as Buffer, subject))
    await sql`${sql.raw(atOnce)}${sql.raw(manyDistricts)}insert into platform.person_key (district_code, village_code, subject_id, wrapped)
      select u.district, u.place, u.id, substring(p.keys from u.n::int * ${wrappedBytes}::int - ${wrappedBytes - 1}::int
        for ${wrappedBytes}::int)
      from unnest(${given.map(({ place }) => districtOf(place))}::text[], ${given.map(({ place }) => place)}::text[],
        ${given.map(({ subject }) => subject)}::uuid[]) with ordinality as u (district, place, id, n),
        (select ${Buffer.concat(wrapped)}::bytea as keys) p returning 1`.execute(tx)
    return given.map(({ subject, values }, n) => {
      const key = createSecretKey(keys[n] as Buffer)
      return values.map((value) => sealWith(key, Buffer.from(JSON.stringify(value)), subject))
    })
  }

  /** The sealed value, or null when the person's key was destroyed. */
  async open<T>(tx: Tx, owner: Owner, sealed: Buffer): Promise<T | null> {
    const key = await this.#personKey(tx, owner, false)
    return key ? (JSON.parse(openWith(key, sealed, owner.subject).toString()) as T) : null
  }

  /** Opens many people's values with one question to the database. */
  async openMany<T>(
    tx: Tx,
    district: string,
    place: string,
    sealed: ReadonlyMap<string, Buffer>,
  ): Promise<Map<string, T>> {
    const subjects = [...sealed.keys()]
    const keys = await wrappedKeys(tx, district, place, subjects)
    const wrap = this.#derived('wrap')
    const opened = new Map<string, T>()
    for (const { subject_id: subject, wrapped } of keys.rows) {
      const value = sealed.get(subject)
      if (!wrapped || !value) continue
      opened.set(
        subject,
        JSON.parse(
          openWith(createSecretKey(openWith(wrap, wrapped, subject)), value, subject).toString(),
        ) as T,
      )
    }
    return opened
  }

  /** How many keys of a village were destroyed: as long as it is the same, what could be opened still can. */
  async destroyed(tx: Tx, district: string, place: string): Promise<number> {
    const found = await sql<{ keys: number }>`select count(*)::int as keys from platform.person_key
      where district_code = ${district} and village_code = ${place} and wrapped is null`.execute(tx)
    return found.rows[0]?.keys ?? 0
  }

  /** Destroys a person's key: everything sealed with it is gone for good, also from old backups' rows. */
  async destroy(tx: Tx, owner: Owner): Promise<void> {
    this.#given.delete(tx)
    await sql`update platform.person_key set wrapped = null, destroyed_at = now()
      where district_code = ${owner.district} and village_code = ${owner.place} and subject_id = ${owner.subject}`.execute(
      tx,
    )
  }
}
