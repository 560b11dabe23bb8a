// What a new edition of the national data changes: what is new, what is called otherwise, what is gone.
// Nothing is deleted; what is gone gets an end, and what took its place says where it comes from.
import { levelOf, nation } from '../../kernel/place-code.ts'
import type { CatalogueRow, Edition } from './catalogue.ts'
import { provinceLaws } from './history.ts'
import type { RegionLevel } from './region.ts'
import type { NewRegion, Standing } from './region-store.ts'

export type Difference = {
  /** New versions to insert: of new codes and of changed ones. */
  insert: NewRegion[]
  /** Codes whose standing version ends. */
  close: string[]
  added: number
  changed: number
  closed: number
}

/** A place as people know it, whatever its number: its level, its name and the name of the place above. */
function knownAs(
  row: { code: string; name: string },
  parent: string,
  nameOf: (code: string) => string,
): string {
  return `${levelOf(row.code)}|${row.name.toLowerCase()}|${nameOf(parent).toLowerCase()}`
}

/** Vanished codes by how they are known, where that is only one place. */
function vanishedByName(
  gone: readonly Standing[],
  before: ReadonlyMap<string, Standing>,
): Map<string, string> {
  const found = new Map<string, string | null>()
  for (const row of gone) {
    const key = knownAs(row, row.parent_code, (code) => before.get(code)?.name ?? code)
    found.set(key, found.has(key) ? null : row.code)
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null))
}

/** Compares what stands with a new edition. `day` is the day on which what is gone or renamed ends. */
export function compareEditions(
  before: readonly Standing[],
  after: readonly CatalogueRow[],
  edition: Edition,
  day: string,
): Difference {
  const standing = new Map(before.map((row) => [row.code, row]))
  const coming = new Map(after.map((row) => [row.code, row]))
  const gone = before.filter((row) => !coming.has(row.code))
  const vanished = vanishedByName(gone, standing)
  const first = before.length === 0
  const insert: NewRegion[] = []
  const changedCodes: string[] = []
  for (const row of after) {
    const old = standing.get(row.code)
    if (old && old.name === row.name && old.kind === row.kind && old.parent_code === (row.parent ?? nation))
      continue
    if (old) changedCodes.push(row.code)
    // A place that keeps its code is its own predecessor's next version; only a new number needs telling.
    const key =
      old || first ? '' : knownAs(row, row.parent ?? nation, (code) => coming.get(code)?.name ?? code)
    insert.push(versionOf(row, edition, vanished.get(key) ?? null, first ? edition.from : day))
  }
  return {
    insert,
    close: [...gone.map((row) => row.code), ...changedCodes],
    added: insert.length - changedCodes.length,
    changed: changedCodes.length,
    closed: gone.length,
  }
}

function versionOf(row: CatalogueRow, edition: Edition, predecessor: string | null, from: string): NewRegion {
  const law = provinceLaws[row.code]
  return {
    code: row.code,
    name: row.name,
    level: levelOf(row.code) as RegionLevel,
    kind: row.kind,
    parent: row.parent ?? nation,
    from: law && from === edition.from ? law.from : from,
    predecessor: predecessor ?? law?.predecessor ?? null,
    source: law && predecessor === null ? law.source : edition.source,
  }
}
