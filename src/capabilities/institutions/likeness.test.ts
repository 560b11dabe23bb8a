// Which spellings are said to be of one institution, before it is kept twice.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth, inProportion } from '../../kernel/growth.testing.ts'
import { newId } from '../../kernel/id.ts'
import { alike, registerOfNames, sameInstitutionName as same } from './likeness.ts'

test('an institution written in two ways is known again', () => {
  for (const [one, other] of [
    ['Karang Taruna Bina Muda', 'KARANG TARUNA "Bina Muda"'],
    ['Posyandu Melati I', 'Posyandu Melati 1'],
    ['Posyandu Melati 01', 'Posyandu Melati I'],
    ['Majelis Taklim Al-Hidayah', "Majlis Ta'lim Al Hidayah"],
    ['Poktan Sumber Rejeki', 'Kelompok Tani Sumber Rezeki'],
    ['KSM Mawar', 'Kelompok Swadaya Masyarakat Mawar'],
    ['Arisan Ibu RT 03', 'Arisan RT 3 Ibu-ibu'],
    ['Takmir Mesjid Al Ikhlas', 'Takmir Masjid Al-Ikhlas'],
    ['PKK Kelurahan Tegalpanggung', 'PKK Tegal Panggung'],
    ['Koperasi Maju Bersama', 'Kop. Maju Bersama'],
    ['Koperasi Simpan Pinjam Sejahtera', 'KSP Sejahtera'],
    ['Gapoktan Makmur', 'Gabungan Kelompok Tani Makmur'],
    ['BUMDes Maju Jaya', 'Badan Usaha Milik Desa Maju Jaya'],
    ['TP PKK Kelurahan', 'Tim Penggerak PKK'],
    ['SDN 1 Sukamaju', 'SD Negeri Sukamaju I'],
    ['LPMK', 'Lembaga Pemberdayaan Masyarakat Kelurahan'],
    ['Pustu Sukamaju', 'Puskesmas Pembantu Sukamaju'],
    ['RT 03', 'Rukun Tetangga 3'],
  ] as const)
    expect([one, other, same(one, other)]).toEqual([one, other, true])
})

test('what differs by a number, a place or its own word is another', () => {
  for (const [one, other] of [
    ['Posyandu Melati 1', 'Posyandu Melati 2'],
    ['Posyandu Melati', 'PKK Melati'],
    ['Arisan RT 03', 'Arisan RT 04'],
    ['Arisan RT 3', 'Arisan RW 3'],
    ['Masjid Al Ikhlas', 'Masjid Al Hidayah'],
    ['KSM Mawar', 'KSM Melati'],
    ['Kelompok Tani Makmur', 'Kelompok Wanita Tani Makmur'],
  ] as const)
    expect([one, other, same(one, other)]).toEqual([one, other, false])
})

const called = (name: string, otherNames: string[] = []) => ({
  ...{ id: newId(), name, otherNames, state: 'active' as const },
})

test('a whole register finds the same as each name held against each', () => {
  const word = fc.constantFrom(
    'melati',
    'melat',
    'melatti',
    'mawar',
    'tani',
    'ksm',
    'Ibu',
    'rejeki',
    'rezeki',
  )
  const name = fc.tuple(word, word, fc.constantFrom('', '1', 'II', '02')).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), name, (names, wanted) => {
      const register = names.map((each) => called(each))
      const found = new Set(registerOfNames(register).alike(called(wanted)))
      expect(register.filter((each) => found.has(each))).toEqual(alike(called(wanted), register))
      expect(register.filter((each) => same(each.name, wanted))).toEqual(alike(called(wanted), register))
    }),
  )
})

test('a register is not looked through for each name that comes: fifty of thirteen names each stop no server', () => {
  const letters = (n: number) =>
    Array.from({ length: 119 }, (_, i) =>
      i % 6 === 5 ? ' ' : String.fromCharCode(97 + ((n * 7919 + i * 31 + (n >> (i % 11))) % 26)),
    ).join('')
  const many = (count: number, from: number) =>
    Array.from({ length: count }, (_, n) => called(letters(from + n)))
  const work = (size: number) => {
    const register = registerOfNames(many(size, 0))
    for (const each of many(size, 1_000_000)) register.alike(each)
  }
  expect(growth(work, 400)).toBeLessThan(inProportion)
})
