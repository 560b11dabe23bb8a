// Read by libraries that know OData and nothing of us, over a socket and with a secret: one takes the metadata as SAP's tools do,
// one asks, chooses and follows pages. And the questions that Power Query asks, in its order.
import { parse } from '@sap-ux/edmx-parser'
import { ODataQuery } from 'ts-odata-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daysFromToday, momentOn } from '../../../kernel/day.testing.ts'
import type { AccountsHouse } from '../../accounts/accounts.testing.ts'
import { ask, type Filled, form, group, household } from '../tables/tables.testing.ts'
import * as t from './tokens.testing.ts'

type Property = { name: string; type: string }
type Typed = { name: string; fullyQualifiedName: string; keys?: Property[] } & {
  [of in 'entityProperties' | 'properties']: Property[]
}
type Schema = {
  entitySets: { name: string; entityTypeName: string }[]
  entityTypes: Typed[]
  complexTypes: Typed[]
}
type Row = Record<string, unknown>

let house: AccountsHouse
let origin: string
beforeAll(async () => {
  house = await t.tokensHouse()
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://localhost:${new URL(address).port}`
}, 300_000)
afterAll(() => house.close())

async function serving(
  more: { personal?: boolean } = {},
  filled: readonly Filled[] = homes(620),
  model = household,
) {
  const place = t.freshVillage()
  const person = await t.personAs(house, place)
  const { survey } = await t.surveyIn(house, place, filled, model)
  const { secret } = await t.issueTo(person, place, survey, more)
  const root = `${origin}${t.rootOf(place, survey)}`
  const headers = { ...t.asExcel, authorization: t.basic(secret) }
  const client = (set: string) =>
    ODataQuery.forV4<Row>(`${root}/${set}`, { requestInit: () => ({ headers }) }) as ODataQuery<Row, Row>
  return { root, headers, client }
}

const homes = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    open: {
      'house/roof': n % 2 ? 'tiles' : 'zinc',
      'house/area': n + 0.75,
      size: n % 3 ? String(n) : n === 0 ? '0812' : 'tidak tahu',
      member: Array.from({ length: n % 4 }, (_each, at) => ({ age: at, work: at ? [{ kind: 'tani' }] : [] })),
    },
    personal: { head: `Ibu ${n}`, point: { lat: -7.8, lon: 110.4 } },
    at: momentOn(daysFromToday(-28 + (n % 20)), '12:00').toISOString(),
  }))

async function schemaOf({ root, headers }: { root: string; headers: Record<string, string> }) {
  const response = await fetch(`${root}/$metadata`, { headers: { ...headers, accept: 'application/xml' } })
  expect(response.status).toBe(200)
  return (parse(await response.text()) as { schema: Schema }).schema
}

/** How JSON bears each type (OData JSON Format 4.0, 7.1). */
const bears: Record<string, (value: unknown) => boolean> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Int64': (value) => Number.isSafeInteger(value),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Date': (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  'Edm.DateTimeOffset': (value) => !Number.isNaN(Date.parse(String(value))),
  'Edm.GeographyPoint': (value) => (value as { type: string }).type === 'Point',
}

/** What of a row is not as the metadata says: a property it does not know, or a value of another type. */
function strays(schema: Schema, type: string, row: Row, at = ''): string[] {
  const typed = [...schema.entityTypes, ...schema.complexTypes].find(
    (each) => each.fullyQualifiedName === type,
  )
  if (!typed) return type.endsWith('reviewState') ? [] : [`${at}: no type ${type}`]
  const known = new Map((typed.entityProperties ?? typed.properties).map(({ name, type: of }) => [name, of]))
  return Object.entries(row).flatMap(([name, value]) => {
    const of = known.get(name)
    if (of === undefined) return [`${at}/${name}: not said`]
    if (value === null) return []
    const fits = bears[of]
    if (fits) return fits(value) ? [] : [`${at}/${name}: ${JSON.stringify(value)} is no ${of}`]
    return strays(schema, of, value as unknown as Row, `${at}/${name}`)
  })
}

test('each row of each set is as the metadata says, however many pages it takes', async () => {
  for (const personal of [false, true]) {
    const service = await serving({ personal })
    const schema = await schemaOf(service)
    expect(schema.entitySets.map(({ name }) => name)).toEqual([
      ...['Submissions', 'Submissions.member', 'Submissions.member.work'],
    ])
    const counts: number[] = []
    for (const { name, entityTypeName } of schema.entitySets) {
      expect(
        schema.entityTypes.find((each) => each.fullyQualifiedName === entityTypeName)?.keys,
      ).toMatchObject([{ name: '__id' }])
      const ids = new Set<unknown>()
      for await (const row of service.client(name)) {
        expect(strays(schema, entityTypeName, row as Row)).toEqual([])
        ids.add((row as Row).__id)
      }
      counts.push(ids.size)
    }
    expect(counts).toEqual([620, 155 * 6, 155 * 3])
    const said = schema.entityTypes[0]?.entityProperties.map(({ name }) => name)
    expect([said?.includes('head'), said?.includes('point')]).toEqual([personal, personal])
  }
})

test('what a form reckoned is a text as it is, and beside it a number where it looks like nothing else', async () => {
  const service = await serving({}, homes(4))
  const schema = await schemaOf(service)
  const types = new Map(
    schema.entityTypes[0]?.entityProperties.map(({ name, type }) => [name, type] as const),
  )
  expect([types.get('size'), types.get('size_number')]).toEqual(['Edm.String', 'Edm.Double'])
  const { value } = await service.client('Submissions').getManyAsync()
  expect(value.map(({ size, size_number }) => [size, size_number])).toEqual([
    ['0812', null],
    ['1', 1],
    ['2', 2],
    ['tidak tahu', null],
  ])
  // A question that has the name already keeps it.
  const own = form([ask('size', 'calculate'), ask('size_number', 'text'), group('group', 'g', [])])
  const clash = await serving({}, [{ open: { size: '12.5', size_number: 'dua belas' } }], own)
  const { value: rows } = await clash.client('Submissions').getManyAsync()
  expect(rows).toMatchObject([{ size: '12.5', size_number: 'dua belas', size_number_2: 12.5 }])
})

test('Power Query is told what it may push to the server: no order, and filters on when it came and how it was judged', async () => {
  const { root, headers } = await serving({}, homes(1))
  const xml = await (await fetch(`${root}/$metadata`, { headers })).text()
  const { container } = xml.match(/(?<container><EntityContainer.*<\/EntityContainer>)/)?.groups ?? {}
  const [submissions = '', members = ''] = container?.match(/<EntitySet .*?<\/EntitySet>/g) ?? []
  expect(container).toContain('V1.BatchSupported" Bool="false"')
  for (const set of [submissions, members]) {
    expect(set).toContain('<PropertyValue Property="Sortable" Bool="false"/>')
    expect(set).toContain('<PropertyValue Property="Countable" Bool="true"/>')
  }
  expect(submissions).toContain('<PropertyPath>house/area</PropertyPath>')
  expect(submissions).toContain('<PropertyPath>__system/deviceId</PropertyPath>')
  expect(submissions).not.toContain('<PropertyPath>__system/submissionDate</PropertyPath>')
  expect(members).toContain('<PropertyValue Property="Filterable" Bool="false"/>')
  expect(submissions).not.toContain('head')
})

test('a library chooses, skips, counts and filters as it is told', async () => {
  const { client } = await serving({}, homes(40))
  const all = client('Submissions')
  const areas = (rows: { value: unknown[] }) =>
    rows.value.map((row) => (row as { house: { area: number } }).house.area)
  expect(areas(await all.top(3).skip(10).getManyAsync())).toEqual([10.75, 11.75, 12.75])
  const counted = await all.top(1).getManyWithCountAsync()
  expect([counted['@odata.count'], counted.value.length]).toEqual([40, 1])
  const chosen = await all.select('__id', '__system').top(2).getManyAsync()
  expect((chosen.value as unknown as Row[]).map((row) => Object.keys(row))).toEqual([
    ['__id', '__system'],
    ['__id', '__system'],
  ])
  const sorted = all.orderBy((row) => row.__id as never).getManyAsync()
  await expect(sorted, 'what is not understood is said').rejects.toThrow('surveys.odata-unsupported')
})

test('Power Query is asked for a name, reads the service, its metadata and a preview, and then everything', async () => {
  const { root, headers } = await serving({}, homes(620))
  const { authorization: _, ...anonymous } = headers
  const first = await fetch(root, { headers: anonymous })
  expect([first.status, first.headers.get('www-authenticate')]).toEqual([
    ...[401, expect.stringMatching(/^Basic /)],
  ])
  const get = async (url: string, more: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers: { ...headers, ...more } })
    expect([answer.status, answer.headers.get('odata-version')], url).toEqual([200, '4.0'])
    return answer
  }
  const service = (await (await get(root)).json()) as { '@odata.context': string; value: { url: string }[] }
  expect(service['@odata.context']).toBe(`${root}/$metadata`)
  await get(service['@odata.context'], { accept: 'application/xml' })
  const [set] = service.value
  // A name beside the document that lists it.
  const url = new URL(set?.url ?? '', service['@odata.context']).href
  const preview = (await (await get(`${url}?$top=1000`)).json()) as {
    value: Row[]
    '@odata.nextLink': string
  }
  expect(preview.value).toHaveLength(250)
  let rows = 0
  for (let next: string | undefined = url; next; ) {
    const page = (await (await get(next)).json()) as { value: Row[]; '@odata.nextLink'?: string }
    rows += page.value.length
    next = page['@odata.nextLink']
    expect(next?.startsWith(origin) ?? true).toBe(true)
  }
  expect(rows).toBe(620)
  expect(await (await get(`${url}/$count`)).text()).toBe('620')
})
