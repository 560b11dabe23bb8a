// A house with a survey in it, and submissions put there as the door puts them: open answers typed, personal ones sealed.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type House, testHouse, type Village } from '../../../apps/server/village.testing.ts'
import { daysFromToday, momentOn } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import type { ServerCapability } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { migrationFile, place, reference } from '../../../platform/server/migrations.ts'
import { lookInPlace } from '../../../platform/server/transaction.testing.ts'
import type { Choice, FormModel, Group, Item, Labels, Question } from '../../../xlsform/model.ts'
import { placesWithoutNation } from '../../places/regions.testing.ts'
import { exportRoutes } from '../exporting/routes.ts'
import { figureRefusals } from '../figures/figure-texts.ts'
import { tablesQueries } from './api-tables.ts'
import { tablesRefusals } from './tables-texts.ts'

const tables = [
  'survey',
  'submission',
  'edition',
  'attachment',
  'event',
  'visited',
  'conflict',
  'listing',
  'measure',
]
const capability: ServerCapability = {
  name: 'surveys',
  migrations: [
    migrationFile(new URL('../server.ts', import.meta.url).href, '2026-11-22-surveys', [
      ...place(...tables.map((name) => `surveys.${name}`)),
      ...reference('surveys.form', 'surveys.form_file', 'surveys.device'),
    ]),
    ...['2026-11-29-surveys-pages', '2026-11-30-surveys-serving'].map((name) =>
      migrationFile(new URL('../server.ts', import.meta.url).href, name, []),
    ),
  ],
  queries: tablesQueries,
  routes: exportRoutes,
}

export const tablesHouse = (): Promise<House> =>
  testHouse([placesWithoutNation, capability], { ...tablesRefusals, ...figureRefusals })

/** The day on which submissions were sent that do not say when. */
export const sentOn = daysFromToday(-9)

const blank = {
  hint: {},
  list: null,
  required: false,
  readonly: false,
  appearance: '',
  metadata: null,
  row: 2,
}
const both = (id: string, en: string): Labels => ({ 'Bahasa Indonesia (id)': id, 'English (en)': en })

/** A question at `/data/<path>`; open unless said otherwise. */
export function ask(path: string, type: Question['type'], more: Partial<Question> = {}): Question {
  const name = path.split('/').at(-1) ?? path
  const label = both(`Tanya ${name}`, `Ask ${name}`)
  return { ...blank, kind: 'question', name, path: `/data/${path}`, type, label, privacy: 'open', ...more }
}

export function group(kind: Group['kind'], path: string, children: readonly Item[]): Group {
  const name = path.split('/').at(-1) ?? path
  const label = both(`Bagian ${name}`, `Part ${name}`)
  return { kind, name, path: `/data/${path}`, label, appearance: '', counted: false, children, row: 2 }
}

export const choice = (name: string, id: string, en: string): Choice => ({
  name,
  label: both(id, en),
  media: {},
  extra: {},
})

export function form(items: readonly Item[], lists: FormModel['lists'] = {}, version = '1'): FormModel {
  return {
    ...{ formId: 'rumah', version, title: 'Rumah', root: '/data', defaultLanguage: 'Bahasa Indonesia (id)' },
    ...{ languages: ['Bahasa Indonesia (id)', 'English (en)'], items, lists, files: [], entities: [] },
    ...{ named: true, settings: {} },
  }
}

const personal = { privacy: 'personal' } as const

/** A household with members, their work within them, a photo and a point. */
export const household = form(
  [
    ask('head', 'text', personal),
    ask('kk', 'text', personal),
    group('group', 'house', [
      ask('house/roof', 'select_one', { list: 'roof' }),
      ask('house/water', 'select_multiple', { list: 'water' }),
      ask('house/area', 'decimal'),
      ask('house/photo', 'image', personal),
    ]),
    ask('point', 'geopoint', personal),
    ask('visited', 'date'),
    ask('agree', 'acknowledge'),
    ask('remark', 'text'),
    group('repeat', 'member', [
      ask('member/name', 'text', personal),
      ask('member/age', 'integer'),
      ask('member/sex', 'select_one', { list: 'sex' }),
      group('repeat', 'member/work', [ask('member/work/kind', 'text')]),
    ]),
    ask('size', 'calculate'),
  ],
  {
    roof: [
      choice('tiles', 'Genteng', 'Tiles'),
      choice('zinc', 'Seng', 'Zinc'),
      choice('thatch', 'Rumbia', 'Thatch'),
    ],
    water: [
      choice('well', 'Sumur', 'Well'),
      choice('pipe', 'Ledeng', 'Piped'),
      choice('river', 'Sungai', 'River'),
    ],
    sex: [choice('f', 'Perempuan', 'Female'), choice('m', 'Laki-laki', 'Male')],
  },
)

export type Filled = {
  id?: string
  seq?: number
  state?: 'received' | 'has-issues' | 'edited' | 'approved' | 'rejected'
  open: Record<string, unknown>
  personal?: Record<string, unknown>
  name?: string
  rt?: string
  by?: string
  at?: string
  form?: string
  xml?: string
  files?: { name: string; id: string; bytes: number }[]
}

/** A survey of this village on these versions of a form, the newest last. */
export class SurveyHouse {
  readonly house: House
  readonly village: Village
  readonly survey = newId()
  readonly forms: readonly string[]
  #seq = 0
  constructor(house: House, village: Village, forms: readonly string[]) {
    house.changedBehindLog = true
    this.house = house
    this.village = village
    this.forms = forms
  }

  static async of(
    house: House,
    village: Village,
    models: readonly FormModel[] = [household],
  ): Promise<SurveyHouse> {
    const made = new SurveyHouse(
      house,
      village,
      models.map(() => newId()),
    )
    const { pool } = house.database
    for (const [index, model] of models.entries())
      await pool.query(
        `insert into surveys.form (id, place, form_id, version, title, shipped, retired, file_name, xform, md5, model, warnings, about, created_at)
         values ($1, $2, $3, $4, 'Rumah', false, false, 'rumah.xlsx', '', '', $5::jsonb, '[]', '{}', now())`,
        [made.forms[index], village.place, model.formId, model.version, JSON.stringify(model)],
      )
    const body = {
      title: 'Rumah kita',
      versions: made.forms,
      population: 'open',
      localPlaces: [],
      target: null,
    }
    await pool.query(
      `insert into surveys.survey (district_code, village_code, id, form_key, form_id, state, body, version, created_by, created_at)
       values ($1, $2, $3, $4, 'rumah', 'open', $5::jsonb, 1, gen_random_uuid(), now())`,
      [districtOf(village.place), village.place, made.survey, made.forms.at(-1), JSON.stringify(body)],
    )
    return made
  }

  /** Puts these in, in this order; gives their ids. */
  async fill(filled: readonly Filled[]): Promise<string[]> {
    const { place } = this.village
    const { db } = this.house.services
    const rows = filled.map((each) => ({ ...each, id: each.id ?? newId(), seq: each.seq ?? ++this.#seq }))
    await lookInPlace(db, place, async (tx) => {
      for (const row of rows) {
        await this.#put(tx, row)
      }
      await sql`update surveys.survey v set (received, has_issues, edited, approved, rejected) = (select
          count(*) filter (where state = 'received'), count(*) filter (where state = 'has-issues'),
          count(*) filter (where state = 'edited'), count(*) filter (where state = 'approved'),
          count(*) filter (where state = 'rejected') from surveys.submission s where s.survey_id = v.id)
        where v.id = ${this.survey}`.execute(tx)
    })
    return rows.map((row) => row.id)
  }

  async #put(tx: Tx, row: Filled & { id: string; seq: number }): Promise<void> {
    const { place } = this.village
    const district = districtOf(place)
    const { vault } = this.house.services
    const owner = { district, place, subject: row.id }
    const point = (row.personal?.point as { lat: number; lon: number } | undefined) ?? null
    const secret = {
      answers: row.personal ?? {},
      name: row.name ?? '',
      point: point && [point.lat, point.lon],
      comment: '',
    }
    const instance = `uuid:${randomUUID()}`
    await sql`insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq, root_instance,
        instance, state, returned, local_place_id, source, device, created_by, submitted_at, answers, sealed, missing, doubts, version)
      values (${district}, ${place}, ${row.id}, ${this.survey}, ${row.form ?? this.forms.at(-1)}, ${row.seq}, ${instance},
        ${instance}, ${row.state ?? 'received'}, false, ${row.rt ?? null}, 'rembug', 'd', ${row.by ?? newId()},
        ${row.at ?? momentOn(sentOn)}, ${JSON.stringify(row.open)}::jsonb, ${await vault.seal(tx, owner, secret)}, 0, '[]', 1)`.execute(
      tx,
    )
    const xml = await vault.seal(tx, owner, row.xml ?? '<data/>')
    await sql`insert into surveys.edition (district_code, village_code, form_id, instance, submission_id, seq, submitted_at, created_by, xml, xml_sha256)
      values (${district}, ${place}, 'rumah', ${instance}, ${row.id}, ${row.seq}, now(), ${newId()}, ${xml}, ''::bytea)`.execute(
      tx,
    )
    for (const file of row.files ?? [])
      await sql`insert into surveys.attachment (district_code, village_code, submission_id, name, file_id, bytes)
        values (${district}, ${place}, ${row.id}, ${file.name}, ${file.id}, ${file.bytes})`.execute(tx)
  }
}
