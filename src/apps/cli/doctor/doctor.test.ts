// A doctor is of use only if it finds what is broken: each test breaks a real installation in one way and mends it again.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../capabilities/meetings/commands.ts'
import { plan } from '../../../capabilities/meetings/meetings.testing.ts'
import { blankPerson, registerPerson } from '../../../capabilities/people/person.ts'
import type { Command } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import type { Services } from '../../../platform/server/capability.ts'
import { type Database, openDatabase } from '../../../platform/server/database/open.ts'
import { cachedTar } from '../../../platform/server/database/template-tar.ts'
import { kyselyOn } from '../../../platform/server/db.ts'
import { addStoredFiles } from '../../../platform/server/files.ts'
import { Intake } from '../../../platform/server/intake.ts'
import { masterKey } from '../../../platform/server/master-key.ts'
import { noteBackup } from '../../../platform/server/running/backup-stamp.ts'
import { readSettings } from '../../../platform/server/settings.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { Vault } from '../../../platform/server/vault.ts'
import { serverCapabilities } from '../../server/capabilities.ts'
import { allMigrations } from '../../server/open.ts'
import { judgeBackup } from './judge-records.ts'
import { ofStopped, type Patient } from './patient.ts'
import { examined, worst } from './treat.ts'

const place = '34.71.05.1001'
const day = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'rembug-doctor-'))
const settings = readSettings({ REMBUG_DATA: folder }, false)
const file = { id: newId(), bytes: 12 }
const stored = join(folder, 'files', place, file.id)
let database: Database
let services: Services

const actor = {
  account: newId(),
  name: 'Bu Sri',
  holdings: [{ role: 'facilitator' as const, place }],
  session: '',
  device: 'd',
}

async function give<Input>(command: Command<Input>, input: Input): Promise<void> {
  const intake = new Intake(
    services.db,
    services.vault,
    serverCapabilities.flatMap((capability) => capability.commands ?? []),
  )
  const { name, version } = command
  const envelope = { id: newId(), name, version, place, at: new Date().toISOString(), device: 'd', input }
  expect(await intake.take(actor, envelope)).toMatchObject({ status: 'done' })
}

beforeAll(async () => {
  chmodSync(folder, 0o700)
  const tar = await cachedTar(allMigrations)
  database = await openDatabase({ dataFolder: folder, embedded: { tar } })
  // The tables are copied from a template that may have been made days ago.
  await database.pool.query('update platform.migration set applied_at = now()')
  const vault = new Vault(masterKey(folder))
  services = {
    db: kyselyOn(database),
    owner: kyselyOn(database, undefined, 'owner'),
    vault,
    dataFolder: folder,
    publicUrl: settings.publicUrl,
    secureCookies: false,
  }
  for (let n = 0; n < 3; n++) await give(planMeeting, plan())
  await give(registerPerson, blankPerson({ id: newId(), name: 'Bu Tini', sex: 'female', birthYear: 1970 }))
  mkdirSync(join(folder, 'files', place), { recursive: true })
  writeFileSync(stored, 'foto balai..')
  await inPlace(services.db, place, nobody, (tx) =>
    addStoredFiles({ tx, place, district: districtOf(place), now: new Date() }, [
      {
        ...{ ...file, kind: 'photo', mediaType: 'image/jpeg', sha256: '0'.repeat(64) },
        ...{ ownerCollection: 'meetings.meeting', owner: newId(), by: nobody, device: null },
      },
    ]),
  )
}, 120_000)
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const patient = (change: Partial<Patient> = {}): Patient => ({
  ...{ settings, database, services, running: true, why: null, whole: false },
  close: async () => undefined,
  ...change,
})
async function condition(part: string, change: Partial<Patient> = {}): Promise<string | undefined> {
  return worst((await examined(patient(change))).filter((each) => each.part === part))
}
/** Breaks, looks, mends; gives what the doctor found while it was broken. */
async function whileBroken(
  part: string,
  broken: () => unknown,
  mend: () => unknown,
  change: Partial<Patient> = {},
) {
  await broken()
  try {
    return await condition(part, change)
  } finally {
    await mend()
  }
}
const query = (sql: string, values: unknown[] = []) => database.pool.query(sql, values)

describe('an installation in order', () => {
  test('has every part well, and each says so in both languages', async () => {
    const findings = await examined(patient({ whole: true }))
    expect(findings.filter((each) => each.condition !== 'well' && each.part !== 'disk')).toEqual([])
    expect(new Set(findings.map((each) => each.part))).toEqual(
      new Set(
        'server folder disk migrations engine roles walls backup clock sealed chains heads files doors database key checking'.split(
          ' ',
        ),
      ),
    )
    for (const { says } of findings) expect(says.map((text) => text.length > 3)).toEqual([true, true])
  })
})

describe('a broken installation', () => {
  test('a key that others can read', async () => {
    const key = join(folder, 'keys/master.key')
    const found = await whileBroken(
      'folder',
      () => chmodSync(key, 0o644),
      () => chmodSync(key, 0o600),
    )
    expect(found).toBe(process.platform === 'win32' ? 'well' : 'fault')
  })

  test('a data folder that others can enter', async () => {
    expect(
      await whileBroken(
        'folder',
        () => chmodSync(folder, 0o755),
        () => chmodSync(folder, 0o700),
      ),
    ).toBe('warning')
  })

  test('the key of another house', async () => {
    const other = { ...services, vault: new Vault(randomBytes(32)) }
    expect(await condition('sealed', { services: other })).toBe('fault')
  })

  test('a file that no record speaks of, unless it has only just come', async () => {
    const orphan = join(folder, 'files', place, newId())
    const mend = () => rmSync(orphan)
    // The disk's own clock may be another (bench/any-day.ts).
    const plant = (come: Date) => () => {
      writeFileSync(orphan, 'x')
      utimesSync(orphan, come, come)
    }
    expect(await whileBroken('files', plant(new Date()), mend)).toBe('well')
    expect(await whileBroken('files', plant(new Date(Date.now() - day)), mend)).toBe('warning')
  })

  test('a house that has lost its key: told once, and the looks that need it are left out', async () => {
    const parts = (await examined(patient({ services: null }))).map(({ part }) => part)
    expect(parts).toContain('backup')
    expect(parts).not.toContain('sealed')
    const key = join(folder, 'keys/master.key')
    const bytes = readFileSync(key)
    expect(
      await whileBroken(
        'folder',
        () => rmSync(key),
        () => writeFileSync(key, bytes, { mode: 0o600 }),
      ),
    ).toBe('fault')
  })

  test('a file beside the folders of places', async () => {
    const stray = join(folder, 'files', 'catatan.txt')
    expect(
      await whileBroken(
        'files',
        () => writeFileSync(stray, 'x'),
        () => rmSync(stray),
      ),
    ).toBe('warning')
  })

  test('a file that is gone, and one that was cut', async () => {
    const bytes = readFileSync(stored)
    const mend = () => writeFileSync(stored, bytes)
    expect(await whileBroken('files', () => rmSync(stored), mend)).toBe('fault')
    expect(await whileBroken('files', () => writeFileSync(stored, 'foto'), mend)).toBe('fault')
  })

  test('a row of the log that was changed, and a last row that was taken away', async () => {
    const rename = (from: string, to: string) => () =>
      query('update platform.log set name = $2 where name = $1 and seq = 2', [from, to])
    const meeting = planMeeting.name
    for (const whole of [false, true])
      expect(
        await whileBroken('chains', rename(meeting, 'x.y'), rename('x.y', meeting), { whole }),
        `whole: ${whole}`,
      ).toBe('fault')
    const shorten = (by: number) => () => query('update platform.head set seq = seq - $1', [by])
    expect(await whileBroken('chains', shorten(1), shorten(-1))).toBe('fault')
  })

  test('a backup that is old', async () => {
    const stamp = (days: number) => () =>
      noteBackup(folder, { made: new Date(Date.now() - days * day).toISOString(), file: '/tmp/x', bytes: 1 })
    const mend = () => rmSync(join(folder, 'last-backup.json'))
    expect(await whileBroken('backup', stamp(0.5), mend)).toBe('well')
    expect(await whileBroken('backup', stamp(2), mend)).toBe('warning')
    expect(await whileBroken('backup', stamp(10), mend)).toBe('fault')
    expect(judgeBackup({ age: null, houseAge: 30 * day }).condition).toBe('fault')
  })

  test('tries to sign in that a wrong clock holds for ever', async () => {
    const hold = () =>
      query("insert into accounts.attempt values ('\\x01', 9, now(), now() + interval '300 days')")
    expect(await whileBroken('doors', hold, () => query('delete from accounts.attempt'))).toBe('warning')
  })

  test('a wall between villages that was taken down by hand, and a role that passes it', async () => {
    const rls = (how: string) => () => query(`alter table platform.log ${how} row level security`)
    expect(await whileBroken('walls', rls('no force'), rls('force'))).toBe('fault')
    const role = (how: string) => () => query(`alter role rembug_app ${how}`)
    expect(await whileBroken('roles', role('bypassrls'), role('nobypassrls'))).toBe('fault')
  })

  test('a database older or newer than the code', async () => {
    const [first] = allMigrations
    const text = await query('select sha256 from platform.migration where name = $1', [first?.name])
    const forget = () => query('delete from platform.migration where name = $1', [first?.name])
    const back = () =>
      query('insert into platform.migration (name, sha256) values ($1, $2)', [
        first?.name,
        text.rows[0].sha256,
      ])
    expect(await whileBroken('migrations', forget, back)).toBe('fault')
    const newer = () => query("insert into platform.migration (name, sha256) values ('of-tomorrow', 'x')")
    const older = () => query("delete from platform.migration where name = 'of-tomorrow'")
    expect(await whileBroken('migrations', newer, older)).toBe('fault')
  })

  test('a ballast that was given up', async () => {
    const ballast = join(folder, 'ballast')
    const kept = existsSync(ballast) ? readFileSync(ballast) : Buffer.alloc(0)
    const found = await whileBroken(
      'engine',
      () => rmSync(ballast, { force: true }),
      () => writeFileSync(ballast, kept),
    )
    expect(found).toBe('warning')
  })
})

describe('a house that cannot be opened', () => {
  test('is told as such, and nothing is made', async () => {
    const empty = join(folder, 'nowhere')
    const stopped = await ofStopped(readSettings({ REMBUG_DATA: empty }, false), false)
    const findings = await examined(stopped)
    expect(findings.find((each) => each.part === 'database')?.condition).toBe('fault')
    expect(existsSync(empty)).toBe(false)
  })

  test('a restore that was cut off is told with what to do', async () => {
    const half = join(folder, 'half')
    mkdirSync(join(half, 'restoring'), { recursive: true })
    const found = await examined(await ofStopped(readSettings({ REMBUG_DATA: half }, false), false))
    expect(found.find((each) => each.part === 'database')?.todo?.[1]).toContain('rembug restore')
  })

  test('a PostgreSQL that does not answer is told with what to do', async () => {
    const env = { REMBUG_DATA: folder, DATABASE_URL: 'postgres://rembug@127.0.0.1:9/rembug' }
    const found = await examined(await ofStopped(readSettings(env, false), false))
    expect(found.find((each) => each.part === 'database')?.condition).toBe('fault')
  })
})
