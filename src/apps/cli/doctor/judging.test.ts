// What the doctor makes of figures, and of a certificate that a server shows.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { describe, expect, test } from 'vitest'
import { judgePostgres, judgeRoles } from './judge-database.ts'
import { judgeCertificate, judgeClock } from './judge-machine.ts'
import { certificateAt } from './look-at-machine.ts'

describe('what the doctor makes of figures', () => {
  test('a clock that differs from the database, and one that was set back', () => {
    expect(judgeClock({ skew: 900, ahead: -5000 }).condition).toBe('well')
    expect(judgeClock({ skew: -20_000, ahead: null }).condition).toBe('warning')
    expect(judgeClock({ skew: 3_600_000, ahead: null }).condition).toBe('fault')
    expect(judgeClock({ skew: 0, ahead: 120_000 }).condition).toBe('fault')
  })

  const durable = {
    ...{ server_version_num: '150004', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' },
    ...{ wal_level: 'replica', server_encoding: 'UTF8' },
  }
  test.each([
    ['durable', {}, 'well'],
    ['too old', { server_version_num: '140010' }, 'fault'],
    ['without fsync', { fsync: 'off' }, 'fault'],
    ['without whole pages', { full_page_writes: 'off' }, 'fault'],
    ['that answers before it has stored', { synchronous_commit: 'off' }, 'fault'],
    ['of another encoding', { server_encoding: 'LATIN1' }, 'fault'],
    ['without a standby to be', { wal_level: 'minimal' }, 'warning'],
  ])('a PostgreSQL %s', (_how, change, expected) => {
    expect(judgePostgres({ ...durable, ...change }).condition).toBe(expected)
  })

  test('roles of PostgreSQL: no superuser, and backups that see every row', () => {
    const app = { name: 'rembug_app', superuser: false, bypassrls: false }
    const own = { name: 'rembug', superuser: false, bypassrls: true }
    const shut = { login: true, open: false }
    expect(judgeRoles(app, own, 'postgres', shut).condition).toBe('well')
    expect(judgeRoles(app, { ...own, superuser: true }, 'postgres', shut).condition).toBe('warning')
    expect(judgeRoles(app, { ...own, bypassrls: false }, 'postgres', shut).condition).toBe('warning')
    expect(judgeRoles(app, own, 'postgres', { ...shut, open: true }).condition).toBe('warning')
    expect(judgeRoles(app, own, 'postgres', { ...shut, login: false }).condition).toBe('fault')
    expect(judgeRoles(null, own, 'postgres', shut).condition).toBe('fault')
  })

  test('a certificate by its days, its trust, and whether the renewed one is in use', () => {
    const good = { unreached: null, distrust: null, daysLeft: 60, fileDaysLeft: null }
    const judged = (change: Partial<typeof good> | { unreached: string } | { distrust: string }) =>
      judgeCertificate({ ...good, ...change } as never, 'https://rembug.example.id').condition
    expect(judged({})).toBe('well')
    expect(judged({ daysLeft: 10 })).toBe('warning')
    expect(judged({ daysLeft: 1 })).toBe('fault')
    expect(judged({ daysLeft: -1 })).toBe('fault')
    expect(judged({ fileDaysLeft: 90 } as never)).toBe('warning')
    expect(judged({ distrust: 'SELF_SIGNED_CERT_IN_CHAIN' })).toBe('warning')
    expect(judged({ distrust: 'ERR_TLS_CERT_ALTNAME_INVALID' })).toBe('fault')
    expect(judged({ unreached: 'ECONNREFUSED' })).toBe('fault')
    expect(judgeCertificate(null, 'http://10.0.0.1').condition).toBe('warning')
  })
})

test('a certificate is looked at where people get it, and a server that says nothing is not waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '9',
    '-subj',
    '/CN=localhost',
  ]
  execFileSync('openssl', ['req', '-x509', ...made], { stdio: 'ignore' })
  const server = tls.createServer({ key: readFileSync(key), cert: readFileSync(cert) })
  const port = await listening(server)
  const seen = await certificateAt(`https://localhost:${port}`, cert)
  expect(seen).toMatchObject({
    unreached: null,
    distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    daysLeft: 8,
    fileDaysLeft: 8,
  })
  server.close()
  const silent = createServer(() => undefined)
  const other = await listening(silent)
  expect((await certificateAt(`https://localhost:${other}`, undefined, 200)).unreached).toBe('ETIMEDOUT')
  silent.close()
  expect((await certificateAt(`https://localhost:${other}`, undefined, 2000)).unreached).toBe('ECONNREFUSED')
})

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port))
  })
}
