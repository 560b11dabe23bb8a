// A village with an open survey on a small form, and a phone with Collect that sends to it.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { lookInPlace } from '../../../platform/server/transaction.testing.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { isWhole, verifyLog } from '../../../platform/server/verify.ts'
import { formHere, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { type Device, deviceIn, uuid } from './collect.testing.ts'
import { everyType, ask as question, xmlOf } from './instance.testing.ts'

export const formId = 'keluarga-odk'
export const model = {
  ...everyType,
  ...{ formId, version: '3', files: ['logo.png', 'keluarga.csv'] },
  items: [
    question('/data/nama', 'text', { privacy: 'personal' }),
    question('/data/foto', 'image'),
    question('/data/foto2', 'image'),
    question('/data/umur', 'integer'),
    question('/data/jumlah', 'integer'),
  ],
  entities: [
    {
      ...{ dataset: 'keluarga', path: '/data/meta/entity', repeat: null, creates: true, updates: true },
      properties: { jumlah_anggota: '/data/jumlah' },
    },
  ],
}

export const filled = (inside: Record<string, string>, instance = uuid(), meta = '') => ({
  instance,
  xml: xmlOf({ nama: 'Sutrisno', ...inside }, { id: formId, version: '3', instance, meta }),
})

export type Counts = { rows: number; received: number; edited: number; households: number; editions: number }
type Stored = { id: string; missing: number; state: string; version: number; household: string | null }

export class CollectVillage {
  readonly house: House
  readonly village: Village
  readonly survey: string
  readonly form: string
  readonly device: Device
  private constructor(house: House, village: Village, survey: string, form: string, device: Device) {
    this.house = house
    this.village = village
    this.survey = survey
    this.form = form
    this.device = device
  }

  static async open(): Promise<CollectVillage> {
    const house = await surveysHouse()
    const village = house.village()
    const form = await formHere(house, { model })
    house.changedBehindLog = true
    const md5 = createHash('md5').update('png').digest('hex')
    await sql`insert into surveys.form_file (form_id, place, name, media_type, bytes, md5)
      values (${form}, 'ID', 'logo.png', 'image/png', 'png', ${md5})`.execute(house.owner)
    const { survey } = await surveyHere(house, village, { form })
    return new CollectVillage(house, village, survey, form, await deviceIn(house, village))
  }

  get district(): string {
    return districtOf(this.village.place)
  }

  async one<T>(statement: ReturnType<typeof sql<T>>): Promise<T> {
    const { db } = this.house
    return lookInPlace(db, this.village.place, async (tx) => (await statement.execute(tx)).rows[0] as T)
  }

  counts(): Promise<Counts> {
    const { district } = this
    return this.one(sql<Counts>`select received, edited, households,
      (select count(*)::int from surveys.submission where district_code = ${district} and survey_id = ${this.survey}) as rows,
      (select count(*)::int from surveys.edition e join surveys.submission s
        on s.district_code = ${district} and s.id = e.submission_id and s.survey_id = ${this.survey}
        where e.district_code = ${district}) as editions
      from surveys.survey where district_code = ${district} and id = ${this.survey}`)
  }

  /** Whether the chained log of the village is whole, and how many submissions it has. */
  async chain(): Promise<{ whole: boolean; submissions: number }> {
    const { db } = this.house
    const whole = isWhole(await inPlace(db, this.village.place, newId(), verifyLog))
    const { n } = await this.one(
      sql<{ n: number }>`select count(*)::int as n from platform.log
        where district_code = ${this.district} and name = 'surveys.submit'`,
    )
    return { whole, submissions: n }
  }

  stored(instance: string): Promise<Stored> {
    return this.one(sql<Stored>`select id, missing, state, version, household_id as household
      from surveys.submission
      where district_code = ${this.district} and instance = ${instance}`)
  }
}
