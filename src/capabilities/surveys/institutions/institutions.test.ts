// From the questionnaire of institutions to their register, and the meeting that agrees on their profile.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../../apps/server/village.testing.ts'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { viewOf } from '../../../kernel/view.ts'
import { agreementCollection, agreeProfile, type ProfileAgreement } from '../../institutions/agreement.ts'
import {
  type Institution,
  institutionCollection,
  registerInstitutions,
} from '../../institutions/institution.ts'
import { institution, withInstitutions } from '../../institutions/institutions.testing.ts'
import { registered } from '../../institutions/steps.ts'
import { tieInstitutions } from '../../institutions/tie.ts'
import { whyNotTie } from '../../institutions/tie-rules.ts'
import { answersHere } from '../answers.testing.ts'
import { fillIn, lines, openInstrument, shippedInstrument } from '../instruments/instruments.testing.ts'
import { readInstance } from '../openrosa/instance.ts'
import {
  enrolled,
  factsOf,
  formHere,
  meetingHeld,
  ok,
  refusals,
  surveyHere,
  surveysHouse,
} from '../surveys.testing.ts'
import { entryOf, type InstitutionAnswer, institutionsForm, tiesOfAnswers } from './answers.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
})
afterAll(() => house.close())

const answerOf = (name: string, more: object = {}): InstitutionAnswer => ({
  ...{ id: newId(), seq: 1 },
  answers: {
    'identity/institution_title': name,
    'identity/kind': 'pkk',
    'identity/reach': 'village',
    ...more,
  },
})
const tie = (partner: string, help = ['info']) => ({ partner, help, strength: '4' })

test('a form filled as it ships becomes an entry, without the contact it names', async () => {
  const root = await openInstrument('institutions')
  fillIn(root, {
    'identity/institution_title': 'PKK RW 05, hubungi 0812-3456-7890',
    'identity/kind': 'pkk',
    'identity/reach': 'rt',
    'identity/since_year': 1998,
    'identity/chair_name': 'Sri Lestari',
    'identity/chair_phone': '081234567890',
  })
  fillIn(root, {
    ...{ 'members/men': 0, 'members/women': 20, 'members/poor_members': 6, 'members/meets': 'monthly' },
    ...{
      'members/fields': ['social', 'health'],
      'members/activities': 'Arisan',
      'members/rules_written': 'yes',
    },
  })
  fillIn(root, {
    ...{ 'standing/importance': '4', 'standing/closeness': '5', 'standing/poor_reached': 'yes' },
    ...{ 'standing/strengths': 'Kompak', 'standing/limits': 'Tanpa ruang' },
  })
  lines(root, 'tie', 1)
  fillIn(root, {
    'tie[1]/partner': 'Posyandu Melati',
    'tie[1]/help': ['info', 'labour'],
    'tie[1]/strength': '4',
  })
  const { instanceState } = root as unknown as { instanceState: { instanceXML: string } }
  const { open } = readInstance(instanceState.instanceXML, shippedInstrument('institutions').model)
  expect(JSON.stringify(open)).not.toContain('Sri Lestari')
  const answer = { id: newId(), seq: 1, answers: open }
  expect(entryOf(answer)).toMatchObject({
    ...{ name: 'PKK RW 05, hubungi …', kind: 'women', reach: 'local', since: 1998, legal: 'rules' },
    ...{ women: 20, men: 0, poor: 6, meets: 'monthly', importance: 4, closeness: 5, origin: answer.id },
    ...{ services: 'Sosial, Kesehatan. Arisan', potentials: 'Kompak', constraints: 'Tanpa ruang' },
  })
  const taken = [{ answer, row: registered(entryOf(answer) as never) }]
  const ties = tiesOfAnswers(
    viewOf('34.71.04.1001', []),
    taken,
    (view, each) => whyNotTie(view, each).length === 0,
  )
  expect(ties).toMatchObject([{ outside: 'Posyandu Melati', flows: ['information', 'help'], strength: 4 }])
})

test('what cannot be read is left empty, and an answer without a name is none', () => {
  const odd = { 'identity/kind': ['x'], 'members/women': 'many', 'members/men': 3, 'members/poor_members': 9 }
  expect(entryOf(answerOf('Arisan', odd))).toMatchObject({ kind: 'formal', women: null, men: 3, poor: null })
  expect(entryOf(answerOf('  '))).toBeNull()
})

test('ties that two answers tell of are noted once, none to itself, and who is not on the register is outside', () => {
  const { view, ids } = withInstitutions('Posyandu Melati I')
  const [posyandu] = ids
  const answers = [
    answerOf('PKK', {
      tie: [tie('posyandu melati 1'), tie('Arisan Ibu'), tie('PKK'), tie('Dinas Sosial', ['money'])],
    }),
    answerOf('Arisan Ibu', { tie: [tie('P.K.K'), tie('Dinas Sosial', [])] }),
  ]
  const taken = answers.map((answer) => ({ answer, row: registered(entryOf(answer) as never) }))
  const [pkk, arisan] = taken.map(({ row }) => row.id)
  const ties = tiesOfAnswers(view, taken, (at, each) => whyNotTie(at, each).length === 0)
  expect(ties.map(({ from, to, outside }) => [from, to ?? outside])).toEqual([
    [pkk, posyandu],
    [pkk, arisan],
    [pkk, 'Dinas Sosial'],
  ])
})

test('approved answers are read by those who keep the register, and become entries once', async () => {
  const village = house.village()
  const form = await formHere(house, { formId: institutionsForm, version: newId() })
  const { survey } = await surveyHere(house, village, { form, population: 'open' })
  const open = answerOf('PKK', { tie: [tie('Dinas Sosial')] }).answers
  const answered = [
    { open, state: 'approved' as const, personal: { 'identity/chair_name': 'Sri' } },
    { open },
  ]
  const [approved] = await answersHere(house, village, survey, answered)
  const volunteer = village.as('volunteer')
  const { body } = await volunteer.ask('surveys.institution-answers', { survey })
  const { answers, next } = body as unknown as { answers: InstitutionAnswer[]; next: number | null }
  expect([answers.map(({ id }) => id), next]).toEqual([[approved], null])
  expect(JSON.stringify(answers)).not.toContain('Sri')
  expect((await village.as('district-officer').ask('surveys.institution-answers', { survey })).status).toBe(
    403,
  )
  const other = await surveyHere(house, village)
  expect(refusals(await volunteer.ask('surveys.institution-answers', { survey: other.survey }))).toEqual([
    'surveys.not-of-institutions',
  ])
  const entry = entryOf(answers[0] as InstitutionAnswer) as ReturnType<typeof institution>
  await ok(volunteer.give(registerInstitutions, { institutions: [entry] }))
  const again = { ...entry, id: newId(), different: true }
  expect(refusals(await volunteer.give(registerInstitutions, { institutions: [again] }))).toEqual([
    'institutions.answer-taken institutions.0.name',
  ])
  const [row] = await volunteer.rows<Institution>(institutionCollection)
  expect(row?.origin).toBe(approved)
  const told = tiesOfAnswers(
    viewOf(village.place, []),
    [{ answer: answers[0] as InstitutionAnswer, row: registered(entry) }],
    () => true,
  )
  await ok(volunteer.give(tieInstitutions, told[0] as never))
})

test('the profile is agreed in a meeting of the programme that was held and signed, and in no other', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const pkk = institution({ name: 'PKK' })
  await ok(facilitator.give(registerInstitutions, { institutions: [pkk] }))
  const agreeing = { enrolment, on: today(), note: '', institutions: [pkk.id] }
  const agree = (meeting: string, more: object = {}) =>
    facilitator.give(agreeProfile, { ...agreeing, meeting, ...more })
  expect(refusals(await agree(newId()))).toEqual(['surveys.no-such-meeting meeting'])
  const elsewhere = await meetingHeld(house, house.village())
  expect(refusals(await agree(elsewhere))).toEqual(['surveys.no-such-meeting meeting'])
  const beside = await enrolled(village, 'social-resilience')
  const other = await meetingHeld(house, village, {
    enrolment: beside,
    kind: 'socialisation',
    invitees: ['networks'],
  })
  expect(refusals(await agree(other))).toEqual(['surveys.meeting-of-another meeting'])
  const meeting = await meetingHeld(house, village)
  expect(refusals(await agree(meeting, { on: daysFromToday(-1) }))).toEqual(['surveys.before-meeting on'])
  expect(await facilitator.rows(agreementCollection)).toEqual([])
  await ok(agree(meeting))
  expect(await factsOf(house, village, enrolment)).toMatchObject({
    'institutions.listed': 1,
    'institutions.profile_agreed': true,
  })
  const [row] = await facilitator.rows<ProfileAgreement>(agreementCollection)
  expect(row?.agreed).toMatchObject([{ meeting, institutions: [pkk.id] }])
})
