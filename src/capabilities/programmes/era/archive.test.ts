// A programme whose era is over: who takes it up is told, and keeps an archive of it or says that they run it all the same.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, type Person, testHouse } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import type { Hand } from '../../../kernel/paper.ts'
import { nation } from '../../../kernel/place-code.ts'
import type { Role } from '../../../kernel/role.ts'
import { placesWithoutNation } from '../../places/regions.testing.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import * as commands from '../enrolment.ts'
import { whyNotStop } from '../enrolment-rules.ts'
import { calendar, waits } from '../entries.ts'
import { gateStates } from '../gates.ts'
import { lateFrom, never } from '../late-from.ts'
import type { DefinitionEntry, ProgressEntry, Totals } from '../overview.ts'
import { entryOf, ownFacts, progressOf } from '../progress.ts'
import * as rules from '../rules.ts'
import { adoptDates } from '../schedule.ts'
import { programmesServer } from '../server.ts'
import { closedStage, readyVillage, shipped, shippedProgramme, stageIn, told } from '../shipped.testing.ts'
import { titleIn } from '../status.ts'
import { whyNotCheckArchive } from './archive-rules.ts'
import { archiveTyped, withCheckedArchive } from './changes.ts'
import { isOver, whyNotAfterEra } from './era.ts'

const p2kp = shippedProgramme('p2kp-2006')
const first = stageIn(p2kp, 'readiness')
const second = stageIn(p2kp, 'reflection')
const codes = (refusals: readonly { code: string }[] = []) => refusals.map(({ code }) => code)
const day = '2012-06-01'

describe('the era of a programme', () => {
  test('is over from the year after its last, and never where no source gives one', () => {
    expect(isOver({ to: 2007 }, '2007-12-31')).toBe(false)
    expect(isOver({ to: 2007 }, '2008-01-01')).toBe(true)
    expect(isOver({ to: null }, '9999-01-01')).toBe(false)
  })

  test('ends by a source that the definition names; the successors of P2KP and PNPM say so only indirectly', () => {
    const ended = shipped.programmes.filter(({ era }) => era.to !== null)
    expect(ended.map(({ id }) => id).sort()).toEqual(['p2kp-2006', 'pnpm-urban'])
    for (const { era, sources } of ended) {
      expect(sources[era.source ?? '']?.year).toBeGreaterThan(era.to ?? 0)
      expect(era.evidence).toBe('I')
    }
  })

  test('is no bar: whoever ticks that it is over runs the programme, and an archive asks for no tick', () => {
    const running = { archive: false, afterEra: false }
    expect(codes(whyNotAfterEra(p2kp.era, running, day))).toEqual(['programmes.era-over'])
    expect(whyNotAfterEra(p2kp.era, { ...running, afterEra: true }, day)).toEqual([])
    expect(whyNotAfterEra(p2kp.era, { ...running, archive: true }, day)).toEqual([])
    expect(whyNotAfterEra(p2kp.era, running, '2006-06-01')).toEqual([])
  })
})

const archive = (stages: EnrolmentRow['stages'] = {}): EnrolmentRow => ({
  ...{ id: newId(), programme: newId(), status: 'archive', startedOn: '2006-03-01', endedOn: null },
  ...{ category: null, eligibility: {}, numbers: {}, actuals: {}, stages, history: [] },
  ...{ facilitator: null, version: 1 },
})

describe('an archive', () => {
  test('waits for nobody, is never late, and has no day and no next step', () => {
    const row = archive()
    const facts = told(readyVillage)
    expect(lateFrom(p2kp, row, facts)).toBe(never)
    const now = progressOf(p2kp, row, facts, day)
    expect(now).toMatchObject({ current: null, late: [], due: null })
    expect(now.stages.flatMap(({ gates }) => gates)).toEqual([])
    const view = {
      all: <T>(of: string) => (of === 'programmes.enrolment' ? [row as T] : []),
      get: <T>() => p2kp as T,
    }
    const asker = { roles: ['facilitator', 'village-head'], today: day, factsOf: () => facts, account: '' }
    expect([...waits(view as never, asker as never), ...calendar(view as never, asker as never)]).toEqual([])
  })

  test('is not said to run, to lack something, or to stand at a stage', () => {
    const row = archive({ [first.id]: { ...closedStage('2006-05-01'), fromArchive: true } })
    expect(entryOf('34.71.04.1001', row, p2kp, {})).toMatchObject({
      ...{ status: 'archive', stage: null, stagesClosed: 1, missing: 0, due: null, lateDays: 0 },
    })
    expect(titleIn(p2kp, row).id).toMatch(/\(arsip\)$/)
  })

  test('of one stage holds it to no gate of today: nothing of it counts as not met', () => {
    const row = {
      ...archive({ [first.id]: { ...closedStage('2006-05-01'), fromArchive: true } }),
      status: 'started',
    }
    const { stages } = progressOf(p2kp, row as EnrolmentRow, {}, day)
    expect(stages[0]).toMatchObject({ standing: 'archived', gates: [], blocking: 0 })
    expect(stages[1]?.blocking).toBeGreaterThan(0)
  })

  test('apart, what this release cannot know is counted beside what is not done', () => {
    const row = {
      ...archive({
        ...{ [first.id]: closedStage('2006-05-01'), [second.id]: closedStage('2006-06-01') },
        mapping: closedStage('2006-07-01'),
      }),
      status: 'started',
    } as EnrolmentRow
    const { missing, outside, blocking } = entryOf('34.71.04.1001', row, p2kp, {})
    const unknown = gateStates(stageIn(p2kp, 'board'), {}).filter(
      ({ gate, state }) => gate.kind === 'rule' && state === 'unavailable',
    )
    expect(outside).toBe(unknown.length)
    expect(outside).toBeGreaterThan(0)
    expect(missing).toBe(blocking)
  })

  test('takes papers in the order in which they are found, with days that agree', () => {
    const paper = (on: string) => ({ on, scan: newId(), note: '', enrolledOn: day })
    const close = (stage: typeof first, on: string, row: EnrolmentRow) =>
      codes(rules.whyNotCloseFromArchive(p2kp, stage, {}, paper(on), row, day))
    const later = archive({ [second.id]: { ...closedStage('2006-05-01'), fromArchive: true } })
    expect(close(second, '2006-05-01', archive())).toEqual([])
    expect(close(first, '2006-04-01', later)).toEqual([])
    expect(close(first, '2006-06-01', later)).toEqual(['programmes.archive-after-next-stage'])
    expect(close(second, '2006-05-01', later)).toEqual(['programmes.stage-closed'])
    // Two stages agree though the paper of the one between them is still missing.
    const third = p2kp.stages[2] as typeof first
    const closed = { ...closedStage('2006-05-01'), fromArchive: true }
    expect(close(third, '2006-04-01', archive({ [first.id]: closed }))).toEqual([
      'programmes.archive-before-last-stage',
    ])
    expect(close(first, '2006-06-01', archive({ [third.id]: closed }))).toEqual([
      'programmes.archive-after-next-stage',
    ])
    expect(close(first, '2006-02-01', archive())).toEqual(['programmes.before-start'])
    expect(
      codes(rules.whyNotCloseFromArchive(p2kp, first, {}, { ...paper(day), scan: null }, archive(), day)),
    ).toEqual(['programmes.archive-needs-scan'])
  })

  test('counts a paper only once a second person of another role has checked it; a wrong one makes room for another', () => {
    const hand = (...roles: Role[]): Hand => ({ account: newId(), name: 'Dewi', roles })
    const typing = hand('facilitator')
    const who = { account: typing.account, name: 'Dewi', on: day }
    const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 9, sha256: 'a'.repeat(64) }
    const about = { enrolment: newId(), stage: first.id }
    const row = archiveTyped(archive(), { ...about, on: '2006-04-01', note: 'Buku 1', scan }, typing, who)
    const standing = (of: EnrolmentRow) => entryOf('34.71.04.1001', of, p2kp, {}).stagesClosed
    expect(standing(row)).toBe(0)
    expect(ownFacts(p2kp, row)[`stage.${first.id}.closed`]?.value).toBe(false)
    expect(progressOf(p2kp, row, {}, day).stages[0]?.standing).toBe('unchecked')
    const why = (by: Hand, agrees = true, reason = '') =>
      codes(
        whyNotCheckArchive(p2kp, first, {}, row, {
          agrees,
          reason,
          scan: row.stages[first.id]?.archive?.scan?.id,
          hand: by,
          enrolledOn: day,
          today: day,
        }),
      )
    expect(why(typing)).toEqual(['platform.paper-own'])
    expect(why(hand('facilitator'))).toEqual(['platform.paper-same-role'])
    expect(why(hand('village-head'))).toEqual([])
    expect(why(hand('village-head'), false)).toEqual(['platform.paper-needs-reason'])
    const check = (agrees: boolean) =>
      withCheckedArchive(p2kp, row, { ...about, agrees, reason: 'Tanpa cap' }, hand('village-head'), who)
    expect(standing(check(true))).toBe(1)
    expect(standing(check(false))).toBe(0)
    const again = { on: '2006-04-01', scan: newId(), note: '', enrolledOn: day }
    expect(codes(rules.whyNotCloseFromArchive(p2kp, first, {}, again, row, day))).toEqual([
      'platform.paper-waits',
    ])
    expect(rules.whyNotCloseFromArchive(p2kp, first, {}, again, check(false), day)).toEqual([])
  })

  test('is not signed; a wrong one is stopped, a wrong paper taken back', () => {
    const facts = told(readyVillage)
    const sign = { as: 'submitted', roles: ['facilitator'] } as const
    expect(codes(rules.whyNotSign(p2kp, first, facts, archive(), sign))).toContain('programmes.archive-only')
    expect(whyNotStop(archive())).toEqual([])
    const both = archive({ [first.id]: closedStage('2006-04-01'), [second.id]: closedStage('2006-05-01') })
    expect(rules.whyNotReopen(p2kp, first, 'Pindaian salah', both)).toEqual([])
  })

  test('is asked no condition that its place had to meet then', () => {
    const kat = shippedProgramme('kat-strengthening')
    const answers = { subject: null, category: null, eligibility: {} }
    expect(codes(rules.whyNotEnrol(kat, { ...answers, archive: true }))).toEqual(['programmes.needs-site'])
    expect(rules.whyNotEnrol(kat, answers).length).toBeGreaterThan(1)
  })
})

describe('over HTTP', () => {
  let house: House
  beforeAll(async () => {
    house = await testHouse([placesWithoutNation, programmesServer])
  })
  afterAll(() => house.close())

  async function enrol(facilitator: Person, more: Partial<{ archive: boolean; afterEra: boolean }> = {}) {
    const { body } = await facilitator.ask('programmes.available')
    const offered = (body as unknown as { definitions: DefinitionEntry[] }).definitions
    const found = offered.find(({ id }) => id === 'p2kp-2006')
    expect(found).toMatchObject({
      ...{ era: { from: 2002, to: 2007, evidence: 'I' }, edition: { id: 'Siklus 2006' } },
      organiser: { id: 'Lurah/kepala desa' },
    })
    const about = { id: newId(), programme: found?.key ?? '', subject: null, startOn: null, category: null }
    const given = { ...about, eligibility: {}, archive: false, afterEra: false, ...more }
    return { id: given.id, given, answer: await facilitator.give(commands.enrol, given) }
  }
  const rowOf = async (person: Person, id: string) =>
    (await person.rows<EnrolmentRow>('programmes.enrolment')).find((row) => row.id === id)

  test('without the tick it is refused in words; with it the village runs, and its history says so', async () => {
    const facilitator = house.village().as('facilitator')
    const { answer } = await enrol(facilitator)
    expect(answer.body.errors).toMatchObject([{ code: 'programmes.era-over', field: 'afterEra' }])
    const { id } = await enrol(facilitator, { afterEra: true })
    expect(await rowOf(facilitator, id)).toMatchObject({
      ...{ status: 'draft', history: [{ what: 'enrolled-after-era' }] },
    })
  })

  test('an older app, which could not ask, enrols as it did', async () => {
    const facilitator = house.village().as('facilitator')
    const { given } = await enrol(facilitator)
    const { archive: _, afterEra: __, ...older } = { ...given, id: newId() }
    const answer = await facilitator.give(commands.enrol, older as never, { version: 2 })
    expect(answer.status).toBe(200)
  })

  test('an archive is kept once, counted by itself, plans nothing, and lets the village run the programme again', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const { id, answer } = await enrol(facilitator, { archive: true })
    expect(answer.status).toBe(200)
    expect(await rowOf(facilitator, id)).toMatchObject({ status: 'archive', startedOn: null })
    expect(codes((await enrol(facilitator, { archive: true })).answer.body.errors)).toEqual([
      'programmes.archived-already',
    ])
    const officer = house.person(['national-officer'], nation, nation)
    const { totals, villages } = (await officer.ask('programmes.progress', { place: village.place }))
      .body as unknown as { totals: Totals; villages: ProgressEntry[] }
    expect(totals).toEqual({ running: 0, late: 0, completed: 0, archived: 1, all: 1 })
    expect(villages).toMatchObject([{ status: 'archive', lateDays: 0, stage: null }])
    const decision = { what: 'BA 1', on: '2006-01-01', by: 'Warga' }
    const dates = [{ step: 'rkm', ends: '2006-02-01', was: null }]
    const adopting = await facilitator.give(adoptDates, { enrolment: id, decision, dates })
    expect(codes(adopting.body.errors)).toEqual(['programmes.archive-only'])
    expect((await enrol(facilitator, { afterEra: true })).answer.status).toBe(200)
  })
})
