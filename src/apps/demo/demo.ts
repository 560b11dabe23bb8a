// `npm start -- --demo`: three villages of the seed documents and two KAT sites, each at another point of its
// programme. Told through the real command intake, once; a load that was interrupted goes on where it stood.
import { sql } from 'kysely'
import {
  bukitSuban,
  kampungLaut,
  tanjungPasir,
  tegalPanggung,
} from '../../capabilities/places/demo-places.ts'
import { definitionKey } from '../../capabilities/programmes/door.ts'
import { shippedForm } from '../../capabilities/surveys/door.ts'
import { today } from '../../kernel/day.ts'
import { nation } from '../../kernel/place-code.ts'
import type { Db } from '../../platform/server/db.ts'
import { Intake } from '../../platform/server/intake.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import { serverCapabilities } from '../server/capabilities.ts'
import type { House as Opened } from '../server/open.ts'
import { demoAccounts, demoPassword, makeAccounts, markAccount, markWhole, wholeMark } from './accounts.ts'
import { tellSettlement } from './settlement.ts'
import { tellKampungLaut, tellTanjungPasir } from './social.ts'
import { Story } from './story.ts'
import { tellTegalPanggung } from './tegal-panggung.ts'

type House = Pick<Opened, 'services'>
type Existing = Map<string, Date>

async function accountsIn(db: Db): Promise<Existing> {
  const found = await sql<{
    id: string
    created: Date
  }>`select id, created_at as created from accounts.account`.execute(db)
  return new Map(found.rows.map(({ id, created }) => [id, created]))
}

const definition = (id: string) => definitionKey(id, 1, nation)

/** Tells every village's story. `day` is the day that "today" was when the demonstration was begun. */
async function tell({ services }: House, day: string, say: (line: string) => void): Promise<void> {
  const handlers = serverCapabilities.flatMap((capability) => capability.commands ?? [])
  const followers = serverCapabilities.flatMap((capability) => capability.follows ?? [])
  const intake = new Intake(services.db, services.vault, handlers, followers)
  const story = (place: string) => new Story(intake, services, day, place)
  const resilience = definition('social-resilience')
  const forms = await inPlace(services.db, nation, nobody, async (tx) => ({
    household: await shippedForm(tx, 'rembug_household'),
    needs: await shippedForm(tx, 'rembug_needs'),
  }))
  say('Contoh: Tegal Panggung (P2KP, TKPK, survei) …')
  const definitions = { p2kp: definition('p2kp-2006'), tkpk: definition('tkpk-neighbourhood') }
  await tellTegalPanggung(story(tegalPanggung), definitions, forms)
  say('Contoh: Tanjung Pasir (ketahanan sosial: Look) …')
  await tellTanjungPasir(story(tanjungPasir), resilience)
  say('Contoh: Kampung Laut (ketahanan sosial, dari arsip) …')
  await tellKampungLaut(story(kampungLaut), resilience)
  say('Contoh: Bukit Suban (KAT, dua lokasi) …')
  const kat = {
    empowerment: definition('kat-empowerment'),
    strengthening: definition('kat-strengthening'),
  }
  await tellSettlement(story(bukitSuban), kat)
}

/**
 * Loads the demonstration into a house that is empty or its own. A second call finds everything there and returns
 * at once. `refuseRealData` must have been asked before the house was opened.
 */
export async function loadDemo(
  house: House,
  say: (line: string) => void = (line) => console.log(line),
): Promise<void> {
  const { owner: db } = house.services
  const existing = await accountsIn(db)
  if (existing.size > 0 && !existing.has(markAccount))
    throw new Error('this house holds other accounts: no demonstration here')
  if (!existing.has(wholeMark)) {
    // The days of an interrupted load are those it began with, so that what is told again is the same.
    const begun = existing.get(markAccount) ?? new Date()
    await makeAccounts(db, new Set(existing.keys()))
    await tell(house, today('Asia/Jakarta', begun), say)
    await markWhole(db)
  }
  say(`Contoh siap / demonstration ready. Sandi semua akun / password of every account: ${demoPassword}`)
  say(demoAccounts.map(({ user, holdings }) => `${user} (${holdings[0]?.role})`).join(', '))
}
