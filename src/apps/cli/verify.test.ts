import { expect, it } from 'vitest'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import type { House } from '../server/open.ts'
import { verifyVerb } from './verify.ts'

it('verify fails where nothing has happened yet: a verifier that reads nothing is always content', async () => {
  const database = await testDatabase(platformMigrations)
  const said: string[] = []
  const house = { services: { db: kyselyOn(database) } } as House
  const link = { say: (line: string) => void said.push(line), write: async () => undefined }
  expect(await verifyVerb.run?.(house, {}, link)).toBe(1)
  expect(said.join()).toContain('nothing was checked')
  await database.close()
})
