// The tables of boards. A card is kept as it stands after all moves; each move is kept beside it, and never changed.
import { sql } from 'kysely'
import { type At, rowStore } from '../store-rows.ts'
import { type Board, boardCollection, type Card, type KeptMove, movesShown } from './board.ts'

export const boardStore = (at: At) => rowStore<Board>(at, boardCollection)

export function cardStore(at: At) {
  const { tx, district, place } = at
  const many = async (where: ReturnType<typeof sql>): Promise<Card[]> => {
    const found = await sql<{ body: Card }>`select body from workshops.card
      where district_code = ${district} and village_code = ${place} and ${where}`.execute(tx)
    return found.rows.map(({ body }) => body)
  }
  return {
    many: (ids: readonly string[]) => many(sql`id = any(${[...ids]}::uuid[])`),
    /** How many cards a board has, also those taken off, and the newest clock on it. */
    async sumOf(board: string): Promise<{ count: number; newest: number }> {
      const found = await sql<{ count: number; newest: number }>`select
          (select count(*)::int from workshops.card
            where district_code = ${district} and village_code = ${place} and board_id = ${board}) as count,
          (select coalesce(max(clock), 0)::int from workshops.move
            where district_code = ${district} and village_code = ${place} and board_id = ${board}) as newest`.execute(
        tx,
      )
      return found.rows[0] ?? { count: 0, newest: 0 }
    },
    async put(cards: readonly Card[]): Promise<void> {
      await sql`insert into workshops.card (district_code, village_code, id, board_id, body)
        select ${district}, ${place}, u.id, u.board, u.body::jsonb
        from unnest(${cards.map(({ id }) => id)}::uuid[], ${cards.map(({ board }) => board)}::uuid[],
          ${cards.map((card) => JSON.stringify(card))}::text[]) as u (id, board, body)
        on conflict (district_code, id) do update set body = excluded.body`.execute(tx)
    },
    /** Refuses (fails) a move whose id another bears: it would be made, and nobody could say who made it. */
    async keepMoves(moves: readonly KeptMove[]): Promise<void> {
      const of = <K extends keyof KeptMove>(key: K) => moves.map((each) => each[key])
      await sql`insert into workshops.move (district_code, village_code, id, board_id, card_id, clock, made_at, by_name, set)
        select ${district}, ${place}, u.id, u.board, u.card, u.clock, u.at, u.name, u.set::jsonb
        from unnest(${of('id')}::uuid[], ${of('board')}::uuid[], ${of('card')}::uuid[], ${of('clock')}::int[],
          ${of('at')}::timestamptz[], ${of('byName')}::text[], ${moves.map(({ set }) => JSON.stringify(set))}::text[])
          as u (id, board, card, clock, at, name, set) returning 1`.execute(tx)
    },
    async moves(board: string): Promise<Omit<KeptMove, 'board'>[]> {
      const found = await sql<
        Omit<KeptMove, 'board' | 'at'> & { at: Date }
      >`select id, card_id as card, clock,
          made_at as at, by_name as "byName", set
        from workshops.move where district_code = ${district} and village_code = ${place} and board_id = ${board}
        order by clock desc, id desc limit ${movesShown}`.execute(tx)
      return found.rows.map((row) => ({ ...row, at: row.at.toISOString() }))
    },
  }
}
