import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays, today } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { newId } from '../../kernel/id.ts'
import { rightCheck } from '../../kernel/paper.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { tellFacts } from './door.ts'
import type { EnrolmentRow } from './enrolment.ts'
import * as commands from './enrolment.ts'
import { checkArchive } from './era/archive.ts'
import { definitionsIn } from './reading/load.ts'
import { adoptDates } from './schedule.ts'
import { programmesServer } from './server.ts'
import { takenUp } from './shipped.testing.ts'
import { checkSignature, signOnPaper } from './signing/signing.ts'

let house: House
beforeAll(async () => {
  house = await testHouse([placesWithoutNation, programmesServer])
})
afterAll(() => house.close())

const p2kp = 'p2kp-2006'
const startOn = daysFromToday(-180)

async function keyOf(person: Person, id = p2kp): Promise<string> {
  const answer = await person.ask('programmes.available')
  const found = (answer.body as unknown as { definitions: { id: string; key: string; newest: boolean }[] })
    .definitions
  return found.find((each) => each.id === id && each.newest)?.key ?? ''
}

/** P2KP as if its chain of signatures had been read in a source, for this village alone. */
async function withReadChain(village: Village): Promise<void> {
  const text = readFileSync('programmes/p2kp-2006.yaml', 'utf8')
    .replace(/^version: \d+$/m, 'version: 2')
    .replaceAll('source: sim_kotaku, evidence: I }', 'source: sim_kotaku, evidence: V }')
  const officer = village.as('city-officer')
  const imported = await officer.give(commands.importDefinition, { file: 'p2kp.yaml', text })
  expect(imported.status).toBe(200)
}

async function enrolled(village: Village, on: string | null = startOn) {
  const facilitator = village.as('facilitator')
  const id = newId()
  const programme = await keyOf(facilitator)
  const answer = await facilitator.give(commands.enrol, {
    id,
    programme,
    startOn: on,
    ...takenUp,
  })
  expect(answer.status).toBe(200)
  return { facilitator, enrolment: id, programme }
}

async function tell(village: Village, enrolment: string, values: Record<string, boolean | number | string>) {
  house.changedBehindLog = true
  const facts: Facts = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, records: [] }]),
  )
  const changes = { touch: () => undefined }
  const at = { place: village.place, district: village.place.slice(0, 8), changes }
  await inPlace(house.db, village.place, newId(), (tx) =>
    tellFacts({ ...at, tx }, 'meetings', enrolment, facts),
  )
}

/** What a village that did all of stage 1 can show. */
const evidence = {
  'meeting.rkm.held': true,
  'meeting.rkm.decision': 'siap',
  'meeting.rkm.attendees.poor': 11,
  'letter.assistance_request.sent': true,
  'letter.assistance_request.signed_by_all': true,
  'volunteers.registered': 12,
  'team.reflection.formed': true,
  'team.reflection.members': 6,
  'training.basic.days_held': 3,
  'training.basic.trained_volunteers': 10,
}

const row = async (person: Person, id: string) =>
  (await person.rows<EnrolmentRow>('programmes.enrolment')).find((each) => each.id === id) as EnrolmentRow

const codes = (answer: { body: { errors?: { code: string }[] } }) =>
  answer.body.errors?.map((error) => error.code)

test('every shipped definition is offered to a village', async () => {
  const answer = await house.village().as('facilitator').ask('programmes.available')
  const ids = (answer.body as unknown as { definitions: { id: string }[] }).definitions.map((each) => each.id)
  const files = definitionsIn('programmes')
  expect(ids.sort()).toEqual(files.map((file) => file.replace('.yaml', '')).sort())
})

test('a village takes up P2KP, and its phone gets the enrolment and the whole definition', async () => {
  const { facilitator, enrolment, programme } = await enrolled(house.village())
  expect(await row(facilitator, enrolment)).toMatchObject({
    status: 'started',
    startedOn: startOn,
    programme,
  })
  expect(await facilitator.rows<{ id: string; key: string }>('programmes.programme')).toMatchObject([
    { id: p2kp, key: programme },
  ])
})

test('a village does not run one programme twice at a time', async () => {
  const village = house.village()
  const { facilitator, programme } = await enrolled(village)
  const again = await facilitator.give(commands.enrol, {
    id: newId(),
    programme,
    startOn,
    ...takenUp,
  })
  expect(codes(again)).toEqual(['programmes.runs-already'])
})

test('stage 1 does not close without evidence, and every missing gate is named', async () => {
  const { facilitator, enrolment } = await enrolled(house.village())
  const answer = await facilitator.give(commands.sign, {
    enrolment,
    stage: 'readiness',
    as: 'submitted',
    note: '',
  })
  expect(answer.status).toBe(422)
  expect(answer.body.errors?.length).toBeGreaterThan(6)
  expect(new Set(codes(answer))).toEqual(new Set(['programmes.gate-unmet']))
})

test('with the evidence there, the facilitator submits, the village head acknowledges and closes, the city verifies', async () => {
  const village = house.village()
  await withReadChain(village)
  const { facilitator, enrolment } = await enrolled(village)
  await tell(village, enrolment, evidence)
  const sign = (as: 'submitted' | 'acknowledged' | 'verified') => ({
    enrolment,
    stage: 'readiness',
    as,
    note: '',
  })
  const head = village.as('village-head')
  expect(codes(await head.give(commands.sign, sign('acknowledged')))).toEqual([
    'programmes.signature-out-of-order',
  ])
  expect((await facilitator.give(commands.sign, sign('submitted'))).status).toBe(200)
  expect(codes(await facilitator.give(commands.sign, sign('acknowledged')))).toEqual([
    'programmes.not-your-signature',
    'programmes.signed-already',
  ])
  expect((await head.give(commands.sign, sign('acknowledged'))).body).toMatchObject({
    answer: { stage: 'closed' },
  })
  expect(
    (await village.as('city-officer', { at: '34.71' }).give(commands.sign, sign('verified'))).status,
  ).toBe(200)
  const closed = await row(facilitator, enrolment)
  expect(closed.stages.readiness).toMatchObject({ status: 'closed', fromArchive: false })
  expect(closed.history.map((event) => event.as ?? event.what)).toEqual([
    'enrolled-after-era',
    'submitted',
    'acknowledged',
    'verified',
  ])
})

test('a lurah signs the closing on paper, and the stage closes on that day, once another has checked the scan', async () => {
  const village = house.village()
  await withReadChain(village)
  const { facilitator, enrolment } = await enrolled(village)
  const about = { enrolment, stage: 'readiness', as: 'acknowledged' as const }
  const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 900, sha256: 'b'.repeat(64) }
  const signed = { position: 'Lurah', standing: 'interim' as const, on: today() }
  const paper = { name: 'Sri Rejeki', ...signed, scan }
  const typing = (changes: object = {}) =>
    facilitator.give(signOnPaper, { ...about, note: '', paper: { ...paper, ...changes } })
  expect(codes(await typing())).toEqual(['programmes.signature-out-of-order'])
  await tell(village, enrolment, evidence)
  await facilitator.give(commands.sign, { enrolment, stage: 'readiness', as: 'submitted', note: '' })
  expect(codes(await typing({ scan: null, on: addDays(today(), 1) }))).toEqual([
    'platform.paper-without-scan',
    'platform.paper-ahead',
  ])
  // Neither before the programme began here, nor before the closing was submitted.
  for (const on of ['1999-01-01', addDays(today(), -1)])
    expect(codes(await typing({ on }))).toEqual(['platform.paper-before'])
  expect((await typing()).status).toBe(200)
  const stageNow = async () => (await row(facilitator, enrolment)).stages.readiness
  expect(await stageNow()).toMatchObject({ status: 'closing', closedOn: null })
  expect(codes(await typing())).toEqual(['platform.paper-waits'])
  const agrees = { ...about, ...rightCheck(paper), office: 'village-head' as const }
  expect(codes(await facilitator.give(checkSignature, agrees))).toEqual(['platform.paper-own'])
  const secretary = village.as('board-secretary')
  const wrong = { ...about, agrees: false, reason: 'Tanpa cap', scan: scan.id }
  expect((await secretary.give(checkSignature, wrong)).body).toMatchObject({ answer: { stage: 'closing' } })
  const second = { ...scan, id: newId() }
  expect((await typing({ scan: second })).status).toBe(200)
  await house.filesArrive(village)
  expect(codes(await secretary.give(checkSignature, agrees))).toEqual(['platform.paper-replaced'])
  const right = { ...agrees, scan: second.id }
  // What was evidence when it was typed must be there still when it closes the stage.
  await tell(village, enrolment, { ...evidence, 'volunteers.registered': 0 })
  expect(codes(await secretary.give(checkSignature, right))).toEqual(['programmes.gate-unmet'])
  await tell(village, enrolment, evidence)
  expect((await secretary.give(checkSignature, right)).body).toMatchObject({ answer: { stage: 'closed' } })
  expect(await stageNow()).toMatchObject({ status: 'closed', closedOn: paper.on })
  expect((await row(facilitator, enrolment)).history.map(({ what }) => what)).toEqual([
    ...['enrolled-after-era', 'signed', 'signed-on-paper', 'paper-wrong', 'signed-on-paper', 'paper-checked'],
  ])
})

test('evidence that is withdrawn before the head signs keeps the stage open', async () => {
  const village = house.village()
  await withReadChain(village)
  const { facilitator, enrolment } = await enrolled(village)
  await tell(village, enrolment, evidence)
  await facilitator.give(commands.sign, { enrolment, stage: 'readiness', as: 'submitted', note: '' })
  const { 'letter.assistance_request.sent': _, ...less } = evidence
  await tell(village, enrolment, less)
  const answer = await village
    .as('village-head')
    .give(commands.sign, { enrolment, stage: 'readiness', as: 'acknowledged', note: '' })
  expect(codes(answer)).toEqual(['programmes.gate-unmet'])
})

test('a community may say no, and that is a valid end', async () => {
  const village = house.village()
  const { facilitator, enrolment } = await enrolled(village)
  const refusal = { enrolment, stage: 'readiness', note: 'Warga memilih tidak ikut.' }
  expect(codes(await facilitator.give(commands.recordRefusal, refusal))).toEqual([
    'programmes.no-refusal-recorded',
  ])
  await tell(village, enrolment, { ...evidence, 'meeting.rkm.decision': 'menolak' })
  expect((await facilitator.give(commands.recordRefusal, refusal)).status).toBe(200)
  expect(await row(facilitator, enrolment)).toMatchObject({ status: 'refused' })
  await tell(village, enrolment, evidence)
  const told = sql`select value from programmes.fact where enrolment_id = ${enrolment} and name like '%.decision'`
  expect((await told.execute(house.owner)).rows).toEqual([{ value: 'menolak' }])
})

test('a stage done before Rembug is closed from the archive, with its date and a scan that somebody else has checked', async () => {
  const village = house.village()
  const { facilitator, enrolment } = await enrolled(village)
  const closing = { enrolment, stage: 'readiness', on: addDays(startOn, 12), note: 'Buku 1', scan: null }
  expect(codes(await facilitator.give(commands.closeFromArchive, closing))).toEqual([
    'programmes.archive-needs-scan',
  ])
  const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 1000, sha256: 'a'.repeat(64) }
  expect((await facilitator.give(commands.closeFromArchive, { ...closing, scan })).status).toBe(200)
  const stageNow = async () => (await row(facilitator, enrolment)).stages.readiness
  expect(await stageNow()).toMatchObject({ status: 'open', closedOn: null })
  const check = { enrolment, stage: 'readiness', ...rightCheck({ on: closing.on, scan }) }
  expect(codes(await facilitator.give(checkArchive, check))).toEqual(['platform.paper-own'])
  await house.filesArrive(village)
  expect((await village.as('village-head').give(checkArchive, check)).status).toBe(200)
  expect((await row(facilitator, enrolment)).stages.readiness).toMatchObject({
    status: 'closed',
    fromArchive: true,
    archiveFile: scan.id,
  })
})

test('a closed stage is opened again only with a reason, and stays in the history', async () => {
  const village = house.village()
  const { facilitator, enrolment } = await enrolled(village)
  const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 1000, sha256: 'a'.repeat(64) }
  const stage = { enrolment, stage: 'readiness' }
  const closing = { ...stage, on: addDays(startOn, 12), note: '', scan }
  await facilitator.give(commands.closeFromArchive, closing)
  await house.filesArrive(village)
  await village.as('village-head').give(checkArchive, { ...stage, ...rightCheck(closing) })
  const opened = await facilitator.give(commands.reopen, { ...stage, reason: 'Daftar hadir keliru.' })
  expect(opened.status).toBe(200)
  const open = await row(facilitator, enrolment)
  expect(open.stages.readiness).toMatchObject({ status: 'open', closedOn: null })
  expect(open.history.at(-1)).toMatchObject({ what: 'reopened', note: 'Daftar hadir keliru.' })
})

test('a city imports a changed definition as a new version that holds below that city only; enrolments stay until moved', async () => {
  const village = house.village()
  const { facilitator, enrolment, programme } = await enrolled(village)
  const officer = village.as('city-officer', { at: '34.71' })
  const version = 2 + Math.floor(Math.random() * 1_000_000)
  const text = readFileSync('programmes/p2kp-2006.yaml', 'utf8').replace(
    /^version: \d+$/m,
    `version: ${version}`,
  )
  const imported = await officer.give(
    commands.importDefinition,
    { file: 'p2kp.yaml', text },
    { place: '34.71' },
  )
  expect(imported).toMatchObject({ status: 200, body: { answer: { id: p2kp, version } } })
  expect((await row(facilitator, enrolment)).programme).toBe(programme)
  const newer = await keyOf(facilitator)
  expect(newer).not.toBe(programme)
  expect(await keyOf(house.person(['facilitator'], '35.01.01.2001', '35.01.01.2001'))).not.toBe(newer)
  expect(
    (await officer.give(commands.move, { enrolment, programme: newer, reason: 'Perda baru' })).status,
  ).toBe(200)
  expect((await row(facilitator, enrolment)).programme).toBe(newer)
})

test('a bad definition is refused with file, line and reason, and nothing of it is kept', async () => {
  const officer = house.village().as('city-officer', { at: '34.71' })
  const text = readFileSync('programmes/p2kp-2006.yaml', 'utf8').replace(
    'meeting.rkm.held',
    'meeting.rkm.hled',
  )
  const answer = await officer.give(
    commands.importDefinition,
    { file: 'p2kp.yaml', text },
    { place: '34.71' },
  )
  expect(answer.status).toBe(422)
  expect(answer.body.errors?.[0]).toMatchObject({
    code: 'programmes.bad-definition',
    facts: { reasonId: expect.stringMatching(/^p2kp\.yaml:\d+/) },
  })
})

test('"Desa saya" lists all villages of a facilitator with what is due and what is late', async () => {
  const village = house.village()
  const { facilitator, enrolment } = await enrolled(village, daysFromToday(-320))
  const decision = { what: 'SK Lurah 7', on: daysFromToday(-310), by: 'Lurah' }
  const dates = [{ step: 'rkm', ends: daysFromToday(-300), was: null }]
  const adopted = await village.as('village-head').give(adoptDates, { enrolment, decision, dates })
  expect(adopted.status).toBe(200)
  const answer = await facilitator.ask('programmes.mine')
  expect(answer.body).toMatchObject({
    villages: [
      {
        place: village.place,
        enrolment,
        status: 'started',
        stagesClosed: 0,
        stagesAll: 7,
        lateDays: 300,
      },
    ],
  })
})

test('a village that is late by its own decision is late no more once the gates of that step hold, whoever forgot to note it', async () => {
  const village = house.village()
  const { facilitator, enrolment } = await enrolled(village, daysFromToday(-60))
  const decision = { what: 'BA Rembug 004', on: daysFromToday(-50), by: 'Rembug warga' }
  const dates = [{ step: 'rkm', ends: daysFromToday(-10), was: null }]
  await facilitator.give(adoptDates, { enrolment, decision, dates })
  const district = village.place.slice(0, 8)
  const officer = house.person(['district-officer'], district, village.place)
  const late = async () => {
    const { body } = await officer.ask('programmes.progress', { place: village.place })
    const page = body as unknown as { totals: { late: number }; villages: { lateDays: number }[] }
    return [page.totals.late, page.villages[0]?.lateDays]
  }
  expect(await late()).toEqual([1, 10])
  await tell(village, enrolment, evidence)
  expect(await late()).toEqual([0, 0])
  await tell(village, enrolment, { ...evidence, 'meeting.rkm.held': false })
  expect(await late()).toEqual([1, 10])
  const { 'meeting.rkm.decision': _, ...gone } = evidence
  await tell(village, enrolment, evidence)
  await tell(village, enrolment, gone)
  expect(await late()).toEqual([1, 10])
  const again = await facilitator.give(adoptDates, {
    ...{ enrolment, decision: { ...decision, on: daysFromToday(1) } },
    dates: [{ step: 'rkm', ends: daysFromToday(-60), was: null }],
  })
  expect(codes(again)?.sort()).toEqual([
    'programmes.date-ahead',
    'programmes.date-before-decision',
    'programmes.date-changed-meanwhile',
  ])
  const back = { enrolment, decision, dates: [{ step: 'rkm', ends: null, was: daysFromToday(-10) }] }
  expect((await facilitator.give(adoptDates, back)).status).toBe(200)
  expect(await late()).toEqual([0, 0])
  expect((await village.as('volunteer').give(adoptDates, back)).status).toBe(403)
})

test('an officer sees the progress of the villages below, and of no other place', async () => {
  const village = house.village()
  await enrolled(village)
  const officer = house.person(['district-officer'], village.place.slice(0, 8), village.place)
  const answer = await officer.ask('programmes.progress', { place: village.place.slice(0, 8) })
  expect(answer.status).toBe(200)
  expect((await officer.ask('programmes.progress', { place: '34.72' })).status).toBe(403)
})
