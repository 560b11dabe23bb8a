// The memory of a server on PostgreSQL, at rest and after work, against its goal of 220 MiB. With the embedded engine the
// database lives in the same process and is shown beside it, without a goal.
// Run: node scripts/node.mjs bench/memory.ts        DATABASE_URL adds PostgreSQL.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '../src/apps/demo/accounts.ts'
import { planMeeting } from '../src/capabilities/meetings/commands.ts'
import { tegalPanggung } from '../src/capabilities/places/demo-places.ts'
import { today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { clientAddress, type Engine, engines, envelope, newDatabase, ratio, signedBy } from './house.ts'
import { fire } from './load.ts'
import { here, shippedFlags } from './shipped.ts'

const goalMiB = 220
const commands = 2000
// As `npm start` runs it, with its flags for the heap.
const words = [...shippedFlags(here), join(here, 'src/apps/server/main.ts')]

const mib = (child: ChildProcess) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024

const settle = () => new Promise((done) => setTimeout(done, 4000))

async function server(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [...words, '--demo'], { env, cwd: here })
  let text = ''
  await new Promise<void>((done, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('ready:')) done()
    })
    child.once('close', () => failed(new Error(text)))
  })
  return { child, address: `http://127.0.0.1:${env.PORT}` }
}

async function work(address: string): Promise<void> {
  const signedIn = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      user: 'fasilitator',
      password: demoPassword,
      device: 'bench-0000000000000000',
      deviceName: 'Uji',
    }),
  })
  const signed = await signedBy(signedIn)
  const shots = Array.from({ length: commands }, (_, n) => {
    const { name: _name, ...body } = envelope(planMeeting, tegalPanggung, {
      meeting: newId(),
      enrolment: null,
      group: 'meeting' as const,
      kind: null,
      batch: null,
      day: null,
      title: `Rembug ${n}`,
      agenda: [],
      placeText: 'Balai',
      localPlace: null,
      date: today(),
      start: '19:30',
      end: null,
      organiser: 'RW',
      invitees: [],
      expected: null,
    })
    return {
      path: `/api/commands/${planMeeting.name}`,
      body: JSON.stringify(body),
      signed,
      from: clientAddress(n),
    }
  })
  await fire({ address, atOnce: 16, shots })
  for (let n = 0; n < 40; n++)
    await (
      await fetch(`${address}/api/feed?place=${tegalPanggung}&after=`, {
        headers: { ...signed, 'x-forwarded-for': clientAddress(n) },
      })
    ).text()
}

async function measure(engine: Engine): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-memory-'))
  const made = engine === 'PostgreSQL' ? await newDatabase(process.env.DATABASE_URL as string) : null
  const { DATABASE_URL: _, ...rest } = process.env
  const env = {
    ...rest,
    REMBUG_DATA: folder,
    PORT: '18099',
    TRUST_PROXY: '127.0.0.1',
    ...(made ? { DATABASE_URL: made.url } : {}),
  }
  // The first start loads regions and the demonstration; what counts is a server that goes on running.
  const first = await server(env)
  first.child.kill('SIGTERM')
  await once(first.child, 'exit')
  const { child, address } = await server(env)
  await settle()
  const rest1 = mib(child)
  await work(address)
  const busy = mib(child)
  await settle()
  const after = mib(child)
  child.kill('SIGTERM')
  await once(child, 'exit')
  await made?.drop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(`${folder}-demo`, { recursive: true, force: true })
  const goal = engine === 'PostgreSQL' ? ratio(Math.max(rest1, busy, after), goalMiB) : '-'
  return {
    'at rest MiB': rest1.toFixed(0),
    'right after work MiB': busy.toFixed(0),
    'a little later MiB': after.toFixed(0),
    'most to the goal': goal,
  }
}

console.log(
  `Resident memory of the server process (goal on PostgreSQL: ${goalMiB} MiB), work: ${commands} commands and 40 feeds`,
)
const table: Record<string, Record<string, string>> = {}
for (const engine of engines) table[engine] = await measure(engine)
console.table(table)
