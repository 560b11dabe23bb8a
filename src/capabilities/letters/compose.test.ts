import { describe, expect, test } from 'vitest'
import { shippedProgramme, told } from '../programmes/shipped.testing.ts'
import { basisFromFacts, composeLetter, officeOf, untold, whyNotCompose, whyNotRest } from './compose.ts'
import { isAmong } from './covering.ts'
import { recipientsOf } from './sending.ts'

const kindIn = (programme: string, id: string) => {
  const kind = shippedProgramme(programme).kinds.letters.find((each) => each.id === id)
  if (!kind) throw new Error('the programme has its letter')
  return kind
}
const p2kp = shippedProgramme('p2kp-2006')
const request = kindIn('p2kp-2006', 'assistance_request')
const tkpk = shippedProgramme('tkpk-neighbourhood')
const approval = kindIn('tkpk-neighbourhood', 'plan_approval')
const village = 'Kelurahan Tegal Panggung'

const decided = told({
  'meeting.rkm.decision': 'siap',
  'meeting.rkm.decided_on': '2012-10-17',
  'meeting.rkm.attendees.women': 22,
  'meeting.rkm.attendees.men': 20,
  'meeting.rkm.attendees.poor': 14,
})

describe('the request that follows a yes', () => {
  test('says what the readiness meeting decided, and who was there', () => {
    const basis = basisFromFacts(p2kp, request, decided)
    const letter = composeLetter(request, basis, { village, programme: 'P2KP' })
    expect(letter.paragraphs[0]).toContain('Rabu, 17 Oktober 2012')
    expect(letter.paragraphs[0]).toContain(
      '42 (empat puluh dua) warga, terdiri atas 22 (dua puluh dua) perempuan',
    )
    expect(letter.paragraphs[0]).toContain('14 (empat belas) warga miskin')
    expect(letter.paragraphs[1]).toContain('bersama-sama mengajukan permintaan bantuan teknik')
    expect(letter.subject).toBe('Permintaan bantuan teknik')
    expect(letter.addressee[0]).toBe('Konsultan Manajemen Wilayah (KMW)')
    expect(basis?.meeting).toBe('0190a000-0000-7000-8000-000000000001')
  })

  test('names the minutes with their number, once they have one', () => {
    const basis = basisFromFacts(p2kp, request, decided)
    const words = { village, programme: 'P2KP' }
    const of = (minutesNumber: string) =>
      composeLetter(request, basis && { ...basis, minutesNumber }, words).paragraphs[2]
    expect(of('')).toBe('Keputusan itu tercatat dalam berita acara.')
    expect(of('000.1.5/011/TGP/X/2012')).toContain('berita acara nomor 000.1.5/011/TGP/X/2012.')
  })

  test('poor residents and community leaders sign beside the village head', () => {
    const letter = composeLetter(request, null, { village, programme: 'P2KP' })
    expect(letter.signatories.map(({ capacity }) => capacity)).toEqual([
      'Wakil warga miskin',
      'Tokoh masyarakat',
    ])
  })

  test('cannot be written before the meeting decided, nor after it said no, nor on another meeting', () => {
    expect(whyNotCompose(p2kp, request, {})).toMatchObject([{ code: 'letters.not-decided' }])
    const no = told({ 'meeting.rkm.decision': 'menolak' })
    expect(whyNotCompose(p2kp, request, no)).toMatchObject([
      { code: 'letters.decided-otherwise', facts: { optionId: 'Siap', otherId: 'Menolak' } },
    ])
    const other = told({
      'meeting.volunteer_call.decision': 'siap',
      'meeting.statutes.decision': 'disepakati',
    })
    expect(whyNotCompose(p2kp, request, other)).toMatchObject([{ code: 'letters.not-decided' }])
    expect(basisFromFacts(p2kp, request, no)).toBeNull()
  })

  test('goes out only with the meeting it rests on', () => {
    const basis = basisFromFacts(p2kp, request, decided)
    expect(whyNotRest(p2kp, request, decided, basis)).toEqual([])
    expect(whyNotRest(p2kp, request, decided, null)).toMatchObject([{ code: 'letters.other-basis' }])
  })
})

test('TKPK asks local government to approve its plan and rules, in its own words', () => {
  const facts = told({
    'meeting.coordination.decision': 'disepakati',
    'meeting.rules.decision': 'disepakati',
    'meeting.rules.decided_on': '2012-10-17',
    'meeting.rules.attendees.women': 31,
    'meeting.rules.attendees.men': 19,
  })
  const basis = basisFromFacts(tkpk, approval, facts)
  const letter = composeLetter(approval, basis, { village, programme: tkpk.title.id })
  const text = letter.paragraphs.join(' ')
  expect(basis?.title).toBe('Rembug aturan bersama permukiman')
  // Nobody tells yet whether the plan it encloses was agreed: the writer is told to see to it, and is not held up.
  expect(untold(approval)).toEqual(['plan.settlement.agreed'])
  const needsNow = { ...approval, needs: ['letter.plan_approval.received'] }
  expect(whyNotCompose(tkpk, needsNow, facts)).toMatchObject([{ code: 'letters.needs' }])
  expect(
    whyNotCompose(tkpk, needsNow, { ...facts, ...told({ 'letter.plan_approval.received': true }) }),
  ).toEqual([])
  expect(text).toContain('mengetahui dan menyetujui RTBL serta aturan tertulis')
  expect(text).not.toMatch(/bantuan teknik|fasilitator|[{}]/)
  expect(officeOf(approval)).toBe('board')
  expect(letter.signatories).toEqual([{ capacity: 'Lurah', name: '' }])
  expect(whyNotCompose(tkpk, approval, told({ 'meeting.coordination.decision': 'disepakati' }))).toHaveLength(
    1,
  )
})

test('an addressee may be written as he is called here, and goes on into the next line', () => {
  expect(isAmong('Wali Kota/Bupati', ['Wali Kota Yogyakarta'])).toBe(true)
  expect(isAmong('Wali Kota/Bupati', ['Bupati Sleman'])).toBe(true)
  expect(isAmong('Konsultan Manajemen Wilayah (KMW)', ['Pimpinan KMW DIY'])).toBe(true)
  expect(isAmong('Badan Perencanaan Pembangunan Kota/Kabupaten', ['Pak RT, Kabupaten Sleman'])).toBe(false)
  const planning = 'Badan Perencanaan Pembangunan Kota/Kabupaten'
  for (const written of ['Bappekot', 'BAPPEKAB Sleman', 'Kepala Bappeda Kota Yogyakarta', 'Kepala Bappeda'])
    expect(isAmong(planning, [written]), written).toBe(true)
  expect(isAmong(planning, ['Bappeda Provinsi DIY'])).toBe(false)
  expect(isAmong('melalui Badan Perencanaan Pembangunan Daerah', ['melalui Bappeda'])).toBe(true)
  expect(isAmong('Wali Kota/Bupati', ['Walikota Yogyakarta'])).toBe(true)
  const addressee = ['Wali Kota Yogyakarta', 'melalui Bappeda', 'Camat Danurejan', 'di Yogyakarta']
  expect(recipientsOf({ addressee })).toEqual([
    'Wali Kota Yogyakarta melalui Bappeda',
    'Camat Danurejan di Yogyakarta',
  ])
})

test('every letter of every programme is written without a gap', () => {
  for (const programme of ['p2kp-2006', 'pnpm-urban', 'tkpk-neighbourhood'].map(shippedProgramme))
    for (const kind of programme.kinds.letters) {
      const at = `meeting.${kind.basis?.meeting}`
      const facts = told({
        [`${at}.decision`]: String(kind.basis?.decision),
        [`${at}.decided_on`]: '2012-10-17',
      })
      const letter = composeLetter(kind, basisFromFacts(programme, kind, facts), { village, programme: 'P' })
      expect([letter.subject, ...letter.addressee, ...letter.paragraphs].join(' ')).not.toMatch(
        /[{}]|undefined/,
      )
    }
})

test('a kind from before letters had a text of their own is written neutrally, by its title', () => {
  const { title, to, signatories, ...rest } = request
  const old = { id: rest.id, source: rest.source, evidence: rest.evidence, title, to, signatories }
  const letter = composeLetter(old, null, { village, programme: 'P2KP' })
  expect(letter.subject).toBe('Surat permintaan bantuan teknik')
  expect(letter.addressee).toEqual(['KMW dan Bappekot/Bappekab'])
  expect(letter.paragraphs[0]).toContain('pelaksanaan P2KP di Kelurahan Tegal Panggung')
  expect(whyNotCompose(p2kp, old, {})).toEqual([])
})
