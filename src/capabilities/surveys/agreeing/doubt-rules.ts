// What people should look at before a list is shown: it is said, and nothing follows from it by itself. Pure.
import { nameKey, sameKey } from '../../people/names.ts'
import type { Spoken } from '../listing.ts'

/** A family as it stands on the register, with the name of its head. */
export type Home = { id: string; name: string; localPlace: string | null }

/**
 * Families whose head bears the same name in another RT, where one of them is on the list: they may be one family that was
 * registered in two. By household the others.
 */
export function inTwoPlaces(
  homes: readonly Home[],
  listed: ReadonlySet<string>,
): Map<string, readonly string[]> {
  const named = homes.map((home) => ({ home, key: nameKey(home.name) }))
  // Who has the same name begins it alike: comparing all with all would take millions of steps in a large village.
  const alike = Map.groupBy(named, ({ key }) => key.given.slice(0, 6))
  const found = new Map<string, string[]>()
  for (const [start, group] of alike)
    for (const { home, key } of group) {
      if (start === '' || !listed.has(home.id)) continue
      const others = group.filter(
        (each) =>
          each.home.id !== home.id && each.home.localPlace !== home.localPlace && sameKey(each.key, key),
      )
      if (others.length > 0)
        found.set(
          home.id,
          others.map((each) => each.home.id),
        )
    }
  return found
}

/**
 * Where the measure calls a family poor and the ranking does not, or the other way round. The ranking calls poor as many families as
 * the measure does, counted from the poorest; those who share the last score are all counted, so a tie decides nothing.
 */
export function disagreeing(spoken: readonly Spoken[]): Map<string, 'measure' | 'ranking'> {
  const both = spoken.flatMap(({ household, poor, score }) =>
    poor === null || score === null ? [] : [{ household, poor, score }],
  )
  const many = both.filter((each) => each.poor).length
  const lowest = both.map((each) => each.score).sort((a, b) => a - b)
  const cut = many === 0 ? Number.NEGATIVE_INFINITY : (lowest[many - 1] ?? Number.NEGATIVE_INFINITY)
  const found = new Map<string, 'measure' | 'ranking'>()
  for (const { household, poor, score } of both) {
    const ranked = score <= cut
    if (poor !== ranked) found.set(household, poor ? 'measure' : 'ranking')
  }
  return found
}
