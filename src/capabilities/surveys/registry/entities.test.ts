import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { viewOf } from '../../../kernel/view.ts'
import { householdCollection } from '../../people/household.ts'
import { personCollection } from '../../people/person.ts'
import { localCollection } from '../../places/local-place.ts'
import { entityCsv, entityLines, givenProperties, integrityOf, savedProperties } from './entities.ts'

const rt = { id: newId(), kind: 'rt', number: 3, name: null, parent: null, active: true, version: 1 }
const household = {
  id: newId(),
  kk: '347104••••••••••',
  localPlace: rt.id,
  address: 'Jl. Contoh 5',
  head: newId(),
  poor: true,
  poorSource: 'dtsen',
  membersTold: 4,
  version: 3,
}
const person = (more: object) => ({
  id: newId(),
  name: 'Sari "Wulan", S.Pd.',
  sex: 'female',
  birthYear: 1979,
  localPlace: null,
  household: household.id,
  relation: 'head',
  nik: '347104••••••••••',
  known: ['birthDate', 'phone'],
  state: 'here',
  mergedInto: null,
  version: 2,
  ...more,
})
const head = person({ id: household.head })
const gone = person({ state: 'moved-out' })
const view = viewOf('34.71.04.1001', [
  { collection: localCollection, id: rt.id, value: rt },
  { collection: householdCollection, id: household.id, value: household },
  { collection: personCollection, id: head.id, value: head },
  { collection: personCollection, id: gone.id, value: gone },
])

test('a household is found by its head and its RT, and says nothing of its card, its address or its poverty', () => {
  const lines = entityLines('keluarga', view)
  expect(lines).toEqual([
    {
      name: household.id,
      label: head.name,
      __version: 3,
      properties: { kepala: head.name, tempat: 'RT 03', tempat_id: rt.id, jumlah_anggota: '4' },
    },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/3471|Contoh|dtsen|poor/)
})
test('a resident lives where the household lives; who moved out is not listed', () => {
  const [line, ...others] = entityLines('warga', view)
  expect(others).toEqual([])
  expect(line?.properties).toMatchObject({
    jenis_kelamin: 'perempuan',
    tempat: 'RT 03',
    keluarga: household.id,
  })
})
test('the CSV keeps its columns in one order and quotes what it must', () => {
  expect(entityCsv('warga', entityLines('warga', view))).toBe(
    'name,label,__version,nama,jenis_kelamin,tahun_lahir,keluarga,hubungan,tempat,tempat_id\r\n' +
      `${head.id},"Sari ""Wulan"", S.Pd.",2,"Sari ""Wulan"", S.Pd.",perempuan,1979,${household.id},kepala_keluarga,RT 03,${rt.id}\r\n`,
  )
  expect(entityCsv('keluarga', [])).toBe('name,label,__version,kepala,tempat,tempat_id,jumlah_anggota\r\n')
})
test('any name comes back from the CSV as it went in', () => {
  fc.assert(
    fc.property(fc.string(), (label) => {
      const csv = entityCsv('keluarga', [{ name: 'a', label, __version: 1, properties: {} }])
      const body = csv.slice(csv.indexOf('\r\n') + 2)
      const cell = body.slice(2, body.length - ',1,,,,\r\n'.length)
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
      expect(read).toBe(label)
    }),
  )
})
test('a phone that asks learns who is no longer listed', () => {
  const unknown = newId()
  expect(integrityOf('warga', [head.id, gone.id, unknown], view)).toEqual([
    { id: head.id, deleted: false },
    { id: gone.id, deleted: true },
    { id: unknown, deleted: true },
  ])
  expect(integrityOf('keluarga', [household.id], view)).toEqual([{ id: household.id, deleted: false }])
})
test('no sealed value is ever given to a phone', () => {
  const given = Object.values(givenProperties).flat() as string[]
  const secret = ['nik', 'no_kk', 'telepon', 'alamat', 'tanggal_lahir', 'miskin', 'sumber_miskin']
  expect(given.filter((name) => secret.includes(name))).toEqual([])
  expect(savedProperties.warga).toContain('nik')
})
