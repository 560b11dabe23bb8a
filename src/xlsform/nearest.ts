// "Did you mean …?" for names, types, lists and functions.

type Line = readonly number[]

/** One line of the table of costs: from the first `i` letters to every beginning of `to`. */
function lineOf(from: string, to: string, i: number, before: Line, last: Line): number[] {
  const line = [i]
  for (let j = 1; j <= to.length; j++) {
    const same = from[i - 1] === to[j - 1]
    const plain = Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
    const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
    line[j] = swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain
  }
  return line
}

/** Letters to change, add, drop or swap with a neighbour to come from one word to the other; stops counting past `most`. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: Line = []
  let last: Line = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const line = lineOf(from, to, i, before, last)
    if (Math.min(...line) > most) return most + 1
    before = last
    last = line
  }
  return last[to.length] ?? most + 1
}

const plain = (word: string): string => word.toLowerCase().replace(/[\s_\-.]+/g, '_')

/** The known word that was most likely meant, or '' when none is near: a third of the letters may differ, three at most. */
export function nearest(word: string, known: Iterable<string>): string {
  const wanted = plain(word).slice(0, 60)
  if (wanted === '') return ''
  let best = ''
  let bestCost = Math.min(3, Math.ceil(wanted.length / 3)) + 1
  let looked = 0
  for (const each of known) {
    if (++looked > 5000) break
    const cost = distance(wanted, plain(each), bestCost - 1)
    if (cost < bestCost) {
      best = each
      bestCost = cost
    }
    if (cost === 0) break
  }
  return best
}
