import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import type { CatalogueRow } from './catalogue.ts'
import { ensureRegions, isKnownVillage, regionNames, regionOf } from './door.ts'
import { loadEdition } from './load.ts'
import { placesServer } from './server.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let db: ReturnType<typeof kyselyOn>
let owner: typeof db
beforeAll(async () => {
  database = await testDatabase([...platformMigrations, ...placesServer.migrations])
  db = kyselyOn(database)
  owner = kyselyOn(database, undefined, 'owner')
})
afterAll(() => database.close())

const asVillage = <T>(code: string, work: Parameters<typeof inPlace<T>>[3]) => inPlace(db, code, nobody, work)

describe('the national data', () => {
  test('is all there after the first start, and the second start does nothing', async () => {
    const said: string[] = []
    const first = await ensureRegions({ owner }, (line) => said.push(line))
    expect(first).toEqual({ added: 38 + 514 + 7285 + 83762, changed: 0, closed: 0 })
    expect(said).toHaveLength(2)
    expect(await ensureRegions({ owner }, (line) => said.push(line))).toBe('loaded-before')
    expect(said).toHaveLength(2)
    const counts = await sql<{ level: string; n: number }>`select level, count(*)::int as n from places.region
      group by level order by n`.execute(db)
    expect(counts.rows).toEqual([
      { level: 'province', n: 38 },
      { level: 'regency', n: 514 },
      { level: 'district', n: 7285 },
      { level: 'village', n: 83762 },
    ])
  })

  test('knows a village, its names and those above it, from inside any place', async () => {
    await asVillage('34.71.04.1002', async (tx) => {
      const found = await regionOf(tx, '34.71.04.1002')
      expect(found?.above.map((each) => each.name)).toEqual(['Danurejan', 'Yogyakarta', 'DI Yogyakarta'])
      expect((await regionNames(tx, ['34.71.04.1002', '16.10', '99.99'])).get('34.71.04.1002')?.full).toBe(
        'Kelurahan Tegalpanggung, Kecamatan Danurejan, Kota Yogyakarta, DI Yogyakarta',
      )
      expect((await regionNames(tx, ['16.10'])).get('16.10')?.title).toBe('Kabupaten Ogan Ilir')
      expect(await isKnownVillage(tx, '34.71.04.1002')).toBe(true)
      expect(await isKnownVillage(tx, '34.71.04')).toBe(false)
      expect(await isKnownVillage(tx, '34.71.04.1999')).toBe(false)
      expect(await regionOf(tx, '99.99')).toBeNull()
    })
  })

  test('cannot be changed from inside a place', async () => {
    await expect(
      asVillage('34.71.04.1002', (tx) => sql`update places.region set name = 'X'`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('a new edition', () => {
  const row = (code: string, name: string, parent: string): CatalogueRow => ({
    code,
    name,
    kind: 'desa',
    parent,
  })
  const old = [
    row('10', 'Lama', 'ID'),
    row('10.01', 'Kabupaten Contoh', '10'),
    row('10.01.01', 'Kecamatan Contoh', '10.01'),
    row('10.01.01.2001', 'Sukamaju', '10.01.01'),
    row('10.01.01.2002', 'Sukamundur', '10.01.01'),
    row('10.01.01.2003', 'Sukadiam', '10.01.01'),
  ]
  const next = [
    ...old.slice(0, 3),
    row('10.01.02', 'Kecamatan Contoh', '10.01'),
    row('10.01.01.2002', 'Sukabangkit', '10.01.01'),
    row('10.01.02.2001', 'Sukamaju', '10.01.02'),
  ]
  const edition = (version: string) => ({
    version,
    source: `Kepmendagri contoh ${version}`,
    from: '2010-01-01',
  })
  const quiet = () => undefined

  test('ends what is gone, keeps the old name of what was renamed, and says where a new number comes from', async () => {
    const fresh = await testDatabase([...platformMigrations, ...placesServer.migrations])
    const at = kyselyOn(fresh, undefined, 'owner')
    try {
      expect(await loadEdition(at, edition('1'), () => old, quiet, '2010-06-01')).toEqual({
        added: 6,
        changed: 0,
        closed: 0,
      })
      expect(await loadEdition(at, edition('2'), () => next, quiet, '2011-06-01')).toEqual({
        added: 2,
        changed: 1,
        closed: 2,
      })
      expect(await loadEdition(at, edition('2'), () => old, quiet, '2012-06-01')).toBe('loaded-before')
      const rows =
        await sql`select code, name, valid_from, valid_to, predecessor_code as before from places.region
        where code >= '10.01.01.2000' or code = '10.01.02' order by code, valid_from`.execute(at)
      expect(rows.rows).toEqual([
        {
          code: '10.01.01.2001',
          name: 'Sukamaju',
          valid_from: '2010-01-01',
          valid_to: '2011-06-01',
          before: null,
        },
        {
          code: '10.01.01.2002',
          name: 'Sukamundur',
          valid_from: '2010-01-01',
          valid_to: '2011-06-01',
          before: null,
        },
        {
          code: '10.01.01.2002',
          name: 'Sukabangkit',
          valid_from: '2011-06-01',
          valid_to: null,
          before: null,
        },
        {
          code: '10.01.01.2003',
          name: 'Sukadiam',
          valid_from: '2010-01-01',
          valid_to: '2011-06-01',
          before: null,
        },
        {
          code: '10.01.02',
          name: 'Kecamatan Contoh',
          valid_from: '2011-06-01',
          valid_to: null,
          before: null,
        },
        {
          code: '10.01.02.2001',
          name: 'Sukamaju',
          valid_from: '2011-06-01',
          valid_to: null,
          before: '10.01.01.2001',
        },
      ])
    } finally {
      await fresh.close()
    }
  })
})
