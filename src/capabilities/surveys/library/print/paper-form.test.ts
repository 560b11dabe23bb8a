import { describe, expect, it } from 'vitest'
import { shippedInstrument, shippedInstruments } from '../../instruments/instruments.testing.ts'
import { columnsFor, type PaperPart, type PaperQuestion, paperOf } from './paper-form.ts'
import { conditionsOf, resolved, type SkipPhrases, skipWords } from './skip-words.ts'

const say: SkipPhrases = {
  is: (number, answers) => `no. ${number} dijawab ${answers}`,
  isNot: (number, answers) => `no. ${number} bukan ${answers}`,
  includes: (number, answers) => `no. ${number} memuat ${answers}`,
  answered: (number) => `no. ${number} diisi`,
  empty: (number) => `no. ${number} kosong`,
  compared: (number, sign, value) => `no. ${number} ${sign} ${value}`,
  or: ' atau ',
  and: ' dan ',
}
const language = 'Bahasa Indonesia (id)'
const paper = (id: string) => {
  const { model, xform } = shippedInstrument(id)
  return paperOf(model, xform, language, say)
}
const all = (parts: readonly PaperPart[]): PaperPart[] =>
  parts.flatMap((part) => (part.kind === 'repeat' ? [part, ...all(part.parts)] : [part]))
const questions = (id: string) =>
  all(paper(id)).filter((part): part is PaperQuestion => part.kind === 'question')
const named = (id: string, name: string) => {
  const found = all(paper(id)).find((part) => part.path.endsWith(`/${name}`))
  if (!found) throw new Error(name)
  return found
}

describe('when a question is asked, in words', () => {
  const tenure = {
    number: '8',
    choice: (name: string) => ({ own: 'Milik sendiri', rent: 'Sewa' })[name] ?? name,
  }
  const about = new Map([
    ['/data/house/tenure', tenure],
    ['/data/member/age', { number: '27', choice: (name: string) => name }],
  ])
  it.each([
    ["/data/house/tenure = 'own'", '/data/house/deed', 'no. 8 dijawab Milik sendiri'],
    [
      " /data/house/tenure = 'own' or /data/house/tenure = 'rent'",
      '/data/x',
      'no. 8 dijawab Milik sendiri atau Sewa',
    ],
    ['../age >= 10', '/data/member/marriage', 'no. 27 ≥ 10'],
    [
      "../age >= 10 and /data/house/tenure != 'own'",
      '/data/member/x',
      'no. 27 ≥ 10 dan no. 8 bukan Milik sendiri',
    ],
    ["selected( /data/house/tenure , 'own')", '/data/x', 'no. 8 memuat Milik sendiri'],
    ["/data/house/tenure != ''", '/data/x', 'no. 8 diisi'],
    ["/data/house/tenure != '' and /data/house/tenure != 'own'", '/data/x', 'no. 8 bukan Milik sendiri'],
    ['count(/data/member) > 2', '/data/x', ''],
    ["/data/unknown = '1'", '/data/x', ''],
    ["/data/house/tenure = 'own' and (../age > 1 or ../age < 9)", '/data/member/x', ''],
  ])('%s', (condition, from, wanted) => {
    expect(skipWords(condition, from, about, say)).toBe(wanted)
  })
  it('steps of a path are counted from the question itself', () => {
    expect(resolved('../age', '/data/member/marriage')).toBe('/data/member/age')
    expect(resolved('../../functions', '/data/member/difficulty/seeing')).toBe('/data/member/functions')
  })
  it('conditions are read out of the XForm with its escapes', () => {
    expect(conditionsOf('<bind nodeset="/data/a" relevant=" /data/b &lt; 5 " type="int"/>')).toEqual(
      new Map([['/data/a', '/data/b < 5']]),
    )
  })
})

describe('the household survey on paper', () => {
  it('asks what the phone asks, and works nothing out', () => {
    const names = questions('household').map((each) => each.path.split('/').at(-1))
    expect(names).toContain('floor')
    expect(names).toContain('nik')
    for (const hidden of ['start', 'd_water', 'registry_card', 'disabled'])
      expect(names).not.toContain(hidden)
  })
  it('numbers through, once each', () => {
    const numbers = questions('household').map((each) => each.number)
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)))
  })
  it('says in words when a question is asked', () => {
    expect(named('household', 'deed').skip).toMatch(/^no\. \d+ dijawab Milik sendiri$/)
    expect(named('household', 'marriage').skip).toMatch(/^no\. \d+ ≥ 10$/)
    expect(named('household', 'house').skip).toMatch(/dijawab Bersedia didata/)
  })
  it('gives a NIK its sixteen boxes, a photograph a tick, a list its columns', () => {
    expect(named('household', 'nik')).toMatchObject({ room: { kind: 'boxes', count: 16 } })
    expect(named('household', 'house_photo')).toMatchObject({ room: { kind: 'media' } })
    expect(named('household', 'member')).toMatchObject({ kind: 'repeat' })
  })
})

it('labels that bring their own numbers keep them; the others are lettered', () => {
  expect(
    questions('bkkbn_stages')
      .slice(0, 5)
      .map((each) => each.number),
  ).toEqual(['a', 'b', 'c', '1', '2'])
})
it('what the phone would fill in is room to write', () => {
  expect(named('bkkbn_stages', 'stage_note')).toMatchObject({
    kind: 'note',
    text: expect.stringContaining('……'),
  })
})
it('every instrument prints in both languages', () => {
  for (const [, { model, xform }] of shippedInstruments)
    for (const each of model.languages)
      expect(
        paperOf(model, xform, each, say).every((part) => part.kind === 'question' || part.text !== ''),
      ).toBe(true)
})
it('short choices stand three to a line, long ones alone', () => {
  expect([
    columnsFor(['Ya', 'Tidak']),
    columnsFor(['Sumur bor atau pompa']),
    columnsFor(['SHM atas nama anggota keluarga']),
  ]).toEqual([3, 2, 1])
})
