// What the app's page may run: its own files, and the one import map that the build wrote into it.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pagePolicy, securityHeaders } from './security-headers.ts'

const policy = securityHeaders(false)['content-security-policy'] ?? ''

test('the import map of the page is let in by its digest, and nothing else that stands in a page', () => {
  const map = '{"imports":{"/a.js":"/b.js"}}'
  const digest = createHash('sha256').update(map).digest('base64')
  const page = `<head><script type="importmap">${map}</script><script>steal()</script></head>`
  expect(pagePolicy(policy, page)).toContain(`script-src 'self' 'sha256-${digest}' 'wasm-unsafe-eval'`)
  expect(pagePolicy(policy, page).match(/sha256-/g)).toHaveLength(1)
  expect(pagePolicy(policy, page)).not.toContain('unsafe-inline')
})

test('a page without a map gets the policy of every answer', () => {
  expect(pagePolicy(policy, '<head></head>')).toBe(policy)
})
