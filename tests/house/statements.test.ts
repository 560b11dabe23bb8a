// Every statement asks one node of a cluster, and in words that the cluster takes. What is put together while the house
// runs is held against the same rules in every test database (statement-watch.ts); here, the texts of the sources.
import ts from 'typescript'
import { expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import { manyDistricts } from '../../src/platform/server/database/plan.ts'
import { statementFaults } from '../../src/platform/server/database/statement-rules.ts'
import { platformMigrations } from '../../src/platform/server/migrations.ts'
import { shipped, text } from './source.ts'

const tables = new Set(
  [...platformMigrations, ...serverCapabilities.flatMap(({ migrations }) => migrations)].flatMap(
    (migration) => migration.tables.filter(({ kind }) => kind === 'place').map(({ table }) => table),
  ),
)

/** The SQL of a source text; what is put in at a `${…}` counts as a value, or as the conditions that it brings. */
function statementsOf(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map(({ expression, literal }) => {
        const said = expression.getText()
        return (said.includes('manyDistricts') ? manyDistricts : '$1') + literal.text
      })
      found.push(node.head.text + spans.join(''))
    } else if (ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
  const conditions = /\b(where|and|on)\s+\$1(?!\s*(?:=|<|>|::|\+|-|\|\||~|is\b|in\b|like\b))/gi
  return found
    .filter((each) => /^\s*(\/\*.*?\*\/\s*)?(\$1)?\s*(with|select|insert|update|delete)\b/i.test(each))
    .map((each) => each.replace(conditions, '$1 district_code = $$1'))
}

const faultsOf = (source: string) =>
  statementsOf(source).flatMap((each) => statementFaults(each, tables).map((fault) => `${fault}: ${each}`))

test('no statement in the sources would be refused by a cluster, or asks more nodes than it must', () => {
  const faults = shipped()
    .filter((file) => file.startsWith('src/'))
    .flatMap((file) => faultsOf(text(file)).map((fault) => `${file}: ${fault}`))
  expect(faults).toEqual([])
  expect(shipped().flatMap((file) => statementsOf(text(file))).length).toBeGreaterThan(150)
})

/** A setting that outlives its transaction is read by the next request on that connection. */
const outliving =
  /set_config\([^;`]*?,\s*false\s*\)|[`'"]\s*set\s+(?!local\b)(session\s+)?[a-z_.]+\s*(=|to\b)/i

test('no statement leaves a setting in a connection that the next request would ask by', () => {
  const files = shipped().filter((file) => /^src\/.*\.ts$/.test(file))
  // The owner's connection that lays a new cluster out, and then ends.
  const mayLeave = ['src/platform/server/database/distribute.ts']
  expect(files.filter((file) => outliving.test(text(file)))).toEqual(mayLeave)
  for (const each of ["sql`select set_config('x.y', ${v}, false)`", "query('set search_path to public')"])
    expect(outliving.test(each), each).toBe(true)
  for (const each of [
    "sql`select set_config('x.y', ${v}, true)`",
    "query('set local search_path to public')",
  ])
    expect(outliving.test(each), each).toBe(false)
})

const here = 'district_code = $1 and village_code = $2'

test.each([
  ['a page of a village', `select id from surveys.survey where ${here} order by id`],
  [
    'districts of a province',
    'select id from surveys.survey s where s.district_code = any ($1) order by s.id',
  ],
  ['the nation, said on purpose', `${manyDistricts}select count(*) from surveys.survey`],
  ['a row', 'insert into platform.head as h (district_code, village_code) values ($1, $2)'],
  [
    'many rows',
    'insert into people.person (district_code, id) select $1, u.id from unnest($2) as u (id) returning 1',
  ],
  [
    'a sub-select with a constant of its own',
    `select (select max(e.seq) from surveys.edition e where e.district_code = $3 and e.id = s.id) from surveys.submission s where s.${here}`,
  ],
  ['a table that every node has', 'select name from places.region where code = $1'],
])('it passes: %s', (_what, statement) => {
  expect(statementFaults(statement, tables)).toEqual([])
})

test.each([
  [
    'many rows without an answer',
    'insert into people.person (district_code, id) select $1, u.id from unnest($2) as u (id)',
    'insert … select into people.person without returning or on conflict',
  ],
  [
    'rows of a part that comes before',
    'with l as (insert into platform.log (district_code) select $1 from unnest($2)) insert into platform.feed (district_code) values ($1)',
    'insert … select into platform.log without returning or on conflict',
  ],
  [
    'a sub-select that leans on the row outside',
    `select (select max(e.seq) from surveys.edition e where e.district_code = s.district_code) from surveys.submission s where s.${here}`,
    'compares one district_code with another: say the constant for each',
  ],
  [
    'a village by its own code alone',
    'select id from surveys.survey where village_code = $1',
    'surveys.survey without a constant for its district',
  ],
  [
    'a scope as patterns',
    'select id from surveys.survey where village_code like any ($1)',
    'surveys.survey without a constant for its district',
  ],
  [
    'one of two tables',
    `select 1 from surveys.survey s join surveys.form_of f on true join surveys.edition e on e.id = s.id where s.${here}`,
    'surveys.edition without a constant for its district',
  ],
  [
    'a district out of a list of rows',
    'select 1 from unnest($1, $2) as u (district, id) join surveys.survey s on s.district_code = u.district',
    'surveys.survey without a constant for its district',
  ],
  [
    'a row whose district comes from another',
    'insert into platform.feed (district_code) select s.district_code from surveys.survey s where s.district_code = $1 on conflict do nothing',
    'platform.feed without a constant for its district',
  ],
  ['everything at once', 'delete from platform.feed', 'platform.feed without a constant for its district'],
  ['what a setting reads otherwise', "select length('a\\b')", "a backslash in a plain text: say E'…'"],
  ['an array with nothing in it', "select '{1,NULL}'::int[]", 'null within the text of an array'],
  ['a comparison with null', 'select 1 where $1 = null', 'compares with null: say is null'],
  ['a day as a text', "select date '1/2/2001' - $1", 'a day or time as a text: pass a value'],
  ['a time as a text', "select '2001-01-01 00:00'::timestamptz", 'a day or time as a text: pass a value'],
])('it bites: %s', (_what, statement, fault) => {
  expect(statementFaults(statement, tables)).toContain(fault)
})

test('a fault in a source is found inside what surrounds it', () => {
  const source =
    'const f = async (tx) => { await sql`${fast}select id from surveys.survey where village_code = ${place}`.execute(tx) }'
  expect(faultsOf(source)).toHaveLength(1)
  expect(faultsOf(source.replace('village_code = ${place}', '${of(place)} and id = ${id}'))).toEqual([])
})
