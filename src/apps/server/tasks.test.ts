// An officer of one agency does not see what is another's task: by commands, queries, the feed, exports and OData.

import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import type { Meeting } from '../../capabilities/meetings/meeting.ts'
import { plan } from '../../capabilities/meetings/meetings.testing.ts'
import { enrol, importDefinition, stop } from '../../capabilities/programmes/enrolment.ts'
import { takenUp } from '../../capabilities/programmes/shipped.testing.ts'
import { answersHere } from '../../capabilities/surveys/answers.testing.ts'
import { take } from '../../capabilities/surveys/exporting/files.testing.ts'
import { enrolled, ok, surveyHere, surveysHouse } from '../../capabilities/surveys/surveys.testing.ts'
import { registerVolunteers } from '../../capabilities/volunteers/volunteer.ts'
import { newcomer } from '../../capabilities/volunteers/volunteers.testing.ts'
import { command } from '../../kernel/command.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import type { AgencyKind } from '../../kernel/role.ts'
import { handle, type ServerCapability } from '../../platform/server/capability.ts'
import type { House, Person, Village } from './village.testing.ts'

let house: House
/** Changes every enrolment of a village, and names none. */
const sweep = command({
  name: 'tests.sweep',
  version: 1,
  roles: ['city-officer'],
  scope: 'village',
  input: z.strictObject({}),
  records: () => [],
  summary: 'Changes every enrolment.',
})
const sweeping: ServerCapability = {
  name: 'tests',
  migrations: [],
  commands: [
    handle(sweep, async ({ tx, place, district, changes }) => {
      const swept = await sql<{ id: string }>`update programmes.enrolment set version = version + 1
        where district_code = ${district} and village_code = ${place} returning id`.execute(tx)
      for (const { id } of swept.rows) changes.touch('programmes.enrolment', id)
      return {}
    }),
  ],
}
beforeAll(async () => {
  house = await surveysHouse([sweeping])
})
afterAll(() => house.close())

/** P2KP names Bappeda and KMW, and no Dinas Sosial. */
const officer = (village: Village, kind: AgencyKind): Person =>
  village.as('city-officer', { at: '34.71', agency: { id: newId(), kind, name: `Kantor ${kind}` } })

/** A village in P2KP with a survey of it that was answered, a meeting and a volunteer of it; and a survey of its own. */
async function atWork() {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const enrolment = await enrolled(village)
  const { survey } = await surveyHere(house, village, { enrolment })
  const { survey: own } = await surveyHere(house, village, { title: 'Survei desa sendiri' })
  await answersHere(house, village, survey, [{ name: 'Bu Ngatinah', xml: '<data/>' }])
  const meeting = plan({ enrolment })
  await ok(facilitator.give(planMeeting, meeting))
  await ok(
    facilitator.give(registerVolunteers, { enrolment, on: daysFromToday(-2), volunteers: [newcomer()] }),
  )
  return { village, enrolment, survey, own, meeting: meeting.meeting }
}

const codes = ({ status, body }: { status: number; body: { errors?: { code: string }[] } }) => [
  status,
  ...(body.errors ?? []).map(({ code }) => code),
]
const notYours = [403, 'platform.not-your-task']
const shown = async (who: Person) =>
  (await who.feed()).rows.filter(({ value }) => value !== null).map(({ collection }) => collection)
const ofProgramme = ['programmes.enrolment', 'programmes.fact', 'volunteers.volunteer', 'meetings.meeting']

test('who works for an agency with no task in the programme gets no answers of its survey by any door, and hears why', async () => {
  const { village, survey } = await atWork()
  // Rows are for who works in the village: a facilitator may be of an agency too.
  const agency = { id: newId(), kind: 'social-agency', name: 'Kantor social-agency' } as const
  const social = village.as('facilitator', { agency })
  for (const name of ['surveys.columns', 'surveys.page', 'surveys.chart']) {
    const asked = { survey, ...(name === 'surveys.chart' ? { question: 'roof' } : {}) }
    expect([name, ...codes(await social.ask(name, asked))]).toEqual([name, ...notYours])
  }
  const root = `/api/surveys/${village.place}/${survey}`
  for (const path of [
    'export/csv',
    'export/xlsx',
    'export/xml',
    'odata',
    'odata/$metadata',
    'odata/Submissions',
  ]) {
    const { status, bytes } = await take(house, social, `${root}/${path}`)
    expect([path, status]).toEqual([path, 403])
    expect(bytes.toString()).toContain('Kantor social-agency')
  }
  const { body } = await social.ask('surveys.page', { survey })
  expect(JSON.stringify(body.errors)).toContain('P2KP')
})

test('nothing of the programme goes to their phone, and what is the village’s own does', async () => {
  const { village, survey, own } = await atWork()
  const social = officer(village, 'social-agency')
  const collections = await shown(social)
  expect(ofProgramme.filter((name) => collections.includes(name))).toEqual([])
  const surveys = (await social.feed()).rows.filter(
    ({ value, collection }) => value && collection === 'surveys.survey',
  )
  expect(surveys.map(({ id }) => id)).toEqual([own])
  expect((await social.ask('surveys.columns', { survey: own })).status).toBe(200)
  const theirs = await shown(officer(village, 'planning-agency'))
  expect(ofProgramme.filter((name) => !theirs.includes(name))).toEqual([])
  expect(theirs.sort()).toEqual((await shown(village.as('city-officer', { at: '34.71' }))).sort())
  const grants = await Promise.all([social, officer(village, 'consultant')].map((who) => who.feed()))
  expect(new Set(grants.map(({ grant }) => grant)).size).toBe(2)
  expect((await officer(village, 'consultant').ask('surveys.columns', { survey })).status).toBe(200)
})

test('they sign, change and stop nothing of it, and do not find it in the lists of the city', async () => {
  const { village, enrolment, survey, meeting } = await atWork()
  const social = officer(village, 'social-agency')
  const stopping = { enrolment, reason: 'Bukan tugas kami' }
  expect(codes(await social.give(stop, stopping))).toEqual(notYours)
  const lists = async (who: Person) => {
    const at = { place: '34.71' }
    const answers = await Promise.all(
      ['programmes.progress', 'surveys.overview', 'meetings.upcoming'].map((name) => who.ask(name, at)),
    )
    return JSON.stringify(answers.map(({ body }) => body))
  }
  const seen = await lists(social)
  for (const id of [enrolment, survey, meeting]) expect(seen).not.toContain(id)
  expect(await lists(officer(village, 'planning-agency'))).toContain(survey)
  expect((await officer(village, 'planning-agency').give(stop, stopping)).status).toBe(200)
})

test('who holds the role for two agencies, or once for none, sees what either of them sees', async () => {
  const { village, survey } = await atWork()
  const both = officer(village, 'social-agency')
  const held = both.actor.holdings as { role: 'city-officer'; place: string; agency?: unknown }[]
  held.push({ ...officer(village, 'planning-agency').actor.holdings[0] } as never)
  expect((await both.ask('surveys.columns', { survey })).status).toBe(200)
  expect(await shown(both)).toContain('volunteers.volunteer')
  held.splice(1, 1, { role: 'city-officer', place: '34.71' })
  expect((await both.ask('surveys.columns', { survey })).status).toBe(200)
  expect(await shown(both)).toContain('volunteers.volunteer')
})

test('a programme is taken up only by those whose task it is', async () => {
  const village = house.village()
  const { body } = await village.as('facilitator').ask('programmes.available')
  const { definitions } = body as unknown as { definitions: { id: string; key: string }[] }
  const programme = definitions.find(({ id }) => id === 'p2kp-2006')?.key ?? ''
  const given = { id: newId(), programme, startOn: null, ...takenUp }
  expect(codes(await officer(village, 'social-agency').give(enrol, given))).toEqual(notYours)
  expect((await officer(village, 'planning-agency').give(enrol, given)).status).toBe(200)
  const rows = await officer(village, 'planning-agency').rows<Meeting>('programmes.enrolment')
  expect(rows.map(({ id }) => id)).toEqual([given.id])
})

test('a definition that takes the place of another’s, or is a version of it, comes from those whose task it is', async () => {
  const village = house.village()
  const city = { place: '34.71' }
  const [social, planning] = (['social-agency', 'planning-agency'] as const).map((kind) =>
    officer(village, kind),
  )
  const file = (name: string) => readFileSync(`programmes/${name}.yaml`, 'utf8')
  const own = (id: string, more = '') =>
    file('tkpk-neighbourhood')
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^version: 1$/m, `version: 1${more}`)
  const next = file('p2kp-2006').replace(/^version: 1$/m, 'version: 9')
  const give = (who: Person | undefined, text: string) =>
    (who as Person).give(importDefinition, { file: 'x.yaml', text }, city)
  expect(codes(await give(social, own('pengganti', '\nreplaces: [p2kp-2006]')))).toEqual(notYours)
  expect(codes(await give(social, next.replace(/^agencies: .*$/m, 'agencies: [social-agency]')))).toEqual(
    notYours,
  )
  expect((await give(social, own('milik-sendiri'))).status).toBe(200)
  expect((await give(planning, next)).status).toBe(200)
})

test('what a command does to an enrolment that it does not name is answered for, and undone where it is another’s task', async () => {
  const { village } = await atWork()
  const versions = async () =>
    (await village.as('facilitator').rows<{ version: number }>('programmes.enrolment')).map(
      ({ version }) => version,
    )
  const before = await versions()
  expect(codes(await officer(village, 'social-agency').give(sweep, {}))).toEqual(notYours)
  expect(await versions()).toEqual(before)
  expect((await officer(village, 'planning-agency').give(sweep, {})).status).toBe(200)
  expect(await versions()).not.toEqual(before)
})

test('what a question about a village names must be there, else nobody who works for an agency is told of it', async () => {
  const village = house.village()
  const asked = { survey: newId() }
  for (const kind of ['social-agency', 'planning-agency'] as const)
    expect(codes(await officer(village, kind).ask('surveys.columns', asked))).toEqual(notYours)
  const free = village.as('city-officer', { at: '34.71' })
  expect((await free.ask('surveys.columns', asked)).status).not.toBe(403)
})
