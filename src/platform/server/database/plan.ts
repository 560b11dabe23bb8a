/**
 * How a table is spread at national scale. `place`: by `column` (district_code unless said otherwise), so
 * that all rows of a district lie together. `reference`: a whole copy on every node, which each write waits for.
 * `local`: on the first node alone, for what is written often and never read together with rows of places; then a lost
 * node keeps nobody from signing in.
 */
export type TablePlan = { table: string; kind: 'place' | 'reference' | 'local'; column?: string }

export const placeColumn = (plan: TablePlan): string => plan.column ?? 'district_code'

/**
 * Put before a statement that reads many districts on purpose: on a cluster every node then answers for its own. All
 * other statements name the district of each village table as a constant, which one node answers.
 */
export const manyDistricts = '/* many districts */ '
