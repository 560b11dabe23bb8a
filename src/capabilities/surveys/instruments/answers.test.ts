// What the forms work out themselves, in the engine of ODK, beside what the rules say.
import { describe, expect, it } from 'vitest'
import { optionsAt, relevantAt, sent, violationAt } from '../../../xlsform/engine.testing.ts'
import { questionsOf } from '../../../xlsform/model.ts'
import { readyMeasure } from '../measure/ready-measure-rules.ts'
import { criteriaMet, stageOf } from '../measure/stage-rules.ts'
import { fillIn, lines, openInstrument, read, shippedInstrument, wagiyem } from './instruments.testing.ts'

const k = (unmet: readonly number[], other: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    Array.from({ length: 21 }, (_, at) => [`k${at + 1}`, unmet.includes(at + 1) ? 'no' : 'yes']),
  ),
  ...other,
})
const groupOf = (at: number) => (at <= 6 ? 'ks1' : at <= 14 ? 'ks2' : at <= 19 ? 'ks3' : 'ks3plus')

describe('the BKKBN stages', () => {
  it.each([
    [[1], {}],
    [[6, 21], {}],
    [[7], {}],
    [[14], {}],
    [[15], {}],
    [[19, 20], {}],
    [[20], {}],
    [[], {}],
    [[], { k4: 'na', k5: 'na', k6: 'na', k13: 'na', k14: 'na' }],
  ] as [number[], Record<string, string>][])(
    'with %j unmet the form says what the rule says',
    async (unmet, other) => {
      const root = await openInstrument('bkkbn_stages')
      const answers = k(unmet, other)
      fillIn(
        root,
        Object.fromEntries(
          Object.entries(answers).map(([name, value]) => [
            `${groupOf(Number(name.slice(1)))}/${name}`,
            value,
          ]),
        ),
      )
      expect(read(root, 'stage')).toBe(stageOf(answers))
    },
  )
})

const poorHome = {
  'family/people': 4,
  'house/floor_area': 30,
  'house/floor': 'earth',
  'house/wall': 'bamboo',
  'house/toilet': 'none',
  'house/electricity': 'no',
  'house/water': 'rain',
  'house/fuel': 'wood',
  'living/meat_week': 1,
  'living/clothes_year': 3,
  'living/meals_day': 3,
  'living/pays_treatment': 'yes',
  'head/job': 'farmer',
  'head/land': 500,
  'head/income': 599_999,
  'head/schooling': 'junior',
  'head/goods': 900_000,
}

describe('the 14 criteria of BPS', () => {
  const bare = (answers: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(answers).map(([path, value]) => [path.slice(path.indexOf('/') + 1), value]),
    )
  const limits = { limit_floor: 8, limit_land: 500, limit_income: 600_000, limit_goods: 500_000 }

  it.each([
    ['nine are met: poor', {}, 9, 'poor'],
    ['a piped source: eight, not poor', { 'house/water': 'piped' }, 8, 'not_poor'],
    ['a farmer with more land: eight', { 'head/land': 501 }, 8, 'not_poor'],
    ['a labourer has no land limit: nine', { 'head/job': 'farm_labourer' }, 9, 'poor'],
    ['little savings too: ten', { 'head/goods': 499_999 }, 10, 'poor'],
  ])('%s', async (_, other, met, poverty) => {
    const root = await openInstrument('bps_14')
    const { 'head/land': land, ...answers } = { ...poorHome, ...other } as Record<string, unknown>
    fillIn(root, answers)
    if (answers['head/job'] === 'farmer') fillIn(root, { 'head/land': land })
    expect([Number(read(root, 'criteria_met')), read(root, 'poverty')]).toEqual([met, poverty])
    expect(criteriaMet({ ...limits, ...bare({ ...answers, 'head/land': land }) })).toBe(met)
  })
  it('the limits can be seen and changed', async () => {
    const root = await openInstrument('bps_14')
    expect(
      ['floor', 'land', 'income', 'goods'].map((each) => Number(read(root, `limits/limit_${each}`))),
    ).toEqual([8, 500, 600_000, 500_000])
    fillIn(root, { ...poorHome, 'limits/limit_land': 5000, 'head/land': 4000 })
    expect(Number(read(root, 'criteria_met'))).toBe(9)
  })
})

const member = (at: number, answers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`member[${at}]/${name}`, value]))

const soundHome = {
  'opening/household': [wagiyem],
  'opening/visit': 'willing',
  ...{
    'house/tenure': 'own',
    'house/floor_area': 48,
    'house/floor': 'ceramic',
    'house/wall': 'masonry',
    'house/roof': 'tile',
  },
  ...{
    'house/light': 'pln_meter',
    'house/fuel': 'lpg_3',
    'water_sanitation/water': 'piped',
    'water_sanitation/water_minutes': 0,
  },
  ...{
    'water_sanitation/toilet': 'own',
    'water_sanitation/closet': 'gooseneck',
    'water_sanitation/disposal': 'septic',
  },
  ...{ 'living/child_died': 'no', 'possessions/goods': ['tv', 'smartphone', 'motorcycle'] },
}

async function surveyed(other: Record<string, unknown> = {}, child: Record<string, unknown> = {}) {
  const root = await openInstrument('household')
  fillIn(root, { ...soundHome, ...other })
  lines(root, 'member', 2)
  fillIn(
    root,
    member(1, {
      name: 'Wagiyem',
      sex: 'female',
      relation: 'head',
      age: 71,
      attendance: 'left',
      level: 'primary',
    }),
  )
  fillIn(
    root,
    member(2, {
      name: 'Budi',
      sex: 'male',
      relation: 'grandchild',
      age: 9,
      attendance: 'attending',
      ...child,
    }),
  )
  return root
}

describe('the household survey', () => {
  it('greets a household of the register by its head and its RT', async () => {
    const root = await surveyed()
    expect([read(root, 'opening/head_name'), read(root, 'place/rt')]).toEqual(['Wagiyem', 'RT 003 RW 002'])
  })
  it('a sound home lacks nothing', async () => {
    const root = await surveyed()
    expect([Number(read(root, 'mpi/deprivations')), Number(read(root, 'mpi/deprivation_score'))]).toEqual([
      0, 0,
    ])
    expect(read(root, 'registry_members')).toBe('2')
  })
  it.each([
    ['fuel', { 'house/fuel': 'wood' }, {}],
    ['electricity', { 'house/light': 'none' }, {}],
    ['housing', { 'house/floor': 'earth' }, {}],
    ['water', { 'water_sanitation/water': 'surface' }, {}],
    ['water', { 'water_sanitation/water_minutes': 30 }, {}],
    ['sanitation', { 'water_sanitation/toilet': 'shared' }, {}],
    ['sanitation', { 'water_sanitation/disposal': 'hole' }, {}],
    ['assets', { 'possessions/goods': ['tv'] }, {}],
    ['child_mortality', { 'living/child_died': 'yes' }, {}],
    ['attendance', {}, { attendance: 'left' }],
    ['nutrition', {}, { age: 3, nutrition: 'stunting' }],
  ] as [string, Record<string, unknown>, Record<string, unknown>][])(
    'is deprived of %s by %j %j alone',
    async (indicator, home, child) => {
      const { attendance, ...rest } = child
      const root = await surveyed(home, {
        ...(child['age'] === 3 ? {} : { attendance: attendance ?? 'attending' }),
        ...rest,
      })
      expect([read(root, `mpi/d_${indicator}`), Number(read(root, 'mpi/deprivations'))]).toEqual(['1', 1])
    },
  )
  it('nobody of twelve or more with primary school is a deprivation of schooling', async () => {
    const root = await surveyed()
    fillIn(root, member(1, { level: 'none' }))
    expect(read(root, 'mpi/d_schooling')).toBe('1')
    expect(Number(read(root, 'mpi/deprivation_score'))).toBeCloseTo(1 / 6, 3)
  })
  it('one car is enough not to lack assets', async () => {
    expect(read(await surveyed({ 'possessions/goods': ['car'] }), 'mpi/d_assets')).toBe('0')
  })
  it('disability is a lot of difficulty in any of the nine', async () => {
    const root = await surveyed()
    fillIn(root, member(1, { functions: ['seeing', 'walking'] }))
    fillIn(root, { 'member[1]/difficulty/seeing': 'some', 'member[1]/difficulty/walking': 'some' })
    expect(read(root, 'mpi/disabled_members')).toBe('0')
    fillIn(root, { 'member[1]/difficulty/walking': 'much' })
    expect(read(root, 'mpi/disabled_members')).toBe('1')
  })
  it('is finished with few required answers', async () => {
    const root = await surveyed()
    expect(root.validationState.violations.map((each) => each.reference)).toEqual([])
  })
  it('asks nothing more of a family that refuses', async () => {
    const root = await openInstrument('household')
    fillIn(root, { 'opening/head_name': 'Sarjono', 'opening/visit': 'refused' })
    expect(root.validationState.violations.map((each) => each.reference)).toEqual([])
  })
  it('has questions for every indicator of its ready measure', () => {
    for (const [id, form] of [
      ['household', 'rembug_household'],
      ['multidimensional', 'rembug_multidimensional'],
    ] as const) {
      const paths = questionsOf(shippedInstrument(id).model).map((each) => each.question.path)
      for (const { question } of readyMeasure(form)?.indicators ?? [])
        expect(paths).toContain(`/data/${question}`)
    }
  })
})

describe('the other instruments', () => {
  it('ten indicators: what does not apply is no deprivation', async () => {
    const root = await openInstrument('multidimensional')
    fillIn(root, {
      'family/head_name': 'Sarjono',
      'family/members': 2,
      'health/undernourished': 'na',
      'health/child_died': 'no',
    })
    fillIn(root, {
      'education/someone_schooled': 'yes',
      'education/child_out': 'na',
      'living/fuel': 'solid',
      'living/own_toilet': 'no',
    })
    fillIn(root, {
      'living/safe_water': 'no',
      'living/electricity': 'no',
      'living/sound_house': 'no',
      'living/goods': ['none'],
    })
    expect([Number(read(root, 'deprivations')), Number(read(root, 'deprivation_score'))]).toEqual([6, 0.333])
  })
  it('a settlement that falls short everywhere scores 80, one that does nowhere scores 0', async () => {
    const root = await openInstrument('settlement')
    fillIn(root, {
      'area/rt': '003/002',
      'area/buildings': 40,
      'area/households': 50,
      'road/road_needed': 200,
      'drainage/drain_needed': 100,
    })
    const counts = [
      'building/irregular',
      'building/dense',
      'building/unsound',
      'fire/fire_no_works',
      'fire/fire_no_tools',
      'water/water_unsafe',
    ]
    const more = [
      'water/water_short',
      'sewage/sewage_unfit',
      'sewage/sewage_no_works',
      'solid/waste_no_works',
      'solid/waste_uncollected',
    ]
    const metres = [
      'road/road_missing',
      'road/road_damaged',
      'drainage/drain_missing',
      'drainage/drain_damaged',
    ]
    const every = (value: number) =>
      Object.fromEntries([...counts, ...more, ...metres].map((path) => [path, value]))
    fillIn(root, { ...every(0), 'drainage/flood': 'none' })
    expect([read(root, 'slum_score'), read(root, 'slum_class')]).toEqual(['0', 'not_slum'])
    fillIn(root, {
      ...every(0),
      'building/irregular': 10,
      'building/dense': 20,
      'building/unsound': 21,
      'drainage/flood': 'often',
      'drainage/flooded_percent': 76,
    })
    // 25 %, 50 %, 52.5 % and 76 % give 1 + 1 + 3 + 5.
    expect(read(root, 'slum_score')).toBe('10')
    fillIn(root, {
      ...Object.fromEntries([...counts, ...more].map((path) => [path, 40])),
      'water/water_unsafe': 50,
      'drainage/flooded_percent': 100,
    })
    fillIn(root, {
      'road/road_missing': 200,
      'road/road_damaged': 200,
      'drainage/drain_missing': 100,
      'drainage/drain_damaged': 100,
    })
    expect([read(root, 'slum_score'), read(root, 'slum_class')]).toEqual(['80', 'heavy'])
  })
  it('resilience is the mean of four dimensions, low below a third, high from two thirds', async () => {
    const items = shippedInstrument('resilience').instrument.survey.filter(
      (row) => row.type === 'select_one fives',
    )
    const folders = ['protection', 'participation', 'conflict', 'wisdom']
    const root = await openInstrument('resilience')
    const give = (value: (at: number) => string) =>
      fillIn(
        root,
        Object.fromEntries(items.map((row, at) => [`${folders[Math.floor(at / 5)]}/${row.name}`, value(at)])),
      )
    give(() => '5')
    expect([Number(read(root, 'index')), read(root, 'class')]).toEqual([100, 'high'])
    give(() => '1')
    expect([Number(read(root, 'index')), read(root, 'class')]).toEqual([0, 'low'])
    give((at) => (at >= 10 && at < 15 ? '2' : '4'))
    expect([Number(read(root, 'index')), read(root, 'class'), read(root, 'lowest')]).toEqual([
      62.5,
      'middling',
      'conflict',
    ])
    give((at) => (at < 2 ? 'unknown' : '3'))
    expect([read(root, 'index'), read(root, 'class')]).toEqual(['', 'incomplete'])
  })
  it('the criteria offered follow the kinds chosen', async () => {
    const root = await openInstrument('vulnerable')
    fillIn(root, {
      'consent_page/consent': 'yes',
      'person/person_name': 'Wagiyem',
      'person/sex': 'female',
      'person/age': 50,
      'condition/kinds': ['p08', 'p24'],
    })
    expect(optionsAt(root, '/data/condition/criteria')).toEqual([
      'c08_needs',
      'c08_alone',
      'c24_none',
      'c24_little',
    ])
    expect(relevantAt(root, '/data/condition/age_note_08')).toBe(true)
  })
  it('the first need is one of the field that was named', async () => {
    const root = await openInstrument('needs')
    fillIn(root, { 'speaker/who': 'women', 'speaker/rt': '003/002', 'needs/need_kind': 'economy' })
    expect(optionsAt(root, '/data/needs/first_need')).toEqual(['capital', 'skills', 'market', 'tools'])
  })
  it('poor members are never more than the members', async () => {
    const root = await openInstrument('institutions')
    fillIn(root, { 'members/men': 3, 'members/women': 2, 'members/poor_members': 6 })
    expect(violationAt(root, '/data/members/poor_members')).toMatch(/constraint/)
    fillIn(root, { 'members/poor_members': 5 })
    expect(violationAt(root, '/data/members/poor_members')).toBe('')
  })
})

describe('what the household survey tells the registry', () => {
  it('a household on record is brought up to date, one that is not is made', async () => {
    const known = await sent(await surveyed({ 'place/kk_number': '3471040000000000' }))
    expect(known).toMatch(new RegExp(`<(\\w+:)?entity[^>]*id="${wagiyem}"`))
    expect(known).toMatch(/update="true"/)
    expect(known).toContain('<registry_card>3471040000000000</registry_card>')
    const fresh = await sent(await surveyed({ 'opening/household': '', 'opening/head_name': 'Sarjono' }))
    expect(fresh).toMatch(/create="true"/)
    expect(fresh).toMatch(/<(\w+:)?label>Sarjono</)
    expect(fresh).not.toContain('registry_card')
    const [, drawn] = /<new_household>([0-9a-f-]{36})</.exec(fresh) ?? []
    expect(fresh).toContain(`id="${drawn}"`)
  })
  it('a family that refuses changes nothing there', async () => {
    const root = await openInstrument('household')
    fillIn(root, { 'opening/household': [wagiyem], 'opening/visit': 'refused' })
    const xml = await sent(root)
    expect(xml).not.toMatch(/(update|create)="(1|true)"/)
  })
})
