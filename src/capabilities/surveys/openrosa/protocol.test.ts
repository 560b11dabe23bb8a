// ODK Collect's exchanges over real HTTP.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { filePath } from '../../../platform/server/http/file-routes.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { isWhole, verifyLog } from '../../../platform/server/verify.ts'
import { blankHousehold, registerHousehold } from '../../people/household.ts'
import { submit } from '../submission.ts'
import { ok, surveyHere } from '../surveys.testing.ts'
import {
  addressOf,
  ask,
  type Device,
  deviceIn,
  digestHeader,
  message,
  photo,
  send,
  uuid,
} from './collect.testing.ts'
import { CollectVillage, filled, formId } from './collect-village.testing.ts'
import { revokeDevice } from './device.ts'

let here: CollectVillage
let house: House
let village: Village
let device: Device

beforeAll(async () => {
  here = await CollectVillage.open()
  ;({ house, village, device } = here)
}, 60_000)
afterAll(() => house.close())

const countsOf = () => here.counts()
const stored = (instance: string) => here.stored(instance)

describe('the way in', () => {
  test('by the secret address everything opens; a wrong one is 403, which asks nobody for a password', async () => {
    const list = await ask(`${device.keyed}/formList?deviceID=x`)
    expect(list.status).toBe(200)
    const wrong = await ask(`${await addressOf(house)}/odk/k/${'A'.repeat(43)}/formList`)
    expect(wrong.status).toBe(403)
    expect(wrong.headers.get('www-authenticate')).toBeNull()
    expect(message(wrong)).toContain('kode QR')
  })

  test('by name: challenged on the list and on HEAD, let in with the right secret, never twice with the same count', async () => {
    const url = `${await addressOf(house)}/odk/formList?deviceID=x`
    const first = await ask(url)
    expect(first.status).toBe(401)
    const challenge = first.headers.get('www-authenticate') ?? ''
    expect(challenge).toMatch(
      /^Digest realm="Rembug", domain="\/odk\/", qop="auth", algorithm=MD5, nonce="[^"]+"$/,
    )
    const authorization = digestHeader(challenge, device, 'GET', url)
    expect((await ask(url, { headers: { authorization } })).status).toBe(200)
    const again = await ask(url, { headers: { authorization } })
    expect(again.status).toBe(401)
    expect(again.headers.get('www-authenticate')).toContain('stale=true')
    const next = digestHeader(challenge, device, 'GET', url, 2)
    expect((await ask(url, { headers: { authorization: next } })).status).toBe(200)
    const other = digestHeader(challenge, device, 'GET', url, 3, 'B'.repeat(43))
    expect((await ask(url, { headers: { authorization: other } })).status).toBe(401)
    const submission = `${await addressOf(house)}/odk/submission`
    const head = await ask(submission, { method: 'HEAD' })
    expect(head.status).toBe(401)
    const inside = digestHeader(head.headers.get('www-authenticate') ?? '', device, 'HEAD', submission)
    expect((await ask(submission, { method: 'HEAD', headers: { authorization: inside } })).status).toBe(204)
    const forged = challenge.replace(/nonce="[^"]+"/, 'nonce="zzz.aaaa.bbbb"')
    const made = digestHeader(forged, device, 'GET', url)
    expect((await ask(url, { headers: { authorization: made } })).status).toBe(401)
  })

  test('a submission by Digest', async () => {
    const url = `${await addressOf(house)}/odk/submission?deviceID=collect%3Aabc`
    const head = await ask(url, { method: 'HEAD' })
    const authorization = digestHeader(head.headers.get('www-authenticate') ?? '', device, 'POST', url)
    const reply = await send(`${await addressOf(house)}/odk`, filled({}).xml, [], false, { authorization })
    expect(reply.status).toBe(201)
  })

  test('Basic is not even offered without https, and not taken', async () => {
    const authorization = `Basic ${Buffer.from(`${device.id}:${device.secret}`).toString('base64')}`
    const reply = await ask(`${await addressOf(house)}/odk/formList`, { headers: { authorization } })
    expect(reply.status).toBe(401)
    expect(reply.headers.get('www-authenticate')).not.toContain('Basic')
  })

  test('a device that is ended is turned away at once, also in the middle of its work', async () => {
    const lost = await deviceIn(house, village)
    expect((await send(lost.keyed, filled({}).xml)).status).toBe(201)
    const before = await countsOf()
    await ok(village.as('facilitator').give(revokeDevice, { id: lost.id }))
    const reply = await send(lost.keyed, filled({}).xml)
    expect(reply.status).toBe(403)
    expect(message(reply)).toContain('tidak boleh mengirim')
    expect((await ask(`${lost.keyed}/formList`)).status).toBe(403)
    expect(await countsOf()).toEqual(before)
  })
})

describe('what a phone fetches', () => {
  test('the list: complete items, digests of the exact bytes, only forms of this village, in the words of the phone', async () => {
    const { survey: theirs } = await surveyHere(house, house.village(village.place.slice(0, 8)))
    expect(theirs).toBeTruthy()
    const list = await ask(`${device.keyed}/formList?verbose=true&listAllVersions=false&deviceID=x`)
    expect(list.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(list.headers.get('x-openrosa-version')).toBe('1.0')
    expect(list.headers.get('x-openrosa-accept-content-length')).toBe('100000000')
    expect(list.headers.get('content-language')).toBe('id')
    expect(list.headers.get('date')).toMatch(/GMT$/)
    expect(list.text.match(/<xform>/g)).toHaveLength(1)
    const of = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(list.text)?.[1] ?? ''
    expect(of('formID')).toBe(formId)
    expect(of('version')).toBe('3')
    const form = await ask(of('downloadUrl'))
    expect(of('hash')).toBe(`md5:${createHash('md5').update(form.text).digest('hex')}`)
    expect(of('manifestUrl')).toContain('/manifest')
    expect((await ask(`${device.keyed}/formList?formID=lain`)).text).not.toContain('<xform>')
    expect((await ask(`${device.keyed}/formList`, { method: 'HEAD' })).status).toBe(204)
  })

  test('the manifest: files that are there, the village’s households as a list of entities, and whether one is gone', async () => {
    const list = await ask(`${device.keyed}/formList`)
    const manifest = await ask(/<manifestUrl>(.*?)</.exec(list.text)?.[1] ?? '')
    const files = manifest.text.match(/<mediaFile.*?<\/mediaFile>/g) ?? []
    expect(files).toHaveLength(2)
    for (const file of files) {
      const of = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(file)?.[1] ?? ''
      const got = await ask(of('downloadUrl'))
      expect(of('hash')).toBe(`md5:${createHash('md5').update(got.text).digest('hex')}`)
      if (of('filename') !== 'keluarga.csv') continue
      expect(file).toContain('type="entityList"')
      expect(got.text).toMatch(/^name,label,__version,/)
      const gone = newId()
      const integrity = await ask(`${of('integrityUrl')}?id=${gone}&deviceID=x`)
      expect(integrity.headers.get('x-openrosa-version')).toBe('1.0')
      expect(integrity.text).toContain(`<entity id="${gone}"><deleted>true</deleted></entity>`)
      // Before any door: no phone asks so.
      expect((await ask(`${of('integrityUrl')}?id=${gone}&id=${gone}`)).status).toBe(400)
    }
  })

  test('another village’s form is not handed out', async () => {
    const other = await surveyHere(house, house.village(village.place.slice(0, 8)))
    expect((await ask(`${device.keyed}/forms/${other.form}/form.xml`)).status).toBe(404)
    expect((await ask(`${device.keyed}/forms/${other.form}/manifest`)).status).toBe(404)
  })
})

describe('sending', () => {
  test('a submission is there, byte for byte, counted, in the log; sent again it is 201 and nothing more', async () => {
    const before = await countsOf()
    const { xml, instance } = filled({ umur: '41' })
    const first = await send(device.keyed, xml)
    expect(first.status).toBe(201)
    expect(message(first)).toBe('Terima kasih, isian sudah diterima.')
    expect((await send(device.keyed, xml)).status).toBe(201)
    const after = await countsOf()
    expect(after).toEqual({
      ...before,
      rows: before.rows + 1,
      received: before.received + 1,
      editions: before.editions + 1,
    })
    const { id } = await stored(instance)
    expect(id).toBe(instance.slice(5))
    const opened = await inPlace(house.db, village.place, newId(), async (tx) => {
      const { rows } = await sql<{
        xml: Buffer
        answers: unknown
      }>`select e.xml, s.answers from surveys.edition e
        join surveys.submission s on s.district_code = ${here.district} and s.id = e.submission_id
        where e.district_code = ${here.district} and e.instance = ${instance}`.execute(tx)
      const owner = { district: districtOf(village.place), place: village.place, subject: id }
      return {
        xml: await house.services.vault.open<string>(tx, owner, rows[0]?.xml as Buffer),
        answers: rows[0]?.answers,
      }
    })
    expect(opened).toEqual({ xml, answers: { umur: 41 } })
  })

  test('other bytes under the same id are 409, and change nothing', async () => {
    const { xml, instance } = filled({ umur: '41' })
    await send(device.keyed, xml)
    const before = await countsOf()
    const reply = await send(device.keyed, xml.replace('41', '42'))
    expect(reply.status).toBe(409)
    expect(message(reply)).toContain('isi yang lain')
    expect(await countsOf()).toEqual(before)
    expect((await stored(instance)).version).toBe(1)
  })

  test('parts in any order, more than once, with names that are not English; whole when all have come', async () => {
    const names = ['foto rumah – Dusun Pérak.jpg', 'b.jpg']
    const { xml, instance } = filled({ foto: names[0] ?? '', foto2: 'b.jpg' })
    const [first, second] = [photo(20_000), photo(2_000_000)]
    const half = await send(device.keyed, xml, [{ name: 'b.jpg', bytes: second }], true)
    expect(half.status).toBe(201)
    expect(message(half)).toContain('belum datang: 1')
    expect((await stored(instance)).missing).toBe(1)
    expect((await send(device.keyed, xml, [{ name: 'b.jpg', bytes: second }], true)).status).toBe(201)
    expect((await send(device.keyed, xml, [{ name: names[0] ?? '', bytes: first }])).status).toBe(201)
    expect((await stored(instance)).missing).toBe(0)
    const files = await inPlace(
      house.db,
      village.place,
      newId(),
      async (tx) =>
        (
          await sql<{ name: string; id: string; stored: Date | null }>`
      select a.name, a.file_id as id, f.stored_at as stored from surveys.attachment a
      join platform.file f on f.district_code = ${here.district} and f.id = a.file_id
      where a.district_code = ${here.district} and a.submission_id = ${instance.slice(5)} order by a.name`.execute(
            tx,
          )
        ).rows,
    )
    expect(files.map((file) => file.name)).toEqual(['b.jpg', names[0]])
    for (const file of files) {
      const kept = readFileSync(filePath(house.services.dataFolder, village.place, file.id))
      expect(kept.equals(file.name === 'b.jpg' ? second : first), file.name).toBe(true)
      expect(file.stored).not.toBeNull()
    }
  })

  test('an edit takes the place of what it mends; of a stale or unknown one it is refused', async () => {
    const first = filled({ umur: '41' })
    await send(device.keyed, first.xml)
    const before = await countsOf()
    const mended = filled({ umur: '42' }, uuid(), `<orx:deprecatedID>${first.instance}</orx:deprecatedID>`)
    expect((await send(device.keyed, mended.xml)).status).toBe(201)
    expect((await send(device.keyed, mended.xml)).status).toBe(201)
    expect((await send(device.keyed, first.xml)).status, 'the first one, sent late again').toBe(201)
    expect(await countsOf()).toEqual({
      ...before,
      received: before.received - 1,
      edited: before.edited + 1,
      editions: before.editions + 1,
    })
    expect(await stored(mended.instance)).toMatchObject({
      id: first.instance.slice(5),
      state: 'edited',
      version: 2,
    })
    const stale = filled({ umur: '43' }, uuid(), `<orx:deprecatedID>${first.instance}</orx:deprecatedID>`)
    expect((await send(device.keyed, stale.xml)).status).toBe(409)
    const lost = filled({ umur: '44' }, uuid(), `<orx:deprecatedID>${uuid()}</orx:deprecatedID>`)
    expect((await send(device.keyed, lost.xml)).status).toBe(404)
  })

  test('two phones at once, each sending the same and its own, over and over: everything exactly once', async () => {
    const other = await deviceIn(house, village)
    const before = await countsOf()
    const all = Array.from({ length: 30 }, (_, n) => filled({ umur: String(n) }))
    const sendings = [device, other].flatMap((phone) => [...all, ...all].map(({ xml }) => ({ phone, xml })))
    sendings.sort(() => Math.random() - 0.5)
    const replies = await Promise.all(sendings.map(({ phone, xml }) => send(phone.keyed, xml)))
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([201]))
    const after = await countsOf()
    expect(after).toEqual({
      ...before,
      rows: before.rows + 30,
      received: before.received + 30,
      editions: before.editions + 30,
    })
  })
})

describe('the registry and the other way in', () => {
  test('an update of a household made offline reaches the registry, and the household counts as visited once', async () => {
    const id = newId()
    await ok(village.as('facilitator').give(registerHousehold, blankHousehold({ id, membersTold: 3 })))
    const before = await countsOf()
    const entity = `<entity dataset="keluarga" id="${id}" update="1" baseVersion="1"><label/></entity>`
    const { xml, instance } = filled({ jumlah: '5' }, uuid(), entity)
    expect((await send(device.keyed, xml)).status).toBe(201)
    expect((await send(device.keyed, xml)).status).toBe(201)
    expect((await stored(instance)).household).toBe(id)
    const again = filled({ jumlah: '5' }, uuid(), entity)
    expect((await send(device.keyed, again.xml)).status).toBe(201)
    expect((await countsOf()).households).toBe(before.households + 1)
    const row = await here.one(
      sql<{ told: number }>`select members_told as told from people.household
        where district_code = ${here.district} and id = ${id}`,
    )
    expect(row.told).toBe(5)
  })

  test('a phone with Rembug and one with Collect that hold the same instance: it is there once', async () => {
    const { xml, instance } = filled({ umur: '30' })
    const id = instance.slice(5)
    const before = await countsOf()
    const volunteer = village.as('volunteer')
    const give = () =>
      volunteer.give(submit, { id, survey: here.survey, form: here.form, xml, files: [], household: null })
    const given = await give()
    expect(given.body).toMatchObject({ status: 'done', answer: { submission: id, again: false } })
    expect((await send(device.keyed, xml)).status).toBe(201)
    expect((await give()).body).toMatchObject({ status: 'done', answer: { again: true } })
    expect((await countsOf()).rows).toBe(before.rows + 1)
    const other = await volunteer.give(submit, {
      ...{ id, survey: here.survey, form: here.form, files: [], household: null },
      xml: xml.replace('30', '31'),
    })
    expect(other.body.errors?.[0]?.code).toBe('surveys.instance-differs')
  })
})

test('the chain of the log is whole', async () => {
  await inPlace(house.db, village.place, newId(), async (tx) => {
    const verified = await verifyLog(tx)
    expect(verified.breaks).toEqual([])
    expect(isWhole(verified)).toBe(true)
    const { rows } = await sql<{
      held: string
    }>`select fields::text || answer::text || records::text as held from platform.log
      where district_code = ${here.district} and name = 'surveys.submit'`.execute(tx)
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.some((row) => row.held.includes('Sutrisno'))).toBe(false)
  })
})
