import { expect, test } from 'vitest'
import { shippedProgramme, told } from '../programmes/shipped.testing.ts'
import { basisFromFacts, composeRequest, restsOnDecision } from './compose.ts'

const p2kp = shippedProgramme('p2kp-2006')
const kind = p2kp.kinds.letters.find((each) => each.id === 'assistance_request')
if (!kind) throw new Error('the programme has its request')

const decided = told({
  'meeting.rkm.decision': 'siap',
  'meeting.rkm.last_held_on': '2012-10-17',
  'meeting.rkm.attendees.women': 22,
  'meeting.rkm.attendees.men': 20,
  'meeting.rkm.attendees.poor': 14,
})

test('the request that follows a yes says what the readiness meeting decided, and who was there', () => {
  const basis = basisFromFacts(p2kp, decided)
  const letter = composeRequest(kind, basis, { village: 'Kelurahan Tegal Panggung', programme: 'P2KP' })
  expect(letter.paragraphs[0]).toContain('Rabu, 17 Oktober 2012')
  expect(letter.paragraphs[0]).toContain(
    '42 (empat puluh dua) warga, terdiri atas 22 (dua puluh dua) perempuan',
  )
  expect(letter.paragraphs[0]).toContain('14 (empat belas) warga miskin')
  expect(letter.paragraphs[1]).toContain('bersama-sama mengajukan permintaan bantuan teknik')
  expect(basis?.meeting).toBe('0190a000-0000-7000-8000-000000000001')
})

test('poor residents and community leaders sign beside the village head', () => {
  const letter = composeRequest(kind, null, { village: 'Desa', programme: 'P2KP' })
  expect(letter.signatories.map(({ capacity }) => capacity)).toEqual([
    'Wakil warga miskin',
    'Tokoh masyarakat',
  ])
  expect(restsOnDecision(kind)).toBe(true)
})

test('without a meeting that decided there is nothing to rest on', () => {
  expect(basisFromFacts(p2kp, {})).toBeNull()
  const letter = composeRequest(kind, null, { village: 'Desa', programme: 'P2KP' })
  expect(letter.paragraphs.join(' ')).not.toContain('undefined')
  expect(letter.attachments).toBe('')
})
