// Invented residents: households with heads, spouses, children and elders. Names are put together by chance from
// lists; every NIK has serial 0000, which no real person has.
import { blankHousehold, type HouseholdInput } from '../../capabilities/people/household.ts'
import { blankPerson, type PersonInput } from '../../capabilities/people/person.ts'
import type { Relation, Sex } from '../../capabilities/people/words.ts'
import { chances, demoId } from './ids.ts'

type Names = { female: string; male: string; last: string }
const names = {
  jawa: {
    female:
      'Sri Siti Endang Wiwik Sulastri Tumini Ngatini Sumarni Rahayu Kartini Suharti Parwati Yuliana Dewi Ratih Wulan Lastri Murni Hartini Suparti',
    male: 'Sugeng Slamet Paijo Suyanto Wagiman Tukiman Bambang Joko Supri Hartono Mulyadi Sarjono Ngadiman Widodo Sunar Yatno Kusno Teguh Wahyu Rahmat',
    last: 'Utami Wibowo Santoso Raharjo Pranoto Wijaya Suwito Hardjo Lestari Kurnia Prasetyo Handoyo Winarno Sasmita Pambudi Atmojo Rustam Hapsoro Subroto Darmadi',
  },
  melayu: {
    female:
      'Nurhayati Zubaidah Rohana Halimah Masnah Suryani Mariam Aisyah Zainab Khadijah Salmah Ramlah Fatimah Rosmini Asnah Juriah Maimunah Rukiah Yusnita Hartati',
    male: 'Syafri Zulkifli Abdullah Hasan Mansur Rusli Jamal Kamaruddin Ridwan Saiful Herman Amran Basri Darwis Effendi Firman Ilyas Nasir Usman Yahya',
    last: 'Saleh Hamid Yunus Karim Rasyid Bakar Mahmud Ismail Latif Hasyim Marzuki Anwar Daud Sulaiman Tahir Umar Wahab Zaini Harun Idris',
  },
  rimba: {
    female:
      'Besiur Nyerang Bepanau Ngandun Selambai Bekilat Meranting Sepati Beteguh Gentar Bunga Cerinai Ngelambu Tiris',
    male: 'Tungkal Bepiun Menyurau Ngamal Bebayang Gerinting Mejalang Nyado Betaring Pengusai Sikar Temalang Meriau Besemen',
    last: '',
  },
} as const satisfies Record<string, Names>
export type NameStyle = keyof typeof names

export type Village = {
  place: string
  style: NameStyle
  households: number
  /** Local places that the households live in, by turns. */
  homes: readonly string[]
  /** Of a hundred households, how many the village itself calls poor. */
  poorPercent: number
  /** Of a hundred adults, how many have no NIK on record. */
  noNikPercent: number
}
export type Register = { households: HouseholdInput[]; persons: PersonInput[] }

const two = (value: number) => String(value).padStart(2, '0')

class Registrar {
  readonly #village: Village
  readonly #chance: (below: number) => number
  readonly #taken = new Set<string>()
  constructor(village: Village) {
    this.#village = village
    this.#chance = chances(`people:${village.place}`)
  }

  #pick(words: string): string {
    const list = words.split(' ')
    return list[this.#chance(list.length)] ?? ''
  }

  #name(sex: Sex): string {
    const of = names[this.#village.style]
    return `${this.#pick(of[sex])} ${this.#pick(of.last)}`.trim()
  }

  /** A birth date that no other of this sex has, so that no two synthetic NIKs are the same. */
  #born(sex: Sex, from: number, years: number): string {
    for (;;) {
      const date = `${from + this.#chance(years)}-${two(1 + this.#chance(12))}-${two(1 + this.#chance(28))}`
      const key = `${sex} ${date.slice(2)}`
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return date
    }
  }

  #nik(sex: Sex, born: string): string {
    const [year = '', month = '', day = ''] = born.split('-')
    const region = this.#village.place.split('.').slice(0, 3).join('')
    return `${region}${two(Number(day) + (sex === 'female' ? 40 : 0))}${month}${year.slice(2)}0000`
  }

  person(
    key: string,
    household: HouseholdInput,
    relation: Relation,
    sex: Sex,
    from: number,
    years: number,
  ): PersonInput {
    const birthDate = this.#born(sex, from, years)
    const known = this.#chance(100) >= this.#village.noNikPercent
    return blankPerson({
      id: demoId('person', this.#village.place, key),
      name: this.#name(sex),
      sex,
      birthDate,
      birthYear: Number(birthDate.slice(0, 4)),
      localPlace: household.localPlace,
      household: household.id,
      relation,
      poor: household.poor,
      poorSource: household.poor ? 'community-criteria' : null,
      elements: from < 1962 ? ['elders'] : from > 1996 && from < 2007 ? ['youth'] : [],
      nik: known ? this.#nik(sex, birthDate) : null,
      noNik: known ? null : 'not-recorded',
    })
  }

  household(index: number): { household: HouseholdInput; persons: PersonInput[] } {
    const { place, homes, poorPercent } = this.#village
    const poor = this.#chance(100) < poorPercent
    const children = this.#chance(4)
    const elder = this.#chance(4) === 0
    const widow = this.#chance(7) === 0
    const household = blankHousehold({
      id: demoId('household', place, index),
      localPlace: homes[index % homes.length] ?? null,
      address: null,
      poor,
      poorSource: poor ? 'community-criteria' : null,
      membersTold: 1 + (widow ? 0 : 1) + children + (elder ? 1 : 0),
    })
    const key = (who: string) => `${index}:${who}`
    const persons = [
      this.person(key('head'), household, 'head', widow ? 'female' : 'male', 1963, 30),
      ...(widow ? [] : [this.person(key('spouse'), household, 'spouse', 'female', 1966, 30)]),
      ...Array.from({ length: children }, (_, child) =>
        this.person(key(`child${child}`), household, 'child', this.#chance(2) ? 'female' : 'male', 1998, 22),
      ),
      ...(elder
        ? [this.person(key('elder'), household, 'parent', this.#chance(3) ? 'female' : 'male', 1938, 20)]
        : []),
    ]
    return { household, persons }
  }
}

/** The residents of a village: the same ones every time. */
export function residentsOf(village: Village): Register {
  const registrar = new Registrar(village)
  const all = Array.from({ length: village.households }, (_, index) => registrar.household(index))
  return { households: all.map(({ household }) => household), persons: all.flatMap(({ persons }) => persons) }
}
