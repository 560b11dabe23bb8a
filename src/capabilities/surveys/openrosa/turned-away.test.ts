// What the door of OpenRosa turns away over real HTTP: broken, too large, cut off, not meant for it.
import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import net from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { House } from '../../../apps/server/village.testing.ts'
import { today } from '../../../kernel/day.ts'
import { closeSurvey } from '../survey.ts'
import { formHere, ok, surveyHere } from '../surveys.testing.ts'
import { addressOf, ask, type Device, deviceIn, message, photo, send } from './collect.testing.ts'
import { CollectVillage, filled, formId, model } from './collect-village.testing.ts'

let here: CollectVillage
let house: House
let device: Device

beforeAll(async () => {
  here = await CollectVillage.open()
  ;({ house, device } = here)
}, 60_000)
afterAll(() => house.close())

const countsOf = () => here.counts()
const stored = (instance: string) => here.stored(instance)

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

  test('the photo of a new phone, larger than our own app would send, comes in with its answers', async () => {
    const big = filled({ foto: 'besar.jpg' })
    expect(
      (await send(device.keyed, big.xml, [{ name: 'besar.jpg', bytes: photo(14_000_000) }])).status,
    ).toBe(201)
    expect((await stored(big.instance)).missing).toBe(0)
  })

  test('what is larger than the door says it takes is told so before it is sent, in English for those who ask so', async () => {
    const before = await countsOf()
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 100_000_001,
      'accept-language': 'en',
    }
    const answer = await new Promise<{ status: number | undefined; text: string }>((done, failed) => {
      const asked = httpRequest(`${device.keyed}/submission`, { method: 'POST', headers }, async (reply) => {
        done({ status: reply.statusCode, text: String(await reply.toArray()) })
        asked.destroy()
      })
      asked.on('error', failed)
      asked.write('--x\r\n')
    })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('at most 100 MB')
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

  test('a body that says no length, grows past all measure and never ends is answered at once, and leaves no file', async () => {
    const { hostname, port, pathname } = new URL(`${device.keyed}/submission`)
    const socket = net.connect(Number(port), hostname)
    let answer = ''
    const ended = new Promise<void>((done) => {
      socket
        .on('error', () => done())
        .on('data', (bytes) => {
          answer += bytes
        })
      socket.on('close', () => done())
    })
    const chunk = (bytes: Buffer | string) =>
      new Promise((done) => {
        socket.write(`${Buffer.byteLength(bytes).toString(16)}\r\n`)
        socket.write(bytes)
        socket.write('\r\n', done)
      })
    const part = (name: string) =>
      `--TIADA\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n`
    socket.write(
      `POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=TIADA\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    await chunk(part('xml_submission_file'))
    const much = Buffer.alloc(9_000_000, 'x')
    for (let n = 0; n < 11; n++) await chunk(much)
    await chunk(`\r\n${part('a.jpg')}`)
    await chunk(much.subarray(0, 2_000_000))
    await ended
    expect(answer).toContain('HTTP/1.1 413')
    const { dataFolder } = house.services
    await expect.poll(() => readdirSync(join(dataFolder, 'incoming'))).toEqual([])
  }, 20_000)

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
        .give(closeSurvey, { id: closing, basedOn: 1, on: today(), complete: false, reason: 'Banjir' }),
    )
    const late = await send(phone.keyed, made())
    expect(late.status).toBe(409)
    expect(message(late)).toContain('ditutup')
    expect((await send(phone.keyed, kept)).status).toBe(201)
    expect((await ask(`${phone.keyed}/formList`)).text).not.toContain('<xform>')
  })

  test('a device that asks without end waits for the next minute, and its submissions are taken', async () => {
    const village = house.village()
    const own = { ...model, formId: 'terus', files: [] }
    await surveyHere(house, village, { form: await formHere(house, { model: own }), population: 'open' })
    const phone = await deviceIn(house, village)
    const statuses: number[] = []
    for (let n = 0; n < 310; n++) statuses.push((await ask(`${phone.keyed}/submission`)).status)
    expect([...new Set(statuses)]).toEqual([204, 429])
    const made = filled({}).xml.replace(formId, 'terus')
    expect((await send(phone.keyed, made)).status).toBe(201)
  })

  test('whoever guesses secrets is held off, while the device of the same address goes on', async () => {
    const address = await addressOf(house)
    const phone = await deviceIn(house, house.village())
    const list = async () => (await ask(`${phone.keyed}/formList`)).status
    expect(await list()).toBe(200)
    const guess = () => ask(`${address}/odk/k/${Math.random()}/formList`)
    const statuses = new Set<number>()
    for (let n = 0; n < 310; n++) statuses.add((await guess()).status)
    expect(statuses).toEqual(new Set([403, 429]))
    expect(await list()).toBe(200)
  })
})
