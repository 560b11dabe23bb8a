import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { declareDemo } from '../../../platform/server/installation.ts'
import { blankHousehold, changeHousehold, registerHousehold } from '../../people/household.ts'
import { sari, syntheticNik } from '../../people/people.testing.ts'
import { changePerson, registerPerson } from '../../people/person.ts'
import { submissionHere } from '../review/submissions.testing.ts'
import { resolveConflict, type SubmissionRow } from '../submission.ts'
import { ok, refusals, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { differs, onRecord, telling, tells } from './taking.testing.ts'

const house = await surveysHouse()
beforeAll(() => declareDemo())
afterAll(async () => {
  declareDemo(false)
  await house.close()
})

const here = () => {
  const village = house.village()
  return { village, fas: village.as('facilitator'), volunteer: village.as('volunteer') }
}
type Who = ReturnType<typeof here>['fas']

async function household(fas: Who): Promise<string> {
  const id = newId()
  await ok(fas.give(registerHousehold, blankHousehold({ id, membersTold: 3, address: 'Jl. Lama 1' })))
  return id
}
async function resident(fas: Who): Promise<string> {
  const told = sari({ nik: syntheticNik(Math.floor(Math.random() * 20_000)), noNik: null })
  await ok(fas.give(registerPerson, told))
  return told.id
}
const ofHome = (id: string, values: Record<string, string>, more: object = {}) =>
  telling({ dataset: 'keluarga', id, values, ...more })
const born = (id: string, values: Record<string, string>) =>
  telling({ dataset: 'warga', id, action: 'create', label: 'Sari', baseVersion: null, values })

test('a form registers a household with its people, once, however often it comes', async () => {
  const { volunteer } = here()
  const [home, head] = [newId(), newId()]
  const values = {
    jenis_kelamin: 'P',
    tanggal_lahir: '1979-08-17',
    hubungan: 'kepala_keluarga',
    keluarga: home,
  }
  const entities = [
    born(head, values),
    ofHome(home, { jumlah_anggota: '4', alamat: 'Jl. Contoh 1' }, { action: 'create', baseVersion: null }),
  ]
  const submission = newId()
  const touched = await tells(house, volunteer, entities, submission)
  expect(touched).toEqual(expect.arrayContaining([home, head, submission]))
  expect((await onRecord(house, volunteer, 'keluarga', home))?.values).toMatchObject({ membersTold: 4 })
  expect((await onRecord(house, volunteer, 'warga', head))?.values).toMatchObject({
    ...{ name: 'Sari', sex: 'female', birthDate: '1979-08-17', relation: 'head', household: home },
  })
  expect(await tells(house, volunteer, entities, submission)).toEqual([])
})
test('an update of the newest version is done; of an older one, what nobody else changed is done too', async () => {
  const { fas } = here()
  const home = await household(fas)
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '5' })])
  const late = newId()
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '9', alamat: 'Jl. Baru 2' })], late)
  expect(await onRecord(house, fas, 'keluarga', home)).toMatchObject({
    version: 3,
    values: { membersTold: 5, address: 'Jl. Baru 2' },
  })
  expect((await differs(house, fas, late, home))?.differences).toEqual([
    { property: 'jumlah_anggota', mine: '9', theirs: '5', reason: 'surveys.registry-changed' },
  ])
})
test('two surveyors who say the same do not differ', async () => {
  const { fas } = here()
  const home = await household(fas)
  const second = newId()
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '5' })])
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '5' })], second)
  expect(await differs(house, fas, second, home)).toBeNull()
})
test('a volunteer’s card number and poverty wait for a reviewer, and the rest is done', async () => {
  const { fas, volunteer } = here()
  const home = await household(fas)
  const submission = newId()
  const values = { no_kk: '3471040101000001', miskin: 'ya', sumber_miskin: 'dtsen', jumlah_anggota: '6' }
  await tells(house, volunteer, [ofHome(home, values)], submission)
  const now = await onRecord(house, fas, 'keluarga', home)
  expect(now?.values).toMatchObject({ kk: null, poor: false, membersTold: 6 })
  const open = await differs(house, fas, submission, home)
  expect(open?.differences.map(({ property, theirs, reason }) => [property, theirs, reason])).toEqual([
    ['miskin', 'tidak', 'people.not-for-volunteers'],
    ['sumber_miskin', '', 'people.not-for-volunteers'],
    ['no_kk', null, 'people.not-for-volunteers'],
  ])
  expect(refusals(await fas.give(resolveConflict, { conflict: open?.id ?? '', take: ['nik'] }))).toEqual([
    'surveys.not-in-conflict take',
  ])
  await ok(fas.give(resolveConflict, { conflict: open?.id ?? '', take: ['no_kk', 'miskin'] }))
  expect((await onRecord(house, fas, 'keluarga', home))?.values).toMatchObject({
    ...{ kk: '3471040101000001', poor: true, poorSource: 'dtsen' },
  })
  const again = await fas.give(resolveConflict, { conflict: open?.id ?? '', take: [] })
  expect(refusals(again)).toEqual(['surveys.no-open-conflict conflict'])
})
test('an impossible NIK, an unknown RT, a strange word: the submission stays, the rest is done', async () => {
  const { fas } = here()
  const id = await resident(fas)
  const submission = newId()
  const values = {
    ...{
      nik: '123',
      tempat_id: newId(),
      hubungan: 'tetangga',
      telepon: 'tidak ada',
      nama: 'Sari W.',
      jenis_kelamin: '',
    },
  }
  await tells(house, fas, [telling({ dataset: 'warga', id, values })], submission)
  expect((await onRecord(house, fas, 'warga', id))?.values).toMatchObject({ name: 'Sari W.', sex: 'female' })
  const found = (await differs(house, fas, submission, id))?.differences ?? []
  expect(Object.fromEntries(found.map(({ property, reason }) => [property, reason]))).toEqual({
    nik: 'people.nik-not-16-digits',
    tempat_id: 'people.no-such-local-place',
    hubungan: 'surveys.value-not-understood',
    telepon: 'people.not-a-phone',
  })
  expect(found.find(({ property }) => property === 'telepon')).toMatchObject({
    mine: 'tidak ada',
    theirs: null,
  })
})
test('nobody loses a telephone number because a form left it empty', async () => {
  const { fas } = here()
  const id = await resident(fas)
  await ok(fas.give(changePerson, { id, basedOn: 1, changes: { phone: '0812 3456 7890' } }))
  await tells(house, fas, [
    telling({ dataset: 'warga', id, baseVersion: 2, values: { telepon: '', nik: '' } }),
  ])
  expect((await onRecord(house, fas, 'warga', id))?.values).toMatchObject({ phone: '0812 3456 7890' })
})
test('a form does not move anybody to another household', async () => {
  const { fas } = here()
  const [id, home, submission] = [await resident(fas), await household(fas), newId()]
  await tells(house, fas, [telling({ dataset: 'warga', id, values: { keluarga: home } })], submission)
  const open = await differs(house, fas, submission, id)
  expect(open?.differences).toMatchObject([{ property: 'keluarga', reason: 'surveys.household-by-move' }])
  const taken = await fas.give(resolveConflict, { conflict: open?.id ?? '', take: ['keluarga'] })
  expect(refusals(taken)).toEqual(['surveys.household-by-move take'])
  await ok(fas.give(resolveConflict, { conflict: open?.id ?? '', take: [] }))
})
test('a mended edition replaces what the first one said', async () => {
  const { fas } = here()
  const [home, submission] = [await household(fas), newId()]
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '5', alamat: 'Jl. Baru 2' })], submission)
  await ok(fas.give(changeHousehold, { id: home, basedOn: 2, changes: { membersTold: 7 } }))
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '6', alamat: 'Jl. Baru 3' })], submission)
  expect((await onRecord(house, fas, 'keluarga', home))?.values).toMatchObject({
    ...{ membersTold: 7, address: 'Jl. Baru 3' },
  })
  expect((await differs(house, fas, submission, home))?.differences).toHaveLength(1)
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '7', alamat: 'Jl. Baru 3' })], submission)
  expect(await differs(house, fas, submission, home)).toBeNull()
})

const run = (entity: string, base: number, values: Record<string, string>, trunk: number | null = 1) =>
  ofHome(entity, values, { baseVersion: base, trunkVersion: trunk, branchId: 'b' })

test('updates of one offline run come in the wrong order: the newest stands', async () => {
  const { fas } = here()
  const home = await household(fas)
  const [first, second] = [newId(), newId()]
  await tells(house, fas, [run(home, 2, { jumlah_anggota: '8' })], second)
  await tells(house, fas, [run(home, 1, { jumlah_anggota: '6', alamat: 'Jl. Baru 2' })], first)
  expect((await onRecord(house, fas, 'keluarga', home))?.values).toMatchObject({
    ...{ membersTold: 8, address: 'Jl. Baru 2' },
  })
  expect(await differs(house, fas, first, home)).toBeNull()
  expect(await differs(house, fas, second, home)).toBeNull()
})
test('an update that overtakes the registration waits, as a doubt, and is done when it comes', async () => {
  const { village, fas } = here()
  const { survey, form } = await surveyHere(house, village)
  const submission = await submissionHere(house, village, { survey, form })
  const home = newId()
  const codes = async () =>
    (await fas.rows<SubmissionRow>('surveys.submission'))[0]?.doubts.map((doubt) => doubt.code)
  await tells(house, fas, [run(home, 1, { jumlah_anggota: '8', agama: 'x' }, null)], submission)
  expect(await codes()).toEqual(['surveys.entity-awaited'])
  const first = ofHome(
    home,
    { jumlah_anggota: '6', alamat: 'Jl. A' },
    { action: 'create', baseVersion: null },
  )
  const touched = await tells(house, fas, [first])
  expect(touched).toContain(submission)
  expect((await onRecord(house, fas, 'keluarga', home))?.values).toMatchObject({
    membersTold: 8,
    address: 'Jl. A',
  })
  expect(await codes()).toEqual(['surveys.no-such-property'])
})
test('a list or an id nobody knows is a doubt and no more', async () => {
  const { village, fas } = here()
  const { survey, form } = await surveyHere(house, village)
  const submission = await submissionHere(house, village, { survey, form })
  const strange = [telling({ dataset: 'pohon', id: newId() }), telling({ dataset: 'warga', id: 'satu' })]
  await tells(house, fas, strange, submission)
  const [row] = await fas.rows<SubmissionRow>('surveys.submission')
  expect(row?.doubts.map((doubt) => doubt.code)).toEqual(['surveys.no-such-list', 'surveys.not-an-entity-id'])
})
test('two updates of different things come to the same in either order, and again change nothing', async () => {
  const { fas } = here()
  const members = fc.integer({ min: 1, max: 60 }).map(String)
  const address = fc.constantFrom('Jl. A', 'Jl. B', '')
  await fc.assert(
    fc.asyncProperty(
      members,
      address,
      fc.boolean(),
      fc.boolean(),
      async (count, street, swapped, offline) => {
        const home = await household(fas)
        const more = offline ? { branchId: 'x', trunkVersion: 1 } : {}
        const updates = [
          { id: newId(), entities: [ofHome(home, { jumlah_anggota: count }, more)] },
          { id: newId(), entities: [ofHome(home, { alamat: street })] },
        ]
        const order = swapped ? [...updates].reverse() : updates
        for (const each of [...order, ...order]) await tells(house, fas, each.entities, each.id)
        const now = await onRecord(house, fas, 'keluarga', home)
        expect(now?.values).toMatchObject({ membersTold: Number(count), address: street || 'Jl. Lama 1' })
        for (const each of updates) expect(await differs(house, fas, each.id, home)).toBeNull()
      },
    ),
    { numRuns: 20 },
  )
})
test('whatever a form says, nothing is thrown', async () => {
  const { volunteer } = here()
  const names = fc.constantFrom(
    'no_kk',
    'alamat',
    'jumlah_anggota',
    'tempat_id',
    'miskin',
    'sumber_miskin',
    'x',
  )
  const values = fc.dictionary(
    names,
    fc.oneof(fc.string(), fc.constantFrom('ya', '3', 'dtsen', '3471040101000001')),
  )
  await fc.assert(
    fc.asyncProperty(values, fc.option(fc.integer()), async (said, baseVersion) => {
      const id = newId()
      const first = ofHome(id, said as Record<string, string>, { action: 'create', baseVersion })
      await tells(house, volunteer, [first])
      await tells(house, volunteer, [{ ...first, action: 'update' }])
      expect(await onRecord(house, volunteer, 'keluarga', id)).not.toBeNull()
    }),
    { numRuns: 40 },
  )
})
test('a difference stays on the submission though a mended edition says nothing of it', async () => {
  const { village, fas } = here()
  const { survey, form } = await surveyHere(house, village)
  const submission = await submissionHere(house, village, { survey, form })
  const [home, other] = [await household(fas), await household(fas)]
  await ok(fas.give(changeHousehold, { id: home, basedOn: 1, changes: { membersTold: 7 } }))
  await tells(house, fas, [ofHome(home, { jumlah_anggota: '6' })], submission)
  await tells(house, fas, [ofHome(other, { jumlah_anggota: '6' })], submission)
  const [row] = await fas.rows<SubmissionRow>('surveys.submission')
  expect(row?.doubts.map((doubt) => doubt.code)).toEqual(['surveys.registry-conflict'])
})
