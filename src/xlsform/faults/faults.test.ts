// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// The mistakes beginners make: each is told with its place and its mend, and none stops the others from being told.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import type { Fault } from '../model.ts'
import { workbookFrom } from '../sheet.testing.ts'
import { faultCodes, faultPlace, faultSentence } from './fault-texts.ts'

function compiled(markdown: string): { faults: Fault[]; warnings: Fault[] } {
  const made = compile(workbookFrom(markdown), { version: '1' })
  return { faults: made.ok ? [] : made.faults, warnings: made.warnings }
}
const told = (fault: Fault): string => `${fault.code} ${fault.sheet}:${fault.row}:${fault.column}`
const faultsOf = (markdown: string): string[] => compiled(markdown).faults.map(told)
const warningsOf = (markdown: string): string[] => compiled(markdown).warnings.map(told)

const yn = '| choices | list_name | name | label |\n| | yn | yes | Ya |\n| | yn | no | Tidak |'
const rows = (columns: string, ...lines: string[]): string =>
  [`| survey | type | name | label | ${columns} |`, ...lines.map((line) => `| | ${line} |`), yn].join('\n')

describe('rows of the survey sheet', () => {
  test.each<[string, string, string]>([
    ['no type', rows('', '| a | A'), 'type-missing survey:2:type'],
    ['no name', rows('', 'text | | Nama Kepala KK'), 'name-missing survey:2:name'],
    ['an unknown type', rows('', 'integr | a | A'), 'type-unknown survey:2:type'],
    ['a select without a list', rows('', 'select_one | a | A'), 'type-list-missing survey:2:type'],
    ['a name with spaces', rows('', 'text | nama kk | A'), 'name-spaces survey:2:name'],
    ['a name that begins with a digit', rows('', 'text | 1a | A'), 'name-start survey:2:name'],
    ['a name with a sign', rows('', 'text | a&b | A'), 'name-characters survey:2:name'],
    ['a name twice', rows('', 'text | a | A', 'integer | a | B'), 'name-twice survey:3:name'],
    [
      'a group that is not ended',
      rows('', 'begin_group | g | G', 'text | a | A'),
      'begin-without-end survey:2:type',
    ],
    [
      'an end without a beginning',
      rows('', 'text | a | A', 'end_group | |'),
      'end-without-begin survey:3:type',
    ],
    [
      'a group ended as a repeat',
      rows('', 'begin_group | g | G', 'text | a | A', 'end_repeat | |'),
      'end-mismatch survey:4:type',
    ],
    ['a list that is not there', rows('', 'select_one ynn | a | A'), 'list-unknown survey:2:type'],
    ['a file nobody reads', rows('', 'select_one_from_file a.xlsx | a | A'), 'file-extension survey:2:type'],
    [
      'a calculate without a formula',
      rows('', 'calculate | a |'),
      'calculation-missing survey:2:calculation',
    ],
    ['a loop', rows('', 'begin loop over yn | a |'), 'type-unsupported survey:2:type'],
    [
      'or_other with a filter',
      rows('choice_filter', 'select_one yn or_other | a | A | true()'),
      'other-with-filter survey:2:choice_filter',
    ],
    [
      'parameters without =',
      rows('parameters', 'range | a | A | start 0'),
      'parameters-written survey:2:parameters',
    ],
    [
      'a range that goes nowhere',
      rows('parameters', 'range | a | A | step=0'),
      'range-step survey:2:parameters',
    ],
    [
      'a trigger without ${}',
      rows('trigger | calculation', 'text | a | A', 'text | b | B | a | 1'),
      'trigger-written survey:3:trigger',
    ],
    [
      'a trigger nobody sees',
      rows('trigger | calculation', 'hidden | a |', 'text | b | B | ${a} | 1'),
      'trigger-hidden survey:3:trigger',
    ],
    [
      'save_to without entities',
      rows('save_to', 'text | a | A | nama'),
      'save-to-without-entity survey:2:save_to',
    ],
  ])('%s', (_, markdown, expected) => expect(faultsOf(markdown)).toEqual([expected]))
})

describe('expressions', () => {
  const relevant = (expression: string): string =>
    rows('relevant', 'select_one yn | a | A |', `text | b | B | ${expression}`)
  test.each<[string, string, string]>([
    ['a name that is not there', "${umr} = 'yes'", 'reference-unknown'],
    ['== as in other languages', "${a} == 'yes'", 'xpath-symbol'],
    ['&& as in other languages', "${a} = 'yes' && ${a} = 'no'", 'xpath-symbol'],
    ['<> as in Excel', "${a} <> 'yes'", 'xpath-symbol'],
    ['AND in capitals', "${a} = 'yes' AND ${a} = 'no'", 'xpath-symbol'],
    ['"and" in quotes', `\${a} = 'yes' "and" \${a} = 'no'`, 'xpath-symbol'],
    ['; between arguments', "if(${a} = 'yes'; 1; 2)", 'xpath-symbol'],
    ['a bracket left open', "(${a} = 'yes'", 'xpath-bracket-open'],
    ['a bracket too many', "${a} = 'yes')", 'xpath-bracket-extra'],
    ['a quote left open', "${a} = 'yes", 'xpath-quote-open'],
    ['nothing after =', '${a} =', 'xpath-value-missing'],
    ['two values side by side', "${a} 'yes'", 'xpath-operator-missing'],
    ['an unknown function', "selectd(${a}, 'yes')", 'xpath-function-unknown'],
    ['too few arguments', 'selected(${a})', 'xpath-arguments'],
    ['$name without brackets', "$a = 'yes'", 'reference-written'],
    ['{name} without $', "{a} = 'yes'", 'reference-written'],
    ['an empty ${}', "${} = 'yes'", 'reference-empty'],
    ['last-saved of nothing', "${last-saved#c} = 'yes'", 'reference-unknown'],
    ['a list that is not there', "instance('y')/root/item = 'x'", 'instance-unknown'],
    ['an IF in capitals', "IF(${a} = 'yes', 1, 2) = 1", 'xpath-function-unknown'],
  ])('%s', (_, expression, code) => {
    expect(faultsOf(relevant(expression))).toEqual([`${code} survey:3:relevant`])
  })

  test('the nearest name, type, list and function are suggested', () => {
    const made = compiled(
      rows('relevant', 'select_one ynn | umur | A |', "integr | b | B | selectd(${umr}, 'yes')"),
    )
    const said = made.faults.map((fault) => fault.facts.suggestion)
    expect(said).toEqual(['integer', 'yn', 'selected'])
  })

  test('curly quotes, a leading = and a slip in case are forgiven', () => {
    const made = compiled(rows('relevant', 'select_one yn | Umur | A |', 'text | b | B | =${umur} = ‘yes’'))
    expect(made.faults).toEqual([])
    expect(made.warnings.map((each) => each.code)).toEqual(
      expect.arrayContaining(['quotes-curly', 'equals-leading', 'reference-forgiven']),
    )
  })

  test('a reference inside quotes is pointed out, save where jr:choice-name wants it', () => {
    expect(warningsOf(relevant("concat('x', '${a}') = 'x'"))).toContain('reference-quoted survey:3:relevant')
    expect(warningsOf(relevant("jr:choice-name(${a}, '${a}') = 'Ya'"))).not.toContain(
      'reference-quoted survey:3:relevant',
    )
  })

  test('a value that is no choice, and a word without quotes, are pointed out', () => {
    expect(warningsOf(relevant("${a} = 'yess'"))).toContain('value-not-in-list survey:3:relevant')
    expect(warningsOf(relevant("selected(${a}, 'maybe')"))).toContain('value-not-in-list survey:3:relevant')
    expect(faultsOf(relevant('${a} = yes'))).toEqual(['word-bare survey:3:relevant'])
    expect(warningsOf(relevant("${a} = 'yes' or ${a} = ''"))).not.toContain(
      'value-not-in-list survey:3:relevant',
    )
  })
})

describe('circles', () => {
  const circle = (...lines: string[]): string => rows('calculation | relevant', ...lines)
  test.each<[string, string, string]>([
    [
      'of two calculations',
      circle('calculate | a | | ${b} + 1', 'calculate | b | | ${a} + 1'),
      'cycle survey:2:calculation',
    ],
    ['of a calculation with itself', circle('calculate | a | | ${a} + 1'), 'cycle survey:2:calculation'],
    ['of a condition with its own question', circle("text | a | A | | ${a} = ''"), 'cycle survey:2:relevant'],
    [
      'of a group with a question inside',
      circle("begin_group | g | G | | ${a} = ''", 'text | a | A', 'end_group | |'),
      'cycle survey:2:relevant',
    ],
    [
      'of a calculation and a condition',
      circle('calculate | a | | ${b}', "text | b | B | | ${a} != 'x'"),
      'cycle survey:2:calculation',
    ],
    [
      'of three',
      circle('calculate | a | | ${b}', 'calculate | b | | ${c}', 'calculate | c | | ${a}'),
      'cycle survey:2:calculation',
    ],
  ])('%s', (_, markdown, expected) => expect(faultsOf(markdown)).toEqual([expected]))

  test('two questions that hide each other, and a constraint on the own answer, are no circle', () => {
    const made = compiled(circle("text | a | A | | ${b} = ''", "text | b | B | | ${a} = ''"))
    expect(made.faults).toEqual([])
    expect(made.warnings.map((each) => each.code)).toContain('cycle-conditions')
    expect(faultsOf(rows('constraint', "text | a | A | ${a} != 'x' and . != 'y'"))).toEqual([])
  })
})

describe('choices, settings and sheets', () => {
  const survey = '| survey | type | name | label | choice_filter |\n| | select_one c | a | A | prov = 1 |'
  test.each<[string, string, string[]]>([
    ['no survey sheet', '| Sheet1 | type | name |', ['sheet-missing survey:null:null']],
    ['an empty survey sheet', '| survey | |', ['sheet-empty survey:null:null']],
    ['only headings', '| survey | type | name | label |', ['survey-empty survey:1:null']],
    ['no type column', '| survey | name | label |\n| | a | A |', ['column-missing survey:1:type']],
    [
      'a column twice',
      '| survey | type | name | label | relevant | relevance |\n| | text | a | A | 1 = 1 | 1 = 2 |',
      ['column-twice survey:1:relevance'],
    ],
    [
      'a filter on a column that is not there',
      `${survey}\n| choices | list_name | name | label | Prov |\n| | c | 1 | X | 1 |`,
      ['filter-column-unknown survey:2:choice_filter'],
    ],
    [
      'a choice twice',
      `${yn.replace('| no |', '| yes |')}\n| survey | type | name | label |\n| | select_one yn | a | A |`,
      ['choice-twice choices:3:name'],
    ],
    [
      'a choice without a name',
      `${yn.replace('| no |', '| |')}\n| survey | type | name | label |\n| | select_one yn | a | A |`,
      ['choice-name-missing choices:3:name'],
    ],
    [
      'a choice with spaces, of which several may be chosen',
      `${yn.replace('| no |', '| no way |')}\n| survey | type | name | label |\n| | select_multiple yn | a | A |`,
      ['choice-spaces-many choices:3:name'],
    ],
    [
      'an encryption key',
      `${rows('', 'text | a | A')}\n| settings | public_key |\n| | MIIB |`,
      ['encryption-unsupported settings:2:public_key'],
    ],
    [
      'two entities in one place',
      `${rows('', 'text | a | A')}\n| entities | list_name | label |\n| | x | ${'${a}'} |\n| | y | ${'${a}'} |`,
      ['entity-twice entities:3:list_name'],
    ],
    [
      'an entity without a label',
      `${rows('', 'text | a | A')}\n| entities | list_name |\n| | x |`,
      ['entity-label-missing entities:2:label'],
    ],
  ])('%s', (_, markdown, expected) => expect(faultsOf(markdown)).toEqual(expected))

  test('what is odd but harmless is a warning', () => {
    const said = warningsOf(`
      | Survey | Type | name | LABEL | hints | note |
      | | Text | a | | | x |
      | | text | b | B | | |
      | choices | list name | name | label |
      | | unused | 1 | X |
      | settings | form_title |
      | | Judul |`)
    expect(said).toEqual(
      expect.arrayContaining([
        'sheet-forgiven Survey:null:null',
        'column-forgiven Survey:1:LABEL',
        'column-unknown Survey:1:hints',
        'column-unknown Survey:1:note',
        'type-forgiven Survey:2:Type',
        'label-missing Survey:2:LABEL',
        'list-unused choices:2:list_name',
        'form-id-missing settings:2:form_id',
        'version-missing settings:2:version',
      ]),
    )
  })

  test('a title above the headings is stepped over, and rows are still counted as in Excel', () => {
    const made = compiled(`
      | survey | Survei Rumah Tangga | | |
      | | | | |
      | | type | name | label |
      | | txt | a | A |`)
    expect(made.faults.map(told)).toEqual(['type-unknown survey:4:type'])
    expect(made.warnings.map((each) => each.code)).toContain('heading-not-first')
  })
})

test('every code that the compiler can give has its sentences, and no sentence is left over', () => {
  const folder = new URL('..', import.meta.url)
  const files = ['.', 'faults', 'lists', 'xpath'].flatMap((part) =>
    readdirSync(new URL(`${part}/`, folder))
      .filter((name) => name.endsWith('.ts') && !/test|-texts/.test(name))
      .map((name) => `${part}/${name}`),
  )
  const source = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const given = /(?:fault|warn|XPathFault|WorkbookRefused)\(\s*(?:[^'()]*\? )?'([a-z][a-z-]+)'/g
  for (const [, code = ''] of source.matchAll(given)) expect(faultCodes).toContain(code)
  expect(faultCodes.filter((code) => !source.includes(`'${code}'`))).toEqual([])
})

test('every mistake is told at once, in sentences of both languages', () => {
  const { faults } = compiled(
    rows('relevant', 'integr | a b | A | ${c} == 1', 'text | | B |', 'begin_group | g | G |'),
  )
  expect(faults.map((each) => each.code).sort()).toEqual([
    'begin-without-end',
    'name-missing',
    'name-spaces',
    'type-unknown',
    'xpath-symbol',
  ])
  const first = faults.find((each) => each.code === 'type-unknown') as Fault
  expect(faultPlace(first, 'id')).toBe('survey, baris 2, kolom type')
  expect(faultSentence(first, 'id')).toBe(
    'Jenis “integr” tidak dikenal. Mungkin maksudnya “integer”. Periksa ejaannya.',
  )
  expect(faultSentence(first, 'en')).toBe(
    'Type “integr” is not known. You may mean “integer”. Check the spelling.',
  )
})
