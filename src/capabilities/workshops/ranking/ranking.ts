// Community wealth ranking (ranking kesejahteraan): residents say what well-being means, and groups of them lay one card per
// household on piles, each group by itself. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import type { Day } from '../../../kernel/day.ts'
import * as fields from '../../../kernel/fields.ts'
import type { Role } from '../../../kernel/role.ts'
import { viewers } from '../../people/roles.ts'

export const rankingCollection = 'workshops.ranking'
export const sortingCollection = 'workshops.sorting'

/** Where a household stands among its neighbours is about that household: who may read the register of residents may read it. */
export const rankingReaders = viewers
export const rankers = ['facilitator', 'volunteer', 'board-secretary'] as const satisfies readonly Role[]

/** Piles a sorter may make. Source of the procedure: PRA practice as recalled (grade R), so 3 to 6 is to be verified. */
export const pilesBounds = { min: 3, max: 6 } as const
/** Independent sorters wanted at least: the same source, the same grade. */
export const sortersWanted = 3
/** Households of one ranking; a larger hamlet is ranked RT by RT. */
export const cardsMost = 1000
export const sortersMost = 9
const headsMost = 200

const sorter = z.strictObject({
  id: fields.id(),
  /** Who they are together, never a name: "Ibu-ibu RT 03". */
  label: fields.line(60),
  women: fields.count(headsMost),
  men: fields.count(headsMost),
})
/** A group of residents who sort together. */
export type Sorter = z.infer<typeof sorter>

export const groupsBounds = { min: 3, max: 4 } as const
const group = z.strictObject({
  name: fields.line(40),
  /** Households whose score is up to this stand in it; null for the last, the best off. */
  upTo: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
})
/** A group of households that the plenary named, from poorest to best off. */
export type Group = z.infer<typeof group>

const moved = z.strictObject({ household: fields.id(), group: fields.count(3), reason: fields.line(200) })
/** A household that the plenary put into another group than its score would. */
export type Moved = z.infer<typeof moved>

const plenary = {
  on: fields.workDay(),
  women: fields.count(5000),
  men: fields.count(5000),
  groups: z.array(group).check(z.minLength(groupsBounds.min), z.maxLength(groupsBounds.max)),
  moved: z.array(moved).check(z.maxLength(200)),
  /** Whether those present agreed; false where somebody did not, with what they said in the note. */
  consensus: z.boolean(),
  note: fields.prose(1000),
}
export type Plenary = z.infer<z.ZodMiniObject<typeof plenary>>

export type Ranking = {
  id: string
  /** The session (a workshop, held as a meeting) at which it is done. */
  meeting: string
  /** RT, hamlets or settlements whose households are ranked. */
  localPlaces: readonly string[]
  on: Day
  /** What the residents call well off and poor. */
  criteria: readonly string[]
  /** Households, one card each. */
  cards: readonly string[]
  sorters: readonly Sorter[]
  /** Sorting is over although sorters are missing, and why. */
  ended: { on: Day; by: string; reason: string } | null
  plenary: (Plenary & { by: string }) | null
  withdrawn: { on: Day; by: string; reason: string } | null
  by: string
  version: number
}

/** What facts need of a ranking. */
export type Settled = Pick<Ranking, 'id' | 'meeting' | 'withdrawn'> & { plenary: object | null }

/** How one sorter piled the cards: added, never changed; withdrawn with a reason where it went wrong. */
export type Sorting = {
  id: string
  ranking: string
  sorter: string
  /** Households by pile, from poorest to best off. A card in none was left unsorted. */
  piles: readonly (readonly string[])[]
  on: Day
  by: string
  withdrawn: { on: Day; by: string; reason: string } | null
}

const cards = () => z.array(fields.id()).check(z.minLength(2), z.maxLength(cardsMost))
const criteria = () => z.array(fields.line(120)).check(z.minLength(1), z.maxLength(10))
const sorters = () => z.array(sorter).check(z.minLength(1), z.maxLength(sortersMost))
const localPlaces = () => z.array(fields.id()).check(z.minLength(1), z.maxLength(60))

export const startRanking = command({
  name: 'workshops.start-ranking',
  version: 1,
  roles: rankers,
  scope: 'village',
  input: z.strictObject({
    id: fields.id(),
    meeting: fields.id(),
    localPlaces: localPlaces(),
    on: fields.workDay(),
    criteria: criteria(),
    cards: cards(),
    sorters: sorters(),
  }),
  records: (input) => [input.id],
  personal: ['cards'],
  summary:
    'Begins a wealth ranking: what residents call well-being, a card per household, and the groups that will sort them. Refuses fewer than three sorters and a household twice.',
})
export type StartRanking = z.infer<typeof startRanking.input>

export const changeRanking = command({
  name: 'workshops.change-ranking',
  version: 1,
  roles: rankers,
  scope: 'village',
  input: z.strictObject({
    ranking: fields.id(),
    basedOn: fields.basedOn(),
    criteria: criteria(),
    cards: cards(),
    sorters: sorters(),
  }),
  records: (input) => [input.ranking],
  personal: ['cards'],
  summary:
    'Changes criteria, cards or sorters while sorting runs. Refuses to drop a sorter who has sorted, and when somebody else changed it meanwhile.',
})
export type ChangeRanking = z.infer<typeof changeRanking.input>

export const sortCards = command({
  name: 'workshops.sort-cards',
  version: 1,
  roles: rankers,
  scope: 'village',
  input: z.strictObject({
    id: fields.id(),
    ranking: fields.id(),
    sorter: fields.id(),
    piles: z
      .array(z.array(fields.id()).check(z.maxLength(cardsMost)))
      .check(z.minLength(pilesBounds.min), z.maxLength(pilesBounds.max)),
  }),
  records: (input) => [input.id, input.ranking],
  personal: ['piles'],
  summary:
    'Records how one sorter piled the cards, from poorest to best off; many on one pile and cards left over are well. Refuses a card on two piles, a card of another ranking, and a second sorting by the same sorter.',
})
export type SortCards = z.infer<typeof sortCards.input>

const reason = () => fields.line(300)

export const withdrawSorting = command({
  name: 'workshops.withdraw-sorting',
  version: 1,
  roles: rankers,
  scope: 'village',
  input: z.strictObject({ ranking: fields.id(), sorting: fields.id(), reason: reason() }),
  records: (input) => [input.sorting, input.ranking],
  personal: ['reason'],
  summary:
    'Withdraws a sorting that went wrong, with a reason, so that the sorter may sort anew; not once the plenary has settled it.',
})
export type WithdrawSorting = z.infer<typeof withdrawSorting.input>

export const endSorting = command({
  name: 'workshops.end-sorting',
  version: 1,
  roles: rankers,
  scope: 'village',
  input: z.strictObject({ ranking: fields.id(), reason: reason() }),
  records: (input) => [input.ranking],
  personal: ['reason'],
  summary:
    'Ends sorting although a sorter is missing, with the reason; the scores are then of those who sorted.',
})
export type EndSorting = z.infer<typeof endSorting.input>

export const settleRanking = command({
  name: 'workshops.settle-ranking',
  version: 1,
  roles: rankers,
  scope: 'village',
  input: z.strictObject({ ranking: fields.id(), basedOn: fields.basedOn(), ...plenary }),
  records: (input) => [input.ranking],
  personal: ['moved', 'note'],
  summary:
    'Records what the plenary settled: three or four groups with their names, households put elsewhere than their score with a reason, who was there. Again where it is settled anew.',
})
export type SettleRanking = z.infer<typeof settleRanking.input>

export const withdrawRanking = command({
  name: 'workshops.withdraw-ranking',
  version: 1,
  roles: ['facilitator', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({ ranking: fields.id(), reason: reason() }),
  records: (input) => [input.ranking],
  personal: ['reason'],
  summary: 'Withdraws a ranking with a reason; nothing rests on it from then on.',
})
export type WithdrawRanking = z.infer<typeof withdrawRanking.input>
