// What may stand in a cell of a file, and what stands between two.

export type Cell = string | number | null
/** `text` is guarded against being read as a formula; `day` is YYYY-MM-DD, `path` are points. */
export type CellKind = 'text' | 'number' | 'day' | 'path'
/**
 * `;` is what parts columns where the comma stands in numbers: Excel in Indonesian opens such a file by a double click. No line
 * `sep=;` above it: with it Excel takes the file for no UTF-8 any more, and every other reader takes it for the headings.
 */
export type Separator = ',' | ';'
