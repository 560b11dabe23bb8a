// What a statement must be like, so that a cluster of Citus takes it and asks one node only. Read by tests alone: every
// statement that a test database is given inside a place is held against these rules, and so is every text of the sources.
import { manyDistricts } from './plan.ts'

const parameter = String.raw`\$\d+`
const isQuery = /^\s*(with|select|insert|update|delete)\b/i

/** Without comments and the text of literals, in small letters, with single spaces. */
function plain(text: string): string {
  return text
    .replace(/--[^\n]*/g, ' ')
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim()
}

/** The queries of a statement, each without those inside of it: sub-selects, parts of `with`, arms of a union. */
function queriesIn(statement: string): string[] {
  const found: string[] = []
  const open: string[] = ['']
  for (const sign of statement) {
    if (sign === '(') open.push('')
    else if (sign === ')' && open.length > 1) {
      const inner = open.pop() as string
      const query = isQuery.test(inner)
      if (query) found.push(inner)
      open[open.length - 1] += query ? '()' : `(${inner})`
    } else open[open.length - 1] += sign
  }
  return [...open, ...found].flatMap((query) => query.split(/\b(?:union all|union|except|intersect)\b/))
}

const words = new Set(
  'where set on join left right inner cross full using order group limit values select for returning having and'.split(
    ' ',
  ),
)

type Mention = { table: string; alias: string; inserted: boolean; after: string }

function mentions(query: string, tables: ReadonlySet<string>): Mention[] {
  return [...query.matchAll(/(insert into )?\b([a-z_]+\.[a-z_]+)\b(?![.(])/g)].flatMap((match) => {
    const table = match[2] as string
    if (!tables.has(table)) return []
    const after = query.slice((match.index ?? 0) + match[0].length)
    const next = /^ (?:as )?([a-z_][a-z0-9_]*)/.exec(after)?.[1] ?? ''
    return [{ table, alias: words.has(next) ? '' : next, inserted: match[1] !== undefined, after }]
  })
}

/** An insert says its district as a constant, first. */
function insertsConstant({ after }: Mention): boolean {
  const first = String.raw`(?:values \(|select (?:distinct on \([^)]*\) )?)${parameter}`
  return new RegExp(String.raw`^(?: as [a-z_][a-z0-9_]*)? ?\(district_code\b[^)]*\) ?${first}`).test(after)
}

function asksConstant(query: string, { table, alias }: Mention): boolean {
  const names = [alias, table].filter((name) => name !== '').map((name) => `${name.replace('.', '\\.')}\\.`)
  const constant = String.raw`(?:any ?\( ?)?${parameter}`
  return new RegExp(
    String.raw`(?<![\w.])(?:${names.join('|')})?district_code ?(?:=|in) ?\(?${constant}`,
  ).test(query)
}

function faultOf(query: string, mention: Mention, overMany: boolean): string[] {
  const { table, inserted, after } = mention
  const silent = inserted && / select /.test(after) && !/ (returning|on conflict) /.test(after)
  const constant = overMany || (inserted ? insertsConstant(mention) : asksConstant(query, mention))
  return [
    ...(silent ? [`insert … select into ${table} without returning or on conflict`] : []),
    ...(constant ? [] : [`${table} without a constant for its district`]),
  ]
}

// A statement under a name is read with the settings of the transaction that prepared it, which SQL slipped into that one may have bent.
const bendable: readonly [RegExp, string][] = [
  [/(?<![\w'])'(?:[^'\\]|'')*\\/, "a backslash in a plain text: say E'…'"],
  [/'\{[^']*\bnull\b[^']*\}'/i, 'null within the text of an array'],
  [/\b(?:where|and|or|when) [^,()]*?(?:=|<>) ?null\b/i, 'compares with null: say is null'],
  [/\b(?:date|time|timetz|timestamp|timestamptz) '[^']*\d/i, 'a day or time as a text: pass a value'],
  [/'[^']*\d[^']*'::(?:date|time|timetz|timestamp|timestamptz)\b/i, 'a day or time as a text: pass a value'],
]

/**
 * What of a statement a cluster would refuse, or would ask all nodes for, and what a setting could bend: empty when it may pass.
 * `tables` are those that are spread by district.
 */
export function statementFaults(text: string, tables: ReadonlySet<string>): string[] {
  const overMany = text.includes(manyDistricts)
  const faults = queriesIn(plain(text)).flatMap((query) => {
    const met = mentions(query, tables)
    const compared =
      !overMany && met.length > 0 && /\.district_code = [a-z_][a-z0-9_]*\.district_code/.test(query)
    return [
      ...(compared ? ['compares one district_code with another: say the constant for each'] : []),
      ...met.flatMap((mention) => faultOf(query, mention, overMany)),
    ]
  })
  const bent = bendable.flatMap(([sign, fault]) => (sign.test(text) ? [fault] : []))
  return [...new Set([...faults, ...bent])].sort()
}
