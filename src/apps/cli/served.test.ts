// The command line while the server runs: the verbs are carried out by it.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tegalPanggung } from '../../capabilities/places/demo-places.ts'
import { heads, newFolder, rembug, startServer } from './cli.testing.ts'

// Every verb is a process of its own, on a machine that does other things as well.
const long = 240_000
const folder = newFolder()
const env = { REMBUG_DATA: join(folder, 'data') }
const data = `${env.REMBUG_DATA}-demo`
const archive = join(folder, 'desa.rembug')
let whole: string[] = []

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
    const verified = await rembug(env, '--demo', 'verify')
    expect(verified.exit).toBe(0)
    whole = heads(verified.said)
    expect(whole).toHaveLength(4)
    expect((await rembug(env, '--demo', 'backup', archive, '--with-keys')).exit).toBe(0)
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
    expect(lines.some((line) => /people|attendance|volunteers\.volunteer/.test(line.collection ?? ''))).toBe(
      false,
    )
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
