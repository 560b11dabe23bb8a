// Made-up villagers for tests: NIK serial 0000, which nobody has.
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { blankHousehold, type HouseholdInput } from './household.ts'
import type { Village } from './importing/plan.ts'
import { blankPerson, type PersonInput } from './person.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** A possible NIK of nobody: `n` chooses the date, so that up to some 20,000 are different. */
export function syntheticNik(n: number, sex: 'female' | 'male' = 'female'): string {
  const day = (n % 28) + 1 + (sex === 'female' ? 40 : 0)
  const month = (Math.floor(n / 28) % 12) + 1
  const year = Math.floor(n / 336) % 100
  return `347104${two(day)}${two(month)}${two(year)}0000`
}

export function sari(more: Partial<PersonInput> = {}): PersonInput {
  return blankPerson({ id: newId(), name: 'Sari Wulandari', sex: 'female', birthDate: '1979-08-17', ...more })
}

const given = 'Siti Budi Agus Dewi Slamet Wati Joko Rina Tono Lestari'.split(' ')
const family = 'Santoso Wibowo Lestari Hidayat Pratama Susanti Nugroho Rahayu Setiawan Utami Maryati'.split(
  ' ',
)

/** So many households of four, as an import would tell them; `from` makes the NIKs of two chunks differ. */
export function chunk(
  households: number,
  from = 0,
): { households: HouseholdInput[]; persons: PersonInput[] } {
  const homes: HouseholdInput[] = []
  const persons: PersonInput[] = []
  for (let h = 0; h < households; h++) {
    const home = blankHousehold({
      id: newId(),
      kk: `3471040101${String(from + h).padStart(6, '0')}`,
      ...(h % 5 === 0 ? { poor: true, poorSource: 'self-mapping' } : {}),
    })
    homes.push(home)
    for (let m = 0; m < 4; m++) {
      const n = from * 4 + h * 4 + m
      const sex = m % 2 === 0 ? 'male' : 'female'
      const birthYear = m < 2 ? 1960 + (n % 30) : 2010 + (n % 12)
      const relation = (['head', 'spouse', 'child', 'child'] as const)[m] ?? 'child'
      const name = `${given[n % given.length]} ${family[h % family.length]} ${n}`
      persons.push(
        blankPerson({
          id: newId(),
          name,
          sex,
          birthYear,
          household: home.id,
          relation,
          nik: syntheticNik(n, sex),
        }),
      )
    }
  }
  return { households: homes, persons }
}

/** A demonstration's village that has nobody yet, as an import is judged against. */
export const importVillage: Village = {
  place: '34.71.04.1001',
  today: today(),
  persons: [],
  households: [],
  localPlaces: [],
  ground: { roles: ['facilitator'], synthetic: true, nikOwner: new Map(), kkOwner: new Map() },
  mayAddPlaces: true,
}
