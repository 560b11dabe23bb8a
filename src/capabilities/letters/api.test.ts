import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, type Person, testHouse } from '../../apps/server/village.testing.ts'
import { lastYear } from '../../kernel/day.testing.ts'
import { addDays, today } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { newId } from '../../kernel/id.ts'
import { rightCheck } from '../../kernel/paper.ts'
import { viewOf } from '../../kernel/view.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { enrol } from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { letterRow, lettersApplies } from './apply.ts'
import { lettersEvidence } from './evidence.ts'
import {
  acknowledge,
  type Block,
  cancel,
  emptyBody,
  explainGap,
  issue,
  type Letter,
  markSent,
  reserve,
  usualReserve,
} from './letter.ts'
import type { Letterhead } from './letterhead.ts'
import { setLetterhead } from './letterhead.ts'
import { headInput, letterDay, letterInput } from './letters.testing.ts'
import { checkSignedLetter, recordReceipt, signLetter } from './receipt.ts'
import { decision, meetingsTell, request } from './request.testing.ts'
import { lettersServer } from './server.ts'
import { lettersTexts } from './texts.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer, lettersServer], lettersTexts)
})
afterAll(() => house.close())

const now = today()
const year = Number(now.slice(0, 4))
const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map((each) => each.code)

async function office(changes: Parameters<typeof headInput>[0] = {}) {
  const village = house.village()
  const sari = village.as('facilitator')
  const head = headInput(changes)
  expect((await sari.give(setLetterhead, head)).status).toBe(200)
  return { village, sari, head }
}

const asking = (person: Person, changes: object = {}) => ({
  id: newId(),
  device: person.actor.device,
  office: 'village' as const,
  series: 'village',
  year,
  count: usualReserve,
  ...changes,
})

const told = async (where: string) =>
  lookInPlace(house.db, where, async (tx) => {
    const found = await sql<{
      name: string
      value: unknown
    }>`select name, value from programmes.fact where giver = 'letters'`.execute(tx)
    return Object.fromEntries(found.rows.map((row) => [row.name, row.value]))
  })

const decided = (sari: Person, enrolment: string, said: string) =>
  meetingsTell(house, sari, enrolment, decision(said))

async function enrolled(sari: Person): Promise<string> {
  const { body } = await sari.ask('programmes.available')
  const { definitions } = body as unknown as { definitions: { id: string; key: string; newest: boolean }[] }
  const programme = definitions.find((each) => each.id === 'p2kp-2006' && each.newest)?.key ?? ''
  const id = newId()
  const taken = {
    id,
    programme,
    startOn: lastYear('02-02'),
    ...takenUp,
  }
  expect((await sari.give(enrol, taken)).status).toBe(200)
  return id
}

describe('the book of letters', () => {
  test('letters are numbered in order, and start at 1 each 1 January by their own date', async () => {
    const { sari, head } = await office()
    const give = async (date: string) => (await sari.give(issue, letterInput(head.id, { date }))).body
    expect(await give(letterDay)).toMatchObject({
      answer: { number: 1, text: `000.1.5/001/TGP/III/${year - 1}` },
    })
    expect(await give(lastYear('10-02'))).toMatchObject({
      answer: { number: 2, text: `000.1.5/002/TGP/X/${year - 1}` },
    })
    expect(await give(`${year - 2}-12-31`)).toMatchObject({
      answer: { number: 1, text: `000.1.5/001/TGP/XII/${year - 2}` },
    })
  })

  test('what a phone shows before the server answers is what the server keeps', async () => {
    const { sari, head } = await office()
    const block = asking(sari)
    await sari.give(reserve, block)
    const rows = await sari.rows<Letterhead>('letters.letterhead')
    const view = viewOf(sari.place, [{ collection: 'letters.letterhead', id: head.id, value: rows[0] }])
    const numbered = { block: block.id, device: sari.actor.device, number: 3 }
    const input = letterInput(head.id, { date: now, numbered })
    const applied = lettersApplies['letters.issue']?.(view, { input } as never)
    await sari.give(issue, input)
    expect(await sari.rows('letters.letter')).toEqual(applied?.map((change) => change.value))
    const sent = { letter: input.id, basedOn: 1, on: now, how: 'hand' as const, to: '', note: '', signed: [] }
    const after = viewOf(sari.place, applied ?? [])
    const sentRow = lettersApplies['letters.mark-sent']?.(after, { input: sent } as never)
    await sari.give(markSent, sent)
    expect(await sari.rows('letters.letter')).toEqual(sentRow?.map((change) => change.value))
  })

  test('a letter needs a letterhead, and a date that has come', async () => {
    const { sari, head } = await office()
    expect(codes(await sari.give(issue, letterInput(newId())))).toEqual(['letters.no-letterhead'])
    const tomorrow = letterInput(head.id, { date: addDays(now, 2) })
    expect(codes(await sari.give(issue, tomorrow))).toEqual(['letters.date-ahead'])
    const malformed = letterInput(head.id, { classification: '40' })
    expect(await sari.give(issue, malformed)).toMatchObject({ status: 400 })
  })

  test('it is sent, acknowledged by the village head, and gives its facts to the programme', async () => {
    const { village, sari, head } = await office()
    const lurah = village.as('village-head')
    const enrolment = await enrolled(sari)
    await decided(sari, enrolment, 'siap')
    const input = request(head.id, enrolment)
    await sari.give(issue, input)
    expect(await told(sari.place)).toEqual({
      'letter.assistance_request.issued': true,
      'letter.assistance_request.issued_on': letterDay,
      'letter.assistance_request.sent': false,
      'letter.assistance_request.signed_by_all': false,
      'letter.assistance_request.received': false,
      'letter.assistance_request.answered': false,
      'letter.assistance_request.acknowledged': false,
      'letter.assistance_request.acknowledged_on_paper': false,
    })
    const early = {
      ...{ letter: input.id, basedOn: 1, on: addDays(letterDay, -1), how: 'post' as const },
      to: 'Konsultan Manajemen Wilayah (KMW)',
      note: '',
      signed: ['Tokoh masyarakat'],
    }
    const stranger = { ...early, on: letterDay, signed: ['Camat'] }
    expect(codes(await sari.give(markSent, stranger))).toEqual(['letters.not-a-signatory'])
    expect(codes(await sari.give(markSent, early))).toEqual(['letters.before-its-date'])
    const all = ['Tokoh masyarakat', 'Wakil warga miskin']
    const out = { ...early, on: addDays(letterDay, 1) }
    expect(codes(await sari.give(markSent, { ...out, to: 'Pak RT' }))).toEqual(['letters.not-an-addressee'])
    expect((await sari.give(markSent, out)).status).toBe(200)
    expect((await told(sari.place))['letter.assistance_request.sent']).toBe(false)
    // One of those who ask together had not signed; to that addressee it goes out again when all have.
    const whole = { ...out, basedOn: 2, signed: all }
    expect((await sari.give(markSent, whole)).status).toBe(200)
    expect(codes(await sari.give(markSent, { ...whole, basedOn: 3 }))).toEqual(['letters.sent-to-already'])
    expect((await told(sari.place))['letter.assistance_request.sent']).toBe(false)
    const planners = 'Badan Perencanaan Pembangunan Kota/Kabupaten'
    const later = {
      ...out,
      basedOn: 3,
      signed: ['Tokoh masyarakat'],
      to: planners,
      on: addDays(letterDay, 3),
    }
    expect((await sari.give(markSent, later)).status).toBe(200)
    expect(await told(sari.place)).toMatchObject({
      'letter.assistance_request.sent': true,
      'letter.assistance_request.signed_by_all': false,
    })
    expect((await sari.give(markSent, { ...later, basedOn: 4, signed: all })).status).toBe(200)
    expect((await told(sari.place))['letter.assistance_request.signed_by_all']).toBe(false)
    const receipt = { letter: input.id, on: addDays(letterDay, 3), scan: null, name: 'Front office' }
    expect((await sari.give(recordReceipt, { ...receipt, basedOn: 5, to: planners })).status).toBe(200)
    expect((await told(sari.place))['letter.assistance_request.received']).toBe(false)
    expect(codes(await sari.give(recordReceipt, { ...receipt, basedOn: 6, to: planners }))).toEqual([
      'letters.received-already',
    ])
    expect((await sari.give(recordReceipt, { ...receipt, basedOn: 6, to: '' })).status).toBe(200)
    const known = { letter: input.id, basedOn: 7, on: addDays(letterDay, 1), name: 'Sri Rejeki', note: '' }
    expect((await sari.give(acknowledge, known)).status).toBe(403)
    expect((await lurah.give(acknowledge, known)).status).toBe(200)
    expect(codes(await lurah.give(acknowledge, known))).toEqual([
      'letters.changed-meanwhile',
      'letters.acknowledged-already',
    ])
    const scan = { id: newId(), mediaType: 'image/jpeg' as const, bytes: 9, sha256: 'a'.repeat(64) }
    const sheet = { letter: input.id, basedOn: 8, sheet: { on: addDays(letterDay, 1), scan } }
    expect((await sari.give(signLetter, sheet)).status).toBe(200)
    const right = { letter: input.id, basedOn: 9, ...rightCheck(sheet.sheet) }
    expect(codes(await sari.give(checkSignedLetter, right))).toEqual(['platform.paper-own'])
    expect(codes(await lurah.give(checkSignedLetter, right))).toEqual(['platform.paper-not-arrived'])
    await house.filesArrive(village)
    expect((await lurah.give(checkSignedLetter, right)).status).toBe(200)
    expect(await told(sari.place)).toMatchObject({
      'letter.assistance_request.sent': true,
      'letter.assistance_request.signed_by_all': true,
      'letter.assistance_request.sent_on': addDays(letterDay, 3),
      'letter.assistance_request.received': true,
      'letter.assistance_request.acknowledged': true,
    })
  })

  test('a cancelled letter keeps its number, needs a reason, and takes its facts back', async () => {
    const { sari, head } = await office()
    const enrolment = await enrolled(sari)
    await decided(sari, enrolment, 'siap')
    const input = request(head.id, enrolment)
    await sari.give(issue, input)
    const gone = { letter: input.id, basedOn: 1, on: now, reason: 'Salah alamat' }
    expect((await sari.give(cancel, { ...gone, reason: ' ' })).status).toBe(400)
    expect((await sari.give(cancel, gone)).status).toBe(200)
    expect(codes(await sari.give(cancel, { ...gone, basedOn: 2 }))).toEqual(['letters.cancelled-already'])
    expect(await told(sari.place)).toEqual({})
    const next = await sari.give(issue, letterInput(head.id))
    expect(next.body).toMatchObject({ answer: { number: 2 } })
  })

  test('a request is refused before the residents said yes, after they said no, and on another meeting', async () => {
    const { sari, head } = await office()
    const enrolment = await enrolled(sari)
    expect(codes(await sari.give(issue, request(head.id, enrolment)))).toEqual(['letters.not-decided'])
    await decided(sari, enrolment, 'menolak')
    expect(codes(await sari.give(issue, request(head.id, enrolment)))).toEqual(['letters.decided-otherwise'])
    await decided(sari, enrolment, 'siap')
    const right = request(head.id, enrolment)
    const { basis } = right.body
    const forged = [{ heldOn: addDays(letterDay, -30) }, { women: 500 }, { decision: 'Siap sekali' }]
    for (const change of forged) {
      const body = { ...right.body, basis: basis && { ...basis, ...change } }
      expect(codes(await sari.give(issue, { ...right, body }))).toEqual(['letters.other-basis'])
    }
    const loose = { ...right, body: emptyBody, addressee: ['Pak RT'], date: addDays(letterDay, -1) }
    expect(codes(await sari.give(issue, loose))).toEqual([
      ...[
        'letters.other-basis',
        'letters.required',
        'letters.addressee-missing',
        'letters.addressee-missing',
      ],
      ...['letters.signatory-missing', 'letters.signatory-missing'],
    ])
    const early = { ...right, date: addDays(letterDay, -1) }
    expect(codes(await sari.give(issue, early))).toEqual(['letters.before-its-basis'])
    expect((await sari.give(issue, request(head.id, enrolment))).status).toBe(200)
  })

  test('a letter for a programme that is not running here is refused', async () => {
    const { sari, head } = await office()
    const lost = letterInput(head.id, { enrolment: newId() })
    expect(codes(await sari.give(issue, lost))).toEqual(['letters.enrolment-not-running'])
  })

  test('officers see the book without names; a stranger sees nothing', async () => {
    const { village, sari, head } = await office()
    await sari.give(issue, letterInput(head.id))
    const city = village.as('city-officer', { at: sari.place.slice(0, 5) })
    const book = await city.ask('letters.register', { year: year - 1 })
    expect(book.body).toMatchObject([{ number: 1, state: 'issued', acknowledged: false }])
    expect(JSON.stringify(book.body)).not.toContain('Ketua RW')
    const elsewhere = house.village(sari.place.slice(0, 8)).as('facilitator')
    const url = `/api/queries/letters.register?place=${sari.place}&year=${year - 1}`
    expect((await elsewhere.http('GET', url)).status).toBe(403)
    expect((await elsewhere.feed()).rows).toEqual([])
  })
})

describe('blocks of numbers', () => {
  test('two phones never hold the same number', async () => {
    const { village, sari } = await office()
    const budi = village.as('board-secretary')
    expect((await sari.give(reserve, asking(sari))).body).toMatchObject({ answer: { first: 1, last: 10 } })
    expect((await budi.give(reserve, asking(budi))).body).toMatchObject({ answer: { first: 11, last: 20 } })
    expect(await sari.rows<Block>('letters.block')).toMatchObject([
      { device: sari.actor.device, account: sari.actor.account, first: 1, last: 10 },
      { device: budi.actor.device, first: 11, last: 20 },
    ])
  })

  test("a number of another's block, of another series or year, or outside the block is refused", async () => {
    const { village, sari, head } = await office()
    const budi = village.as('board-secretary')
    const block = asking(sari)
    await sari.give(reserve, block)
    const numbered = { block: block.id, device: sari.actor.device, number: 4 }
    const letter = (changes: object = {}) =>
      letterInput(head.id, { date: now, numbered: { ...numbered, ...changes } })
    expect(codes(await budi.give(issue, letter()))).toEqual(['letters.block-of-another'])
    expect(codes(await sari.give(issue, letter({ number: 11 })))).toEqual(['letters.number-outside-block'])
    expect(codes(await sari.give(issue, letter({ block: newId() })))).toEqual(['letters.block-unknown'])
    const old = { ...letter(), date: letterDay }
    expect(codes(await sari.give(issue, old))).toEqual(['letters.block-other-series'])
    expect((await sari.give(issue, letter())).status).toBe(200)
    expect(codes(await sari.give(issue, letter()))).toEqual(['letters.number-taken'])
  })

  test('a phone does not hoard numbers, nor those of a far year', async () => {
    const { sari } = await office()
    await sari.give(reserve, asking(sari, { count: 50 }))
    await sari.give(reserve, asking(sari, { count: 10 }))
    expect(codes(await sari.give(reserve, asking(sari)))).toEqual(['letters.enough-reserved'])
    expect(codes(await sari.give(reserve, asking(sari, { year: year - 2 })))).toEqual(['letters.year-far'])
    expect((await sari.give(reserve, asking(sari, { count: 51 }))).status).toBe(400)
  })

  test('numbers nobody used are explained once, and never while a letter carries one', async () => {
    const { sari, head } = await office()
    const block = asking(sari)
    await sari.give(reserve, block)
    const numbered = { block: block.id, device: sari.actor.device, number: 1 }
    await sari.give(issue, letterInput(head.id, { date: now, numbered }))
    const gap = { id: newId(), series: 'village', year, first: 2, last: 10, on: now, reason: 'Ponsel hilang' }
    const codesOf = async (changes: object) =>
      codes(await sari.give(explainGap, { ...gap, id: newId(), ...changes }))
    expect(await codesOf({ first: 1 })).toEqual(['letters.gap-has-letters'])
    expect(await codesOf({ last: 11 })).toEqual(['letters.gap-beyond'])
    expect(await codesOf({ first: 9, last: 3 })).toEqual(['letters.gap-backwards'])
    expect((await sari.give(explainGap, gap)).status).toBe(200)
    expect(await codesOf({ first: 5, last: 6 })).toEqual(['letters.gap-explained-already'])
    expect(await sari.rows('letters.gap')).toEqual([
      { id: gap.id, series: 'village', year, first: 2, last: 10, reason: 'Ponsel hilang', on: now },
    ])
  })
})

describe('letterheads', () => {
  test('each change is a version; an old letter keeps the letterhead it went out under', async () => {
    const { sari, head } = await office()
    const old = letterInput(head.id)
    await sari.give(issue, old)
    const newer = headInput({ basedOn: 1, name: 'Kelurahan Tegalpanggung' })
    expect(await sari.give(setLetterhead, newer)).toMatchObject({ body: { answer: { version: 2 } } })
    expect((await sari.rows<Letter>('letters.letter'))[0]?.letterhead).toBe(head.id)
    const stale = headInput({ basedOn: 1, city: 'Sleman' })
    const answer = await sari.give(setLetterhead, stale)
    expect(answer.body.errors).toMatchObject([
      { code: 'letters.letterhead-changed', facts: { fields: 'name, city' } },
    ])
  })

  test('numbers are counted as the letterhead says, which does not change in a year that has some; the board has its own short name', async () => {
    const { sari, head } = await office()
    const numbering = { ...head.numbering, seriesBy: 'classification' as const }
    expect((await sari.give(setLetterhead, headInput({ basedOn: 1, numbering }))).status).toBe(200)
    for (const series of ['village', 'village/SK', 'village/1.2'])
      expect(codes(await sari.give(reserve, asking(sari, { series })))).toEqual(['letters.series-malformed'])
    expect((await sari.give(reserve, asking(sari, { series: 'village/400.9' }))).status).toBe(200)
    const back = headInput({ basedOn: 2 })
    expect(codes(await sari.give(setLetterhead, back))).toEqual(['letters.series-in-use'])
    const board = headInput({ office: 'board', name: 'BKM Tegal Panggung' })
    expect(codes(await sari.give(setLetterhead, board))).toEqual(['letters.unit-taken'])
    const own = { ...board, numbering: { ...board.numbering, unit: 'BKM-TP' } }
    expect((await sari.give(setLetterhead, own)).status).toBe(200)
    const letter = await sari.give(issue, letterInput(own.id, { office: 'board' }))
    expect(letter.body).toMatchObject({ answer: { number: 1, text: `000.1.5/001/BKM-TP/III/${year - 1}` } })
  })

  test('an SVG, a script or a large picture is no logo', async () => {
    const { sari } = await office()
    const give = (logo: string) => sari.give(setLetterhead, headInput({ basedOn: 1, logo }))
    expect((await give('data:image/svg+xml;base64,AAAA')).status).toBe(400)
    expect((await give('javascript:alert(1)')).status).toBe(400)
    expect((await give(`data:image/png;base64,${'A'.repeat(120_000)}`)).status).toBe(400)
    expect((await give('data:image/png;base64,iVBORw0KGgo=')).status).toBe(200)
  })
})

test('drafts and cancelled letters are no evidence', () => {
  const head = { ...headInput(), version: 1 } as Letterhead
  const letter = (changes: Partial<Letter>) => ({
    ...letterRow(letterInput(head.id, { kind: 'assistance_request', enrolment: 'e' }), head, 1),
    ...changes,
  })
  const facts = (...letters: Letter[]): Facts =>
    lettersEvidence(
      viewOf(
        'v',
        letters.map((value) => ({ collection: 'letters.letter', id: value.id, value })),
      ),
      'e',
    )
  expect(facts(letter({ state: 'draft' }), letter({ state: 'cancelled' }))).toEqual({})
  expect(facts(letter({ enrolment: 'other' }))).toEqual({})
  const two = facts(letter({ date: addDays(letterDay, 30) }), letter({ date: letterDay }))
  expect(two['letter.assistance_request.issued_on']?.value).toBe(letterDay)
  expect(two['letter.assistance_request.issued']?.records).toHaveLength(2)
})
