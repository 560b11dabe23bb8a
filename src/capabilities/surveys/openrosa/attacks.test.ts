// What somebody with a device, or with another role in the village, would try at the door, over real HTTP.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import type { Role } from '../../../kernel/role.ts'
import { blankHousehold, registerHousehold } from '../../people/household.ts'
import { submit } from '../submission.ts'
import { formHere, ok, refusals, surveyHere } from '../surveys.testing.ts'
import { addressOf, ask, type Device, deviceIn, photo, send, uuid } from './collect.testing.ts'
import { CollectVillage, filled, formId, model } from './collect-village.testing.ts'
import { meaning } from './values.ts'

let here: CollectVillage
let house: House
let village: Village
let device: Device

beforeAll(async () => {
  here = await CollectVillage.open()
  ;({ house, village, device } = here)
}, 60_000)
afterAll(() => house.close())

const attachments = async (id: string) =>
  here.one<{ found: unknown }>(sql`select coalesce(jsonb_object_agg(name, sha256), '{}') as found
    from surveys.attachment where district_code = ${here.district} and submission_id = ${id}`)
const editing = (instance: string, name = 'Diganti') =>
  filled({ nama: name }, uuid(), `<deprecatedID>${instance}</deprecatedID>`)

test('an instanceID that is already somebody’s, of another form or of a household, is refused and harms nobody', async () => {
  const other = `${formId}-lain`
  const form = await formHere(house, { model: { ...model, formId: other, files: ['keluarga.csv'] } })
  await surveyHere(house, village, { form })
  const first = filled({})
  expect((await send(device.keyed, first.xml)).status).toBe(201)
  const copy = filled({ nama: 'Lain' }, first.instance).xml.replace(formId, other)
  expect((await send(device.keyed, copy)).status).toBe(409)
  const shouted = filled({ nama: 'Lain' }, `uuid:${first.instance.slice(5).toUpperCase()}`)
  expect((await send(device.keyed, shouted.xml)).status).toBe(409)
  const household = newId()
  const facilitator = village.as('facilitator')
  await ok(facilitator.give(registerHousehold, blankHousehold({ id: household, kk: '3404010203040000' })))
  expect((await send(device.keyed, filled({}, `uuid:${household}`).xml)).status).toBe(409)
  const fresh = filled({})
  const both = await Promise.all([
    send(device.keyed, fresh.xml),
    send(device.keyed, filled({}, fresh.instance).xml.replace(formId, other)),
  ])
  expect(both.map((reply) => reply.status).sort()).toEqual([201, 409])
})

test('what came once is not overwritten by a resend with other bytes, and nothing comes that the form does not name', async () => {
  const { xml, instance } = filled({ foto: 'rumah.jpg' })
  const first = photo(2000)
  expect((await send(device.keyed, xml, [{ name: 'rumah.jpg', bytes: first }])).status).toBe(201)
  const { id } = await here.stored(instance)
  const before = await attachments(id)
  const again = [
    { name: 'rumah.jpg', bytes: photo(3000) },
    { name: 'titipan.jpg', bytes: photo(3000) },
    { name: '../../etc/passwd', bytes: photo(3000) },
  ]
  expect((await send(device.keyed, xml, again)).status).toBe(201)
  expect(await attachments(id)).toEqual(before)
  const { count } = await here.one<{ count: number }>(
    sql`select count(*)::int as count from platform.file
      where district_code = ${here.district} and owner_id = ${id}`,
  )
  expect(count).toBe(1)
})

test('a photo opens to those who send and judge; who merely knows its number gets nothing', async () => {
  const { xml, instance } = filled({ foto: 'rumah.jpg' })
  expect((await send(device.keyed, xml, [{ name: 'rumah.jpg', bytes: photo(2000) }])).status).toBe(201)
  const { file } = await here.one<{ file: string }>(sql`select file_id as file from surveys.attachment
    where district_code = ${here.district} and submission_id = ${(await here.stored(instance)).id}`)
  const seen = async (role: Role) =>
    (await village.as(role).http('GET', `/api/files/${village.place}/${file}`)).status
  for (const role of ['facilitator', 'board-secretary', 'volunteer'] as const)
    expect([role, await seen(role)]).toEqual([role, 200])
  for (const role of ['village-head', 'board-member', 'unit-manager', 'district-officer', 'auditor'] as const)
    expect([role, await seen(role)]).toEqual([role, 404])
})

test('file names as long as a book, and numbers beyond all measure, become doubts and stop nobody', async () => {
  const long = Array.from({ length: 400 }, () => newId()).join('')
  const { xml, instance } = filled({ foto: long, foto2: `a${'\u0085'}b.jpg`, umur: '1e99' })
  expect((await send(device.keyed, xml)).status).toBe(201)
  const { doubts } = await here.one<{ doubts: { path: string; code: string }[] }>(
    sql`select doubts from surveys.submission where district_code = ${here.district} and instance = ${instance}`,
  )
  const [name, number] = ['surveys.doubt-file-name', 'surveys.doubt-not-a-number']
  expect(doubts.map((each) => each.code)).toEqual([name, name, number])
  expect((await here.stored(instance)).missing).toBe(0)
  expect([meaning('decimal', '1e99').doubt, meaning('decimal', '-12.5e2').value]).toEqual([number, -1250])
})

test('a volunteer mends what they sent themself, and nobody else’s; a facilitator mends all', async () => {
  const { instance, xml: sent } = filled({})
  expect((await send(device.keyed, sent)).status).toBe(201)
  const { id } = await here.stored(instance)
  const give = (who: ReturnType<Village['as']>, xml: string, submission = id) =>
    who.give(submit, {
      id: submission,
      survey: here.survey,
      form: here.form,
      xml,
      files: [],
      household: null,
    })
  const [one, other] = [village.as('volunteer'), village.as('volunteer')]
  expect(refusals(await give(one, editing(instance).xml))).toEqual(['surveys.edition-unknown'])
  const own = filled({})
  const ownId = own.instance.replace('uuid:', '')
  await ok(give(one, own.xml, ownId))
  expect(refusals(await give(other, editing(own.instance).xml, ownId))).toEqual(['surveys.edition-unknown'])
  await ok(give(one, editing(own.instance).xml, ownId))
  await ok(give(village.as('board-secretary'), editing(instance).xml))
})

test('a device mends what its own people sent, and nobody else’s', async () => {
  const own = filled({})
  const volunteer = village.as('volunteer')
  const id = own.instance.replace('uuid:', '')
  await ok(
    volunteer.give(submit, {
      ...{ id, survey: here.survey, form: here.form, xml: own.xml, files: [], household: null },
    }),
  )
  expect((await send(device.keyed, editing(own.instance).xml)).status).toBe(404)
  const sent = filled({})
  expect((await send(device.keyed, sent.xml)).status).toBe(201)
  const strange = await deviceIn(house, village)
  expect((await send(strange.keyed, editing(sent.instance).xml)).status).toBe(404)
  expect((await send(device.keyed, editing(sent.instance).xml)).status).toBe(201)
})

test('of two phones that one facilitator registered, neither mends what the other sent', async () => {
  const facilitator = village.as('facilitator')
  const mine = await deviceIn(house, village, facilitator)
  const other = await deviceIn(house, village, facilitator)
  const sent = filled({})
  expect((await send(mine.keyed, sent.xml)).status).toBe(201)
  expect((await send(other.keyed, editing(sent.instance).xml)).status).toBe(404)
  expect((await send(mine.keyed, editing(sent.instance).xml)).status).toBe(201)
})

test('a device fetches the village’s people only for a form that asks for them, while its survey is open', async () => {
  expect((await ask(`${device.keyed}/forms/${here.form}/files/keluarga.csv`)).status).toBe(200)
  expect((await ask(`${device.keyed}/forms/${here.form}/files/warga.csv`)).status).toBe(404)
})

test('a header that is no ASCII is a wrong secret and no mistake of the server', async () => {
  const url = `${await addressOf(house)}/odk/formList`
  for (const nonce of ['a.b.ääääääääääääääää', 'x']) {
    const authorization = `Digest username="${device.id}", realm="Rembug", nonce="${nonce}", uri="/odk/formList", response="${'ä'.repeat(32)}", qop=auth, nc=1, cnonce="a"`
    const reply = await ask(url, { headers: { authorization } })
    expect(reply.status).toBe(401)
  }
})

test('what two people send in one moment is taken in together, each in their own name', async () => {
  const two = [device, await deviceIn(house, village)]
  const sent = Array.from({ length: 20 }, (_, n) => ({ from: two[n % 2] as Device, ...filled({}) }))
  const replies = await Promise.all(sent.map(({ from, xml }) => send(from.keyed, xml)))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
  // Of a batch that is refused each is taken in alone, at a time of its own.
  const { most } = await here.one<{ most: number }>(
    sql`select max(n)::int as most from (
      select count(distinct actor) as n from platform.log where district_code = ${here.district} and name = 'surveys.submit'
      group by received_at) e`,
  )
  expect(most).toBe(2)
  expect((await here.chain()).whole).toBe(true)
})
