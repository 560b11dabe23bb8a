import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { added, changed, closed } from './apply.ts'
import { type LocalPlace, mostLocalPlaces, type NewLocalPlace, type Settlement } from './local-place.ts'
import { whyNotAdd, whyNotAddMany, whyNotChange, whyNotClose, whyNotName } from './rules.ts'
import { localLine, localTitle, planRange, treeOf } from './tree.ts'

const village = '16.10.05.2036'
const place = (kind: NewLocalPlace['kind'], more: Partial<NewLocalPlace> = {}): NewLocalPlace => ({
  id: newId(),
  kind,
  number: null,
  name: null,
  parent: null,
  households: null,
  settlement: null,
  ...more,
})
const settlement: Settlement = {
  people: 'Orang Contoh',
  habitat: 'forest',
  category: null,
  latitude: null,
  longitude: null,
  access: ['foot'],
  accessNote: '',
}
const codes = (refusals: readonly { code: string; field?: string }[]) =>
  refusals.map(({ code, field }) => `${field ?? '-'} ${code}`)

const hamlet = added(place('hamlet', { name: 'Krajan' }))
const rw = added(place('rw', { number: 5, parent: hamlet.id }))
const rt = added(place('rt', { number: 3, parent: rw.id }))
const all = [hamlet, rw, rt]

describe('below a village', () => {
  test('a hamlet, its RW, their RT and a settlement can be added', () => {
    expect(whyNotAdd([], place('hamlet', { name: 'Krajan' }), village)).toEqual([])
    expect(whyNotAdd(all, place('rw', { number: 6 }), village)).toEqual([])
    expect(whyNotAdd(all, place('rt', { number: 4, parent: rw.id }), village)).toEqual([])
    expect(whyNotAdd(all, place('rt', { number: 1, parent: hamlet.id }), village)).toEqual([])
    expect(whyNotAdd(all, place('settlement', { name: 'Sungai Contoh', settlement }), village)).toEqual([])
  })

  test('an RT needs an RW or a hamlet, and hangs below nothing else', () => {
    expect(codes(whyNotAdd(all, place('rt', { number: 1 }), village))).toEqual([
      'parent places.parent-needed',
    ])
    expect(codes(whyNotAdd(all, place('rt', { number: 1, parent: rt.id }), village))).toEqual([
      'parent places.rt-belongs-elsewhere',
    ])
    expect(codes(whyNotAdd(all, place('rw', { number: 1, parent: rw.id }), village))).toEqual([
      'parent places.rw-belongs-elsewhere',
    ])
    expect(codes(whyNotAdd(all, place('hamlet', { name: 'Baru', parent: hamlet.id }), village))).toEqual([
      'parent places.hamlet-belongs-elsewhere',
    ])
    expect(codes(whyNotAdd(all, place('rt', { number: 1, parent: newId() }), village))).toEqual([
      'parent places.parent-unknown',
    ])
  })

  test('a number is taken once under the same place, and free under another', () => {
    expect(codes(whyNotAdd(all, place('rt', { number: 3, parent: rw.id }), village))).toEqual([
      'number places.number-taken',
    ])
    expect(whyNotAdd(all, place('rt', { number: 3, parent: hamlet.id }), village)).toEqual([])
    expect(
      whyNotAdd(
        [hamlet, rw, closed(rt, 'salah', '2012-01-01')],
        place('rt', { number: 3, parent: rw.id }),
        village,
      ),
    ).toEqual([])
  })

  test('an RT that was parted has a letter, and stands beside the one without', () => {
    const lettered = (name: string | null) => place('rt', { number: 3, name, parent: rw.id })
    const parted = added(lettered('A'))
    expect(whyNotAdd(all, parted, village)).toEqual([])
    expect(codes(whyNotAdd([...all, parted], lettered('a'), village))).toEqual(['number places.number-taken'])
    expect(codes(whyNotAdd(all, lettered('Mawar'), village))).toEqual(['number places.number-taken'])
    expect([localTitle(parted, village), localTitle(lettered('Mawar'), village)]).toEqual([
      'RT 03A',
      'RT 03 Mawar',
    ])
    const wish = { parent: hamlet.id, rw: { from: 5, to: 5 }, rt: { from: 3, to: 3 } }
    expect(planRange([hamlet, rw, parted], wish, newId)).toMatchObject([
      { kind: 'rt', number: 3, name: null },
    ])
  })

  test('a hamlet name is taken whatever its capitals', () => {
    expect(codes(whyNotAdd(all, place('hamlet', { name: ' krajan ' }), village))).toEqual([
      'name places.name-taken',
    ])
  })

  test('every reason is given at once', () => {
    expect(codes(whyNotAdd(all, place('settlement', { number: 2, parent: rw.id }), village))).toEqual([
      'number places.settlement-has-no-number',
      'name places.name-needed',
      'settlement places.settlement-needed',
      'parent places.settlement-belongs-elsewhere',
    ])
    expect(
      codes(
        whyNotAdd(
          all,
          place('settlement', { name: 'A', settlement: { ...settlement, latitude: -2 } }),
          village,
        ),
      ),
    ).toEqual(['settlement.longitude places.half-position'])
  })

  test('many are added together, those above before those below', () => {
    const plan = planRange([], { parent: null, rw: { from: 1, to: 5 }, rt: { from: 1, to: 8 } }, newId)
    expect(plan).toHaveLength(45)
    expect(whyNotAddMany([], plan, village)).toEqual([])
    expect(codes(whyNotAddMany([], [...plan].reverse(), village))[0]).toBe(
      'places.0.parent places.parent-unknown',
    )
    const twice = [plan[0], plan[0]] as NewLocalPlace[]
    expect(codes(whyNotAddMany([], twice, village))).toEqual(['places.1.id places.already-added'])
    const rows = plan.map(added)
    expect(
      planRange(rows, { parent: null, rw: { from: 5, to: 6 }, rt: { from: 1, to: 9 } }, newId),
    ).toHaveLength(11)
  })

  test('a village has a limit', () => {
    const many = Array.from({ length: mostLocalPlaces }, () => rt)
    expect(codes(whyNotAdd(many, place('rw', { number: 9 }), village))).toContain('- places.too-many')
  })

  test('an edit based on an older version is refused with what stands now', () => {
    const input = { ...rt, basedOn: 1, number: 4, households: 12 }
    expect(whyNotChange(all, input, village)).toEqual([])
    const [clash] = whyNotChange([hamlet, rw, changed(rt, input)], { ...input, number: 5 }, village)
    expect(clash).toEqual({
      code: 'places.changed-meanwhile',
      field: 'basedOn',
      facts: { version: 2, active: 1, number: 4, parent: rw.id, households: 12 },
    })
    expect(codes(whyNotChange([], input, village))).toEqual(['id places.unknown-local'])
  })

  test('a place with open places below it stays open', () => {
    expect(codes(whyNotClose(all, { id: rw.id, basedOn: 1, reason: 'digabung' }))).toEqual([
      '- places.open-below',
    ])
    const gone = closed(rt, 'digabung', '2012-01-01')
    expect(whyNotClose([hamlet, rw, gone], { id: rw.id, basedOn: 1, reason: 'digabung' })).toEqual([])
    expect(codes(whyNotClose([gone], { id: gone.id, basedOn: 2, reason: 'lagi' }))).toEqual([
      'id places.already-closed',
    ])
  })

  test('a desa may be a kampung, a kelurahan stays one', () => {
    expect(whyNotName(undefined, { basedOn: 0, kind: 'kampung', name: null }, village)).toEqual([])
    expect(codes(whyNotName(undefined, { basedOn: 0, kind: 'desa', name: null }, '34.71.04.1002'))).toEqual([
      'kind places.kelurahan-stays',
    ])
    expect(codes(whyNotName(undefined, { basedOn: 1, kind: 'kelurahan', name: null }, village))).toEqual([
      'basedOn places.changed-meanwhile',
      'kind places.desa-stays',
    ])
  })
})

test('places are called as people call them', () => {
  expect(localTitle(rt, village)).toBe('RT 03')
  expect(localTitle(hamlet, village)).toBe('Dusun Krajan')
  expect(localTitle(hamlet, '34.71.04.1002')).toBe('Lingkungan Krajan')
  expect(localTitle(hamlet, '13.06.01.2001')).toBe('Jorong Krajan')
  expect(localTitle(place('hamlet', { name: 'Dusun II' }), village)).toBe('Dusun II')
  expect(localLine(rt, all, village)).toBe('RT 03 / RW 05, Dusun Krajan')
})

test('the tree shows every place once, whatever its parents say', () => {
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom('hamlet', 'rw', 'rt', 'settlement'),
      number: fc.nat(20),
      parent: fc.nat(12),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, (made) => {
      const places: LocalPlace[] = made.map((each, index) =>
        added(
          place(each.kind as LocalPlace['kind'], {
            id: `id-${index}`,
            number: each.number,
            // Only those before it, or one that is not there: rules never let a circle arise.
            parent: each.parent < index ? `id-${each.parent}` : 'nowhere',
          }),
        ),
      )
      const shown = treeOf(places).map((row) => row.place.id)
      expect(new Set(shown).size).toBe(shown.length)
    }),
  )
})
