// A house of people who sign in for real, with a survey in a village of its own, and a reader that speaks as Excel does.
import { randomBytes } from 'node:crypto'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import type { Role } from '../../../kernel/role.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { type AccountsHouse, accountsHouse } from '../../accounts/accounts.testing.ts'
import { institutionsServer } from '../../institutions/server.ts'
import { meetingsServer } from '../../meetings/server.ts'
import { peopleServer } from '../../people/server.ts'
import { volunteersServer } from '../../volunteers/server.ts'
import { surveysServer } from '../server.ts'
import { type Filled, household, SurveyHouse } from '../tables/tables.testing.ts'
import { issueToken } from './token.ts'

export const tokensHouse = (): Promise<AccountsHouse> => {
  // Without what they start: no instrument is filled in here.
  const { start: _start, stop: _stop, ...surveys } = surveysServer
  return accountsHouse([peopleServer, institutionsServer, meetingsServer, volunteersServer, surveys])
}

let villages = 3000
export const freshVillage = (district = '34.71.05') => {
  villages += 1
  return `${district}.${villages}`
}

/** A survey put there behind the log, with these submissions. */
export async function surveyIn(
  house: AccountsHouse,
  place: string,
  filled: readonly Filled[] = [],
  model: FormModel = household,
) {
  const made = await SurveyHouse.of(house as unknown as House, { place } as Village, [model])
  await made.fill(filled)
  return made
}

export type Person = Awaited<ReturnType<AccountsHouse['person']>>
export const personAs = (house: AccountsHouse, place: string, role: Role = 'facilitator') =>
  house.person([{ role, place }])

export const newSecret = () => `rbt_${randomBytes(32).toString('base64url')}`

/** Issues a token and gives it with its secret. */
export async function issueTo(
  { browser }: Person,
  place: string,
  survey: string,
  more: { personal?: boolean; days?: number; secret?: string } = {},
) {
  const input = { id: newId(), survey, name: 'Excel kantor', days: 30, personal: false, ...more }
  const given = { ...input, secret: more.secret ?? newSecret() }
  const answer = await browser.give(issueToken, place, given)
  return { ...given, answer }
}

export const basic = (secret: string, user = 'rembug') =>
  `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`
export const rootOf = (place: string, survey: string) => `/api/surveys/${place}/${survey}/odata`

/** What Power Query sends with each question, as its requests are known. */
export const asExcel = {
  'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
  'odata-maxversion': '4.0',
  accept:
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
}

let lines = 0
/** One computer: asks from an address of its own, with a secret or without. */
export function computer(house: AccountsHouse, secret?: string, address?: string) {
  lines += 1
  const remoteAddress = address ?? `127.3.${(lines >> 8) & 255}.${lines & 255}`
  return async (
    url: string,
    headers: Record<string, string> = {},
    method: 'GET' | 'HEAD' | 'POST' = 'GET',
  ) => {
    const authorization = secret ? { authorization: basic(secret) } : {}
    return house.app.inject({
      ...{ method, url, remoteAddress },
      headers: { ...asExcel, ...authorization, ...headers },
    })
  }
}
