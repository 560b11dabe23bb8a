// A house with surveys in it, and what tests of surveys begin with: a form that holds, a survey that is open.

import { expect } from 'vitest'
import { type House, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { nation } from '../../kernel/place-code.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import type { FormModel, Question } from '../../xlsform/model.ts'
import { accountsServer } from '../accounts/server.ts'
import { institutionsServer } from '../institutions/server.ts'
import { institutionsTexts } from '../institutions/texts.ts'
import { type PlanMeeting, recordMeeting } from '../meetings/commands.ts'
import { attendee, minutes, plan, rightMinutes, signedMinutes } from '../meetings/meetings.testing.ts'
import { meetingsServer } from '../meetings/server.ts'
import { checkMinutes, signMinutes } from '../meetings/signed-minutes.ts'
import { peopleServer } from '../people/server.ts'
import { peopleTexts } from '../people/texts.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import * as programmes from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { volunteersServer } from '../volunteers/server.ts'
import { noteForms } from './instruments/load.ts'
import type { FormAbout } from './library/form.ts'
import { formStore } from './library/store-form.ts'
import { surveysServer } from './server.ts'
import { type OpenSurvey, openSurvey } from './survey.ts'
import { surveysTexts } from './texts.ts'

// Its tables are enough: names of those who sent and judged.
const accounts = { name: accountsServer.name, migrations: accountsServer.migrations }

export const surveysHouse = (more: readonly ServerCapability[] = []) =>
  testHouse(
    [
      ...more,
      placesWithoutNation,
      accounts,
      programmesServer,
      peopleServer,
      institutionsServer,
      meetingsServer,
      volunteersServer,
      surveysServer,
    ],
    { ...peopleTexts, ...institutionsTexts, ...surveysTexts },
  )

const question = (
  name: string,
  type: Question['type'],
  privacy: Question['privacy'],
  list: string | null = null,
): Question => ({
  kind: 'question',
  name,
  path: `/data/${name}`,
  type,
  label: { '': name },
  hint: {},
  list,
  ...{ required: false, readonly: false, appearance: '', metadata: null, privacy, row: 2 },
})

/** A small form: the head's name (personal), the roof (one of two), how many live there. */
export const modelOf = (formId: string, version: string, files: readonly string[] = []): FormModel => ({
  ...{ formId, version, title: `Form ${formId}`, root: '/data', languages: [''], defaultLanguage: '' },
  items: [
    question('head_name', 'text', 'personal'),
    question('roof', 'select_one', 'open', 'roofs'),
    question('members', 'integer', 'open'),
  ],
  lists: {
    roofs: ['tile', 'zinc'].map((name) => ({ name, label: { '': name }, media: {}, extra: {} })),
  },
  files,
  ...{ entities: [], named: false, settings: {} },
})

const xformOf = ({ formId, version, title }: FormModel) => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms">
  <h:head><h:title>${title}</h:title><model>
    <instance><data id="${formId}" version="${version}"><head_name/><roof/><members/>
      <orx:meta><orx:instanceID/></orx:meta></data></instance>
    <bind nodeset="/data/head_name" type="string"/><bind nodeset="/data/roof" type="string"/>
    <bind nodeset="/data/members" type="int"/>
    <bind nodeset="/data/orx:meta/orx:instanceID" type="string" preload="uid"/>
  </model></h:head>
  <h:body><input ref="/data/head_name"><label>Name</label></input>
    <select1 ref="/data/roof"><label>Roof</label><item><label>Tile</label><value>tile</value></item>
      <item><label>Zinc</label><value>zinc</value></item></select1>
    <input ref="/data/members"><label>Members</label></input></h:body>
</h:html>`

export type Given = {
  formId?: string
  version?: string
  place?: string
  model?: FormModel
  xform?: string
  files?: readonly string[]
  about?: FormAbout
}

/** Puts a form into the library without a workbook; by default it came with Rembug. Gives its key. */
export async function formHere(house: House, given: Given = {}): Promise<string> {
  const id = newId()
  const place = given.place ?? nation
  const made = modelOf(given.formId ?? `form-${id.slice(-8)}`, given.version ?? '1', given.files)
  const model = given.model ?? made
  const { db, vault } = house.services
  await inPlace(db, place, nobody, async (tx) => {
    const form = { id, place, shipped: place === nation, fileName: 'form.xlsx', workbook: null, model }
    const more = { xform: given.xform ?? xformOf(model), warnings: [], about: given.about ?? {} }
    await formStore(tx).add({ ...form, ...more }, null, new Date())
    await noteForms({ tx, vault, place }, [id])
  })
  return id
}

export const surveyInput = (form: string, given: Partial<OpenSurvey> = {}): OpenSurvey => ({
  ...{ id: newId(), enrolment: null, kind: null, title: 'Survei keluarga', form },
  ...{ population: 'households', localPlaces: [], target: null, on: today() },
  ...given,
})

type Answer = { status: number; body: { errors?: { code: string; field?: string }[] } }
/** What was refused, as "code field". */
export const refusals = (answer: Answer) =>
  (answer.body.errors ?? []).map((each) => `${each.code} ${each.field ?? ''}`.trim())

export async function ok(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer
  expect(body).toMatchObject({ status: 'done' })
  expect(status).toBe(200)
}

/** An open survey of the village, on a form of its own unless one is given. Gives its id and the form's key. */
export async function surveyHere(
  house: House,
  village: Village,
  given: Partial<OpenSurvey> = {},
): Promise<{ survey: string; form: string }> {
  const kinds = given.kind ? [given.kind] : []
  const form = given.form ?? (await formHere(house, { about: { kinds } }))
  const input = surveyInput(form, given)
  await ok(village.as('facilitator').give(openSurvey, input))
  return { survey: input.id, form }
}

/** The berita acara is scanned with its signatures, and a second person finds it right. */
export async function signedAndChecked(house: House, village: Village, meeting: string): Promise<void> {
  const signed = signedMinutes(meeting)
  await ok(village.as('facilitator').give(signMinutes, signed))
  await house.filesArrive(village)
  await ok(village.as('village-head').give(checkMinutes, rightMinutes(signed)))
}

/** A meeting that was held today and closed, its minutes signed and scanned; gives its id. */
export async function meetingHeld(
  house: House,
  village: Village,
  given: Partial<PlanMeeting> = {},
): Promise<string> {
  const date = today()
  const planned = plan({ date, ...given })
  const { meeting: _, ...closing } = minutes(planned.meeting, { date })
  await ok(
    village
      .as('facilitator')
      .give(recordMeeting, { plan: planned, headCount: null, attendees: [attendee()], closing }),
  )
  await signedAndChecked(house, village, planned.meeting)
  return planned.meeting
}

/** Takes a programme up half a year ago, P2KP where none is said, and gives the enrolment. */
export async function enrolled(village: Village, named = 'p2kp-2006'): Promise<string> {
  const facilitator = village.as('facilitator')
  const answer = await facilitator.ask('programmes.available')
  const { definitions } = answer.body as unknown as {
    definitions: { id: string; key: string; newest: boolean }[]
  }
  const programme = definitions.find((each) => each.id === named && each.newest)?.key ?? ''
  const id = newId()
  const input = {
    id,
    programme,
    startOn: daysFromToday(-180),
    ...takenUp,
  }
  await ok(facilitator.give(programmes.enrol, input))
  return id
}

/** The facts that programmes was told of an enrolment. */
export async function factsOf(house: House, village: Village, enrolment: string) {
  const facts = await inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))
}
