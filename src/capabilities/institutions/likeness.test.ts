// Which spellings are said to be of one institution, before it is kept twice.
import { expect, test } from 'vitest'
import { sameInstitutionName as same } from './likeness.ts'

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
