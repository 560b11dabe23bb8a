// A board of cards that a workshop lays out together: a problem tree, or a consensus workshop. Everything on it is set by moves,
// which merge whatever the order they arrive in (kernel/registers.ts; decision 39).
import * as z from 'zod/mini'
import { command, query } from '../../../kernel/command.ts'
import { id, line, optionalLine, prose } from '../../../kernel/fields.ts'
import { rankPattern } from '../../../kernel/rank.ts'
import type { Registers } from '../../../kernel/registers.ts'
import { type Role, villageWorkers } from '../../../kernel/role.ts'
import { workshopHelpers } from '../roles.ts'

export const boardCollection = 'workshops.board'
export const cardCollection = 'workshops.card'
/** Every move as it was made; kept on the server, asked for by `workshops.moves`. */
export const moveCollection = 'workshops.move'
export const boardReaders: readonly Role[] = villageWorkers

export const boardKinds = ['problem-tree', 'consensus'] as const
export type BoardKind = (typeof boardKinds)[number]

/**
 * What a card is. Of a problem tree: a problem, what causes it (below), what comes of it (above). Of a consensus workshop: an idea,
 * or a cluster of ideas with its name.
 */
export const cardKinds = ['problem', 'cause', 'effect', 'idea', 'cluster'] as const
export type CardKind = (typeof cardKinds)[number]

/** Where the causes of poverty end, by Siklus 2006: values that wore away in people, in living together, in development. */
export const roots = ['moral', 'governance', 'tridaya'] as const
export type Root = (typeof roots)[number]

export type BoardFields = {
  title: string
  /** Of a consensus workshop: the question, what the group must come to know, and how it is to be. */
  focus: string
  rational: string
  experiential: string
  /** Of a consensus workshop: the names are what the group agreed on. */
  resolved: boolean
  gone: boolean
}
export type CardFields = {
  text: string
  kind: CardKind
  /** The card it hangs under; null: it stands by itself. */
  parent: string | null
  rank: string
  root: Root | null
  gone: boolean
}

export type Board = {
  id: string
  meeting: string
  enrolment: string | null
  kind: BoardKind
  fields: Registers<BoardFields>
}
export type Card = { id: string; board: string; meeting: string; fields: Registers<CardFields> }

export const boardsMost = 12
export const cardsMost = 600
export const cardTextMost = 200
/**
 * A clock may run ahead of all that the server has seen by what was refused of one phone. Small against where clocks end, so that
 * nobody comes there by leaps and leaves no later move to others.
 */
export const clockAheadMost = 1000

const clock = () => z.int().check(z.minimum(1), z.maximum(2_000_000_000))
const boardFields = () =>
  z.partial(
    z.strictObject({
      title: line(160),
      focus: optionalLine(300),
      rational: prose(600),
      experiential: prose(600),
      resolved: z.boolean(),
      gone: z.boolean(),
    }),
  )
const cardFields = () =>
  z.partial(
    z.strictObject({
      text: line(cardTextMost),
      kind: z.enum(cardKinds),
      parent: z.nullable(id()),
      rank: z.string().check(z.regex(rankPattern)),
      root: z.nullable(z.enum(roots)),
      gone: z.boolean(),
    }),
  )

export const startBoard = command({
  name: 'workshops.start-board',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    meeting: id(),
    kind: z.enum(boardKinds),
    title: line(160),
    focus: optionalLine(300),
  }),
  records: (input) => [input.id],
  personal: ['focus'],
  summary: 'Lays out a board for a workshop: a problem tree, or a consensus workshop.',
})
export type StartBoard = z.infer<typeof startBoard.input>

export const changeBoard = command({
  name: 'workshops.change-board',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({ board: id(), clock: clock(), set: boardFields() }),
  records: (input) => [input.board],
  personal: ['set.focus', 'set.rational', 'set.experiential'],
  summary:
    'Sets what a board says of itself. Two people who set the same field both succeed; the later one stands.',
})
export type ChangeBoard = z.infer<typeof changeBoard.input>

export const moveCards = command({
  name: 'workshops.move-cards',
  version: 1,
  roles: workshopHelpers,
  scope: 'village',
  input: z.strictObject({
    board: id(),
    moves: z
      .array(z.strictObject({ id: id(), card: id(), clock: clock(), set: cardFields() }))
      .check(z.minLength(1), z.maxLength(60)),
  }),
  // By its moves: one that is refused holds back nothing else on the board.
  records: (input) => input.moves.map((each) => each.card),
  // What people said, and whom they named; the log is kept for ever.
  personal: ['moves.*.set.text'],
  summary:
    'Lays cards on a board, writes on them, moves and takes them off. Two people who move the same card both succeed; the later move stands, and every move is kept.',
})
export type MoveCards = z.infer<typeof moveCards.input>
export type Move = MoveCards['moves'][number]

/** A move as it is kept. */
export type KeptMove = Move & { board: string; at: string; byName: string }
export const movesShown = 200

export const movesOf = query({
  name: 'workshops.moves',
  roles: villageWorkers,
  scope: 'village',
  input: z.strictObject({ board: id() }),
  output: z.object({
    moves: z.array(
      z.object({
        id: z.string(),
        card: z.string(),
        clock: z.number(),
        at: z.string(),
        byName: z.string(),
        set: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  summary: 'The newest moves on a board: which card, what was set, by whom and when.',
})
