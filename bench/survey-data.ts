// A survey with many submissions for a measurement: a household with members, as a village fills it.
import { sql } from 'kysely'
import { newId } from '../src/kernel/id.ts'
import { districtOf } from '../src/kernel/place-code.ts'
import { inPlace } from '../src/platform/server/transaction.ts'
import type { Choice, FormModel, Item, Question } from '../src/xlsform/model.ts'
import type { BenchHouse } from './house.ts'

export const place = '34.71.04.1003'
const district = districtOf(place)

const choices = (...names: string[]): Choice[] =>
  names.map((name) => ({ name, label: { '': name }, media: {}, extra: {} }))

function ask(
  path: string,
  type: Question['type'],
  privacy: Question['privacy'],
  list: string | null = null,
): Question {
  const name = path.split('/').at(-1) ?? path
  return {
    ...{ kind: 'question', name, path: `/data/${path}`, type, label: { '': name }, hint: {}, list, privacy },
    ...{ required: false, readonly: false, appearance: '', metadata: null, row: 2 },
  }
}
const numbered = (
  path: string,
  type: Question['type'],
  count: number,
  list: string | null = null,
): Question[] => Array.from({ length: count }, (_, n) => ask(`${path}${n + 1}`, type, 'open', list))

const inside = (kind: 'group' | 'repeat', path: string, children: Item[]): Item => ({
  ...{
    kind,
    name: path,
    path: `/data/${path}`,
    label: { '': path },
    appearance: '',
    counted: false,
    children,
    row: 2,
  },
})

const model: FormModel = {
  ...{
    formId: 'household',
    version: '1',
    title: 'Household',
    root: '/data',
    languages: [''],
    defaultLanguage: '',
  },
  ...{ files: [], entities: [], named: true, settings: {} },
  lists: { kind: choices('a', 'b', 'c', 'd'), needs: choices('water', 'road', 'light', 'school') },
  items: [
    ask('head', 'text', 'personal'),
    ask('kk', 'text', 'personal'),
    ask('address', 'text', 'personal'),
    ask('point', 'geopoint', 'personal'),
    inside('group', 'house', [
      ...numbered('house/kind', 'select_one', 8, 'kind'),
      ...numbered('house/count', 'integer', 8),
      ask('house/needs', 'select_multiple', 'open', 'needs'),
      ask('house/on', 'date', 'open'),
      ask('house/rare', 'text', 'open'),
    ]),
    inside('repeat', 'member', [
      ask('member/name', 'text', 'personal'),
      ask('member/nik', 'text', 'personal'),
      ask('member/age', 'integer', 'open'),
      ask('member/sex', 'select_one', 'open', 'kind'),
      ask('member/school', 'select_one', 'open', 'kind'),
      ask('member/work', 'select_one', 'open', 'kind'),
    ]),
  ],
}

/** Makes the survey and gives its id. */
export async function makeSurvey({ house }: BenchHouse): Promise<{ survey: string; form: string }> {
  const [survey, form] = [newId(), newId()]
  const { pool } = house.database
  await pool.query(
    `insert into surveys.form (id, place, form_id, version, title, shipped, retired, file_name, xform, md5, model, warnings, about, created_at)
     values ($1, $2, 'household', $4, 'Household', false, false, 'x.xlsx', '', '', $3::jsonb, '[]', '{}', now())`,
    [form, place, JSON.stringify(model), form],
  )
  const body = {
    title: 'Rumah',
    versions: [form],
    population: 'open',
    localPlaces: [],
    target: null,
    openedOn: '2026-01-05',
  }
  await pool.query(
    `insert into surveys.survey (district_code, village_code, id, form_key, form_id, state, body, version, created_by, created_at)
     values ($1, $2, $3, $4, 'household', 'open', $5::jsonb, 1, $3, now())`,
    [district, place, survey, form, JSON.stringify(body)],
  )
  return { survey, form }
}

const kinds = Array.from(
  { length: 8 },
  (_, n) => `'house/kind${n + 1}', substr('abcd', 1 + (n * ${n + 7} / ${n + 3}) % 4, 1)`,
)
const counts = Array.from({ length: 8 }, (_, n) => `'house/count${n + 1}', (n * ${n + 11}) % ${(n + 2) * 9}`)
const answers = `jsonb_build_object(${[...kinds, ...counts].join(', ')},
  'house/needs', case n % 3 when 0 then '["water","road"]'::jsonb when 1 then '["light"]' else '[]' end,
  'house/on', to_char(date '2026-01-01' + n % 300, 'YYYY-MM-DD'),
  'house/rare', case when n % 250000 = 1000 then 'langka' else 'biasa' end,
  'member', (select jsonb_agg(jsonb_build_object('age', (n * m) % 90, 'sex', substr('ab', 1 + (n + m) % 2, 1),
    'school', substr('abcd', 1 + (n + m) % 4, 1), 'work', substr('abcd', 1 + (n * m) % 4, 1))) from generate_series(1, 2 + n % 4) m))`

const insertInto = `insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq, root_instance, instance,
  state, returned, source, device, created_by, submitted_at, answers, sealed, missing, doubts, version)`

/** Submissions of which nothing will be opened: made inside the database. */
export async function fillFast(
  { house }: BenchHouse,
  survey: string,
  form: string,
  count: number,
): Promise<void> {
  const { pool } = house.database
  const step = 50_000
  for (let from = 1; from <= count; from += step)
    await pool.query(
      `${insertInto} select $1, $2, gen_random_uuid(), $3, $4, n, 'uuid:' || n, 'uuid:' || n,
        case when n % 4 = 0 then 'approved' else 'received' end, false, 'openrosa', 'd', $3::uuid,
        timestamptz '2026-01-01' + n * interval '20 seconds', ${answers}, decode(repeat('ab', 300), 'hex'), 0, '[]', 1
      from generate_series($5::int, $6::int) n`,
      [district, place, survey, form, from, Math.min(count, from + step - 1)],
    )
  await settleCounts({ house } as BenchHouse, survey)
}

async function settleCounts({ house }: BenchHouse, survey: string): Promise<void> {
  await house.database.pool.query(
    `update surveys.survey set (received, approved) = (select count(*) filter (where state = 'received'),
       count(*) filter (where state = 'approved') from surveys.submission where survey_id = $1) where id = $1`,
    [survey],
  )
  await house.database.pool.query('vacuum analyze surveys.submission')
}

/** Submissions with personal answers sealed as the door seals them. */
export async function fillSealed(
  bench: BenchHouse,
  survey: string,
  form: string,
  count: number,
): Promise<void> {
  const { db, vault } = bench.house.services
  const step = 1000
  for (let from = 1; from <= count; from += step) {
    const numbers = Array.from({ length: Math.min(step, count - from + 1) }, (_, n) => from + n)
    const ids = numbers.map(() => newId())
    const personal = (n: number) => ({
      head: `Ibu ${n} Wulandari`,
      kk: `34710401011${String(n).padStart(5, '0')}`,
      address: `Jalan Hayam Wuruk ${n}, gang melati`,
      point: { lat: -7.79 + n / 1e6, lon: 110.36 + n / 1e6, alt: 114, acc: 4.5 },
      member: Array.from({ length: 2 + (n % 4) }, (_, m) => ({
        name: `Anggota ${m} dari ${n}`,
        nik: `3471045708${String(n + m).padStart(6, '0')}`,
      })),
    })
    await inPlace(db, place, newId(), async (tx) => {
      const values = ids.map((id, at) => {
        const n = numbers[at] ?? 0
        return [id, { answers: personal(n), name: `Ibu ${n}`, point: null, comment: '' }] as const
      })
      const sealed = await vault.sealMany(tx, district, place, new Map(values))
      await sql`${sql.raw(insertInto)} select ${district}, ${place}, u.id, ${survey}::uuid, ${form}::uuid, u.n, 'uuid:' || u.n,
          'uuid:' || u.n, 'received', false, 'openrosa', 'd', ${survey}::uuid, timestamptz '2026-01-01' + u.n * interval '20 seconds',
          made.answers, u.sealed, 0, '[]', 1
        from unnest(${ids}::uuid[], ${numbers}::int[], ${ids.map((id) => sealed.get(id))}::bytea[]) as u (id, n, sealed)
        cross join lateral (select ${sql.raw(answers)} as answers from (select u.n) one (n)) made`.execute(tx)
    })
  }
  await settleCounts(bench, survey)
}
