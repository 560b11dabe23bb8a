// From a proposal to an adopted list over HTTP: what a phone showed is what the server says, who sees whose family it is, and
// what gates are told.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House, Person, Village } from '../../../apps/server/village.testing.ts'
import type { Command } from '../../../kernel/command.ts'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { type Change, viewOf } from '../../../kernel/view.ts'
import { lookInPlace } from '../../../platform/server/transaction.testing.ts'
import { recordMeeting } from '../../meetings/commands.ts'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { attendee, minutes, plan } from '../../meetings/meetings.testing.ts'
import { blankHousehold, householdCollection, registerMany } from '../../people/household.ts'
import { answersHere } from '../answers.testing.ts'
import { surveyFacts } from '../evidence.ts'
import * as listing from '../listing.ts'
import { envelopeOf, replayed } from '../replay.testing.ts'
import { agreeSurvey, closeSurvey, type SurveyRow, surveyCollection } from '../survey.ts'
import { enrolled, factsOf, meetingHeld, ok, refusals, surveyHere, surveysHouse } from '../surveys.testing.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const { listingCollection, decisionCollection, objectionCollection } = listing
const collections = [
  ...[listingCollection, decisionCollection, objectionCollection],
  ...[surveyCollection, householdCollection, meetingCollection],
]

async function copyOf(who: Person): Promise<Change[]> {
  const rows = await Promise.all(
    collections.map(async (collection) =>
      (await who.rows<{ id: string }>(collection)).map((value) => ({ collection, id: value.id, value })),
    ),
  )
  return rows.flat()
}

const about = ({ by: _, ...row }: { by?: unknown; answers?: readonly object[]; shown?: object | null }) => ({
  ...row,
  ...(row.answers ? { answers: row.answers.map((each) => ({ ...each, by: '' })) } : {}),
  ...(row.shown ? { shown: { ...row.shown, by: '' } } : {}),
  ...('revised' in row && row.revised ? { revised: { ...row.revised, by: '' } } : {}),
})
const told = (rows: readonly Change[], place: string) => {
  const view = viewOf(place, rows)
  return [listingCollection, decisionCollection, objectionCollection].map((collection) =>
    [...view.all<{ id: string }>(collection)]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) => about(row as never)),
  )
}

/** Gives it, and expects that the phone had shown what the server then says. */
async function given<I>(village: Village, command: Command<I>, input: NoInfer<I>): Promise<void> {
  const who = village.as('facilitator')
  const before = await copyOf(who)
  const shown = replayed(village.place, before, [envelopeOf(command, village.place, input)])
  await ok(who.give(command, input))
  const changes = [listingCollection, decisionCollection, objectionCollection].flatMap((collection) =>
    shown.all<{ id: string }>(collection).map((value) => ({ collection, id: value.id, value })),
  )
  expect(told(await copyOf(who), village.place)).toEqual(told(changes, village.place))
}

async function closedSurvey() {
  const village = house.village()
  const enrolment = await enrolled(village)
  const homes = Array.from({ length: 6 }, () => blankHousehold({ id: newId() }))
  const facilitator = village.as('facilitator')
  await ok(facilitator.give(registerMany, { batch: newId(), households: homes, persons: [] }))
  const { survey } = await surveyHere(house, village, {
    enrolment,
    kind: 'poor_families',
    on: daysFromToday(-20),
  })
  const ids = homes.map((each) => each.id)
  await answersHere(
    house,
    village,
    survey,
    ids.map((household) => ({ state: 'approved' as const, household })),
  )
  const row = async () =>
    (await facilitator.rows<SurveyRow>(surveyCollection)).find((each) => each.id === survey)
  const basedOn = async () => (await row())?.version ?? 0
  await ok(
    facilitator.give(closeSurvey, {
      id: survey,
      basedOn: await basedOn(),
      on: today(),
      complete: true,
      reason: '',
    }),
  )
  const proposal = {
    ...{ id: newId(), survey, basedOn: 0, households: ids.slice(0, 3), method: 'multidimensional' as const },
    ...{ note: 'Dari ukuran', ranked: 'Peringkat RT 01' },
    spoken: ids.map((household, at) => ({
      household,
      poor: at < 3,
      share: at < 3 ? 0.5 : 0,
      score: 40,
      group: 2,
    })),
  }
  return { village, enrolment, facilitator, survey, ids, basedOn, row, proposal }
}

test('a list is proposed, changed, shown, objected to and adopted; phone and server say the same on the way', async () => {
  const { village, enrolment, facilitator, survey, ids, basedOn, proposal } = await closedSurvey()
  const [one, two, , four, five] = ids as [string, string, string, string, string]
  const list = proposal.id
  await given(village, listing.setListing, proposal)
  const decision = {
    id: newId(),
    listing: list,
    household: four,
    takenIn: true,
    on: today(),
    reason: 'Rumahnya roboh',
  }
  await given(village, listing.decideLine, decision)
  await given(village, listing.showList, { id: list, basedOn: 2, on: daysFromToday(-9), objectionDays: 7 })
  const wrong = {
    ...{ id: newId(), listing: list, about: 'listed' as const, household: one, family: '' },
    ...{ objector: 'Bu Sari', objection: 'Punya dua sawah', on: daysFromToday(-8) },
  }
  const missing = { ...wrong, id: newId(), about: 'missing' as const, household: five, on: today() }
  await given(village, listing.takeObjection, wrong)
  await given(village, listing.takeObjection, missing)
  const facts = async () => await factsOf(house, village, enrolment)
  expect(await facts()).toMatchObject({
    'survey.poor_families.list_shown': true,
    'survey.poor_families.objections_open': 2,
    'survey.poor_families.listed': 4,
  })
  const answer = {
    ...{ id: wrong.id, listing: list, basedOn: 1, upheld: true, household: null },
    ...{ reason: 'Sawah itu miliknya', decidedBy: 'Ketua RW 01', on: today() },
  }
  await given(village, listing.answerObjection, answer)
  const meeting = await meetingHeld(house, village)
  const adopt = async (despite: string) =>
    facilitator.give(agreeSurvey, {
      ...{ id: survey, basedOn: await basedOn(), what: 'result', on: today(), meeting, note: '', despite },
    })
  // One is open still; the clock has run out.
  expect(refusals(await adopt(''))).toEqual(['surveys.adopt-needs-reason despite'])
  await given(village, listing.answerObjection, { ...answer, id: missing.id, upheld: false })
  await ok(adopt(''))
  expect(await facts()).toMatchObject({
    'survey.poor_families.result_agreed': true,
    'survey.poor_families.objections_open': 0,
    'survey.poor_families.listed': 3,
  })
  const [row] = await facilitator.rows<listing.ListingRow>(listingCollection)
  expect(row).toMatchObject({ edition: 1, adopted: [{ edition: 1, households: [two, ids[2], four] }] })
  const late = (await facilitator.rows<listing.ObjectionRow>(objectionCollection)).filter((each) => each.late)
  expect(late.map((each) => each.id)).toEqual([missing.id])
  const again = { ...decision, id: newId(), household: four, takenIn: false }
  expect(refusals(await facilitator.give(listing.decideLine, again))).toEqual(['surveys.list-adopted'])
  const revise = { id: list, basedOn: row?.version ?? 0, on: today(), reason: 'Satu keluarga pindah' }
  await given(village, listing.reviseList, revise)
  await given(village, listing.decideLine, again)
  // The adopted edition stands until the next is.
  expect(await facts()).toMatchObject({
    'survey.poor_families.result_agreed': true,
    'survey.poor_families.listed': 3,
  })
  const byPhone = surveyFacts(viewOf(village.place, await copyOf(facilitator)), enrolment)
  for (const name of ['list_shown', 'objections_open', 'listed', 'result_agreed'].map(
    (each) => `survey.poor_families.${each}`,
  ))
    expect([name, byPhone[name]?.value]).toEqual([name, (await facts())[name]])
}, 60_000)

test('whose family it is, who objects and why goes to who goes from door to door; above the village no row', async () => {
  const { village, facilitator, ids, proposal } = await closedSurvey()
  await ok(facilitator.give(listing.setListing, proposal))
  const decision = {
    id: newId(),
    listing: proposal.id,
    household: ids[3] ?? '',
    takenIn: true,
    on: today(),
    reason: 'Rahasia',
  }
  await ok(facilitator.give(listing.decideLine, decision))
  await ok(facilitator.give(listing.showList, { id: proposal.id, basedOn: 2, on: today(), objectionDays: 7 }))
  const objection = {
    ...{
      id: newId(),
      listing: proposal.id,
      about: 'missing' as const,
      household: null,
      family: 'Mbah Karto',
    },
    ...{ objector: 'Bu Sari', objection: 'Janda tua', on: today() },
  }
  await ok(village.as('volunteer').give(listing.takeObjection, objection))
  for (const role of ['facilitator', 'volunteer', 'board-secretary', 'village-head'] as const) {
    const [seen] = await village.as(role).rows<listing.ObjectionRow>(objectionCollection)
    expect(seen).toMatchObject({ family: 'Mbah Karto', objector: 'Bu Sari', objection: 'Janda tua' })
  }
  const member = village.as('board-member')
  const texts = JSON.stringify(await copyOf(member))
  for (const secret of ['Mbah Karto', 'Bu Sari', 'Janda tua', 'Rahasia', 'Dari ukuran', '"share"'])
    expect([secret, texts.includes(secret)]).toEqual([secret, false])
  expect(await member.rows(objectionCollection)).toHaveLength(1)
  // Nor whom an answer took in: only that one was.
  const answer = { id: objection.id, listing: proposal.id, basedOn: 1, upheld: true, on: today() }
  const about = { household: ids[5] ?? '', reason: 'Sudah dilihat', decidedBy: 'Ketua RT' }
  await ok(facilitator.give(listing.answerObjection, { ...answer, ...about }))
  const [told] = await member.rows<listing.ObjectionRow>(objectionCollection)
  expect(told?.answers).toMatchObject([{ upheld: true, household: null, reason: '' }])
  for (const collection of [listingCollection, decisionCollection, objectionCollection])
    expect(await village.as('city-officer').rows(collection)).toEqual([])
  expect((await village.as('volunteer').give(listing.decideLine, { ...decision, id: newId() })).status).toBe(
    403,
  )
  // Nothing of it lies open in the database.
  const found = await lookInPlace(house.db, village.place, (tx) =>
    sql<{ row: string }>`select to_jsonb(o)::text as row from surveys.objection o
      union all select to_jsonb(d)::text from surveys.decision d`.execute(tx),
  )
  const stored = found.rows.map((each) => each.row).join()
  for (const secret of ['Mbah Karto', 'Bu Sari', 'Janda tua', 'Rahasia']) expect(stored).not.toContain(secret)
}, 60_000)

test('what is sent twice happens once, and what stands already is not taken over', async () => {
  const { facilitator, ids, proposal } = await closedSurvey()
  await ok(facilitator.give(listing.setListing, proposal))
  const decision = {
    id: newId(),
    listing: proposal.id,
    household: ids[4] ?? '',
    takenIn: true,
    on: today(),
    reason: 'Sakit',
  }
  await ok(facilitator.give(listing.decideLine, decision))
  expect(refusals(await facilitator.give(listing.decideLine, decision))).toContain('surveys.id-taken')
  expect(
    refusals(
      await facilitator.give(listing.showList, { id: newId(), basedOn: 1, on: today(), objectionDays: 7 }),
    ),
  ).toEqual(['surveys.no-such-list'])
  const nobody = { ...decision, id: newId(), household: newId() }
  expect(refusals(await facilitator.give(listing.decideLine, nobody))).toEqual([
    'surveys.no-such-household household',
  ])
}, 60_000)

test('criteria are agreed as sentences in a closed meeting whose minutes are signed, and what they replace is kept', async () => {
  const { village, enrolment, facilitator, survey, basedOn, row } = await closedSurvey()
  const agree = async (meeting: string | null, points: string[]) =>
    facilitator.give(agreeSurvey, {
      ...{
        id: survey,
        basedOn: await basedOn(),
        what: 'criteria',
        on: today(),
        meeting,
        note: '',
        points,
        measure: 1,
      },
    })
  const unsigned = plan({ date: today() })
  const { meeting: _, ...closing } = minutes(unsigned.meeting, { date: today() })
  await ok(
    facilitator.give(recordMeeting, { plan: unsigned, headCount: null, attendees: [attendee()], closing }),
  )
  expect(refusals(await agree(null, ['Lantai tanah']))).toEqual(['surveys.meeting-needed meeting'])
  expect(refusals(await agree(unsigned.meeting, ['Lantai tanah']))).toEqual([
    'surveys.minutes-unsigned meeting',
  ])
  const meeting = await meetingHeld(house, village)
  expect(refusals(await agree(meeting, []))).toEqual(['surveys.criteria-none points'])
  await ok(agree(meeting, ['Lantai tanah', 'Makan dua kali sehari']))
  await ok(agree(meeting, ['Lantai tanah']))
  expect(await row()).toMatchObject({
    criteria: { points: ['Lantai tanah'], measure: 1 },
    criteriaBefore: [{ points: ['Lantai tanah', 'Makan dua kali sehari'] }],
  })
  expect((await factsOf(house, village, enrolment))['survey.poor_families.criteria_agreed']).toBe(true)
  const [above] = await village.as('city-officer').rows<SurveyRow>(surveyCollection)
  expect(above?.criteria).toMatchObject({ points: [], note: '' })
  const held = (await facilitator.rows<Meeting>(meetingCollection)).find((each) => each.id === meeting)
  expect(held?.state).toBe('closed')
}, 60_000)
