// What a household of the demonstration answers to the survey of the residents (instruments/household.yaml). Whom the
// village calls poor lives in a poorer house; the rest is chance, the same every time.
import type { HouseholdInput } from '../../capabilities/people/household.ts'
import type { PersonInput } from '../../capabilities/people/person.ts'
import { type Filled, group, questions } from './filled.ts'
import { type Chance, goodsOf, type Home, homeOf, hopes, pick } from './household-chances.ts'
import { type Member, membersNoted } from './household-members.ts'
import { chances } from './ids.ts'

export type Visit = {
  household: HouseholdInput
  members: readonly PersonInput[]
  /** "RT 003 RW 001". */
  rt: string
  point: readonly [lat: number, lon: number]
  outcome: 'willing' | 'absent' | 'refused'
  /** Year in which it is asked. */
  year: number
  began: string
  ended: string
  day: string
  photo: string | null
  address: string
  /** What the surveyor mistyped, or heard otherwise. */
  other?: { floorArea?: number; alsoThere?: number; address?: string }
}

/** A household as it was found; questions about it are answered from here. */
type Found = {
  visit: Visit
  poor: boolean
  chance: Chance
  home: Home
  closet: string
  owned: string
  childDied: boolean
  members: readonly Member[]
}

function found(visit: Visit): Found {
  const { household, members, year, other } = visit
  const chance = chances(`answers:${household.id}`)
  // Some are poor whom the village's list leaves out.
  const poor = household.poor === true || chance(100) < 22
  const unschooled = poor && chance(5) < 2
  const home = homeOf(chance, poor)
  const closet = poor && chance(5) === 0 ? 'pit' : 'gooseneck'
  const owned = goodsOf(chance, poor)
  const childDied = poor && chance(9) === 0
  const children = (chance(4) === 0 ? 1 : 0) + (other?.alsoThere ?? 0)
  return {
    ...{ visit, poor, chance, home, closet, owned, childDied },
    members: membersNoted(members, children, { year, poor, unschooled }, chance),
  }
}

const yes = (said: boolean) => (said ? 1 : 0)
const smallGoods = ['radio', 'tv', 'computer', 'cart', 'bicycle', 'motorcycle', 'fridge']

/** The ten indicators, as the form works them out. */
function deprivations({ home, closet, owned, childDied, members }: Found): Filled {
  const has = (...names: string[]) => names.some((name) => owned.split(' ').includes(name))
  const sum = (of: keyof Member['sums']) => members.reduce((before, each) => before + each.sums[of], 0)
  const small_goods = smallGoods.filter((name) => has(name)).length + yes(has('phone', 'smartphone'))
  const safe = home.toilet === 'own' && closet !== 'pit' && home.disposal !== 'water_body'
  const heavy = {
    d_nutrition: yes(sum('undernourished') > 0),
    d_child_mortality: yes(childDied),
    d_schooling: yes(sum('of_schooling_age') > 0 && sum('schooled') === 0),
    d_attendance: yes(sum('child_out') > 0),
  }
  const light = {
    d_fuel: yes(home.fuel === 'wood' || home.fuel === 'charcoal'),
    d_sanitation: yes(!safe),
    d_water: yes(home.water === 'unprotected_well'),
    d_electricity: 0,
    d_housing: yes(home.wall === 'matting'),
    d_assets: yes(small_goods <= 1 && !has('car')),
  }
  const count = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((a, b) => a + b, 0)
  return {
    ...{ disabled_members: sum('disabled'), ...heavy, ...light, small_goods },
    deprivations: count(heavy) + count(light),
    deprivation_score: Math.round((count(heavy) / 6 + count(light) / 18) * 1000) / 1000,
  }
}

function house({ visit, home, poor, chance }: Found): string {
  const { tenure, floor, wall, roof, light, fuel } = home
  const usual = poor ? 18 + chance(22) : 36 + chance(70)
  const deed = tenure === 'own' ? pick(chance, ['certificate_member', 'letter', 'none']) : undefined
  const powers = poor ? ['w450', 'w900'] : ['w900', 'w1300', 'w2200']
  const power = light === 'pln_meter' ? pick(chance, powers) : undefined
  return group('house', 'tenure deed floor_area floor wall roof light power fuel', {
    ...{ tenure, deed, floor_area: visit.other?.floorArea ?? usual, floor, wall, roof, light, power, fuel },
  })
}

function waterAndSanitation({ home, closet, poor, chance }: Found): string {
  const { water, toilet, disposal, waste } = home
  const distance = pick(chance, ['under_10', 'from_10', 'unknown'])
  return group('water_sanitation', 'water water_distance water_minutes toilet closet disposal waste', {
    ...{ water, water_distance: water.endsWith('_well') ? distance : undefined },
    ...{ water_minutes: poor ? pick(chance, [0, 5, 10, 15]) : 0, toilet, closet, disposal, waste },
  })
}

function living({ home, childDied, poor, chance }: Found): string {
  const aids = poor ? ['bpnt pkh', 'bpnt', 'pkh lpg', 'local', 'none'] : ['none', 'none', 'lpg']
  return group('living', 'income_source income meals_day child_died aids', {
    income_source: home.income_source,
    income: poor ? 900_000 + chance(14) * 100_000 : 2_500_000 + chance(40) * 100_000,
    meals_day: poor && chance(3) === 0 ? 2 : 3,
    child_died: childDied ? 'yes' : 'no',
    aids: pick(chance, aids),
  })
}

function possessions({ owned, poor, chance }: Found): string {
  return group('possessions', 'goods large_livestock small_livestock land other_house', {
    ...{ goods: owned, large_livestock: 0, small_livestock: chance(8) === 0 ? 2 : 0 },
    other_house: poor ? 'no' : pick(chance, ['no', 'no', 'yes']),
  })
}

function closing({ visit, chance }: Found): string {
  const [lat, lon] = visit.point
  const accuracy = (4 + chance(40) / 10).toFixed(1)
  return group('closing', 'location house_photo hopes remarks', {
    location: `${lat.toFixed(6)} ${lon.toFixed(6)} 112 ${accuracy}`,
    house_photo: visit.photo ?? undefined,
    hopes: chance(2) === 0 ? pick(chance, hopes) : undefined,
  })
}

const sums =
  'disabled_members d_nutrition d_child_mortality d_schooling d_attendance d_fuel d_sanitation d_water d_electricity d_housing small_goods d_assets deprivations deprivation_score'

function answersOf(visit: Visit): string {
  const all = found(visit)
  const address = visit.other?.address ?? visit.address
  return [
    group('place', 'kk_number address rt phone', { address, rt: visit.rt }),
    house(all),
    waterAndSanitation(all),
    ...all.members.map((each) => each.xml),
    living(all),
    possessions(all),
    closing(all),
    questions('registry_card registry_address registry_members', {
      registry_address: address,
      registry_members: all.members.length,
    }),
    group('mpi', sums, deprivations(all)),
  ].join('')
}

/** The head's name, the name of the instance, and all questions of the form. */
export function householdAnswers(visit: Visit): { head: string; name: string; body: string } {
  const { household, outcome, began, ended, day, members } = visit
  const head = members.find((each) => each.relation === 'head')?.name ?? 'Kepala keluarga'
  const begun = { start: began, end: ended, today: day, new_household: household.id }
  const opening = { household: household.id, head_name: head, visit: outcome }
  const body = [
    questions('start end today new_household', begun),
    group('opening', 'greeting household head_name visit', opening),
    outcome === 'willing' ? answersOf(visit) : '',
  ].join('')
  return { head, name: outcome === 'willing' ? head : `${head} (${outcome})`, body }
}
