// What a village finds when it opens the files of its survey.
import { afterAll, expect, test } from 'vitest'
import type { FormModel } from '../../../xlsform/model.ts'
import { type Filled, household, SurveyHouse, tablesHouse } from '../tables/tables.testing.ts'
import { take, unzip } from './files.testing.ts'

const house = await tablesHouse()
afterAll(() => house.close())

const home = {
  open: { 'house/roof': 'tiles', 'house/water': ['well', 'pipe'], 'house/area': 36.5 },
  personal: { kk: '3471040101100001' },
}

/** A survey with these answers, and how its files are taken. */
async function taken(rows: readonly Filled[] = [home], models: readonly FormModel[] = [household]) {
  const at = await SurveyHouse.of(house, house.village(), models)
  const ids = await at.fill(rows)
  const get = async (kind: string, more = '') => {
    const root = `/api/surveys/${at.village.place}/${at.survey}`
    const { status, bytes } = await take(house, at.village.as('facilitator'), `${root}/${kind}?${more}`)
    expect(status, bytes.toString('utf8', 0, 300)).toBe(200)
    return bytes
  }
  const csv = async (more = '') =>
    new Map([...unzip(await get('export/csv', more))].map(([name, bytes]) => [name, bytes.toString()]))
  return { at, ids, get, csv }
}

test('a CSV for Excel in Indonesian parts its columns by semicolons and writes a decimal comma', async () => {
  const { csv } = await taken()
  const [heads, line] = ((await csv('personal=yes&separator=semicolon')).get('rumah.csv') ?? '').split('\r\n')
  expect(heads).toMatch(/^\ufeffSubmissionDate;head;kk;/)
  expect(line).toContain(`;"3471040101100001";tiles;well pipe;36,5;`)
})
