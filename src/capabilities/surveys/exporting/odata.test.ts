import { SaxesParser } from 'saxes'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '../../../apps/server/village.testing.ts'
import { daysFromToday, momentOn } from '../../../kernel/day.testing.ts'
import { addDays } from '../../../kernel/day.ts'
import { growth, inProportion } from '../../../kernel/growth.testing.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { SurveyHouse, tablesHouse } from '../tables/tables.testing.ts'
import { take } from './files.testing.ts'
import { askingOf, tokenText } from './odata-asking.ts'

const house = await tablesHouse()
afterAll(() => house.close())

const firstDay = daysFromToday(-28)
const homes = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({
    open: {
      'house/roof': n % 2 ? 'tiles' : 'zinc',
      'house/area': from + n,
      member: Array.from({ length: n % 4 }, (_each, at) => ({ age: at, work: at ? [{ kind: 'tani' }] : [] })),
    },
    personal: {
      head: `Ibu ${n}`,
      point: { lat: -7.8, lon: 110.4 },
      member: Array.from({ length: n % 4 }, () => ({ name: 'Ani' })),
    },
    state: n % 5 === 0 ? ('approved' as const) : ('received' as const),
    at: momentOn(addDays(firstDay, n % 20), '12:00').toISOString(),
  }))

type Page = { value: Record<string, unknown>[]; '@odata.count'?: number; '@odata.nextLink'?: string }
const root = (at: SurveyHouse) => `/api/surveys/${at.village.place}/${at.survey}/odata`
async function read(who: Person, url: string): Promise<Page> {
  const { status, bytes } = await take(house, who, url.replace('http://localhost', ''))
  expect(status, bytes.toString()).toBe(200)
  return JSON.parse(bytes.toString()) as Page
}

test('the metadata is XML that names every set, and personal properties only for those who ask and may', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const who = at.village.as('facilitator')
  const names = async (more: string) => {
    const { bytes, headers } = await take(house, who, `${root(at)}/$metadata${more}`)
    expect(headers['odata-version']).toBe('4.0')
    const found: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.on(
      'opentag',
      ({ local, attributes }) => void found.push(`${local} ${attributes.Name?.value ?? ''}`),
    )
    parser.write(bytes.toString()).close()
    return found
  }
  const open = await names('')
  expect(open.filter((each) => each.startsWith('EntitySet '))).toEqual([
    'EntitySet Submissions',
    'EntitySet Submissions.member',
    'EntitySet Submissions.member.work',
  ])
  expect(open).toContain('ComplexType Submissions.house')
  expect(open).not.toContain('Property head')
  expect(await names('?personal=yes')).toContain('Property head')
  const service = await read(who, root(at))
  expect(service.value[1]).toEqual({
    name: 'Submissions.member',
    kind: 'EntitySet',
    url: 'Submissions.member',
  })
})

test('pages join without loss or double while others send, for submissions and for members', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill(homes(620))
  const who = at.village.as('board-member')
  for (const [set, expected] of [
    ['Submissions', 620],
    ['Submissions.member', 155 * 6],
    ['Submissions.member.work', 155 * 3],
  ] as const) {
    const seen: unknown[] = []
    let pages = 0
    for (let url: string | undefined = `${root(at)}/${set}?$count=true`; url; pages++) {
      const page: Page = await read(who, url)
      expect(page.value.length).toBeLessThanOrEqual(250)
      if (pages === 0) expect(page['@odata.count']).toBe(expected)
      seen.push(...page.value.map((each) => each.__id))
      url = page['@odata.nextLink']
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(expected)
  }
  const first = await read(who, `${root(at)}/Submissions`)
  await at.fill(homes(5, 1000))
  let rest = 0
  for (let url = first['@odata.nextLink']; url; ) {
    const page: Page = await read(who, url)
    rest += page.value.length
    url = page['@odata.nextLink']
  }
  expect(rest).toBe(620 + 5 - 250)
})

test('top, skip, filter, select and expand do what they say', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill(homes(40))
  const who = at.village.as('facilitator')
  const areas = async (query: string) =>
    (await read(who, `${root(at)}/Submissions?${query}`)).value.map(
      (each) => (each.house as { area: number }).area,
    )
  expect(await areas('$top=3&$skip=10')).toEqual([10, 11, 12])
  expect(
    await areas(`$filter=${encodeURIComponent("__system/reviewState eq 'approved'")}&$skip=2&$top=2`),
  ).toEqual([10, 15])
  // A page whose time was up while it still left rows out.
  const late = tokenText({ seq: 3, told: 1, left: 2, skip: 1 })
  expect(
    await areas(`$filter=${encodeURIComponent("__system/reviewState eq 'approved'")}&$skiptoken=${late}`),
  ).toEqual([10, 15])
  expect(
    await areas(
      `$filter=${encodeURIComponent(`__system/submissionDate ge ${addDays(firstDay, 19)}T00:00:00.000Z`)}`,
    ),
  ).toEqual([19, 39])
  expect(
    await areas(
      `$filter=${encodeURIComponent(`__system/submissionDate lt ${addDays(firstDay, 2)} and __system/reviewState ne 'approved'`)}`,
    ),
  ).toEqual([1, 21])
  const [chosen] = (await read(who, `${root(at)}/Submissions?$select=__id,house/roof&$top=1`)).value
  expect(chosen).toEqual({ __id: expect.stringMatching(/^uuid:/), house: { roof: 'zinc' } })
  const [, , , whole] = (await read(who, `${root(at)}/Submissions?$expand=*&personal=yes`)).value
  expect(whole).toMatchObject({
    head: 'Ibu 3',
    point: { type: 'Point', coordinates: [110.4, -7.8] },
    __system: { reviewState: null, submissionDate: momentOn(addDays(firstDay, 3), '12:00').toISOString() },
    member: [{ age: 0, name: 'Ani', work: [] }, { age: 1, work: [{ kind: 'tani' }] }, { age: 2 }],
  })
  const tops = await read(who, `${root(at)}/Submissions.member?$top=7&$skip=1`)
  expect(tops.value).toHaveLength(7)
  expect(tops['@odata.nextLink']).toBeUndefined()
})

test('members come along as far as they are asked for, of submissions and of members', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill(homes(4))
  const who = at.village.as('facilitator')
  const rows = async (query: string) => (await read(who, `${root(at)}/${query}`)).value
  const chosen = await rows('Submissions?$select=__id&$expand=member($select=age;$expand=work($select=kind))')
  expect(chosen.map(({ member }) => member)).toEqual([
    [],
    [{ age: 0, work: [] }],
    [
      { age: 0, work: [] },
      { age: 1, work: [{ kind: 'tani' }] },
    ],
    [
      { age: 0, work: [] },
      { age: 1, work: [{ kind: 'tani' }] },
      { age: 2, work: [{ kind: 'tani' }] },
    ],
  ])
  expect(Object.keys(chosen[0] ?? {})).toEqual(['__id', 'member'])
  const [, first] = await rows('Submissions?$expand=member')
  expect(first?.member).toEqual([expect.not.objectContaining({ work: expect.anything() })])
  const members = await rows('Submissions.member?$expand=*&$top=3')
  expect(members).toMatchObject([
    { age: 0, work: [] },
    { age: 0, work: [] },
    { age: 1, work: [{ kind: 'tani' }] },
  ])
})

test('one submission is asked for by its key, and its members behind it', async () => {
  const at = await SurveyHouse.of(house, house.village())
  const [, , , last] = await at.fill(homes(4))
  const [elsewhere] = await (await SurveyHouse.of(house, house.village())).fill(homes(1))
  const who = at.village.as('facilitator')
  const one = `${root(at)}/Submissions('uuid:${last}')`
  expect(await read(who, `${one}?$select=__id,house`)).toMatchObject({
    '@odata.context': expect.stringContaining('$metadata#Submissions/$entity'),
    ...{ __id: `uuid:${last}`, house: { area: 3 } },
  })
  const members = await read(who, `${one}/member?$top=2`)
  expect(members.value).toMatchObject([{ age: 0 }, { age: 1 }])
  for (const wrong of [
    ...[`${root(at)}/Submissions('uuid:${elsewhere}')`, `${root(at)}/Submissions('uuid:x')`, `${one}/head`],
    ...[`${root(at)}/Submissions/member`, `${one}/work`, `${root(at)}/Submissions.member('uuid:${last}')`],
  ])
    expect((await take(house, who, wrong)).status, wrong).toBe(404)
})

test('of a survey past 20,000 no filtered count is told, and nobody reads without end', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill(homes(3))
  const who = at.village.as('facilitator')
  const filter = encodeURIComponent(`__system/submissionDate ge ${firstDay}T00:00:00.000Z`)
  const counts = async () =>
    Promise.all(
      ['Submissions?', `Submissions?$filter=${filter}&`, 'Submissions.member?'].map(
        async (set) => (await read(who, `${root(at)}/${set}$count=true`))['@odata.count'],
      ),
    )
  expect(await counts()).toEqual([3, 3, 3])
  await house.database.pool.query(
    'update surveys.survey set received = 20000 where district_code = $1 and id = $2',
    [districtOf(at.village.place), at.survey],
  )
  expect(await counts()).toEqual([20_001, undefined, undefined])
  const pages = await Promise.all(Array.from({ length: 300 }, () => take(house, who, root(at))))
  expect(pages.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  // Counted for each reader: a colleague behind the same line reads on.
  expect((await take(house, at.village.as('facilitator'), root(at))).status).toBe(200)
})

test('what is not understood is refused, a board member sees no persons, and an unchanged page is not sent twice', async () => {
  const at = await SurveyHouse.of(house, house.village())
  await at.fill(homes(3))
  const who = at.village.as('facilitator')
  for (const query of [
    '$orderby=x',
    '$filter=house/roof%20eq%20%27zinc%27',
    '$expand=head',
    '$expand=member($levels=2)',
    '$expand=member($expand=head)',
    '$expand=member(',
    '$top=-1',
    '$skiptoken=x',
    ...[
      [1, 0, -1],
      [1, 0, -5],
      [1, -1, null],
      [-1, 0, null],
      [1, 0, '9'],
      [1, 0],
    ].map((token) => `$skiptoken=${Buffer.from(JSON.stringify(token)).toString('base64url')}`),
    '$filter=__system/reviewState%20eq%20constructor',
    ...['1', "'1'", '-271821-04-20T00:00:00Z'].map((day) => `$filter=__system/submissionDate ge ${day}`),
  ])
    expect((await take(house, who, `${root(at)}/Submissions?${query}`)).status, query).toBe(501)
  expect((await take(house, who, `${root(at)}/Elsewhere`)).status).toBe(404)
  const member = at.village.as('board-member')
  const page = await read(member, `${root(at)}/Submissions?$expand=*`)
  expect(JSON.stringify(page)).not.toMatch(/Ibu|Ani|110\.4/)
  expect(page.value[0]?.__system).toMatchObject({ submitterId: null, deviceId: null })
  expect((await take(house, member, `${root(at)}/Submissions?personal=yes`)).status).toBe(403)
  const { headers } = await take(house, who, `${root(at)}/Submissions`)
  const again = await house.app.inject({
    method: 'GET',
    url: `${root(at)}/Submissions`,
    headers: { 'x-test-person': who.actor.session, 'if-none-match': String(headers.etag) },
  })
  expect(again.statusCode).toBe(304)
})

test('however many spaces stand in a filter, it is read at once', () => {
  const read = (length: number) => askingOf({ $filter: `x${' '.repeat(length)}y` })
  expect(read(100)).toMatchObject({ code: 'surveys.odata-unsupported' })
  expect(growth(read, 20_000)).toBeLessThan(inProportion)
})
