// The members of a household of the demonstration, as the survey of the residents notes them.
import type { PersonInput } from '../../capabilities/people/person.ts'
import { type Filled, group, questions } from './filled.ts'
import { type Chance, drawn, pick } from './household-chances.ts'

const memberQuestions =
  'name sex relation age nik papers marriage attendance level reads works position insurance nutrition ill functions'
const difficulties = 'seeing hearing walking hands learning behaviour speaking self_care memory'
const memberSums = 'disabled undernourished schooled of_schooling_age child_out'

type Sums = Record<'disabled' | 'undernourished' | 'schooled' | 'of_schooling_age' | 'child_out', number>
export type Member = { xml: string; sums: Sums }
/** How the household stands. */
export type Standing = {
  year: number
  poor: boolean
  /** Nobody finished primary school. */
  unschooled: boolean
}
type Seen = Pick<Standing, 'poor' | 'unschooled'> & {
  name: string
  sex: string
  relation: string
  age: number
  nik: string | null
  stunted: boolean
}

const oneIn = (chance: Chance, many: number) => chance(many) === 0
const yes = (said: boolean) => (said ? 1 : 0)

function attends({ age, poor }: Seen, chance: Chance): boolean {
  if (age < 16) return !oneIn(chance, poor ? 4 : 40)
  if (age < 19) return !oneIn(chance, poor ? 3 : 10)
  return age < 23 && !poor
}

function levelOf({ age, poor, unschooled }: Seen, chance: Chance): string {
  if (age < 13 || unschooled) return 'none'
  if (age < 16) return 'primary'
  if (age < 19) return 'junior'
  return pick(
    chance,
    poor ? ['none', 'none', 'primary', 'primary', 'junior'] : ['junior', 'senior', 'senior', 'higher'],
  )
}

function schooling(seen: Seen, chance: Chance): { attendance?: string; level?: string } {
  if (seen.age < 5) return {}
  const attendance = attends(seen, chance) ? 'attending' : seen.age < 7 ? 'never' : 'left'
  if (seen.age < 10 || attendance === 'never') return { attendance }
  return { attendance, level: levelOf(seen, chance) }
}

const marriages: Readonly<Record<string, string>> = { head: 'married', spouse: 'married', parent: 'widowed' }

/** What an adult does. */
function grown({ age, relation, poor }: Seen, chance: Chance): Filled {
  if (age < 10) return {}
  const works = age >= 19 && age < 68 && !oneIn(chance, 5)
  const positions = poor
    ? ['alone', 'casual_other', 'casual_other']
    : ['private_worker', 'state_worker', 'with_workers', 'alone']
  return {
    marriage: marriages[relation] ?? 'single',
    reads: age > 66 && poor ? 'no' : 'yes',
    works: works ? 'yes' : 'no',
    position: works ? pick(chance, positions) : undefined,
  }
}

function sumsOf({ age, stunted }: Seen, { attendance, level }: Filled, lame: boolean): Sums {
  return {
    disabled: yes(lame),
    undernourished: yes(stunted),
    schooled: yes(age >= 12 && level !== undefined && level !== 'none'),
    of_schooling_age: yes(age >= 12),
    child_out: yes(age >= 7 && age <= 15 && attendance !== 'attending'),
  }
}

function noted(seen: Seen, chance: Chance): Member {
  const { name, sex, relation, age, nik, stunted, poor } = seen
  const school = schooling(seen, chance)
  const lame = age > 66 && oneIn(chance, 2)
  const sums = sumsOf(seen, school, lame)
  const filled = {
    ...{ name, sex, relation, age, nik: nik ?? '', papers: age >= 17 ? 'ktp' : 'birth child_card' },
    ...school,
    ...grown(seen, chance),
    insurance: drawn(chance, poor ? '74 pbi, 26 none' : '44 employer, 38 self, 18 pbi'),
    nutrition: age < 5 ? (stunted ? 'stunting' : 'good') : undefined,
    ill: age > 60 && oneIn(chance, 2) ? 'yes' : 'no',
    functions: lame ? 'walking' : undefined,
  }
  const difficulty = group('difficulty', difficulties, lame ? { walking: 'much' } : {})
  return {
    xml: `<member>${questions(memberQuestions, filled)}${difficulty}${questions(memberSums, sums)}</member>`,
    sums,
  }
}

const relations: readonly string[] = ['head', 'spouse', 'child', 'parent']

/** Those on record as they are in `year`, and so many small children besides. */
export function membersNoted(
  persons: readonly PersonInput[],
  children: number,
  { year, poor, unschooled }: Standing,
  chance: Chance,
): Member[] {
  const known = persons.map(({ name, sex, relation, birthYear, nik }): Seen => {
    const told = relation !== null && relations.includes(relation) ? relation : 'other'
    return {
      ...{ name, nik, poor, unschooled, stunted: false },
      sex: sex ?? 'female',
      relation: told,
      age: year - (birthYear ?? year),
    }
  })
  const small = Array.from({ length: children }, (_, age): Seen => {
    const name = ['Ayu Lestari', 'Bima Pambudi', 'Citra Utami'][(known.length + age) % 3] ?? ''
    return {
      ...{ name, relation: 'child', age: age + 1, nik: null, poor, unschooled },
      sex: 'female',
      stunted: poor,
    }
  })
  return [...known, ...small].map((each) => noted(each, chance))
}
