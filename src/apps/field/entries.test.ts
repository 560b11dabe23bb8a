// The lists of a village that belong to no capability: each brings its own, and a new one needs nobody's leave.
import { expect, test } from 'vitest'
import { closedMeeting, plan } from '../../capabilities/meetings/meetings.testing.ts'
import { planned } from '../../capabilities/meetings/steps.ts'
import { gatesOf } from '../../capabilities/programmes/definition.ts'
import {
  closedStage,
  readyVillage,
  shipped,
  shippedProgramme,
  told,
} from '../../capabilities/programmes/shipped.testing.ts'
import type { EnrolmentStatus } from '../../capabilities/programmes/status.ts'
import { capabilityOf } from '../../kernel/command.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import type { Asker } from '../../kernel/entries.ts'
import { newId } from '../../kernel/id.ts'
import type { Role } from '../../kernel/role.ts'
import { viewOf } from '../../kernel/view.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { composed } from '../../platform/browser/entries.ts'
import { manifests } from './capabilities.ts'
import { linkOf } from './links.ts'

const place = '34.71.04.1001'
const today = daysFromToday(0)
const as = (...roles: Role[]): Asker => ({
  ...{ account: 'sari', roles, today },
  factsOf: () => told(readyVillage),
})
const rows = (collection: string, ...values: { id: string }[]) =>
  values.map((value) => ({ collection, id: value.id, value }))
const meetings = (...values: { id: string }[]) => viewOf(place, rows('meetings.meeting', ...values))
const titles = (list: readonly { title: readonly [string, string] }[]) => list.map(({ title }) => title[1])

const minuted = closedMeeting({ kind: 'rkm', title: 'RKM' }, undefined, {
  decisions: [
    { id: newId(), text: 'Fix the bridge', responsible: 'RT 3', due: daysFromToday(-1) },
    { id: newId(), text: 'Clear the drain', responsible: 'RT 4', due: daysFromToday(9) },
  ],
})
const comes = planned(plan({ title: 'Reflection', date: daysFromToday(3), start: '19:30' }), new Set())

test('the village head is told of minutes to acknowledge, a facilitator of what is past its day', async () => {
  const { waits } = await composed(manifests)
  const past = planned(plan({ title: 'Forgotten', date: daysFromToday(-9) }), new Set())
  const view = meetings(minuted, past, comes)
  expect(titles(waits(view, as('village-head')))).toEqual([
    'Close, postpone or cancel: Forgotten',
    'Follow-up: Fix the bridge',
    'Acknowledge the minutes: RKM',
  ])
  expect(titles(waits(view, as('facilitator')))).not.toContain('Acknowledge the minutes: RKM')
  expect(waits(view, as('auditor'))).toEqual([])
})

const answers = { numbers: {}, eligibility: {} }

test('the days that come stand in one list, whoever brings them, and what is over is not in it', async () => {
  const programme = shippedProgramme('p2kp-2006')
  const enrolment = {
    id: newId(),
    programme: 'p2kp',
    status: 'started',
    startedOn: today,
    actuals: {},
    stages: {},
    ...answers,
  }
  const view = viewOf(place, [
    ...rows('meetings.meeting', minuted, comes),
    ...rows('programmes.enrolment', enrolment),
    { collection: 'programmes.programme', id: 'p2kp', value: programme },
  ])
  const { calendar } = await composed(manifests)
  const dated = calendar(view, as('facilitator'))
  expect(dated.map(({ on }) => on)).toEqual([...dated.map(({ on }) => on)].sort())
  expect(titles(dated)).toContain('Reflection')
  expect(titles(dated)).toContain('Follow-up due: Clear the drain')
  expect(titles(dated).filter((title) => title.startsWith('Estimated to end: ')).length).toBeGreaterThan(9)
  expect(titles(dated).join()).not.toContain('Fix the bridge')
})

test('two sites of one village are told apart, and a ceremony stands on the day that custom gives', async () => {
  const site = (name: string, on: string) => ({
    ...{ id: newId(), programme: 'kat', status: 'started', startedOn: today, actuals: {}, stages: {} },
    ...answers,
    ...{ subject: { id: newId(), name }, customary: { customary_event: { on } } },
  })
  const [hulu, hilir] = [daysFromToday(1500), daysFromToday(1700)]
  const view = viewOf(place, [
    ...rows('programmes.enrolment', site('Sungai Hulu', hulu), site('Sungai Hilir', hilir)),
    { collection: 'programmes.programme', id: 'kat', value: shippedProgramme('kat-strengthening') },
  ])
  const { calendar } = await composed(manifests)
  const told = calendar(view, as('facilitator')).map(({ title, on }) => `${title[1]} on ${on}`)
  const ceremony = 'Planned to end: 9.1 Holding a customary ceremony'
  expect(told).toContain(`${ceremony} · Sungai Hulu on ${hulu}`)
  expect(told).toContain(`${ceremony} · Sungai Hilir on ${hilir}`)
})

/** A village whose first stage was handed in. */
function handedIn(status: EnrolmentStatus) {
  const programme = shippedProgramme('p2kp-2006')
  const [stage] = programme.stages
  const signOffs = [{ as: 'submitted', on: today, by: 'sari', role: 'facilitator', note: '' }]
  const stages = { [stage?.id ?? '']: { ...closedStage(today), status: 'closing', closedOn: null, signOffs } }
  const enrolment = { id: newId(), programme: 'p2kp', status, startedOn: today, numbers: {}, eligibility: {} }
  return viewOf(place, [
    ...rows('programmes.enrolment', Object.assign(enrolment, { stages })),
    { collection: 'programmes.programme', id: 'p2kp', value: programme },
  ])
}

test('a stage that was handed in waits for whoever signs next, and for nobody else', async () => {
  const { waits } = await composed(manifests)
  expect(titles(waits(handedIn('started'), as('village-head')))[0]).toMatch(/^Sign stage 1 /)
  expect(waits(handedIn('started'), as('facilitator'))).toEqual([])
})

test('nobody is told to sign what would be refused: the programme was stopped, or a gate does not hold any more', async () => {
  const { waits } = await composed(manifests)
  expect(waits(handedIn('stopped'), as('village-head'))).toEqual([])
  expect(waits(handedIn('refused'), as('village-head'))).toEqual([])
  expect(waits(handedIn('started'), { ...as('village-head'), factsOf: () => ({}) })).toEqual([])
})

test('forms wait since they were sent, not since the survey opened, and a closed survey asks for none', async () => {
  const { waits } = await composed(manifests)
  const sentOn = (days: number) => `${daysFromToday(days)}T05:00:00Z`
  const form = { survey: 's', by: 'sari', state: 'received', returned: false, submittedAt: sentOn(-3) }
  const later = { ...form, submittedAt: sentOn(-2) }
  const back = { ...form, state: 'has-issues', returned: true, submittedAt: sentOn(-5) }
  const counts = { received: 2, hasIssues: 1, edited: 0, approved: 0, rejected: 0, households: 0 }
  const survey = {
    id: 's',
    title: 'Homes',
    openedOn: daysFromToday(-90),
    state: 'open',
    closed: null,
    counts,
  }
  const seen = (of: object) =>
    viewOf(place, [
      ...rows('surveys.survey', { ...survey, ...of }),
      ...rows('surveys.submission', { id: 'a', ...form }, { id: 'b', ...later }),
      ...rows('surveys.submission', { id: 'c', ...back }),
    ])
  const sari = as('facilitator')
  expect(waits(seen({}), sari).map(({ title, since }) => [title[1], since])).toEqual([
    ['Mend a filled form: Homes', daysFromToday(-5)],
    ['Review 2 submissions: Homes', daysFromToday(-3)],
  ])
  const closed = (complete: boolean) => seen({ state: 'closed', closed: { complete } })
  expect(titles(waits(closed(false), sari))).toEqual(['Review 2 submissions: Homes'])
  expect(waits(closed(true), sari)).toEqual([])
})

test('a made-up capability brings all its entries, and they stand among the others', async () => {
  const path = 'pompa/1'
  const pumps: Manifest = {
    name: 'pumps',
    screens: [],
    tabs: [{ path: 'pompa', label: ['Pompa', 'Pumps'], icon: 'tools', order: 1, roles: ['facilitator'] }],
    waits: async () => ({
      waits: () => [{ id: '1', path, title: ['Perbaiki', 'Mend'], since: daysFromToday(-99), late: true }],
    }),
    calendar: async () => ({
      calendar: () => [{ id: '1', path, title: ['Servis', 'Service'], on: daysFromToday(4), at: null }],
    }),
    report: async () => ({
      report: (view) => [
        { id: 'all', path, label: ['Pompa', 'Pumps'], value: view.all('pumps.pump').length, note: null },
      ],
    }),
  }
  const { waits, calendar, report, whole } = await composed([...manifests, pumps])
  const view = viewOf(place, [
    ...rows('meetings.meeting', minuted, comes),
    ...rows('pumps.pump', { id: 'p' }),
  ])
  const sari = as('facilitator')
  expect(titles(waits(view, sari))).toEqual(['Mend', 'Follow-up: Fix the bridge'])
  expect(titles(calendar(view, sari))).toEqual(['Reflection', 'Service', 'Follow-up due: Clear the drain'])
  const figures = report(view, sari).map(({ id, value }) => [id, value])
  expect(figures).toContainEqual(['pumps all', 1])
  expect(figures).toContainEqual(['meetings held', 1])
  expect(whole).toBe(true)
  // Who sees no screen of it is told nothing that leads to one.
  expect(titles(waits(view, as('board-secretary')))).not.toContain('Mend')
})

test('a piece that is not on the phone is said to be missing; it and one that stumbles take no other with them', async () => {
  const lost: Manifest = { name: 'lost', screens: [], waits: () => Promise.reject(new Error('no line')) }
  const stumbles = () => {
    throw new TypeError('a row of an older app')
  }
  const clumsy: Manifest = { name: 'clumsy', screens: [], waits: async () => ({ waits: stumbles }) }
  const { waits, whole } = await composed([...manifests, lost, clumsy])
  expect(whole).toBe(false)
  expect(titles(waits(meetings(minuted), as('village-head')))).toContain('Acknowledge the minutes: RKM')
})

test('every gate leads to a screen where the capability that satisfies it is here', () => {
  const here = new Set(manifests.map(({ name }) => name))
  const gates = shipped.programmes.flatMap(({ stages }) => stages.flatMap(gatesOf))
  const links = gates.map(({ satisfiedBy }) => satisfiedBy)
  const known = links.filter((link) => here.has(capabilityOf(link.replace(/[/?].*/, '.'))))
  expect(known.length).toBeGreaterThan(20)
  const to = (link: string) => linkOf(link, place, 'e')?.href
  expect(known.filter((link) => !to(link))).toEqual([])
  // The stages of a programme stand at home.
  const home = known.filter((link) => to(link) === `/d/${place}`)
  expect(new Set(home)).toEqual(new Set(['programmes']))
  expect(to('programmes/stage/exploration')).toContain(`/d/${place}/tahap/e/exploration`)
  expect(to('meetings/new?kind=rkm')).toBe(`/d/${place}/rembug/baru?jenis=rkm&pendaftaran=e`)
  expect(linkOf('grants', place, 'e')).toBeNull()
})
