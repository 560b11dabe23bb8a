import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tegalPanggung } from '../../capabilities/places/demo-places.ts'
import { openDatabase } from '../../platform/server/database/open.ts'
import { newFolder, rembug, startServer } from './cli.testing.ts'

// Every verb is a process of its own that opens a database, on a machine that does other things as well.
const long = 240_000
const folder = newFolder()
const env = { REMBUG_DATA: join(folder, 'data') }
const data = `${env.REMBUG_DATA}-demo`
const archive = join(folder, 'desa.rembug')
const live = join(folder, 'live.rembug')
const heads = (said: string) => said.split('\n').filter((line) => /^\d\d\..*[0-9a-f]{64}$/.test(line))
let whole: string[] = []

beforeAll(async () => {
  const loaded = await rembug(env, 'demo')
  expect(loaded.said).toContain('demonstration ready')
}, long)

describe('somebody at the command line', () => {
  it('is told the verbs when asking for help or mistyping one', async () => {
    const mistyped = await rembug(env, 'verfy')
    expect(mistyped.exit).toBe(1)
    expect(mistyped.said).toContain('Tidak ada perintah "verfy"')
    for (const verb of [
      'verify',
      'backup',
      'restore',
      'export',
      'import',
      'demo',
      'migrate',
      'distribute',
      'reset-code',
    ])
      expect(mistyped.said).toContain(`  ${verb}`)
    expect((await rembug(env, 'help')).out).toContain('backup FILE')
  })

  it('is told how to use a verb that was given the wrong words', async () => {
    expect((await rembug(env, 'backup')).said).toContain('rembug backup FILE')
    expect((await rembug(env, 'export', '--place', 'Tegalpanggung')).said).toContain(
      'not the code of a village',
    )
    expect((await rembug(env, 'restore', join(folder, 'nowhere'))).said).toContain('no such file')
    expect((await rembug(env, 'verify', '--quick')).exit).toBe(1)
  })
})

describe('a village on record', () => {
  it(
    'has chains that verify, place by place',
    async () => {
      const verified = await rembug(env, '--demo', 'verify')
      expect(verified.said).toContain('Utuh')
      expect(verified.exit).toBe(0)
      whole = heads(verified.said)
      expect(whole).toHaveLength(4)
    },
    long,
  )

  it(
    'is examined by the doctor without a server, who says in both languages what he sees',
    async () => {
      const seen = await rembug(env, '--demo', 'doctor')
      expect(seen.said).toContain('Server tidak berjalan. / The server does not run.')
      expect(seen.said).not.toContain('FAULT')
      expect(seen.exit).toBeLessThan(2)
    },
    long,
  )

  it(
    'is backed up whole, the key apart from the archive, and never over another file',
    async () => {
      const made = await rembug(env, '--demo', 'backup', archive)
      expect(made.said).toContain('keep it apart')
      expect(made.exit).toBe(0)
      const names = execFileSync('tar', ['tzf', archive]).toString().trim().split('\n')
      const kept = readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true })
      const files = kept.filter((each) => each.isFile()).length
      expect(files).toBeGreaterThan(4)
      expect(names.filter((name) => /^files\/.*[^/]$/.test(name))).toHaveLength(files)
      expect(names.some((name) => name.startsWith('key'))).toBe(false)
      const key = readFileSync(join(data, 'keys/master.key'), 'utf8').trim()
      expect(readFileSync(`${archive}.keys`, 'utf8')).toContain(key)
      if (process.platform !== 'win32') expect(statSync(`${archive}.keys`).mode & 0o777).toBe(0o600)
      const again = await rembug(env, '--demo', 'backup', archive)
      expect(again.said).toContain('not overwritten')
      expect(again.exit).toBe(1)
    },
    long,
  )

  it('carries the digest of every part, in the form of sha256sum', () => {
    const unpacked = newFolder()
    execFileSync('tar', ['xzf', archive, '-C', unpacked])
    const lines = readFileSync(join(unpacked, 'manifest.sha256'), 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(6)
    for (const line of lines) {
      const [digest, name] = line.split('  ') as [string, string]
      expect(
        createHash('sha256')
          .update(readFileSync(join(unpacked, name)))
          .digest('hex'),
      ).toBe(digest)
    }
  })

  it(
    'comes back from its backup with every chain, file and key, also where a restore was cut off before',
    async () => {
      const other = { REMBUG_DATA: join(folder, 'other') }
      mkdirSync(join(other.REMBUG_DATA, 'restoring/postgres'), { recursive: true })
      mkdirSync(join(other.REMBUG_DATA, 'keys'))
      const started = await startServer(other)
      expect(started.ready).toBe(false)
      expect(started.text()).toContain('a restore was interrupted')
      const restored = await rembug(other, 'restore', archive)
      expect(restored.said).toContain('restored')
      expect(restored.exit).toBe(0)
      expect(heads(restored.said)).toEqual(whole)
      expect(readdirSync(other.REMBUG_DATA).sort()).toEqual(['files', 'keys', 'postgres'])
      for (const part of [
        'keys/master.key',
        ...filesBelow(join(data, 'files')).map((file) => `files/${file}`),
      ])
        expect(readFileSync(join(other.REMBUG_DATA, part))).toEqual(readFileSync(join(data, part)))
      const again = await rembug(other, 'restore', archive)
      expect(again.said).toContain('nothing is overwritten')
      expect(again.exit).toBe(1)
    },
    long,
  )
})

const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(root, name)).isFile(),
  )

describe('a restore that cannot be whole', () => {
  const target = { REMBUG_DATA: join(folder, 'empty') }
  const left = () => (existsSync(target.REMBUG_DATA) ? readdirSync(target.REMBUG_DATA) : [])

  it(
    'refuses an archive that was cut short or altered, and leaves nothing behind',
    async () => {
      for (const cut of [200, 40_000]) {
        const short = join(folder, `short-${cut}`)
        cpSync(archive, short)
        truncateSync(short, statSync(archive).size - cut)
        const refused = await rembug(target, 'restore', short, '--keys', `${archive}.keys`)
        expect(refused.exit).toBe(1)
        expect(refused.said).toMatch(/cut short|damaged/)
        expect(left()).toEqual([])
      }
      const other = join(folder, 'letter.txt')
      writeFileSync(other, 'Kepada Yth. Bapak Lurah')
      expect((await rembug(target, 'restore', other)).said).toContain('not an archive')
      expect(left()).toEqual([])
    },
    long,
  )

  it(
    'refuses a missing key and the key of another house',
    async () => {
      const lonely = join(folder, 'lonely.rembug')
      cpSync(archive, lonely)
      expect((await rembug(target, 'restore', lonely)).said).toContain('no key')
      const wrong = join(folder, 'wrong.keys')
      writeFileSync(wrong, JSON.stringify({ format: 'rembug-keys', version: 1, master: 'ab'.repeat(32) }))
      expect((await rembug(target, 'restore', lonely, '--keys', wrong)).said).toContain('not the key')
      expect(left()).toEqual([])
    },
    long,
  )
})

describe('while the server runs', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    // A killed server leaves its socket file behind, which must not stop the next.
    await (await startServer(env, '--demo')).kill()
    server = await startServer(env, '--demo')
    expect(server.text()).toContain('ready:')
    expect(server.text()).not.toContain('Tegal Panggung (P2KP')
  }, long)
  afterAll(async () => {
    await server.stop()
    expect(existsSync(join(data, 'command.sock'))).toBe(false)
  })

  it(
    'the verbs are carried out by it, through a socket for its owner only',
    async () => {
      if (process.platform !== 'win32') expect(statSync(join(data, 'command.sock')).mode & 0o777).toBe(0o600)
      expect(heads((await rembug(env, '--demo', 'verify')).said)).toEqual(whole)
      expect((await rembug(env, '--demo', 'backup', live, '--with-keys')).exit).toBe(0)
      expect((await rembug(env, '--demo', 'migrate')).exit).toBe(0)
      expect((await rembug(env, '--demo', 'distribute')).said).toContain('No tables were distributed')
    },
    long,
  )

  it(
    'the doctor looks through it at everything, finds no fault, and tells it to machines as JSON',
    async () => {
      const seen = await rembug(env, '--demo', 'doctor', '--whole', '--json')
      const report = JSON.parse(seen.out) as { findings: { part: string; condition: string }[] }
      expect(report).toMatchObject({ format: 'rembug-doctor', running: true })
      expect(report.findings.length).toBeGreaterThan(14)
      expect(report.findings.filter(({ condition }) => condition === 'fault')).toEqual([])
      expect(report.findings.find(({ part }) => part === 'backup')?.condition).toBe('well')
      expect((await rembug(env, '--demo', 'version')).said).toContain('migrations applied')
    },
    long,
  )

  it(
    'a restore is refused until it is stopped',
    async () => {
      const refused = await rembug(env, '--demo', 'restore', archive)
      expect(refused.said).toContain('stop the server first')
      expect(refused.exit).toBe(1)
    },
    long,
  )

  it(
    'a forgotten password gets a code for who is there, and none for who is not',
    async () => {
      const given = await rembug(env, '--demo', 'reset-code', 'admin')
      expect(given.said).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/m)
      expect((await rembug(env, '--demo', 'reset-code', 'siapa')).exit).toBe(1)
    },
    long,
  )

  it(
    'a village is exported without a name, and with the head of its log',
    async () => {
      const exported = await rembug(env, '--demo', 'export', '--place', tegalPanggung)
      const lines = exported.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(whole.join('\n')).toContain(lines[0].heads[0].hash)
      expect(lines.filter((line) => line.collection === 'meetings.meeting').length).toBeGreaterThan(3)
      const known = [
        'Sekar Nugrahani',
        'Bambang Suryoputro',
        'Tri Hartadi',
        'Lestari Widowati',
        '3471040',
        '3471044',
      ]
      for (const name of known) expect(exported.out).not.toContain(name)
      expect(
        lines.some((line) => /people|attendance|volunteers\.volunteer/.test(line.collection ?? '')),
      ).toBe(false)
      expect((await rembug(env, '--demo', 'export', '--place', '34.71.04.1003')).exit).toBe(1)
    },
    long,
  )

  it(
    'a programme is imported for a city, and a bad one refused with its line',
    async () => {
      const shipped = readFileSync(new URL('../../../programmes/kotaku.yaml', import.meta.url), 'utf8')
      const good = join(folder, 'kotaku-kota.yaml')
      writeFileSync(good, shipped.replace(/^version: 1$/m, 'version: 2'))
      expect((await rembug(env, '--demo', 'import', '--programme', good, '--place', '34.71')).exit).toBe(0)
      const bad = join(folder, 'bad.yaml')
      writeFileSync(bad, shipped.replace('stages:', 'stages: 7\nrest:'))
      const refused = await rembug(env, '--demo', 'import', '--programme', bad, '--place', '34.71')
      expect(refused.exit).toBe(1)
      expect(refused.said).toMatch(/bad\.yaml:\d+/)
    },
    long,
  )
})

describe('a demonstration and real data', () => {
  it(
    'do not mix: a real server does not open the data of a demonstration',
    async () => {
      const started = await startServer({ REMBUG_DATA: data })
      expect(started.ready).toBe(false)
      expect(started.text()).toContain('this is the data of a demonstration')
    },
    long,
  )
})

describe('verify', () => {
  it(
    'fails and names the place and the row when somebody changed the database by hand',
    async () => {
      const tampered = { REMBUG_DATA: join(folder, 'tampered') }
      expect((await rembug(tampered, 'restore', live)).exit).toBe(0)
      const database = await openDatabase({ dataFolder: tampered.REMBUG_DATA })
      await database.pool.query(
        "update platform.log set done_at = done_at - interval '1 day' where village_code = $1 and seq = 5",
        [tegalPanggung],
      )
      await database.close()
      const verified = await rembug({ ...tampered }, 'verify')
      expect(verified.said).toContain(`${tegalPanggung} #5`)
      expect(verified.exit).toBe(1)
    },
    long,
  )

  it(
    'finds what its own owner cut off, by the heads that somebody else has kept',
    async () => {
      const cut = { REMBUG_DATA: join(folder, 'cut') }
      expect((await rembug(cut, 'restore', live)).exit).toBe(0)
      const kept = join(folder, 'heads.txt')
      writeFileSync(kept, (await rembug(cut, 'verify')).said)
      expect((await rembug(cut, 'verify', '--against', kept)).exit).toBe(0)
      const database = await openDatabase({ dataFolder: cut.REMBUG_DATA })
      await database.pool.query(`with last as (
          delete from platform.log l using platform.head h
          where h.village_code = '${tegalPanggung}' and l.village_code = h.village_code and l.seq = h.seq returning l.previous)
        update platform.head set seq = seq - 1, hash = last.previous from last where village_code = '${tegalPanggung}'`)
      await database.close()
      expect((await rembug(cut, 'verify')).exit).toBe(0)
      const held = await rembug(cut, 'verify', '--against', kept)
      expect(held.said).toContain('is no longer as it was kept')
      expect(held.exit).toBe(1)
    },
    long,
  )
})
