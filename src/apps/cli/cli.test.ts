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
import { beforeAll, describe, expect, it } from 'vitest'
import { tegalPanggung } from '../../capabilities/places/demo-places.ts'
import { openDatabase } from '../../platform/server/database/open.ts'
import { heads, newFolder, rembug, startServer } from './cli.testing.ts'

// Every verb is a process of its own that opens a database, on a machine that does other things as well.
const long = 240_000
const folder = newFolder()
const env = { REMBUG_DATA: join(folder, 'data') }
const data = `${env.REMBUG_DATA}-demo`
const archive = join(folder, 'desa.rembug')
const restored = { REMBUG_DATA: join(folder, 'other') }
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
      mkdirSync(join(restored.REMBUG_DATA, 'restoring/postgres'), { recursive: true })
      mkdirSync(join(restored.REMBUG_DATA, 'keys'))
      const started = await startServer(restored)
      expect(started.ready).toBe(false)
      expect(started.text()).toContain('a restore was interrupted')
      const back = await rembug(restored, 'restore', archive)
      expect(back.said).toContain('restored')
      expect(back.exit).toBe(0)
      expect(heads(back.said)).toEqual(whole)
      expect(readdirSync(restored.REMBUG_DATA).sort()).toEqual(['files', 'keys', 'postgres'])
      for (const part of [
        'keys/master.key',
        ...filesBelow(join(data, 'files')).map((file) => `files/${file}`),
      ])
        expect(readFileSync(join(restored.REMBUG_DATA, part))).toEqual(readFileSync(join(data, part)))
      const again = await rembug(restored, 'restore', archive)
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
    'finds what its own owner cut off by the heads that somebody else has kept, and names the row that was changed by hand',
    async () => {
      const kept = join(folder, 'heads.txt')
      writeFileSync(kept, whole.join('\n'))
      expect((await rembug(restored, 'verify', '--against', kept)).exit).toBe(0)
      const byHand = async (statement: string) => {
        const database = await openDatabase({ dataFolder: restored.REMBUG_DATA })
        await database.pool.query(statement)
        await database.close()
      }
      await byHand(`with last as (
          delete from platform.log l using platform.head h
          where h.village_code = '${tegalPanggung}' and l.village_code = h.village_code and l.seq = h.seq returning l.previous)
        update platform.head set seq = seq - 1, hash = last.previous from last where village_code = '${tegalPanggung}'`)
      // What the entry had changed is there, and no entry says so.
      const cut = await rembug(restored, 'verify')
      expect(cut.said).toMatch(/the record was changed behind the log|no entry of the log knows the record/)
      expect(cut.exit).toBe(1)
      const held = await rembug(restored, 'verify', '--against', kept)
      expect(held.said).toContain('is no longer as it was kept')
      expect(held.exit).toBe(1)
      await byHand(
        `update platform.log set done_at = done_at - interval '1 day' where village_code = '${tegalPanggung}' and seq = 5`,
      )
      const changed = await rembug(restored, 'verify')
      expect(changed.said).toContain(`${tegalPanggung} #5`)
      expect(changed.exit).toBe(1)
    },
    long,
  )
})
