// Elements of the community (unsur) that an attendance may name: those of the programme's own definition
// first, then the ones the field asks for everywhere (the common elements of people).
import { commonElements } from '../people/words.ts'
import type { Words } from '../programmes/definition.ts'
import type { Sex, Tally } from './attendance.ts'
import type { HeadCount } from './meeting.ts'

export type Element = { id: string; title: Words }

const titles: Record<(typeof commonElements)[number], Words> = {
  rt: { id: 'Ketua RT', en: 'RT heads' },
  rw: { id: 'Ketua RW', en: 'RW heads' },
  hamlet: { id: 'Kepala dusun', en: 'Hamlet heads' },
  village_government: { id: 'Perangkat kelurahan/desa', en: 'Village officials' },
  women: { id: 'Kelompok perempuan', en: 'Women’s groups' },
  youth: { id: 'Pemuda', en: 'Youth' },
  elders: { id: 'Lanjut usia', en: 'Older people' },
  disabled: { id: 'Penyandang disabilitas', en: 'People with disabilities' },
  religious: { id: 'Tokoh agama', en: 'Religious leaders' },
  customary: { id: 'Tokoh adat', en: 'Customary leaders' },
  health_cadre: { id: 'Kader kesehatan', en: 'Health cadres' },
  education: { id: 'Pendidik', en: 'Educators' },
  business: { id: 'Pelaku usaha', en: 'Business people' },
  farmers: { id: 'Petani dan nelayan', en: 'Farmers and fishers' },
}

/** What a definition calls by another id. */
const programmeNames: Readonly<Record<string, string>> = {
  rt: 'rt_heads',
  rw: 'rw_heads',
  hamlet: 'hamlet_heads',
  village_government: 'village_apparatus',
  customary: 'customary_leaders',
}

type WithElements = { elements: readonly Element[] } | null | undefined

/** The elements that these programmes name, each once. */
export function elementsOf(programmes: readonly WithElements[]): Element[] {
  const all = programmes.flatMap((each) => each?.elements ?? [])
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

/** The elements to choose from; none stands there twice under two ids. */
export function elementsFor(programme: WithElements): Element[] {
  const own = programme?.elements ?? []
  const known = new Set(own.map((each) => each.id))
  const others = commonElements.filter((id) => !known.has(id) && !known.has(programmeNames[id] ?? ''))
  return [...own, ...others.map((id) => ({ id, title: titles[id] }))]
}

/** Elements of a person on record, by the ids that are used here; those unknown here are left out. */
export function elementsHere(given: readonly string[], known: ReadonlySet<string>): string[] {
  const renamed = given.map((id) => (known.has(id) ? id : (programmeNames[id] ?? id)))
  return [...new Set(renamed)].filter((id) => known.has(id))
}

/** Elements that sex and poverty say by themselves, where the programme asks for them. */
const byThemselves = ['women', 'poor_residents'] as const
const asked = (programme: WithElements, id: string) =>
  Boolean(programme?.elements.some((each) => each.id === id))

/** The elements that somebody must choose; those that follow from sex and poverty are left out. */
export function elementsToChoose(elements: readonly Element[], programme: WithElements): Element[] {
  const implied = byThemselves.filter((id) => asked(programme, id))
  return elements.filter((each) => !implied.some((id) => id === each.id))
}

export function impliedElements(
  sex: Sex,
  poor: boolean,
  given: readonly string[],
  programme: WithElements,
): string[] {
  const implied = [sex === 'female' ? 'women' : '', poor ? 'poor_residents' : '']
  return [...new Set([...given, ...implied.filter((id) => asked(programme, id))])]
}

/** The same of a head-count: its women and its poor are those elements too. */
export function withImpliedHeads<Count extends HeadCount>(count: Count, programme: WithElements): Count {
  const heads = { women: count.women, poor_residents: count.poor }
  const implied = byThemselves.filter((id) => asked(programme, id)).map((id) => [id, heads[id]] as const)
  return { ...count, elements: { ...count.elements, ...Object.fromEntries(implied) } }
}

/** Who came, by the names of another programme that the meeting serves; those unknown there are left out. */
export function tallyHere(tally: Tally, programme: WithElements): Tally {
  const known = new Set(elementsFor(programme).map((each) => each.id))
  const elements: Record<string, number> = {}
  for (const [id, heads] of Object.entries(tally.elements))
    for (const here of elementsHere([id], known)) elements[here] = (elements[here] ?? 0) + heads
  return withImpliedHeads({ ...tally, elements }, programme)
}
