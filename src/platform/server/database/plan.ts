/**
 * How a table is spread at national scale. `place`: by `column` (district_code unless said otherwise), so
 * that all rows of a district lie together. `reference`: a whole copy on every node.
 */
export type TablePlan = { table: string; kind: 'place' | 'reference'; column?: string }

export const placeColumn = (plan: TablePlan): string => plan.column ?? 'district_code'
