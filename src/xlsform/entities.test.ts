// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// The entities sheet, as the ODK entities specification (2024.1 and 2025.1) wants it in the XForm.
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { answer, answerAt, opened, sent } from './engine.testing.ts'
import { workbookFrom } from './sheet.testing.ts'

function made(
  entities: string,
  survey = '| | text | nama | Nama | nama |\n| | integer | umur | Umur | umur |',
): string {
  const result = compile(workbookFrom(`| survey | type | name | label | save_to |\n${survey}\n${entities}`), {
    version: '1',
  })
  return result.ok ? result.xform : result.faults.map((each) => each.code).join(' ')
}

test('creating: an id when the form opens, a label, and each property on its bind', () => {
  const xform = made('| entities | dataset | label |\n| | warga | ${nama} |')
  expect(xform).toContain('<model odk:xforms-version="1.0.0" entities:entities-version="2024.1.0">')
  expect(xform).toContain('xmlns:entities="http://www.opendatakit.org/xforms/entities"')
  expect(xform).toContain('<entity dataset="warga" id="" create="1">\n<label/>\n</entity>')
  expect(xform).toContain('<bind nodeset="/data/nama" type="string" entities:saveto="nama"/>')
  expect(xform).toContain(
    '<bind nodeset="/data/meta/entity/label" type="string" readonly="true()" calculate="/data/nama"/>',
  )
  expect(xform).toContain('<bind nodeset="/data/meta/entity/@id" type="string" readonly="true()"/>')
  expect(xform).toContain(
    '<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" type="string" readonly="true()" value="uuid()"/>',
  )
})

test('creating on a condition', () => {
  const xform = made('| entities | list_name | label | create_if |\n| | warga | ${nama} | ${umur} > 5 |')
  expect(xform).toContain(
    '<bind nodeset="/data/meta/entity/@create" type="string" readonly="true()" calculate="/data/umur &gt; 5"/>',
  )
})

test('updating: the versions are read from the list, which becomes a file of the form', () => {
  const xform = made('| entities | list_name | entity_id |\n| | warga | ${nama} |')
  expect(xform).toContain(
    '<entity dataset="warga" id="" update="1" baseVersion="" trunkVersion="" branchId=""/>',
  )
  expect(xform).toContain(`calculate="instance('warga')/root/item[name=/data/nama]/__version"`)
  expect(xform).toContain(`calculate="instance('warga')/root/item[name=/data/nama]/__trunkVersion"`)
  expect(xform).toContain(`calculate="instance('warga')/root/item[name=/data/nama]/__branchId"`)
  expect(xform).toContain('<instance id="warga" src="jr://file-csv/warga.csv"/>')
  expect(xform).not.toContain('value="uuid()"')
})

test('creating or updating, whichever fits', async () => {
  const markdown = `
    | survey | type | name | label | save_to |
    | | select_one_from_file warga.csv | who | Siapa | |
    | | text | nama | Nama | nama |
    | entities | list_name | label | entity_id | create_if | update_if |
    | | warga | \${nama} | coalesce(\${who}, uuid()) | \${who} = '' | \${who} != '' |`
  const { root } = await opened(markdown, { 'warga.csv': 'name,label,__version\nabc,Sari,7\n' })
  answer(root, '/data/nama', 'Budi')
  expect(await sent(root)).toMatch(/<entity[^>]*create="true"[^>]*update="false"/)
  answer(root, '/data/who', 'abc')
  const xml = await sent(root)
  expect(xml).toMatch(/<entity[^>]* id="abc"/)
  expect(xml).toMatch(/update="true"/)
  expect(xml).toMatch(/baseVersion="7"/)
})

test('in a repeat: a fresh id for each line, versions by the line’s own answer', () => {
  const survey =
    '| | begin_repeat | anggota | Anggota | |\n| | text | nama | Nama | nama |\n| | end_repeat | | | |'
  const xform = made('| entities | list_name | label | repeat |\n| | warga | ${nama} | ${anggota} |', survey)
  expect(xform).toContain('entities:entities-version="2025.1.0"')
  expect(xform).toContain(
    '<anggota>\n<nama/>\n<meta>\n<entity dataset="warga" id="" create="1">\n<label/>\n</entity>\n</meta>\n</anggota>',
  )
  expect(xform).toContain(
    '<bind nodeset="/data/anggota/meta/entity/label" type="string" readonly="true()" calculate="../../../nama"/>',
  )
  expect(xform).toContain(
    '<setvalue event="odk-instance-first-load odk-new-repeat" ref="/data/anggota/meta/entity/@id"',
  )
  const updating = made(
    '| entities | list_name | entity_id | repeat |\n| | warga | ${nama} | ${anggota} |',
    survey,
  )
  expect(updating).toContain(`item[name=current()/../../../nama]/__version"`)
})

test('a household and its members at once', async () => {
  const { root, model } = await opened(`
    | survey | type | name | label | save_to |
    | | text | kepala | Kepala | keluarga#kepala |
    | | begin_repeat | anggota | Anggota | |
    | | text | nama | Nama | warga#nama |
    | | end_repeat | | | |
    | entities | list_name | label | repeat |
    | | keluarga | \${kepala} | |
    | | warga | \${nama} | \${anggota} |`)
  answer(root, '/data/kepala', 'Sari')
  answer(root, '/data/anggota[1]/nama', 'Budi')
  const xml = await sent(root)
  expect(xml.match(/<entity /g)).toHaveLength(2)
  expect(model.entities.map((each) => [each.dataset, each.properties])).toEqual([
    ['keluarga', { kepala: '/data/kepala' }],
    ['warga', { nama: '/data/anggota/nama' }],
  ])
})

test.each([
  [
    'two rows for one form',
    '| entities | list_name | label |\n| | a | ${nama} |\n| | b | ${nama} |',
    /entity-twice/,
  ],
  [
    'update without an id',
    '| entities | list_name | label | update_if |\n| | a | ${nama} | true() |',
    /entity-id-missing/,
  ],
  [
    'id and create without update',
    '| entities | list_name | label | entity_id | create_if |\n| | a | x | ${nama} | true() |',
    /entity-update-missing/,
  ],
  ['a reserved list name', '| entities | list_name | label |\n| | __a | ${nama} |', /dataset-reserved/],
  ['a list name with a dot', '| entities | list_name | label |\n| | a.b | ${nama} |', /dataset-name/],
  [
    'a repeat that is a question',
    '| entities | list_name | label | repeat |\n| | a | ${nama} | ${umur} |',
    /entity-repeat-kind/,
  ],
])('%s is refused', (_, entities, expected) => expect(made(entities)).toMatch(expected))

test.each([
  ['a reserved property', '| | text | nama | Nama | name |', /save-to-reserved/],
  ['a property twice', '| | text | a | A | p |\n| | text | nama | N | p |', /save-to-twice/],
  [
    'a group',
    '| | begin_group | g | G | p |\n| | text | nama | N | |\n| | end_group | | | |',
    /save-to-group/,
  ],
])('save_to on %s is refused', (_, survey, expected) =>
  expect(made('| entities | list_name | label |\n| | warga | ${nama} |', survey)).toMatch(expected),
)

test('a repeat that goes on while people say there is more', async () => {
  const { root } = await opened(`
    | survey | type | name | label | repeat_count |
    | | begin_repeat | r | Anggota | if(count(\${r}) = 0 or \${r}[position() = last()]/more = 'yes', count(\${r}) + 1, count(\${r})) |
    | | select_one yn | more | Masih ada? | |
    | | end_repeat | | | |
    | choices | list_name | name | label |
    | | yn | yes | Ya |
    | | yn | no | Tidak |`)
  expect(answerAt(root, '/data/r_count')).toMatch(/\d/)
})

test('functions that look at the form: names of choices, positions, lists', async () => {
  const { root } = await opened(`
    | survey | type | name | label | calculation | trigger |
    | | select_multiple c | a | A | | |
    | | calculate | first | | jr:choice-name(selected-at(\${a}, 0), '\${a}') | |
    | | calculate | many | | count-selected(\${a}) | |
    | | begin_repeat | r | R | | |
    | | text | x | X | | |
    | | calculate | at | | position(..) | |
    | | text | y | Y | concat('y', \${x}) | \${x} |
    | | end_repeat | | | | |
    | | calculate | all | | join(', ', \${x}) | |
    | choices | list_name | name | label |
    | | c | 1 | Satu |
    | | c | 2 | Dua |`)
  answer(root, '/data/a', ['2', '1'])
  const range = root.currentState.children.find((each) => each.nodeType === 'repeat-range:uncontrolled')
  if (range?.nodeType === 'repeat-range:uncontrolled') range.addInstances()
  answer(root, '/data/r[1]/x', 'p')
  answer(root, '/data/r[2]/x', 'q')
  expect(answerAt(root, '/data/many')).toBe('2')
  expect(answerAt(root, '/data/r[2]/at')).toBe('2')
  expect(answerAt(root, '/data/r[2]/y')).toBe('yq')
  expect(answerAt(root, '/data/r[1]/y')).toBe('yp')
  expect(answerAt(root, '/data/all')).toBe('p, q')
  expect(answerAt(root, '/data/first')).toMatch(/Satu|Dua/)
})
