// The page of who may what is made from the declarations; a page that lags behind them would lie to whoever audits.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { serverCapabilities } from '../server/capabilities.ts'
import { rolesPage } from './roles.ts'

const page = new URL('../../../docs/roles.md', import.meta.url)

test('docs/roles.md says what the declarations say; if not: npm run rembug -- roles docs/roles.md', () => {
  expect(readFileSync(page, 'utf8')).toBe(rolesPage(serverCapabilities))
})
