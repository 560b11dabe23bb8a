// A tie (hubungan) between two institutions, or of one to a body beyond the village. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, optionalLine } from '../../kernel/fields.ts'
import type { Text } from '../../kernel/text.ts'
import { institutionKeepers } from './roles.ts'

export const tieCollection = 'institutions.tie'

/** What flows: seed document 003 names information, influence and recognition; PRA the rest. */
const flows = {
  information: ['Informasi', 'Information'],
  influence: ['Pengaruh', 'Influence'],
  recognition: ['Pengakuan', 'Recognition'],
  money: ['Uang', 'Money'],
  goods: ['Barang', 'Goods'],
  help: ['Tenaga dan bantuan', 'Labour and help'],
} as const satisfies Record<string, Text>
export type Flow = keyof typeof flows
export const flowNames = Object.keys(flows) as [Flow, ...Flow[]]
export const flowText = (flow: Flow): Text => flows[flow]

/** Bonding, bridging, linking of social capital; seed document 003: networks of families, of the community, across communities. */
const bonds = {
  bonding: ['Mengikat: di dalam satu kelompok', 'Bonding: within one group'],
  bridging: ['Menjembatani: antarkelompok', 'Bridging: between groups'],
  linking: ['Menghubungkan: ke yang berwenang', 'Linking: to those with authority'],
} as const satisfies Record<string, Text>
export type Bond = keyof typeof bonds
export const bondNames = Object.keys(bonds) as [Bond, ...Bond[]]
export const bondText = (bond: Bond): Text => bonds[bond]

const ways = {
  both: ['Dua arah', 'Both ways'],
  gives: ['Memberi', 'Gives'],
  takes: ['Menerima', 'Receives'],
} as const satisfies Record<string, Text>
export type Way = keyof typeof ways
export const wayNames = Object.keys(ways) as [Way, ...Way[]]
export const wayText = (way: Way): Text => ways[way]

export type Tie = {
  id: string
  from: string
  /** The other institution, or null for a body beyond the village. */
  to: string | null
  /** The name of that body; '' where `to` is given. */
  outside: string
  flows: readonly Flow[]
  /** 1 to 5; null where nobody said. */
  strength: number | null
  /** As seen by `from`. */
  way: Way
  bond: Bond
  note: string
  /** The last day; null while it holds. */
  until: Day | null
  version: number
}

/** At one village, those that ended among them. */
export const mostTies = 4000

const details = () => ({
  flows: z.array(z.enum(flowNames)).check(z.minLength(1), z.maxLength(flowNames.length)),
  strength: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  way: z.enum(wayNames),
  bond: z.enum(bondNames),
  note: optionalLine(300),
})

export const tieInstitutions = command({
  name: 'institutions.tie',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    from: id(),
    to: z.nullable(id()),
    outside: optionalLine(120),
    ...details(),
  }),
  records: (input) => [input.id, input.from, ...(input.to ? [input.to] : [])],
  personal: ['note'],
  summary:
    'Notes how two institutions are tied, or one to a body beyond the village. Refused: to itself, to one that is not on the register, twice between the same two.',
})
export type TieInstitutions = z.infer<typeof tieInstitutions.input>

export const changeTie = command({
  name: 'institutions.change-tie',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), ...details(), until: z.nullable(day()) }),
  records: (input) => [input.id],
  personal: ['note'],
  summary: 'Changes what flows over a tie and how strong it is, or notes that it holds no more.',
})
export type ChangeTie = z.infer<typeof changeTie.input>
