import { describe, expect, it } from 'vitest'
import { compile } from '../../../xlsform/compile.ts'
import type { Item, Labels } from '../../../xlsform/model.ts'
import { questionsOf } from '../../../xlsform/model.ts'
import { readWorkbook } from '../../../xlsform/read-workbook.ts'
import { writeWorkbook } from '../../../xlsform/write-workbook.ts'
import { shipped as programmes } from '../../programmes/shipped.testing.ts'
import { languages } from './instrument.ts'
import { openInstrument, shippedInstrument, shippedInstruments } from './instruments.testing.ts'
import { instrumentKey } from './load.ts'
import { readInstrument } from './read.ts'

const all = [...shippedInstruments]

describe('every instrument', () => {
  it('there are nine', () => expect(all).toHaveLength(9))
  it.each(all)('%s compiles without a fault or a warning', (_, { warnings }) => {
    expect(warnings).toEqual([])
  })
  it.each(all)('%s says everything in both languages', (_, { model }) => {
    expect(model.languages).toEqual([...languages])
    const bare: string[] = []
    const whole = (label: Labels, where: string) => {
      const said = Object.keys(label).length
      if (said > 0 && !languages.every((language) => label[language]?.trim())) bare.push(where)
    }
    const walk = (items: readonly Item[]) => {
      for (const item of items) {
        whole(item.label, item.path)
        if (item.kind === 'question') whole(item.hint, `${item.path} hint`)
        else walk(item.children)
      }
    }
    walk(model.items)
    for (const [list, choices] of Object.entries(model.lists))
      for (const choice of choices) whole(choice.label, `${list}.${choice.name}`)
    expect(bare).toEqual([])
  })
  it.each(all)(
    '%s, exported as XLSForm and imported again, is the same form',
    async (_, { workbook, xform }) => {
      const again = compile(await readWorkbook(await writeWorkbook(workbook)))
      expect(again.ok && again.xform).toBe(xform)
    },
  )
  it.each(all)('%s opens in the engine of ODK', async (id) => {
    expect((await openInstrument(id)).currentState.children.length).toBeGreaterThan(3)
  })
  it.each(all)('%s names results that it asks or works out', (_, { instrument, model }) => {
    const names = questionsOf(model).map((each) => each.question.name)
    expect(names).toEqual(expect.arrayContaining(instrument.about.results))
  })
  it('is official only where the notes say so: none is', () => {
    expect(all.filter(([, each]) => each.instrument.about.standing === 'official')).toEqual([])
  })
  it('every survey that a programme asks for finds at least one', () => {
    const asked = new Set(programmes.programmes.flatMap((each) => each.kinds.surveys.map((kind) => kind.id)))
    const fitting = new Set(all.flatMap(([, each]) => each.instrument.about.kinds))
    expect([...asked].filter((kind) => !fitting.has(kind))).toEqual([])
    expect([...fitting].filter((kind) => !asked.has(kind))).toEqual([])
  })
  it('has a key that is the same on every server, and another for another version', () => {
    expect(instrumentKey('rembug_household', '2026112201')).toBe(
      instrumentKey('rembug_household', '2026112201'),
    )
    expect(instrumentKey('rembug_household', '2026112201')).not.toBe(
      instrumentKey('rembug_household', '2026112202'),
    )
  })
  it('a wrong file is refused with the place of the mistake', () => {
    expect(() => readInstrument('about: { id: x }', 'x.yaml')).toThrow(/x\.yaml: about\.version/)
    expect(() => readInstrument('a: [', 'x.yaml')).toThrow(/x\.yaml/)
  })
})

describe('what is sensitive is sealed', () => {
  const privacy = (id: string, name: string) =>
    questionsOf(shippedInstrument(id).model).find((each) => each.question.name === name)?.question.privacy

  it('health, disability and money of a household are of the specific kind', () => {
    for (const name of [
      'seeing',
      'functions',
      'disabled',
      'nutrition',
      'ill',
      'child_died',
      'income',
      'd_nutrition',
    ])
      expect(privacy('household', name), name).toBe('specific')
  })
  it('names, numbers, addresses, points and photographs are personal', () => {
    for (const name of [
      'head_name',
      'name',
      'nik',
      'kk_number',
      'address',
      'phone',
      'location',
      'house_photo',
      'household',
    ])
      expect(privacy('household', name), name).toBe('personal')
  })
  it('the kinds and criteria of a person in need are of the specific kind', () => {
    for (const name of ['kinds', 'criteria', 'disabilities', 'neglect'])
      expect(privacy('vulnerable', name)).toBe('specific')
  })
  it('the outcome stands open, so that it can be counted; what is made of health or money is as sealed as they are', () => {
    const sealed = ['stage', 'criteria_met', 'poverty', 'deprivations', 'deprivation_score']
    for (const [id, { instrument }] of all)
      for (const name of instrument.about.results)
        expect(privacy(id, name), `${id} ${name}`).toBe(sealed.includes(name) ? 'specific' : 'open')
  })
})
