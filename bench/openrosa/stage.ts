// What submissions need before they can come: an open survey with the household form in each of some villages, and a
// device there. The house may be of another checkout than the bench's own.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { noteForms } from '../../src/capabilities/surveys/instruments/load.ts'
import { formStore } from '../../src/capabilities/surveys/library/store-form.ts'
import { registerDevice } from '../../src/capabilities/surveys/openrosa/device.ts'
import { openSurvey } from '../../src/capabilities/surveys/survey.ts'
import type { Command } from '../../src/kernel/command.ts'
import { today } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { nation } from '../../src/kernel/place-code.ts'
import { inPlace, nobody } from '../../src/platform/server/transaction.ts'
import { type BenchHouse, clientAddress, envelope, type Signed } from '../house.ts'
import { household } from './household.ts'

export const villages = 20

async function give<Input>(
  bench: BenchHouse,
  signed: Signed,
  command: Command<Input>,
  place: string,
  input: Input,
) {
  const response = await fetch(`${bench.address}/api/commands/${command.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed, 'x-forwarded-for': clientAddress(1) },
    body: JSON.stringify(envelope(command, place, input)),
  })
  if (!response.ok) throw new Error(`${command.name}: ${response.status} ${await response.text()}`)
}

/** Checking what came in begins when it has become quiet; here it is about taking in alone. */
async function withoutChecking(root: string, { house }: BenchHouse): Promise<void> {
  const jobs = pathToFileURL(join(root, 'src/capabilities/surveys/checking/jobs.ts')).href
  const { stopChecking } = (await import(
    jobs
  )) as typeof import('../../src/capabilities/surveys/checking/jobs.ts')
  await stopChecking(house.services)
}

/** Opens a survey and registers a device in each of twenty villages; gives the address each device sends to. */
export async function stage(root: string, bench: BenchHouse): Promise<string[]> {
  await withoutChecking(root, bench)
  const form = newId()
  const about = {
    id: form,
    place: 'ID',
    shipped: true,
    fileName: 'household.xlsx',
    workbook: null,
    about: {},
  }
  const { db, vault } = bench.house.services
  await inPlace(db, nation, nobody, async (tx) => {
    const made = { ...about, xform: '<h:html/>', model: household, warnings: [] }
    await formStore(tx).add(made, null, new Date())
    await noteForms({ tx, vault, place: nation }, [form])
  })
  const signed = await bench.signIn([{ role: 'facilitator', place: '34' }])
  const paths: string[] = []
  const { rows: places } = await bench.house.database.pool.query<{ code: string }>(
    "select code from places.region where level = 'village' and code like '34.%' and valid_to is null order by right(code, 4), code limit $1",
    [villages],
  )
  for (const { code: place } of places) {
    const survey = { id: newId(), enrolment: null, kind: null, title: 'Survei rumah tangga', form }
    const reach = { population: 'open' as const, localPlaces: [], target: null, on: today() }
    await give(bench, signed, openSurvey, place, { ...survey, ...reach })
    const secret = randomBytes(32).toString('base64url')
    await give(bench, signed, registerDevice, place, { id: newId(), name: 'Uji', secret })
    paths.push(`/odk/k/${secret}`)
  }
  return paths
}
