// What speaks for or against each family: the answers by the measure, and the newest ranking that knows it. Pure.
import type { AgreedRanking } from '../../workshops/agreed.ts'
import { listedMost, type Spoken } from '../listing.ts'
import type { MeasureAnswer } from '../measure/measure.ts'

/** `rankings` come newest first. A family that only one of both knows stands with what that one says. */
export function spokenOf(
  lines: MeasureAnswer['lines'],
  rankings: readonly Pick<AgreedRanking, 'households'>[],
): Spoken[] {
  const ranked = new Map<string, { score: number; group: number }>()
  for (const { households } of [...rankings].reverse())
    for (const { household, score, group } of households) ranked.set(household, { score, group })
  const measured = new Map(lines.map((each) => [each.household, each]))
  return [...new Set([...measured.keys(), ...ranked.keys()])].slice(0, listedMost).map((household) => ({
    household,
    poor: measured.get(household)?.poor ?? null,
    share: measured.get(household)?.share ?? null,
    score: ranked.get(household)?.score ?? null,
    group: ranked.get(household)?.group ?? null,
  }))
}
