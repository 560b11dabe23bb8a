// What the figures of a survey are counted from: which state its answers are in, and the answers, page by page.
import { sql } from 'kysely'
import { type At, notRejected } from '../measure/reading.ts'

/** A household, its answers in the order that was asked for as text of JSON, and what is sealed beside them. */
type Line = { id: string; seq: number; household: string | null; answers: string; sealed: Buffer | null }

export type Print = {
  rows: number
  /** Who answered what: another edition, a household, a submission more or less give another. */
  print: string
  /** Rises with every change, also with one that is undone. */
  versions: string
}

export function figureStore({ tx, district, place }: At) {
  const counted = (survey: string) => sql`s.district_code = ${district} and s.village_code = ${place}
    and s.survey_id = ${survey} and s.state = any(${[...notRejected]}::text[])`
  return {
    async print(survey: string): Promise<Print> {
      const found =
        await sql<Print>`select count(*)::int as rows, coalesce(sum(s.version), 0)::text as versions,
          coalesce(sum(hashtextextended(concat_ws(' ', s.seq, s.instance, s.household_id), 0)), 0)::text as print
        from surveys.submission s where ${counted(survey)}`.execute(tx)
      return found.rows[0] as Print
    },
    /** The newest first, before `seq`; a null stands for what was not answered. */
    async page(
      survey: string,
      paths: readonly string[],
      withSealed: boolean,
      before: number,
      most: number,
    ): Promise<Line[]> {
      const found = await sql<Line>`select s.id, s.seq::int as seq, s.household_id as household,
          ${withSealed ? sql`s.sealed` : sql`null::bytea`} as sealed,
          array_to_json(array(select s.answers -> u.p from unnest(${[...paths]}::text[]) with ordinality u (p, n)
            order by u.n))::text as answers
        from surveys.submission s where ${counted(survey)} and s.seq < ${before}
        order by s.seq desc limit ${most}`.execute(tx)
      return found.rows
    },
  }
}
