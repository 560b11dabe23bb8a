// Surveys across villages, inside the scope of the reader.
import { sql } from 'kysely'
import { districtOf } from '../../kernel/place-code.ts'
import type { Tx } from '../../platform/server/db.ts'
import { areaOf } from '../places/door.ts'
import type { OverviewLine } from './overview.ts'

type Asked = { state?: string | undefined; kind?: string | undefined; after?: string | undefined }

export async function overviewPage(
  tx: Tx,
  place: string,
  asked: Asked,
  most: number,
): Promise<OverviewLine[]> {
  const { reach, rows } = await areaOf(tx, place)
  const [village = '', id] = asked.after?.split(' ') ?? []
  const further = id
    ? sql`(district_code, village_code, id) > (${districtOf(village)}, ${village}, ${id}::uuid)`
    : sql`true`
  const found = await sql<OverviewLine>`${reach}
    select village_code as place, id as survey, kind, form_id as "formId", state, body ->> 'title' as title,
      body ->> 'population' as population, (body ->> 'target')::int as target, body ->> 'openedOn' as "openedOn",
      (body -> 'closed' ->> 'complete')::boolean as complete, jsonb_typeof(body -> 'result') = 'object' as "resultAgreed",
      jsonb_build_object('received', received, 'hasIssues', has_issues, 'edited', edited, 'approved', approved,
        'rejected', rejected, 'households', households) as counts
    from surveys.survey where ${rows} and ${further}
      and (${asked.state ?? null}::text is null or state = ${asked.state ?? null}::text)
      and (${asked.kind ?? null}::text is null or kind = ${asked.kind ?? null}::text
        or also_for @> jsonb_build_array(jsonb_build_object('kind', ${asked.kind ?? null}::text)))
    order by district_code, village_code, id limit ${most}`.execute(tx)
  return found.rows
}
