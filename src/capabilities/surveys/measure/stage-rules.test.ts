import { describe, expect, it } from 'vitest'
import { criteriaMet, isPoorStage, stageOf } from './stage-rules.ts'

const family = (unmet: readonly number[], other: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    Array.from({ length: 21 }, (_, at) => [`k${at + 1}`, unmet.includes(at + 1) ? 'no' : 'yes']),
  ),
  ...other,
})

describe('the stage of a family', () => {
  it.each([
    [[1], 'pre'],
    [[6], 'pre'],
    [[6, 21], 'pre'],
    [[7], 'ks1'],
    [[14], 'ks1'],
    [[7, 15, 20], 'ks1'],
    [[15], 'ks2'],
    [[19], 'ks2'],
    [[20], 'ks3'],
    [[21], 'ks3'],
    [[], 'ks3_plus'],
  ])('unmet %j is %s', (unmet, stage) => {
    expect(stageOf(family(unmet))).toBe(stage)
  })
  it('what does not apply counts as met', () => {
    expect(stageOf(family([], { k5: 'na', k6: 'na', k14: 'na' }))).toBe('ks3_plus')
  })
  it('is unknown while an answer is missing', () => {
    const { k9: _, ...rest } = family([]) as Record<string, string>
    expect(stageOf(rest)).toBeNull()
  })
  it('Pra Sejahtera and KS I are the poor', () => {
    expect((['pre', 'ks1', 'ks2', 'ks3', 'ks3_plus'] as const).map(isPoorStage)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

const poorHousehold = {
  ...{
    floor_area: 30,
    people: 4,
    limit_floor: 8,
    limit_land: 500,
    limit_income: 600000,
    limit_goods: 500000,
  },
  ...{ floor: 'earth', wall: 'bamboo', toilet: 'none', electricity: 'no', water: 'rain', fuel: 'wood' },
  ...{ meat_week: 1, clothes_year: 1, meals_day: 2, pays_treatment: 'no', job: 'farmer', land: 500 },
  ...{ income: 599999, schooling: 'primary', goods: 499999 },
}

describe('the fourteen criteria', () => {
  it('a household may meet all fourteen', () => expect(criteriaMet(poorHousehold)).toBe(14))
  it('each one falls away by itself', () => {
    const better = {
      ...{
        floor_area: 32,
        floor: 'cement',
        wall: 'plastered',
        toilet: 'own',
        electricity: 'yes',
        water: 'piped',
      },
      ...{ fuel: 'gas', meat_week: 2, clothes_year: 2, meals_day: 3, pays_treatment: 'yes', income: 600000 },
      ...{ schooling: 'junior', goods: 500000 },
    }
    for (const [question, answer] of Object.entries(better))
      expect(criteriaMet({ ...poorHousehold, [question]: answer }), question).toBe(13)
    expect(criteriaMet({ ...poorHousehold, ...better })).toBe(0)
  })
  it('a farmer with more land than the limit is not poor by income; a labourer has no such limit', () => {
    expect(criteriaMet({ ...poorHousehold, land: 501 })).toBe(13)
    expect(criteriaMet({ ...poorHousehold, land: 4000, limit_land: 5000 })).toBe(14)
    const { land: _, ...landless } = poorHousehold
    expect(criteriaMet({ ...landless, job: 'farm_labourer' })).toBe(14)
    expect(criteriaMet(landless)).toBeNull()
  })
  it('is unknown while an answer is missing', () => {
    expect(criteriaMet({ ...poorHousehold, fuel: undefined })).toBeNull()
  })
})
