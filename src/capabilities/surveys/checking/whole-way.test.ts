// The whole way of an answer: a form written as XLSForm, compiled, filled twice, taken in, told to the registry, looked at
// by the engine in its own time, settled and approved by a person.
import { afterAll, expect, test, vi } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { compile } from '../../../xlsform/compile.ts'
import { workbookFrom } from '../../../xlsform/sheet.testing.ts'
import { blankHousehold, type HouseholdRow, registerHousehold } from '../../people/household.ts'
import type { SubmissionDetail } from '../review/questions.ts'
import { resolveConflict, review, type SubmissionRow, submit } from '../submission.ts'
import { formHere, ok, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { startChecking, stopChecking } from './jobs.ts'

const house = await surveysHouse()
await stopChecking(house.services)
await startChecking(house.services, { lookEvery: 60_000, quietFor: 100, patience: 10_000 })
afterAll(() => house.close())

const workbook = workbookFrom(`
  | survey | | | | | | |
  | | type | name | label | save_to | constraint | required |
  | | select_one_from_file keluarga.csv | kk | Keluarga | | | yes |
  | | integer | jiwa | Berapa jiwa | jumlah_anggota | . < 30 | yes |
  | | text | jalan | Alamat | alamat | | |
  | entities | | | |
  | | list_name | entity_id | update_if |
  | | keluarga | \${kk} | true() |`)

test('two surveyors fill in one household offline; one is asked which is right', async () => {
  const made = compile(workbook, { version: '1' })
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  const village = house.village()
  const fas = village.as('facilitator')
  const home = newId()
  await ok(fas.give(registerHousehold, blankHousehold({ id: home, membersTold: 3 })))
  const form = await formHere(house, { model: made.model, xform: made.xform })
  const { survey } = await surveyHere(house, village, { form })
  const filled = async (jiwa: string, jalan: string) => {
    const id = newId()
    const xml =
      `<data id="${made.model.formId}" version="1" xmlns:orx="http://openrosa.org/xforms"><kk>${home}</kk><jiwa>${jiwa}</jiwa>` +
      `<jalan>${jalan}</jalan><meta><entity dataset="keluarga" id="${home}" update="1" baseVersion="1" branchId="" trunkVersion="1"/>` +
      `<instanceID>uuid:${id}</instanceID></meta></data>`
    await ok(village.as('volunteer').give(submit, { id, survey, form, xml, files: [], household: home }))
    return id
  }
  const [first, second] = [await filled('5', 'Jl. Contoh 1'), await filled('50', '')]
  const home2 = async () => (await fas.rows<HouseholdRow>('people.household')).find((row) => row.id === home)
  expect(await home2()).toMatchObject({ membersTold: 5, address: 'Jl. Contoh 1', version: 2 })

  const rowOf = async (id: string) =>
    (await fas.rows<SubmissionRow>('surveys.submission')).find((row) => row.id === id)
  await vi.waitFor(async () => expect((await rowOf(second))?.state).toBe('has-issues'), {
    timeout: 25_000,
    interval: 200,
  })
  expect(await rowOf(first)).toMatchObject({ state: 'received', doubts: [] })
  expect((await rowOf(second))?.doubts).toEqual([
    { path: '', code: 'surveys.registry-conflict' },
    { path: '/data/jiwa', code: 'surveys.check-constraint' },
  ])

  const answer = await fas.ask('surveys.submission-detail', { submission: second })
  const detail = answer.body as unknown as SubmissionDetail
  expect(detail.events.map((event) => event.what)).toEqual(['received', 'registry', 'checked'])
  expect(detail.conflicts[0]?.differences).toEqual([
    { property: 'jumlah_anggota', mine: '50', theirs: '5', reason: 'surveys.registry-changed' },
  ])
  await ok(fas.give(resolveConflict, { conflict: detail.conflicts[0]?.id ?? '', take: ['jumlah_anggota'] }))
  expect(await home2()).toMatchObject({ membersTold: 50, version: 3 })
  const version = (await rowOf(second))?.version ?? 0
  await ok(
    fas.give(review, { items: [{ id: second, basedOn: version }], to: 'approved', back: false, comment: '' }),
  )
  expect(await rowOf(second)).toMatchObject({
    ...{ state: 'approved', doubts: [{ path: '/data/jiwa', code: 'surveys.check-constraint' }] },
  })
})
