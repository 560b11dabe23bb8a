// The two programmes for remote indigenous communities against what their sources ask: whole, and nothing stronger.
import { describe, expect, test } from 'vitest'
import { gatesOf, type Step } from '../definition.ts'
import { eligibilityWarnings, whyNotEnrol } from '../rules.ts'
import { shippedProgramme, stageIn } from '../shipped.testing.ts'

const base = shippedProgramme('kat-empowerment')
const strengthening = shippedProgramme('kat-strengthening')
const stepsOf = (stage: string) => stageIn(strengthening, stage).steps
const titles = (steps: readonly Step[]) => steps.map((step) => step.title.id)
const codes = (refusals: { code: string; field?: string | undefined }[]) =>
  refusals.map(({ code, field }) => `${field ?? ''} ${code}`.trim())

describe('harmony and strengthening, as the text of 2012 has it', () => {
  test.each([
    ['preparation: materials with references, evaluation study, plan', 'preparation', 3],
    ['harmony: cooperation, mutual help, living in harmony', 'social_harmony', 3],
    ['strengthening: threats, resources, solving problems', 'social_strengthening', 3],
    ['the area: its supplies and its six marks', 'area', 2],
    ['basic services: education, health, market, government, recreation, welfare', 'basic_services', 6],
    ['the first year: seven activities', 'year_1', 7],
    ['the second year: eight', 'year_2', 8],
    ['the third year: nine', 'year_3', 9],
    ['supervision, monitoring, evaluation, reporting', 'control', 4],
  ])('%s', (_, stage, count) => {
    expect(stepsOf(stage)).toHaveLength(count)
  })

  test('site and plan of the next stage come out of an evaluation and two workshops', () => {
    expect(titles(stepsOf('acceleration'))).toEqual([
      'Evaluasi hasil pemberdayaan',
      'Lokakarya daerah',
      'Lokakarya pusat',
      'Penetapan lokasi',
      'Rencana kerja tahap berikutnya',
    ])
  })

  test.each([
    [
      'year_1',
      [
        'Identifikasi',
        'Penguatan nilai',
        'Penguatan kelembagaan',
        'Mediasi',
        'Inventarisasi',
        'balai sosial',
        'Stimulan',
      ],
    ],
    [
      'year_2',
      ['Simposium', 'Workshop', 'anak', 'perempuan', 'Fasilitasi', 'Mediasi', 'rumah ibadah', 'adat'],
    ],
    [
      'year_3',
      [
        'acara adat',
        'pengalihan',
        'profil',
        'Pembekalan',
        'modal sosial',
        'hak',
        'aset',
        'sertifikasi',
        'tanah adat',
      ],
    ],
  ])('%s does what its year asks, in that order', (stage, words) => {
    const said = titles(stepsOf(stage))
    for (const [at, word] of words.entries()) expect(said[at]).toContain(word)
  })

  test('the six marks of a self-reliant area are looked at, and none of them holds the stage up', () => {
    expect(strengthening.kinds.checks).toHaveLength(6)
    const marks = gatesOf(stageIn(strengthening, 'area')).filter(({ id }) => id.startsWith('mark_'))
    expect(marks.map(({ kind, evidence }) => [kind, evidence])).toEqual(Array(6).fill(['advice', 'V']))
  })

  test.each([
    ['education', ['PAUD', 'SD', 'SLTP', 'SLTA', 'SMK']],
    ['health', ['Posyandu', 'Bidan', 'Pos Kesehatan', 'Pembantu', 'Puskesmas', 'DTP']],
    ['market', ['mingguan', 'desa', 'terpadu', 'Agribisnis']],
    ['government', ['Balai sosial', 'ibadah', 'Balai desa', 'Sekretariat']],
    ['recreation', ['rekreasi', 'air terjun']],
    ['welfare', ['bayi', 'lansia', 'disabilitas', 'lainnya']],
  ])('%s names every facility, and so does its step', (service, words) => {
    const { facilities = [] } = strengthening.kinds.services?.find(({ id }) => id === service) ?? {}
    expect(facilities).toHaveLength(words.length)
    const purpose = stepsOf('basic_services').find(({ id }) => id === `service_${service}`)?.purpose.id
    for (const [at, word] of words.entries()) {
      expect(facilities[at]?.title.id).toContain(word)
      expect(purpose?.toLowerCase()).toContain(word.toLowerCase())
    }
  })

  test('trainings have batches, workshops are PRA and ToP, and institutions of both sides come to the meeting', () => {
    expect(strengthening.kinds.trainings.map(({ id }) => id)).toEqual([
      'community_work',
      'social_skill',
      'mitigation',
    ])
    expect(strengthening.kinds.workshops.map(({ id }) => id)).toEqual(['pra', 'top'])
    expect(strengthening.kinds.meetings[0]?.elements).toEqual(
      expect.arrayContaining(['institutions_inside', 'institutions_outside']),
    )
  })

  test('its values, approaches and indicators are said: five aims, five values, four approaches, three and three', () => {
    const count = (as: string) => strengthening.statements?.filter((each) => each.as === as).length
    expect(['aim', 'value', 'approach', 'qualitative', 'quantitative'].map(count)).toEqual([5, 5, 4, 3, 3])
  })

  test('the organiser is the co-ordination team throughout', () => {
    const organisers = strengthening.stages.flatMap(({ steps }) =>
      steps.map((step) => step.organiser.text.id),
    )
    expect(new Set(organisers)).toEqual(new Set(['Tim koordinasi kementerian dan lintas sektor']))
  })

  test('an activity of a year says who takes part and what it leaves, and never the same of all', () => {
    const activities = ['year_1', 'year_2', 'year_3'].flatMap(stepsOf)
    expect(new Set(activities.map((step) => step.participants.id)).size).toBeGreaterThan(10)
    const land = activities.find(({ id }) => id === 'customary_land')
    expect(land?.participants.id).not.toContain('luar KAT')
    for (const step of activities) expect(step.outcomes[0]?.title.id).not.toBe(step.title.id)
  })
})

test.each([base, strengthening])(
  '$id: what blocks was read in its source, and nothing else blocks',
  (programme) => {
    const all = [...programme.stages.flatMap(gatesOf), ...programme.eligibility]
    const blocking = all.filter(({ kind }) => kind === 'rule')
    expect(blocking.filter(({ evidence }) => evidence !== 'V').map(({ id }) => id)).toEqual([])
  },
)

test.each([base, strengthening])('$id: no site must say that it did what it does not need', (programme) => {
  const text = JSON.stringify(programme.stages)
  expect(text).not.toContain('referrals.made > 0')
  const built = programme.stages
    .flatMap(gatesOf)
    .filter(({ id }) => /worship|hall|infrastructure|refer/.test(id))
  expect(built.length).toBeGreaterThan(0)
  for (const { when } of built) expect(when).toContain('.not_needed')
})

describe('who may take which up', () => {
  const subject = { id: '0190a000-0000-7000-8000-000000000002', name: 'Rombong Contoh' }
  const yes = {
    evaluated: true,
    own_agency: true,
    neighbours_included: true,
    support: true,
    coordinated: true,
  }
  const site = { subject, category: null, eligibility: { ...yes, earlier_allocation: 'year_2' } }

  test('a new site takes up the base programme before its category is known, with nothing behind it', () => {
    expect(whyNotEnrol(base, { subject, category: null, eligibility: {} })).toEqual([])
    expect(base.stages[0]?.steps[0]?.id).toBe('social_mapping')
  })

  test('a category that does not exist is refused there all the same', () => {
    expect(codes(whyNotEnrol(base, { subject, category: 'iv', eligibility: {} }))).toEqual([
      'category programmes.category-not-served',
    ])
  })

  test.each(['year_1', 'year_2', 'year_3'])('a site with an allocation of %s is strengthened', (year) => {
    const eligibility = { ...yes, earlier_allocation: year }
    expect(whyNotEnrol(strengthening, { ...site, eligibility })).toEqual([])
  })

  test.each([false, true, 'year_4', undefined])('an earlier allocation of %j is none', (answer) => {
    const eligibility = { ...yes, ...(answer === undefined ? {} : { earlier_allocation: answer }) }
    expect(codes(whyNotEnrol(strengthening, { ...site, eligibility }))).toEqual([
      'eligibility.earlier_allocation programmes.not-eligible',
    ])
  })

  test.each(['own_agency', 'neighbours_included'])('without %s it is not', (question) => {
    const eligibility = { ...site.eligibility, [question]: false }
    expect(codes(whyNotEnrol(strengthening, { ...site, eligibility }))).toEqual([
      `eligibility.${question} programmes.not-eligible`,
    ])
  })

  test('support and co-ordination that are missing warn, and no more', () => {
    const alone = {
      ...site,
      eligibility: { ...site.eligibility, support: false, coordinated: false, evaluated: false },
    }
    expect(whyNotEnrol(strengthening, alone)).toEqual([])
    expect(eligibilityWarnings(strengthening, alone)).toEqual(['evaluated', 'support', 'coordinated'])
  })

  test('a whole village is not a site', () => {
    expect(codes(whyNotEnrol(strengthening, { ...site, subject: null }))).toEqual([
      'subject programmes.needs-site',
    ])
  })
})
