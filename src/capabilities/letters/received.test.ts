import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse } from '../../apps/server/village.testing.ts'
import { addDays, today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { rightCheck } from '../../kernel/paper.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { factsToldOf } from '../programmes/door.ts'
import { enrol } from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { checkDocument, registerDocument, strike } from './document.ts'
import { dispose, finishDisposition, type Incoming, registerIncoming } from './incoming.ts'
import { cancel, explainGap, issue, markSent, reserve } from './letter.ts'
import { setLetterhead } from './letterhead.ts'
import { headInput, letterInput } from './letters.testing.ts'
import { acknowledgeLetterOnPaper, checkLetterPaper, recordReceipt } from './receipt.ts'
import { meetingsTell } from './request.testing.ts'
import { whyNotRegisterDocument } from './rules-received.ts'
import { lettersServer } from './server.ts'
import { lettersTexts } from './texts.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer, lettersServer], lettersTexts)
})
afterAll(() => house.close())

const now = today()
const ago = (days: number) => addDays(now, -days)
const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map(({ code }) => code)
const scan = () => ({ id: newId(), mediaType: 'image/jpeg' as const, bytes: 10, sha256: 'a'.repeat(64) })
async function ok(answer: Promise<{ status: number; body: unknown }>) {
  const { body, status } = await answer
  expect(body).toMatchObject({ status: 'done' })
  expect(status).toBe(200)
}

/** A village in the TKPK programme with a letter of its own, sent or not. */
async function office() {
  const village = house.village()
  const sari = village.as('facilitator')
  const { body } = await sari.ask('programmes.available')
  const { definitions } = body as unknown as { definitions: { id: string; key: string }[] }
  const programme = definitions.find(({ id }) => id === 'tkpk-neighbourhood')?.key ?? ''
  const enrolment = newId()
  const about = {
    id: enrolment,
    programme,
    startOn: ago(200),
    ...takenUp,
  }
  await ok(sari.give(enrol, about))
  const head = headInput()
  await ok(sari.give(setLetterhead, head))
  const letter = letterInput(head.id, { kind: 'notice', enrolment, date: ago(20) })
  await ok(sari.give(issue, letter))
  return { village, sari, enrolment, letter: letter.id }
}

const factsOf = (sari: Person, enrolment: string) =>
  inPlace(house.db, sari.place, newId(), async (tx) => {
    const at = { tx, place: sari.place, district: sari.place.slice(0, 8) }
    const facts = await factsToldOf(at, enrolment)
    return Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]))
  })

const answerTo = (answers: string | null, changes: object = {}) => ({
  ...{ id: newId(), enrolment: null, receivedOn: ago(3), sender: 'Wali Kota', number: '600/12/2', answers },
  ...{ date: ago(5), subject: 'Persetujuan RTBL', scan: scan(), ...changes },
})

const decisionOf = (enrolment: string, changes: { incoming?: string; position?: string } = {}) => ({
  ...{ id: newId(), enrolment, kind: 'plan_approval', number: '188/45', date: ago(30), incoming: null },
  ...{ signatory: 'H. Wibowo', position: 'Wali Kota', from: null, until: null, scan: scan() },
  ...changes,
})

test('a letter is sent to somebody, received by somebody, and answered', async () => {
  const { sari, enrolment, letter } = await office()
  const receipt = { letter, basedOn: 1, on: ago(9), to: '', name: 'Front office Bappeda', scan: scan() }
  expect(codes(await sari.give(recordReceipt, receipt))).toEqual(['letters.not-sent'])
  const sent = {
    letter,
    basedOn: 1,
    on: ago(10),
    how: 'courier' as const,
    to: 'Bappeda',
    note: '',
    signed: [],
  }
  await ok(sari.give(markSent, sent))
  expect(codes(await sari.give(recordReceipt, { ...receipt, basedOn: 2, on: ago(11) }))).toEqual([
    'letters.before-sent',
  ])
  await ok(sari.give(recordReceipt, { ...receipt, basedOn: 2 }))
  expect(await factsOf(sari, enrolment)).toMatchObject({
    'letter.notice.sent': true,
    'letter.notice.sent_on': ago(10),
    'letter.notice.received': true,
    'letter.notice.answered': false,
  })
  const reply = answerTo(letter)
  expect((await sari.give(registerIncoming, reply)).body).toMatchObject({ answer: { agenda: 1 } })
  expect((await factsOf(sari, enrolment))['letter.notice.answered']).toBe(true)
  await ok(sari.give(strike, { of: 'incoming', id: reply.id, basedOn: 1, on: now, reason: 'Salah catat' }))
  expect((await factsOf(sari, enrolment))['letter.notice.answered']).toBe(false)
})

test('an answer is to a letter that went out and stands, and belongs to a programme of this village', async () => {
  const { sari, letter } = await office()
  expect(codes(await sari.give(registerIncoming, answerTo(letter)))).toEqual(['letters.not-sent'])
  expect(codes(await sari.give(registerIncoming, answerTo(null, { enrolment: newId() })))).toEqual([
    'letters.enrolment-not-running',
  ])
  await ok(sari.give(cancel, { letter, basedOn: 1, on: now, reason: 'Salah nomor' }))
  expect(codes(await sari.give(registerIncoming, answerTo(letter)))).toEqual(['letters.cancelled-already'])
})

test('a decision rests on a letter of its own programme that stands; the village does not decide for those above it, however it writes its office', async () => {
  const { sari, enrolment } = await office()
  const row = answerTo(null, { enrolment })
  await ok(sari.give(registerIncoming, row))
  await ok(sari.give(strike, { of: 'incoming', id: row.id, basedOn: 1, on: now, reason: 'Salah catat' }))
  const decision = decisionOf(enrolment, { incoming: row.id })
  expect(codes(await sari.give(registerDocument, decision))).toContain('letters.struck-already')
  const facts = { programme: undefined, since: null, facts: {}, today: now }
  const incoming = { enrolment: newId(), struck: null, receivedOn: ago(9) } as unknown as Incoming
  const against = (date: string) =>
    whyNotRegisterDocument({ ...decision, date }, { ...facts, incoming }).map(({ code }) => code)
  expect(against(ago(9))).toContain('letters.incoming-of-another')
  // Nor did it come with a letter that was there before it.
  expect(
    [against(ago(9)), against(ago(8))].map((codes) => codes.includes('letters.document-after-letter')),
  ).toEqual([false, true])
  for (const position of ['Kepala  Desa', 'Kepala\u00a0Desa', 'Kep. Desa', 'a.n. Kep.Desa', 'LURAH'])
    expect(codes(await sari.give(registerDocument, decisionOf(enrolment, { position }))), position).toContain(
      'letters.document-of-village',
    )
  const kind = { id: 'plan_approval', beyondVillage: true, by: { id: 'Wali Kota', en: 'the mayor' } }
  const programme = { kinds: { documents: [kind], meetings: [] } } as never
  const decided = (position: string) =>
    whyNotRegisterDocument(decisionOf(enrolment, { position }), { ...facts, programme, incoming: undefined })
  const ofCity = [
    ...['Ketua TKPK Provinsi', 'Sekretaris TKPK Kota Yogyakarta', 'Kepala Bappeda selaku Sekretaris TKPK'],
    ...['Wakil Wali Kota selaku Ketua TKPK Kota', 'Ketua Tim Penanggulangan Kemiskinan Daerah'],
    ...['Sekretaris TKPK, Kepala Bappeda', 'Ketua TKPK Kab. Sleman'],
  ]
  for (const position of ofCity) expect(decided(position), position).toEqual([])
  for (const position of ['Ketua TKPK', 'Ketua TKPK Tegal Panggung, Kota Yogyakarta', 'TKPK Kelurahan'])
    expect(
      decided(position).map(({ code }) => code),
      position,
    ).toEqual(['letters.document-of-village'])
})

test('a phone of last month marks a letter sent without saying to whom', async () => {
  const { sari, letter } = await office()
  const older = { letter, basedOn: 1, on: ago(10), how: 'hand', note: '' }
  await ok(sari.give(markSent, older as never, { version: 1 }))
  const receipt = { letter, basedOn: 2, on: ago(9), name: 'Ketua RW 03', scan: null }
  await ok(sari.give(recordReceipt, receipt as never, { version: 1 }))
})

test('what came in is passed on to a role, which says when it is done', async () => {
  const { village, sari } = await office()
  expect(
    codes(await sari.give(registerIncoming, answerTo(null, { receivedOn: addDays(now, 1), date: ago(-2) }))),
  ).toEqual(['letters.date-ahead', 'letters.dated-after-receipt'])
  expect(codes(await sari.give(registerIncoming, answerTo(newId())))).toEqual(['letters.letter-unknown'])
  const row = answerTo(null)
  await ok(sari.give(registerIncoming, row))
  const disposition = newId()
  const pass = { incoming: row.id, basedOn: 1, disposition, on: now, to: 'board-secretary' as const }
  const task = { ...pass, toName: 'Dewi', note: 'Siapkan jawaban', due: addDays(now, 3) }
  expect((await village.as('volunteer').give(dispose, task)).status).toBe(403)
  const late = { ...task, on: ago(4), due: ago(6) }
  expect(codes(await village.as('village-head').give(dispose, late))).toEqual([
    'letters.before-received',
    'letters.due-before',
  ])
  await ok(village.as('village-head').give(dispose, task))
  const twice = { ...task, basedOn: 2, to: 'facilitator' as const }
  expect(codes(await sari.give(dispose, twice))).toEqual(['letters.disposition-twice'])
  const done = { incoming: row.id, basedOn: 2, disposition, on: now, note: 'Terkirim' }
  expect(codes(await village.as('volunteer').give(finishDisposition, done))).toEqual([
    'letters.disposition-of-another',
  ])
  await ok(village.as('board-secretary').give(finishDisposition, done))
  expect(codes(await sari.give(finishDisposition, { ...done, basedOn: 3 }))).toEqual([
    'letters.disposition-done',
  ])
  const [stored] = await sari.rows<Incoming>('letters.incoming')
  expect(stored).toMatchObject({ agenda: 1, dispositions: [{ toName: 'Dewi', done: { note: 'Terkirim' } }] })
})

/** The meeting on the rules was held. */
const ruled = (sari: Person, enrolment: string, on: string) =>
  meetingsTell(house, sari, enrolment, { 'meeting.rules.first_held_on': { value: on, records: [] } })

test('an approval is on record once a second person has checked it, and is in force for its time only', async () => {
  const { village, sari, enrolment } = await office()
  const paper = decisionOf(enrolment)
  const wrong = { ...paper, date: addDays(now, 1), until: now, scan: null, kind: 'designation' }
  expect(codes(await sari.give(registerDocument, wrong))).toEqual([
    ...['letters.document-kind-unknown', 'letters.date-ahead', 'letters.ends-before'],
    'letters.document-needs-scan',
  ])
  expect(codes(await sari.give(registerDocument, paper))).toEqual(['letters.document-without-meeting'])
  await ruled(sari, enrolment, ago(40))
  const own = { ...paper, date: '1950-01-01', position: 'Plt. Lurah Tegal Panggung' }
  expect(codes(await sari.give(registerDocument, own))).toEqual([
    ...['letters.document-before-meeting', 'letters.document-before-start', 'letters.document-of-village'],
  ])
  const check = { document: paper.id, basedOn: 1, agrees: true, reason: '', scan: paper.scan.id }
  const checking = async (one: { id: string; scan: ReturnType<typeof scan> }) => {
    await house.filesArrive(village)
    await ok(
      village.as('village-head').give(checkDocument, { ...check, document: one.id, scan: one.scan.id }),
    )
  }
  await ok(sari.give(registerDocument, { ...paper, until: ago(1) }))
  const fact = async (name: string) => (await factsOf(sari, enrolment))[`document.plan_approval.${name}`]
  expect([await fact('registered'), await fact('in_force'), await fact('registered_unchecked')]).toEqual([
    ...[false, undefined, true],
  ])
  expect(codes(await sari.give(checkDocument, check))).toEqual(['platform.paper-own'])
  expect(codes(await village.as('facilitator').give(checkDocument, check))).toEqual([
    'platform.paper-same-role',
  ])
  expect(codes(await village.as('village-head').give(checkDocument, check))).toEqual([
    'platform.paper-not-arrived',
  ])
  await checking(paper)
  expect([await fact('registered'), await fact('dated'), await fact('in_force')]).toEqual([
    true,
    ago(30),
    false,
  ])
  const renewed = { ...paper, id: newId(), date: ago(2), scan: scan() }
  const same = { ...renewed, scan: paper.scan }
  expect(codes(await sari.give(registerDocument, same))).toEqual(['platform.scan-known'])
  await ok(sari.give(registerDocument, renewed))
  expect(await fact('dated')).toBe(ago(30))
  await checking(renewed)
  expect([await fact('dated'), await fact('in_force')]).toEqual([ago(2), true])
  await ok(
    sari.give(strike, { of: 'document', id: renewed.id, basedOn: 2, on: now, reason: 'Salinan palsu' }),
  )
  expect(await fact('in_force')).toBe(false)
})

test('a letter is acknowledged on paper, typed by one and checked by another', async () => {
  const { village, sari, enrolment, letter } = await office()
  const paper = { name: 'Sri Rejeki', position: 'Lurah', standing: 'own' as const, on: ago(2), scan: scan() }
  const typed = { letter, basedOn: 1, paper }
  expect(
    codes(await sari.give(acknowledgeLetterOnPaper, { ...typed, paper: { ...paper, scan: null } })),
  ).toEqual(['platform.paper-without-scan'])
  await ok(sari.give(acknowledgeLetterOnPaper, typed))
  const fact = async () => (await factsOf(sari, enrolment))['letter.notice.acknowledged']
  expect(await fact()).toBe(false)
  const agrees = { letter, basedOn: 2, ...rightCheck(paper) }
  await house.filesArrive(village)
  expect(codes(await sari.give(checkLetterPaper, agrees))).toEqual(['platform.paper-own'])
  await ok(village.as('board-member').give(checkLetterPaper, agrees))
  expect(await fact()).toBe(true)
})

test('who makes devices up holds no more numbers; those that are explained are free again', async () => {
  const { sari } = await office()
  const series = { series: 'village', year: Number(now.slice(0, 4)) }
  const made = (count: number) =>
    sari.give(reserve, { id: newId(), device: newId(), office: 'village', ...series, count })
  for (const count of [50, 50, 20]) await ok(made(count))
  expect(codes(await made(1))).toEqual(['letters.account-reserved'])
  await ok(
    sari.give(explainGap, { id: newId(), ...series, first: 41, last: 60, on: now, reason: 'Ponsel hilang' }),
  )
  expect(codes(await made(21))).toEqual(['letters.account-reserved'])
  await ok(made(20))
})
