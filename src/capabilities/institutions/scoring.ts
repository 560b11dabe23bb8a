// The scores of a discussion put together: of each institution, by criterion. Pure.
import type { View } from '../../kernel/view.ts'
import type { Assessment, Score } from './assessment.ts'
import type { Institution } from './institution.ts'
import { institutionIn } from './view.ts'

export type ScoredRow = { institution: Institution; of: ReadonlyMap<string, Score>; average: number | null }

/**
 * Each institution that was scored, the best first; of two that were merged since, the kept one with its own scores before the
 * other's.
 */
export function scoredRows(view: View, { scores }: Pick<Assessment, 'scores'>): ScoredRow[] {
  const rows = new Map<string, { institution: Institution; of: Map<string, Score> }>()
  for (const score of scores) {
    const institution = institutionIn(view, score.institution)
    if (!institution) continue
    const row = rows.get(institution.id) ?? { institution, of: new Map<string, Score>() }
    if (!row.of.has(score.criterion) || score.institution === institution.id)
      row.of.set(score.criterion, score)
    rows.set(institution.id, row)
  }
  return [...rows.values()]
    .map((row) => ({ ...row, average: averageOf([...row.of.values()]) }))
    .sort(
      (a, b) =>
        (b.average ?? 0) - (a.average ?? 0) || a.institution.name.localeCompare(b.institution.name, 'id'),
    )
}

function averageOf(scores: readonly Score[]): number | null {
  if (scores.length === 0) return null
  return Math.round((scores.reduce((sum, { score }) => sum + score, 0) * 10) / scores.length) / 10
}
