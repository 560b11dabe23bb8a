// The BKKBN stages and the BPS criteria worked out again from the answers, beside what the form itself worked out: two roads
// to one figure, so that a form filled on another application is checked too.

/** Answers by question name. */
export type Answers = Readonly<Record<string, unknown>>

export const stages = ['pre', 'ks1', 'ks2', 'ks3', 'ks3_plus'] as const
export type Stage = (typeof stages)[number]

/** Number of indicators of each stage, in order: 6 of KS I, 8 of KS II, 5 of KS III, 2 of KS III Plus. */
const steps = [6, 8, 5, 2] as const

/** Questions that a stage is worked out from, and where the form itself says it. */
export const stageQuestions: readonly string[] = [
  ...Array.from({ length: 21 }, (_, at) => `k${at + 1}`),
  'stage',
]

/**
 * The stage of a family by 21 answers k1 to k21: yes, no, or na for what does not apply, which counts as met. Any of the
 * first six unmet is Pra Sejahtera, and so on. null while an answer is missing.
 */
export function stageOf(answers: Answers): Stage | null {
  const given = Array.from({ length: 21 }, (_, at) => answers[`k${at + 1}`])
  if (given.some((answer) => answer !== 'yes' && answer !== 'no' && answer !== 'na')) return null
  let from = 0
  for (const [at, size] of steps.entries()) {
    if (given.slice(from, from + size).includes('no')) return stages[at] as Stage
    from += size
  }
  return 'ks3_plus'
}

/** Pra Sejahtera and KS I are the poor of the P2KP cycle (Siklus 2006). */
export const isPoorStage = (stage: Stage): boolean => stage === 'pre' || stage === 'ks1'

/** Questions that the criteria are worked out from, and where the form itself says how many are met. */
export const criteriaQuestions: readonly string[] = [
  ...[
    'floor_area',
    'people',
    'limit_floor',
    'limit_land',
    'limit_income',
    'limit_goods',
    'floor',
    'wall',
    'toilet',
  ],
  ...[
    'electricity',
    'water',
    'fuel',
    'meat_week',
    'clothes_year',
    'meals_day',
    'pays_treatment',
    'job',
    'land',
  ],
  ...['income', 'schooling', 'goods', 'criteria_met'],
]

/** From nine of the fourteen criteria on a household is poor. */
export const criteriaForPoor = 9

type Criterion = (answers: Answers) => boolean | null

const among =
  (question: string, ...values: readonly string[]): Criterion =>
  (answers) =>
    answers[question] === undefined ? null : values.includes(String(answers[question]))

const number = (answers: Answers, question: string): number | null => {
  const value = answers[question] === undefined ? Number.NaN : Number(answers[question])
  return Number.isNaN(value) ? null : value
}

const atMost =
  (question: string, most: number): Criterion =>
  (answers) => {
    const value = number(answers, question)
    return value === null ? null : value <= most
  }

const under =
  (question: string, limit: string): Criterion =>
  (answers) => {
    const value = number(answers, question)
    const most = number(answers, limit)
    return value === null || most === null ? null : value < most
  }

const tightFloor: Criterion = (answers) => {
  const [area, people, limit] = ['floor_area', 'people', 'limit_floor'].map((each) => number(answers, each))
  if (area == null || people == null || limit == null || people <= 0) return null
  return area / people < limit
}

/** Income under the limit; of a farmer only with no more land than the limit (sources differ: 500 m2 or half a hectare). */
const poorIncome: Criterion = (answers) => {
  const low = under('income', 'limit_income')(answers)
  const { job } = answers
  if (low === null || job === undefined) return null
  if (!low || job !== 'farmer') return low
  const [land, limit] = [number(answers, 'land'), number(answers, 'limit_land')]
  return land === null || limit === null ? null : land <= limit
}

/** The fourteen criteria in their order. */
const criteria: readonly Criterion[] = [
  tightFloor,
  among('floor', 'earth', 'bamboo', 'cheap_wood'),
  among('wall', 'bamboo', 'thatch', 'poor_wood', 'unplastered'),
  among('toilet', 'shared', 'none'),
  among('electricity', 'no'),
  among('water', 'unprotected_well', 'unprotected_spring', 'river', 'rain'),
  among('fuel', 'wood', 'charcoal', 'kerosene'),
  atMost('meat_week', 1),
  atMost('clothes_year', 1),
  atMost('meals_day', 2),
  among('pays_treatment', 'no'),
  poorIncome,
  among('schooling', 'never', 'unfinished', 'primary'),
  under('goods', 'limit_goods'),
]

/** How many of the fourteen criteria a household meets; null while an answer is missing. */
export function criteriaMet(answers: Answers): number | null {
  let met = 0
  for (const criterion of criteria) {
    const holds = criterion(answers)
    if (holds === null) return null
    if (holds) met += 1
  }
  return met
}
