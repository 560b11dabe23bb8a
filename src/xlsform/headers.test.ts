// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Every published heading, and what a cell under it becomes in the XForm.
import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { openXForm } from './engine.testing.ts'
import type { FormModel } from './model.ts'
import { workbookFrom } from './sheet.testing.ts'

const choices = '| choices | list_name | name | label |\n| | yn | yes | Ya |\n| | yn | no | Tidak |'

function made(markdown: string): { xform: string; model: FormModel; warnings: string[] } {
  const result = compile(
    workbookFrom(`${markdown}${markdown.includes('| choices ') ? '' : `\n${choices}`}`),
    { version: '1' },
  )
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return { ...result, warnings: result.warnings.map((each) => `${each.code} ${each.column}`) }
}
const one = (heading: string, cell: string, type = 'text'): string =>
  made(
    `| survey | type | name | label | ${heading} |\n| | text | a | A | |\n| | ${type} | q | Tanya | ${cell} |`,
  ).xform

describe('columns of survey', () => {
  test.each<[string, string, string]>([
    ['hint', 'Isi', '<hint>Isi</hint>'],
    ['guidance_hint', 'Lebih', '<value form="guidance">Lebih</value>'],
    ['relevant', "${a} = 'x'", `relevant="/data/a = 'x'"`],
    ['relevance', "${a} = 'x'", `relevant="/data/a = 'x'"`],
    ['bind::relevant', "${a} = 'x'", `relevant="/data/a = 'x'"`],
    ['bind:relevant', "${a} = 'x'", `relevant="/data/a = 'x'"`],
    ['required', 'yes', 'required="true()"'],
    ['required', 'TRUE', 'required="true()"'],
    ['required', "${a} = ''", `required="/data/a = ''"`],
    ['bind::required', 'true()', 'required="true()"'],
    ['required_message', 'Wajib', 'jr:requiredMsg="Wajib"'],
    ['required message', 'Wajib', 'jr:requiredMsg="Wajib"'],
    ['requiredMsg', 'Wajib', 'jr:requiredMsg="Wajib"'],
    ['read_only', 'yes', 'readonly="true()"'],
    ['readonly', 'yes', 'readonly="true()"'],
    ['constraint', '. != 1 and . < 5', 'constraint=". != 1 and . &lt; 5"'],
    ['constraint_message', 'Salah "itu"', 'jr:constraintMsg="Salah &quot;itu&quot;"'],
    ['constraint message', 'Salah', 'jr:constraintMsg="Salah"'],
    ['constraining message', 'Salah', 'jr:constraintMsg="Salah"'],
    ['bind::jr:constraintMsg', 'Salah', 'jr:constraintMsg="Salah"'],
    ['calculation', '${a} + 1', 'calculate="/data/a + 1"'],
    ['calculate', '${a} + 1', 'calculate="/data/a + 1"'],
    ['bind::calculate', '${a} + 1', 'calculate="/data/a + 1"'],
    ['default', 'halo', '<q>halo</q>'],
    ['default', 'now()', '<setvalue event="odk-instance-first-load" ref="/data/q" value="now()"/>'],
    ['appearance', 'multiline', 'appearance="multiline"'],
    ['control::appearance', 'multiline', 'appearance="multiline"'],
    ['body::appearance', 'multiline', 'appearance="multiline"'],
    ['body::accept', '.pdf', 'accept=".pdf"'],
    ['body::foo', '1', '<input ref="/data/q" foo="1">'],
    ['bind::odk:length', '50', 'odk:length="50"'],
    ['bind::type', 'int', '<bind nodeset="/data/q" type="int"/>'],
    ['instance::odk:tag', 'x', '<q odk:tag="x"/>'],
    ['compact_tag', 'x', '<q odk:tag="x"/>'],
    ['no_app_error_string', 'Tidak ada', 'jr:noAppErrorString="Tidak ada"'],
    ['rows', '4', 'rows="4"'],
    ['autoplay', 'audio', 'autoplay="audio"'],
    ['image', 'a.png', '<value form="image">jr://images/a.png</value>'],
    ['media::image', 'a.png', '<value form="image">jr://images/a.png</value>'],
    ['media::big-image', 'b.png', '<value form="big-image">jr://images/b.png</value>'],
    ['big-image', 'b.png', '<value form="big-image">jr://images/b.png</value>'],
    ['media::audio', 'a.mp3', '<value form="audio">jr://audio/a.mp3</value>'],
    ['media:video', 'a.mp4', '<value form="video">jr://video/a.mp4</value>'],
  ])('%s: %s', async (heading, cell, expected) => {
    const xform = one(heading, cell)
    expect(xform).toContain(expected)
    await openXForm(xform)
  })

  test('a trigger moves the calculation into the question that sets it off', () => {
    const { xform } = made(
      '| survey | type | name | label | trigger | calculation |\n| | text | a | A | | |\n| | calculate | b | | ${a} | now() |',
    )
    expect(xform).toContain('<setvalue event="xforms-value-changed" ref="/data/b" value="now()"/>\n</input>')
    expect(xform).toContain('<bind nodeset="/data/b" type="string"/>')
  })

  test('other names for type, name and label; rows that are switched off are left out', () => {
    const { xform, warnings } = made(
      '| survey | command | tag | caption | disabled |\n| | text | a | A | |\n| | text | b | B | yes |',
    )
    expect(xform).toContain('<label>A</label>')
    expect(xform).not.toContain('<label>B</label>')
    expect(warnings.filter((each) => each.startsWith('column'))).toEqual([])
  })

  test('repeat_count by all its names', () => {
    for (const heading of ['repeat_count', 'count', 'jr:count', 'control::jr:count', 'body::jr:count']) {
      const { xform } = made(
        `| survey | type | name | label | ${heading} |\n| | integer | n | N | |\n| | begin_repeat | r | R | \${n} |\n| | text | a | A | |\n| | end_repeat | | | |`,
      )
      expect(xform).toContain('<repeat nodeset="/data/r" jr:count="/data/n">')
    }
  })
})

describe('languages', () => {
  test('double and single colons, with or without spaces, and the default language', async () => {
    const { xform, model, warnings } = made(`
      | survey | type | name | label::Bahasa Indonesia (id) | label:English (en) | hint :: English (en) | media::image::English (en) |
      | | text | a | Nama | Name | Full | en.png |
      | settings | default_language |
      | | English (en) |`)
    expect(xform).toContain('<translation lang="English (en)" default="true()">')
    expect(xform).toContain('<translation lang="Bahasa Indonesia (id)">')
    expect(xform).toContain('<label ref="jr:itext(\'/data/a:label\')"/>')
    expect(model.languages).toEqual(['Bahasa Indonesia (id)', 'English (en)'])
    expect(model.defaultLanguage).toBe('English (en)')
    expect(model.items[0]).toMatchObject({
      label: { 'Bahasa Indonesia (id)': 'Nama', 'English (en)': 'Name' },
    })
    expect(model.files).toEqual(['en.png'])
    expect(warnings).toContain('column-forgiven hint :: English (en)')
    expect(warnings).toContain('translation-column-missing hint::Bahasa Indonesia (id)')
    await openXForm(xform)
  })

  test('a label without a language beside one with a language is the default', () => {
    const { model, warnings } = made(
      '| survey | type | name | label | label::English |\n| | text | a | Nama | Name |',
    )
    expect(model.languages).toEqual(['default', 'English'])
    expect(warnings).toContain('language-without-code label::English')
  })

  test('answers of others inside labels, hints, messages and choices', async () => {
    const { xform } = made(`
      | survey | type | name | label | hint | constraint | constraint_message |
      | | text | a | A & B < C | | | |
      | | select_one c | b | Halo \${a}! | Ya \${a} | . != 'x' | Bukan \${a} |
      | choices | list_name | name | label | media::image |
      | | c | 1 | \${a} lagi | |
      | | c | 2 | dua | dua.jpg |`)
    expect(xform).toContain('<label>A &amp; B &lt; C</label>')
    expect(xform).toContain('<label>Halo <output value="/data/a"/>!</label>')
    expect(xform).toContain(`jr:constraintMsg="jr:itext('/data/b:jr:constraintMsg')"`)
    expect(xform).toContain('<value><output value="/data/a"/> lagi</value>')
    expect(xform).toContain('<itextId>c-1</itextId>\n<name>2</name>')
    await openXForm(xform)
  })
})

test('columns of choices: other names, and extra ones for filters', () => {
  for (const [list, name] of [
    ['list_name', 'name'],
    ['list name', 'value'],
    ['List-Name', 'NAME'],
  ]) {
    const { xform, model } = made(
      `| survey | type | name | label |\n| | select_one c | a | A |\n| choices | ${list} | ${name} | label | geometry | prov |\n| | c | 1 | Satu | 0 0 | jabar |`,
    )
    expect(xform).toContain(
      '<item>\n<name>1</name>\n<label>Satu</label>\n<geometry>0 0</geometry>\n<prov>jabar</prov>\n</item>',
    )
    expect(model.lists.c).toEqual([
      { name: '1', label: { '': 'Satu' }, media: {}, extra: { geometry: '0 0', prov: 'jabar' } },
    ])
  }
})

test('columns of settings', async () => {
  const { xform, model, warnings } = made(`
    | survey | type | name | label |
    | | text | a | A |
    | settings | form_title | form_id | version | style | instance_name | name | namespaces | attribute::esri:x | instance_xmlns | submission_url | sms_keyword |
    | | Judul & kawan | f-1 | 2026 | pages | \${a} | rumah | esri="http://esri.com/xforms" | 1 | http://example.org/x | https://example.org | k |`)
  expect(xform).toContain('<h:title>Judul &amp; kawan</h:title>')
  expect(xform).toContain('<rumah xmlns="http://example.org/x" id="f-1" version="2026" esri:x="1">')
  expect(xform).toContain('<h:body class="pages">')
  expect(xform).toContain('xmlns:esri="http://esri.com/xforms"')
  expect(xform).toContain(
    '<bind nodeset="/rumah/meta/instanceName" type="string" readonly="true()" calculate="/rumah/a"/>',
  )
  expect(model).toMatchObject({
    formId: 'f-1',
    version: '2026',
    title: 'Judul & kawan',
    root: '/rumah',
    named: true,
  })
  expect(warnings).toEqual(
    expect.arrayContaining(['setting-elsewhere submission_url', 'setting-ignored sms_keyword']),
  )
  for (const [title, id] of [
    ['title', 'id_string'],
    ['set form title', 'set form id'],
  ]) {
    const other = made(
      `| survey | type | name | label |\n| | text | a | A |\n| settings | ${title} | ${id} |\n| | T | i |`,
    )
    expect(other.model).toMatchObject({ title: 'T', formId: 'i', version: '1' })
  }
})

test('allow_choice_duplicates lets a list name one thing in several places', () => {
  const sheet =
    '| survey | type | name | label | choice_filter |\n| | text | p | P | |\n| | select_one c | a | A | prov = ${p} |\n| choices | list_name | name | label | prov |\n| | c | 1 | X | jabar |\n| | c | 1 | Y | jateng |'
  expect(() => made(sheet)).toThrow(/choice-twice/)
  expect(made(`${sheet}\n| settings | allow_choice_duplicates |\n| | yes |`).model.lists.c).toHaveLength(2)
})

test('what is about a person is marked, unless the sheet says otherwise', () => {
  const { model } = made(`
    | survey | type | name | label | personal | calculation |
    | | text | pekerjaan | Kerja | no | |
    | | text | keterangan | Ket | | |
    | | integer | nik | NIK | | |
    | | integer | jumlah_kk | Jumlah KK | | |
    | | integer | umur | Umur | | |
    | | select_one yn | disabilitas | Dis | specific | |
    | | select_one yn | listrik | Listrik | | |
    | | date | tanggal_lahir | Lahir | | |
    | | date | tanggal_kunjungan | Kunjungan | | |
    | | geopoint | titik | Titik | | |
    | | calculate | sapa | | | concat('Bu ', \${keterangan}) |
    | | calculate | sapa2 | | | \${sapa} |
    | | calculate | dua | | | \${umur} * 2 |
    | | username | username | | | |
    | | today | hari | | | |`)
  const marks = model.items.map((item) => (item.kind === 'question' ? `${item.name} ${item.privacy}` : ''))
  expect(marks).toEqual([
    'pekerjaan open',
    'keterangan personal',
    'nik personal',
    'jumlah_kk open',
    'umur open',
    'disabilitas specific',
    'listrik open',
    'tanggal_lahir personal',
    'tanggal_kunjungan open',
    'titik personal',
    'sapa personal',
    'sapa2 personal',
    'dua open',
    'username personal',
    'hari open',
  ])
})
