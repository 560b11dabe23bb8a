// What somebody would try who may take a survey away, or who wrote its form.
import { afterAll, expect, test } from 'vitest'
import { ask, form, group, SurveyHouse, tablesHouse } from '../tables/tables.testing.ts'
import { take } from './files.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

test('groups named like what every object inherits change nothing on the server', async () => {
  const groups = ['__proto__', 'constructor', 'toString'].map((name) =>
    group('group', name, [ask(`${name}/poisoned`, 'text'), ask(`${name}/keys`, 'integer')]),
  )
  const at = await SurveyHouse.of(house, house.village(), [form([...groups, ask('valueOf', 'text')])])
  await at.fill([{ open: { '__proto__/poisoned': 'ya', 'constructor/keys': 1, 'toString/keys': 2 } }])
  const root = `/api/surveys/${at.village.place}/${at.survey}`
  const { status, bytes } = await take(house, at.village.as('facilitator'), `${root}/odata/Submissions`)
  try {
    expect(status).toBe(200)
    expect(({} as { poisoned?: string }).poisoned).toBeUndefined()
    expect(typeof Object.keys).toBe('function')
  } finally {
    delete (Object.prototype as { poisoned?: string }).poisoned
  }
  const [entity] = (JSON.parse(bytes.toString()) as { value: Record<string, unknown>[] }).value
  expect(entity).toMatchObject({ constructor: { keys: 1 }, toString: { keys: 2 }, valueOf: null })
  expect(bytes.toString()).toContain('"__proto__":{"poisoned":"ya"')
})

test('a board member takes no names away, whatever is asked for', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill([{ open: { 'house/roof': 'zinc' }, personal: { head: 'Bu Ngatinah' }, name: 'Bu Ngatinah' }])
  const root = `/api/surveys/${at.village.place}/${at.survey}`
  for (const role of ['board-member', 'unit-manager', 'volunteer'] as const)
    for (const path of [
      'export/csv',
      'export/xlsx',
      'export/geojson',
      'export/media',
      'export/xml',
      'odata/Submissions',
    ]) {
      const { status, bytes } = await take(house, at.village.as(role), `${root}/${path}?personal=yes`)
      expect([role, path, status]).toEqual([role, path, 403])
      expect(bytes.toString()).not.toContain('Ngatinah')
    }
})
