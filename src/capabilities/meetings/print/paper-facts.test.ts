import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meeting, people, setting } from '../../../../bench/print-gallery/people.ts'
import { withoutAttendees } from '../attendance.ts'
import {
  amendmentText,
  attendanceText,
  decisionText,
  decisionTexts,
  elementCounts,
  elementsOnPaper,
  namesOnSheet,
  openingText,
  presentText,
} from './paper-facts.ts'

test('the minutes open with the day spelled out, the place, and the hours of the village', () => {
  expect(openingText(meeting, setting)).toBe(
    'Pada hari ini Rabu tanggal tujuh belas bulan Oktober tahun dua ribu dua belas (17-10-2012), bertempat di ' +
      'Balai RW 05, Kelurahan Tegal Panggung, pukul 19.30 sampai dengan pukul 22.10 WIB, telah diselenggarakan ' +
      'Rembug Kesiapan Masyarakat dalam rangka Proyek Penanggulangan Kemiskinan di Perkotaan (P2KP) oleh Lurah ' +
      'Tegal Panggung.',
  )
})

test('a list without names says how many were counted, and where nobody has counted yet it leaves room', () => {
  const tally = { ...withoutAttendees, mode: 'head-count' as const, total: 27, women: 12, men: 15 }
  const closed = { ...meeting, closing: { ...meeting.closing, at: '', by: '', tally } as never }
  expect(presentText(closed, [])).toBe(
    'Jumlah yang hadir 27 (dua puluh tujuh) orang: laki-laki 15 (lima belas), perempuan 12 (dua belas), dihitung tanpa dicatat namanya.',
  )
  expect(presentText({ closing: null, headCount: null }, [])).toBeNull()
  expect(presentText(closed, [{ sex: 'female' }])).toBe(
    'Jumlah yang hadir 1 (satu) orang: laki-laki 0 (nol), perempuan 1 (satu).',
  )
})

test('minutes that count for several programmes name each, and what each asked', () => {
  const options = new Map([['disepakati', 'aturan warga disepakati']])
  const decision = { option: 'disepakati', text: '', consensus: true, votes: null }
  const asked = { programme: 'TKPK', question: 'Apakah aturan disepakati?', options, decision }
  const shared = { ...setting, programmes: ['P2KP', 'TKPK', 'Ketahanan Sosial'], others: [asked] }
  expect(openingText(meeting, shared)).toContain('dalam rangka P2KP, TKPK dan Ketahanan Sosial oleh')
  expect(openingText(meeting, { ...setting, programmes: [] })).not.toContain('dalam rangka')
  expect(decisionTexts(meeting, shared)).toEqual([
    decisionText(meeting, setting),
    'Untuk TKPK, atas pertanyaan “Apakah aturan disepakati?”, rembug secara mufakat memutuskan: aturan warga disepakati.',
  ])
  expect(decisionTexts(meeting, { ...shared, others: [{ ...asked, decision: null }] })).toHaveLength(1)
})

test('an amendment of half past six in the morning is of that day, not of the day before', () => {
  const early = {
    ...({} as (typeof meeting.amendments)[number]),
    at: '2012-10-17T23:30:00.000Z',
    reason: 'Salah nama',
  }
  expect(amendmentText(early, setting)).toBe('Dibetulkan pada 18 Oktober 2012: Salah nama')
})

test('totals stand in figures and words, with the poor as a number only', () => {
  const tally = { ...withoutAttendees, total: 42, women: 22, men: 20, poor: 14 }
  expect(attendanceText(tally)).toBe(
    'Rembug dihadiri oleh 42 (empat puluh dua) orang, terdiri atas 20 (dua puluh) laki-laki dan 22 (dua puluh dua) ' +
      'perempuan, di antaranya 14 (empat belas) warga miskin (daftar hadir terlampir).',
  )
})

test('nothing beside a name says that somebody is poor or disabled, whatever elements a programme has', () => {
  const sensitive = ['poor_residents', 'warga_miskin', 'disabled', 'vulnerable_groups', 'mbr', 'women']
  const element = fc.constantFrom(...sensitive, 'rt_heads', 'rw_heads', 'volunteers')
  const titles = new Map([...sensitive, 'rt_heads', 'rw_heads', 'volunteers'].map((id) => [id, `<${id}>`]))
  fc.assert(
    fc.property(fc.array(element), (elements) => {
      const printed = elementsOnPaper({ elements }, titles)
      for (const each of sensitive) expect(printed).not.toContain(`<${each}>`)
    }),
  )
})

test('a name that was taken off is not on the sheet, and the order is that of coming', () => {
  const [first, second, third] = people(3)
  if (!first || !second || !third) throw new Error('three people came')
  const late = { ...first, at: '2012-10-17T13:00:00.000Z' }
  const gone = { ...second, withdrawn: { at: '', by: '', reason: 'Salah nama' } }
  expect(namesOnSheet([late, gone, third]).map((each) => each.id)).toEqual([third.id, late.id])
})

test('the decision says how it was reached', () => {
  expect(decisionText(meeting, setting)).toContain('secara mufakat memutuskan: warga siap melaksanakan P2KP.')
  const voted = { agree: 30, against: 2, abstain: 1 }
  const decision = { option: 'siap', text: '', consensus: false, votes: voted }
  expect(decisionText({ ...meeting, decision }, setting)).toContain(
    'dengan pemungutan suara (memilih keputusan ini 30 (tiga puluh), menolaknya 2 (dua), tidak memilih 1 (satu))',
  )
  const open = { option: 'undecided', text: 'Dibahas lagi.', consensus: false, votes: null }
  expect(decisionText({ ...meeting, decision: open }, setting)).toMatch(
    /rembug belum memutuskan. Dibahas lagi.$/,
  )
  expect(decisionText({ ...meeting, decision: null }, setting)).toBeNull()
  expect(elementCounts(meeting.closing?.tally ?? withoutAttendees, setting.elements)).toEqual([
    'Ketua RT 12 orang',
    'Tokoh masyarakat 6 orang',
  ])
})
