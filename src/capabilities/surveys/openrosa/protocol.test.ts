// ODK Collect's exchanges over real HTTP.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { filePath } from '../../../platform/server/http/file-routes.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { isWhole, verifyLog } from '../../../platform/server/verify.ts'
import { revokeDevice } from '../device.ts'
import { closeSurvey } from '../survey.ts'
import { formHere, ok, surveyHere, surveysHouse } from '../surveys.testing.ts'
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
import { everyType, ask as question, xmlOf } from './instance.testing.ts'

let house: House
let village: Village
let device: Device
let survey: string
const formId = 'keluarga-odk'
const model = {
  ...everyType,
  ...{ formId, version: '3', files: ['logo.png', 'keluarga.csv'] },
  items: [
    question('/data/nama', 'text', { privacy: 'personal' }),
    question('/data/foto', 'image'),
    question('/data/foto2', 'image'),
    question('/data/umur', 'integer'),
  ],
}

beforeAll(async () => {
  house = await surveysHouse()
  village = house.village()
  const form = await formHere(house, { model })
  await sql`insert into surveys.form_file (form_id, name, media_type, bytes, md5)
    values (${form}, 'logo.png', 'image/png', 'png', ${createHash('md5').update('png').digest('hex')})`.execute(
    house.db,
  )
  survey = (await surveyHere(house, village, { form })).survey
  device = await deviceIn(house, village)
}, 60_000)
afterAll(() => house.close())

const filled = (inside: Record<string, string>, instance = uuid(), meta = '') => ({
  instance,
  xml: xmlOf({ nama: 'Sutrisno', ...inside }, { id: formId, version: '3', instance, meta }),
})
const one = async <T>(statement: ReturnType<typeof sql<T>>) =>
  inPlace(house.db, village.place, newId(), async (tx) => (await statement.execute(tx)).rows[0] as T)
const countsOf = () =>
  one(sql<{ rows: number; received: number; edited: number; editions: number }>`select received, edited,
    (select count(*)::int from surveys.submission where survey_id = ${survey}) as rows,
    (select count(*)::int from surveys.edition e join surveys.submission s on s.id = e.submission_id and s.survey_id = ${survey}) as editions
    from surveys.survey where id = ${survey}`)
const stored = (instance: string) =>
  one(sql<{ id: string; missing: number; state: string; version: number }>`select id, missing, state, version
    from surveys.submission where instance = ${instance}`)

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
        join surveys.submission s on s.id = e.submission_id where e.instance = ${instance}`.execute(tx)
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
      select a.name, a.file_id as id, f.stored_at as stored from surveys.attachment a join platform.file f on f.id = a.file_id
      where a.submission_id = ${instance.slice(5)} order by a.name`.execute(tx)
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

describe('what is turned away, with a word for the enumerator, and leaves nothing behind', () => {
  const cases: [string, () => string | Promise<string>, number, string][] = [
    ['another form', () => filled({}).xml.replace(formId, 'lain'), 404, 'tidak dipakai'],
    ['another version', () => filled({}).xml.replace('version="3"', 'version="4"'), 404, 'Versi'],
    ['no instanceID', () => filled({}, '').xml, 400, 'instanceID'],
    [
      'an XML bomb',
      () => `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${filled({}).xml.slice(21)}`,
      400,
      'DOCTYPE',
    ],
    [
      'an external entity',
      () => filled({}).xml.replace('<data', '<!DOCTYPE d SYSTEM "file:///etc/passwd"><data'),
      400,
      'DOCTYPE',
    ],
    ['cut-off XML', () => filled({}).xml.slice(0, -10), 400, 'rusak atau terpotong'],
    ['half a megabyte of XML', () => filled({ nama: 'x'.repeat(500_000) }).xml, 413, 'lebih besar'],
  ]
  test.each(cases)('%s', async (_what, made, status, words) => {
    const before = await countsOf()
    const reply = await send(device.keyed, await made())
    expect(reply.status).toBe(status)
    expect(message(reply)).toContain(words)
    expect(await countsOf()).toEqual(before)
  })

  test('something that is not multipart', async () => {
    const reply = await ask(`${device.keyed}/submission`, {
      method: 'POST',
      body: filled({}).xml,
      headers: { 'content-type': 'text/xml' },
    })
    expect(reply.status).toBe(415)
    expect(message(reply)).toContain('multipart/form-data')
  })

  test('a photo of 10 MB comes in, one of 11 MB does not, in English for those who ask so', async () => {
    const big = filled({ foto: 'besar.jpg' })
    expect(
      (await send(device.keyed, big.xml, [{ name: 'besar.jpg', bytes: photo(10_000_000) }])).status,
    ).toBe(201)
    expect((await stored(big.instance)).missing).toBe(0)
    const before = await countsOf()
    const { xml } = filled({ foto: 'besar.jpg' })
    const reply = await send(device.keyed, xml, [{ name: 'besar.jpg', bytes: photo(11_000_000) }], false, {
      'accept-language': 'en',
    })
    expect(reply.status).toBe(413)
    expect(message(reply)).toContain('a file may have 10 MB')
    expect(await countsOf()).toEqual(before)
  })

  test.each([200, 1_000_000, 3_000_000])(
    'a body of which only %i bytes arrive: nothing is stored, and the resend completes',
    async (arrived) => {
      const before = await countsOf()
      const { xml, instance } = filled({ foto: 'a.jpg' })
      const boundary = 'xxGARISxx'
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="xml_submission_file"; filename="s.xml"\r\nContent-Type: text/xml\r\n\r\n${xml}\r\n--${boundary}\r\nContent-Disposition: form-data; name="a.jpg"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
      const bytes = photo(arrived > 1_000_000 ? 5_000_000 : 1_200_000)
      const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
      await new Promise<void>((done) => {
        const sending = httpRequest(`${device.keyed}/submission`, {
          method: 'POST',
          headers: {
            'content-type': `multipart/form-data; boundary=${boundary}`,
            'content-length': body.length,
          },
        })
        sending.on('error', () => done())
        sending.on('response', () => done())
        sending.write(body.subarray(0, arrived), () => setTimeout(() => sending.destroy(), 50))
        sending.on('close', () => done())
      })
      // A body that ends too early, but says so itself.
      const short = await ask(`${device.keyed}/submission`, {
        method: 'POST',
        body: body.subarray(0, arrived),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      })
      expect(short.status).toBe(400)
      expect(message(short)).toContain('terputus')
      expect(await countsOf()).toEqual(before)
      expect((await send(device.keyed, xml, [{ name: 'a.jpg', bytes }])).status).toBe(201)
      expect((await stored(instance)).missing).toBe(0)
    },
  )

  test('a closed survey takes nothing new, and says 201 again to what it has', async () => {
    const quiet = house.village()
    const own = { ...model, formId: 'tutup', files: [] }
    const form = await formHere(house, { model: own })
    const { survey: closing } = await surveyHere(house, quiet, { form, population: 'open' })
    const phone = await deviceIn(house, quiet)
    const made = () => filled({}).xml.replace(formId, 'tutup')
    const kept = made()
    expect((await send(phone.keyed, kept)).status).toBe(201)
    await ok(
      quiet
        .as('facilitator')
        .give(closeSurvey, { id: closing, basedOn: 1, on: '2026-11-22', complete: false, reason: 'Banjir' }),
    )
    const late = await send(phone.keyed, made())
    expect(late.status).toBe(409)
    expect(message(late)).toContain('ditutup')
    expect((await send(phone.keyed, kept)).status).toBe(201)
    expect((await ask(`${phone.keyed}/formList`)).text).not.toContain('<xform>')
  })

  test('whoever guesses secrets is held off, while the device of the same address goes on', async () => {
    const address = await addressOf(house)
    const guess = () => ask(`${address}/odk/k/${Math.random()}/formList`)
    const statuses = new Set<number>()
    for (let n = 0; n < 40; n++) statuses.add((await guess()).status)
    expect(statuses).toEqual(new Set([403, 429]))
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
      where name = 'surveys.submit'`.execute(tx)
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.some((row) => row.held.includes('Sutrisno'))).toBe(false)
  })
})
