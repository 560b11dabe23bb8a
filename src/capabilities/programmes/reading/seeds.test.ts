// TKPK and social resilience as their seeds have them: what blocks is what the source names, and no more.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { names } from '../../../kernel/cel.ts'
import { gatesOf } from '../definition.ts'
import { factOf } from '../facts.ts'
import { gateState } from '../gates.ts'
import { shipped, shippedFolder, shippedProgramme, told } from '../shipped.testing.ts'
import { readProgramme } from './load.ts'

const tkpk = shippedProgramme('tkpk-neighbourhood')
const resilience = shippedProgramme('social-resilience')
const rules = (programme: typeof tkpk) =>
  programme.stages
    .flatMap(gatesOf)
    .flatMap(({ id, kind, evidence }) => (kind === 'rule' ? [`${id} ${evidence}`] : []))

test('TKPK blocks only on what its profile names', () => {
  expect(rules(tkpk)).toEqual([
    'tkpk_formed V',
    'bodies_listed V',
    'partners V',
    'units V',
    'settlement_plan V',
    'common_rules V',
    'approved V',
  ])
})

test('social resilience blocks only on what the study says was done, and knows no refusal', () => {
  expect(rules(resilience)).toEqual([
    'group_formed V',
    'look_dimensions V',
    'plan_agreed V',
    'received V',
    'visited V',
  ])
  expect(resilience.stages.filter(({ refusal }) => refusal)).toEqual([])
})

test('PNPM Urban is held up by nothing that the cycle of 2006 alone says', () => {
  const gates = shippedProgramme('pnpm-urban').stages.flatMap(gatesOf)
  const blocks = gates.filter(({ kind, source }) => kind === 'rule' && source === 'siklus_2006')
  expect(blocks.map(({ id }) => id)).toEqual([])
})

test('in reflection and self-survey each gate asks for what one screen makes, and leads there', () => {
  for (const programme of [shippedProgramme('p2kp-2006'), shippedProgramme('pnpm-urban')]) {
    const stages = programme.stages.filter(({ id }) => id === 'reflection' || id === 'mapping')
    for (const { id, cel, satisfiedBy } of stages.flatMap(gatesOf)) {
      const facts = names(cel).filter((name) => !name.startsWith('number.'))
      const made = new Set(
        facts.map((name) => (name.startsWith('workshop.') ? 'workshops' : factOf(name)?.from)),
      )
      expect([...made], `${programme.id} ${id}`).toEqual([satisfiedBy.replace(/[/?].*/, '')])
    }
    const needed = stages.flatMap(gatesOf).flatMap(({ cel }) => names(cel))
    for (const fact of ['workshop.institutions.held', 'institutions.listed', 'map.institutions.drawn'])
      expect(needed, `${programme.id}: map and profile of institutions`).toContain(fact)
  }
})

test('the questionnaire of resilience asks those whom the programme invites', () => {
  const { choices } = parse(readFileSync('instruments/resilience.yaml', 'utf8')) as {
    choices: { roles: [string][] }
  }
  expect(choices.roles.map(([name]) => name)).toEqual(resilience.elements.map(({ id }) => id))
})

test('dimensions are as many as their number says; efforts and targets are those of the pattern', () => {
  const { dimensions, efforts, targets } = resilience.kinds
  expect(dimensions?.length).toBe(resilience.numbers.dimensions?.value)
  expect(efforts?.map(({ title }) => title.id)).toEqual([
    'Membangun',
    'Memulihkan',
    'Mempertahankan',
    'Meningkatkan',
  ])
  expect(targets?.map(({ id }) => id)).toEqual(['organisations', 'norms', 'networks'])
})

test('every stage of resilience before the last says that the action plan suffers when it is late', () => {
  const ahead = resilience.stages.filter(({ id }) => id !== 'act' && id !== 'evaluation')
  expect(ahead.map(({ endangers }) => endangers)).toEqual(ahead.map(() => ['act']))
})

test('a checklist nobody declared, and an outcome that is seen under the id of another, are refused', () => {
  const text = readFileSync(`${shippedFolder}/tkpk-neighbourhood.yaml`, 'utf8')
  const codes = (from: string, to: string) =>
    readProgramme(text.replace(from, to), 'tkpk-neighbourhood.yaml').faults.map(({ code }) => code)
  expect(codes('checks: settlement_quality', 'checks: no_such_list')).toEqual([
    'programmes.unknown-checklist',
  ])
  expect(codes('- id: social_capital', '- id: synergy')).toEqual(['programmes.duplicate-id'])
})

test('every paper that a programme waits for opens a gate, which leads to its register or to the meeting instead of it', () => {
  for (const programme of shipped.programmes)
    for (const { id } of programme.kinds.documents ?? []) {
      const gate = programme.stages.flatMap(gatesOf).find(({ when }) => when.includes(`document.${id}.`))
      const first = gate?.when.startsWith('meeting.') ? /^meetings/ : `letters/documents?kind=${id}`
      expect(gate?.satisfiedBy, `${programme.id} ${id}`).toMatch(first)
    }
})

test.each([
  ['pnpm-urban', 'notary', 'advice-unmet', 'notary_deed'],
  ['pnpm-urban', 'election_result', 'unmet', 'election_minutes'],
  ['kotaku', 'handed_over', 'unmet', 'works_handover'],
  ['kat-strengthening', 'designated', 'unmet', 'site_designation'],
  ['kat-empowerment', 'consent_given', 'unmet', 'community_agreement'],
  ['social-resilience', 'received', 'unmet', 'grant_transfer'],
])('%s: gate %s waits for a paper, and holds once it is on record', (id, name, before, paper) => {
  const gate = shippedProgramme(id)
    .stages.flatMap(gatesOf)
    .find((each) => each.id === name)
  if (!gate) throw new Error(`${id} has no gate ${name}`)
  const registered = `document.${paper}.registered`
  expect(gateState(gate, told({ [registered]: false })).state).toBe(before)
  expect(gateState(gate, told({ [registered]: true })).state).toBe('met')
})
