// Two records become one: whatever ties and names they had, nothing is lost and nothing is tied to itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, viewOf } from '../../kernel/view.ts'
import { works } from './apply.ts'
import { type Institution, institutionCollection } from './institution.ts'
import { doer, institution, tie, village } from './institutions.testing.ts'
import { endsOf } from './steps.ts'
import { flowNames, type TieInstitutions } from './tie.ts'
import { whyNotTie } from './tie-rules.ts'
import { institutionIn, registerIn, tiesIn } from './view.ts'

const some = 6
const drawn = fc.array(
  fc.record({
    from: fc.nat(some - 1),
    to: fc.nat(some),
    flows: fc.uniqueArray(fc.constantFrom(...flowNames), { minLength: 1, maxLength: 3 }),
    strength: fc.option(fc.integer({ min: 1, max: 5 })),
    way: fc.constantFrom('both' as const, 'gives' as const, 'takes' as const),
  }),
  { maxLength: 20 },
)

/** Keeps what the rules let pass. */
function village6(
  ties: readonly {
    from: number
    to: number
    flows: TieInstitutions['flows']
    strength: number | null
    way: TieInstitutions['way']
  }[],
) {
  const all = Array.from({ length: some }, (_, i) => institution({ name: `Lembaga ${'abcdef'[i]}` }))
  let rows: Change[] = works.register(viewOf(village, []), { institutions: all })
  for (const { from, to, ...more } of ties) {
    const input = tie(all[from]?.id ?? '', all[to]?.id ?? null, more)
    const view = viewOf(village, rows)
    if (whyNotTie(view, input).length === 0) rows = [...rows, ...works.tie(view, input)]
  }
  return { ids: all.map(({ id }) => id), rows }
}

test('after any merge no tie goes to itself or to what is gone, none stands twice, and every neighbour is kept', () => {
  fc.assert(
    fc.property(drawn, fc.nat(some - 1), fc.nat(some - 2), (ties, first, second) => {
      const { ids, rows } = village6(ties)
      const keep = ids[first] as string
      const drop = ids.filter((id) => id !== keep)[second] as string
      const before = viewOf(village, rows)
      const merge = { keep, drop, keepBasedOn: 1, dropBasedOn: 1 }
      const changes = works.merge(before, merge, doer)
      const now = viewOf(village, [...rows, ...changes])
      const standing = tiesIn(now)
      expect(standing.filter((each) => each.from === each.to)).toEqual([])
      expect(standing.filter((each) => each.from === drop || each.to === drop)).toEqual([])
      expect(new Set(standing.map(endsOf)).size).toBe(standing.length)
      const neighbours = (view: typeof now, ...of: string[]) =>
        new Set(
          tiesIn(view)
            .filter((each) => of.includes(each.from) || of.includes(each.to ?? ''))
            .flatMap((each) => [each.from, each.to ?? each.outside])
            .filter((end) => !of.includes(end)),
        )
      expect(neighbours(now, keep)).toEqual(neighbours(before, keep, drop))
      const flowing = (view: typeof now) =>
        new Set(
          tiesIn(view)
            .filter((each) => endsOf(each) !== [keep, drop].sort().join(' - '))
            .flatMap((each) => each.flows),
        )
      expect(flowing(now)).toEqual(flowing(before))
      // Each row that changed went one version on, once.
      for (const { collection, id, value } of changes) {
        const was = before.get<{ version: number }>(collection, id)
        expect((value as { version: number }).version).toBe((was?.version ?? 0) + 1)
      }
      expect(new Set(changes.map(({ collection, id }) => `${collection} ${id}`)).size).toBe(changes.length)
      expect(registerIn(now)).toHaveLength(some - 1)
      expect(institutionIn(now, drop)?.id).toBe(keep)
    }),
    { numRuns: 200 },
  )
})

test('the kept record is filled up from the other, whose names become other names of it', () => {
  const keep = institution({ name: 'PKK', assets: '', women: null, men: null, poor: null, legal: 'none' })
  const drop = institution({
    name: 'PKK Kelurahan',
    otherNames: ['Pokja'],
    assets: 'Tenda',
    women: 9,
    men: 0,
    poor: 2,
    legal: 'decree',
  })
  const rows = works.register(viewOf(village, []), { institutions: [keep, drop] })
  const merge = { keep: keep.id, drop: drop.id, keepBasedOn: 1, dropBasedOn: 1 }
  const changes = works.merge(viewOf(village, rows), merge, doer)
  const row = changes.find(({ collection, id }) => collection === institutionCollection && id === keep.id)
  expect(row?.value as Institution).toMatchObject({
    ...{ name: 'PKK', otherNames: ['PKK Kelurahan', 'Pokja'], assets: 'Tenda', women: 9, poor: 2 },
    legal: 'decree',
  })
})
