import { expect, test } from 'vitest'
import { runningSettings } from './running/running-settings.ts'
import { readSettings } from './settings.ts'

const read = (env: Record<string, string>) => readSettings(env, false)

test('nothing has to be set', () => {
  const { port, host, publicUrl, trustProxy } = read({})
  expect({ port, host, publicUrl, trustProxy }).toEqual({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:8080',
    trustProxy: undefined,
  })
})

test('in a terminal the journal is for eyes and tells of what goes wrong; elsewhere it is lines of JSON', () => {
  expect(runningSettings({}, true).journal).toEqual({ level: 'warn', form: 'text', addresses: false })
  expect(runningSettings({}, false).journal).toEqual({ level: 'info', form: 'json', addresses: false })
  const set = { REMBUG_LOG: 'error', REMBUG_LOG_FORM: 'json', REMBUG_LOG_ADDRESSES: 'yes' }
  expect(runningSettings(set, true).journal).toEqual({ level: 'error', form: 'json', addresses: true })
})

test('behind a proxy the address is that of the people, and the proxy is named', () => {
  const settings = read({
    PUBLIC_URL: 'https://rembug.example.id/',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1',
  })
  expect(settings.publicUrl).toBe('https://rembug.example.id')
  expect(settings.trustProxy).toBe('127.0.0.1, 10.0.0.0/8,::1')
  expect(read({ PUBLIC_URL: 'https://rembug.example.id:8443' }).publicUrl).toBe(
    'https://rembug.example.id:8443',
  )
})

test('an own certificate makes the address https', () => {
  expect(read({ TLS_CERT: 'a.pem', TLS_KEY: 'b.pem', PORT: '8443' }).publicUrl).toBe('https://127.0.0.1:8443')
})

test.each([
  ['half a certificate would serve without encryption', { TLS_CERT: 'a.pem' }],
  ['a key alone as well', { TLS_KEY: 'b.pem' }],
  ['an address without https:// would leave the cookie open', { PUBLIC_URL: 'rembug.example.id' }],
  ['the app lives at the root of its address', { PUBLIC_URL: 'https://example.id/rembug' }],
  ['all proxies of the world are not trusted', { TRUST_PROXY: 'true' }],
  ['nor a number of hops', { TRUST_PROXY: '1' }],
  ['a port is a number', { PORT: 'abc' }],
  ['of two bytes', { PORT: '70000' }],
  ['a token that could be guessed does not open the figures', { REMBUG_METRICS_TOKEN: 'rahasia' }],
  ['a level of the journal that does not exist', { REMBUG_LOG: 'loud' }],
  ['a statement is slow after a number of milliseconds', { REMBUG_SLOW_STATEMENT_MS: 'half a second' }],
])('%s: refused in a sentence', (_why, env) => {
  expect(() => read(env)).toThrow(expect.objectContaining({ code: 'platform.setting' }))
})
