// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Workbooks as files: what is read, what is refused, and that writing and reading again changes nothing.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { growth, inProportion } from '../kernel/growth.testing.ts'
import { workbookOf } from './canonical.ts'
import { compile } from './compile.ts'
import { readWorkbook, WorkbookRefused } from './read-workbook.ts'
import { workbookFrom } from './sheet.testing.ts'
import { sheetFactsOf } from './sheet-facts.ts'
import { cellText, columnLetter, limits, type Workbook } from './workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(bytes)
    return ''
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.fault.code
    throw error
  }
}

function zipOf(parts: Record<string, string | Buffer>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    zip.outputStream.on('error', reject)
  })
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** An .xlsx written by hand, to hold what our own writer never writes. */
function xlsxOf(
  rows: string,
  more = '',
  shared = '',
  state = '',
  lies = 'worksheets/sheet1.xml',
): Promise<Uint8Array> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheet}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheet}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="survey" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="${lies}"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    [`xl/${lies}`]: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${more}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>`,
  })
}
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`

test('what is no .xlsx is refused with the reason', async () => {
  expect(await refusal(new Uint8Array())).toBe('file-empty')
  expect(await refusal(new TextEncoder().encode('type,name,label\ntext,a,A'))).toBe('file-not-xlsx')
  expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('file-old-excel')
  expect(await refusal(new TextEncoder().encode('PK\u0003\u0004 and no more'))).toBe('file-broken')
  expect(await refusal(new Uint8Array(limits.fileBytes + 1))).toBe('file-too-large')
  expect(await refusal(await zipOf({ 'hello.txt': 'no workbook' }))).toBe('file-broken')
})

test('a truncated file is refused', async () => {
  const bytes = await writeWorkbook(workbookFrom('| survey | type | name | label |\n| | text | a | A |'))
  expect(await refusal(bytes.slice(0, bytes.length / 2))).toBe('file-broken')
})

test('a small file that would unpack to gigabytes is refused before it is opened', async () => {
  const bomb = await zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(100_000) })
  const entry = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, 4_000_000_000, true)
  expect(await refusal(bomb)).toBe('file-too-large')
})

test('one cell in the last corner of a sheet does not fill the memory', async () => {
  const far = `<row r="1">${text('A1', 'type')}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
  expect(await refusal(await xlsxOf(far))).toBe('too-many-cells')
  const coloured = `<row r="1">${text('A1', 'type')}</row><row r="90000"><c r="XFD90000" s="0"/></row>`
  expect((await readWorkbook(await xlsxOf(coloured))).sheets[0]?.rows).toEqual([['type']])
})

test('nor does one that says in another way where it stands, or that lies elsewhere', async () => {
  const first = `<row r="1">${text('A1', 'type')}</row>`
  const row = (cell: string, at = '1000') => `${first}<row r="${at}"><c ${cell}><v>1</v></c></row>`
  const here = (rows: string, lies?: string) => xlsxOf(rows, '', '', '', lies).then(refusal)
  for (const cell of ["r='XFD1000'", `z="${'a'.repeat(400)}" r="XFD1000"`])
    expect(await here(row(cell)), cell).toBe('too-many-cells')
  expect(await here(row('r="XFD1000"'), 'elsewhere/sheet1.xml')).toBe('too-many-cells')
  const unclear = ['z=">" r="XFD1000"', 'r="xfd1000"', 'r="&#88;FD1000"', 'r="XFD0000001000"', 'r="AAAA1000"']
  for (const cell of [...unclear, 'r="A1000" r="XFD1000"', 'z:r="XFD1000" r="A1000"'])
    expect(await here(row(cell)), cell).toBe('file-broken')
  for (const rows of [row('r="XFD2"'), `${first}<row r="2e5"/>`, `${first}<row r="1048577"/>`])
    expect(await here(rows), rows).toBe('file-broken')
  expect(await here(`${first}<row r="1048576" spans="1:3" x:dyDescent="0.25"/>`)).toBe('')
})

test('formulas give their result, rich text its letters, numbers and truths their words; rows keep their numbers', async () => {
  const rows = [
    `<row r="1">${text('A1', 'type')}${text('B1', 'name')}<c r="C1" t="s"><v>0</v></c>${text('D1', 'required')}${text('E1', 'default')}</row>`,
    `<row r="4"><c r="A4" t="str"><f>"te"&amp;"xt"</f><v>text</v></c>${text('B4', ' a ')}<c r="C4"><v>12</v></c><c r="D4" t="b"><v>1</v></c><c r="E4"><v>0.30000000000000004</v></c></row>`,
  ]
  const shared = '<si><r><rPr><b/></rPr><t>la</t></r><r><t>bel</t></r></si>'
  const workbook = await readWorkbook(await xlsxOf(rows.join(''), '', shared))
  const made = compile(workbook, { version: '1' })
  expect(made.ok && made.xform).toContain('<bind nodeset="/data/a" type="string" required="true()"/>')
  expect(made.ok && made.xform).toContain('<label>12</label>')
  expect(made.ok && made.xform).toContain('<a>0.3</a>')
  expect(made.ok && made.model.items[0]?.row).toBe(4)
})

test('headings merged with a title above are found', async () => {
  const rows = [
    `<row r="1">${text('A1', 'Survei Rumah Tangga 2026')}</row>`,
    `<row r="2">${text('A2', 'type')}${text('B2', 'name')}${text('C2', 'label')}</row>`,
    `<row r="3">${text('A3', 'text')}${text('B3', 'a')}${text('C3', 'A')}</row>`,
  ]
  const workbook = await readWorkbook(
    await xlsxOf(rows.join(''), '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'),
  )
  expect(compile(workbook).ok).toBe(true)
})

test('cells become the text that a person meant', () => {
  expect(cellText(3)).toBe('3')
  expect(cellText(1e20)).toBe('100000000000000000000')
  expect(cellText(0.1 + 0.2)).toBe('0.3')
  expect(cellText(true)).toBe('TRUE')
  expect(cellText(new Date(Date.UTC(2012, 10, 21)))).toBe('2012-11-21')
  expect(cellText(new Date(Date.UTC(2012, 10, 21, 8, 30)))).toBe('2012-11-21T08:30:00')
  expect(cellText(' \u200bna\u00a0ma\u0000 ')).toBe('na ma')
  expect(cellText('🏠 \ud83c')).toBe('🏠')
  expect([0, 25, 26, 701].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ'])
})

test('a label that Excel made a day of is told, and a day where one is asked for is not', () => {
  const day = new Date(Date.UTC(2012, 2, 5))
  const rows = [
    ['type', 'name', 'label', 'default'],
    ['text', 'a', day, null],
    ['date', 'b', 'B', day],
  ]
  const made = compile({ sheets: [{ name: 'survey', rows }] })
  const told = made.warnings.filter(({ code }) => code === 'cell-date')
  expect(told.map(({ row, column }) => [row, column])).toEqual([[2, 'label']])
})

test('written and read again, a form compiles to the very same XForm; its canonical form too', async () => {
  const workbook = workbookFrom(`
    | Survey | Type | tag | caption::Bahasa Indonesia (id) | label:English (en) | relevance | bind::jr:constraintMsg::English (en) |
    | | | | | | | |
    | | Select one from yn or specify other | a | Apa? | What? | | |
    | | note | | Halo | Hello | \${a} = 'yes' | no |
    | | begin repeat | r | R | R | | |
    | | photo | b | Foto | Photo | | |
    | | end repeat | | | | | |
    | choices | list name | value | label::Bahasa Indonesia (id) | label::English (en) | geometry |
    | | yn | yes | Ya | Yes | 1 |
    | | yn | no | Tidak | No | 2 |
    | settings | set form title | set form id | version | style |
    | | Judul & lain | formulir | 2 | pages |`)
  const first = compile(workbook)
  const again = compile(await readWorkbook(await writeWorkbook(workbook)))
  const canonical = workbookOf(workbook)
  const third = compile(await readWorkbook(await writeWorkbook(canonical)))
  expect(first.ok).toBe(true)
  expect(again.ok && again.xform).toBe(first.ok && first.xform)
  expect(third.ok && third.xform).toBe(first.ok && first.xform)
  expect(canonical.sheets[0]?.rows[0]?.slice(0, 3)).toEqual(['type', 'name', 'label::Bahasa Indonesia (id)'])
  expect(canonical.sheets[0]?.rows[2]?.[0]).toBe('select_one yn or_other')
  expect(third.warnings.filter((each) => each.code.endsWith('forgiven'))).toEqual([])
})

test('ten thousand choices compile and stay in order', () => {
  const rows: Workbook['sheets'][number]['rows'] = [['list_name', 'name', 'label', 'kec']]
  for (let index = 0; index < 10_000; index++)
    rows.push(['desa', `d${index}`, `Desa ${index}`, `k${index % 70}`])
  const made = compile({
    sheets: [
      {
        name: 'survey',
        rows: [
          ['type', 'name', 'label', 'choice_filter'],
          ['text', 'k', 'K', null],
          ['select_one desa', 'd', 'D', 'kec = ${k}'],
        ],
      },
      { name: 'choices', rows },
    ],
  })
  const [file] = made.ok ? made.made : []
  const lines = file?.text.split('\r\n') ?? []
  expect([file?.name, lines.length, lines[9999], lines[10_000]]).toEqual([
    ...['desa.csv', 10_002, 'd9998,Desa 9998,k58', 'd9999,Desa 9999,k59'],
  ])
})

test('more rows, columns or letters than anybody needs are refused', () => {
  const wide = Array.from({ length: limits.columns + 1 }, (_, index) => `c${index}`)
  const long = Array.from({ length: limits.surveyRows + 2 }, () => ['text'])
  const survey = (rows: Workbook['sheets'][number]['rows']): string[] => {
    const made = compile({ sheets: [{ name: 'survey', rows }] })
    return made.ok ? [] : made.faults.map((each) => each.code)
  }
  expect(
    survey([
      ['type', 'name', 'label', ...wide],
      ['text', 'a', 'A'],
    ]),
  ).toContain('too-many-columns')
  expect(survey([['type', 'name', 'label'], ...long])).toContain('too-many-rows')
  expect(
    survey([
      ['type', 'name', 'label'],
      ['text', 'a'.repeat(101), 'A'],
    ]),
  ).toContain('name-too-long')
  expect(
    survey([
      ['type', 'name', 'label'],
      ['text', 'a', 'A'.repeat(10_001)],
    ]),
  ).toContain('text-too-long')
})

test('nothing of the house is imported: the folder could be published as it is', () => {
  const described = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
    dependencies: object
  }
  expect(Object.keys(described.dependencies)).toEqual(['read-excel-file', 'write-excel-file'])
})

test('emoji that openpyxl wrote as numbers are read as themselves, in cells and in shared texts', async () => {
  const rows = [
    `<row r="1">${text('A1', 'type')}${text('B1', 'name')}${text('C1', 'label')}</row>`,
    `<row r="2">${text('A2', 'text')}${text('B2', 'a')}${text('C2', 'Y &#128274; &#x1F600; &amp; &#43415; &#65;')}</row>`,
    `<row r="3">${text('A3', 'text')}${text('B3', 'b')}<c r="C3" t="s"><v>0</v></c></row>`,
  ]
  const workbook = await readWorkbook(await xlsxOf(rows.join(''), '', '<si><t>Sandi &#128273;</t></si>'))
  expect(workbook.sheets[0]?.rows.slice(1).map((row) => row[2])).toEqual(['Y 🔒 😀 & ꦗ A', 'Sandi 🔑'])
})

test('a time of day that Excel keeps as a part of a day stays a time', async () => {
  const time = new Date(Date.UTC(1899, 11, 30, 9, 30))
  expect(cellText(time)).toBe('09:30:00')
  expect(cellText(new Date(time.valueOf() - 1))).toBe('09:30:00')
  const sheets = [
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label', 'default'],
        ['time', 'a', 'A', time],
      ],
    },
  ]
  const made = compile(await readWorkbook(await writeWorkbook({ sheets })))
  expect(made.ok && made.xform).toContain('<a>09:30:00</a>')
})

test('a formula without a result, and a hidden sheet, are told', async () => {
  const formula = (at: string, rest: string) => `<c r="${at}"${rest}</c>`
  const rows = `<row r="2">${[
    formula('A2', '><f>1+1</f>'),
    formula('B2', ' s="1"><f>1+1</f><v></v>'),
    formula('C2', '><f t="shared" si="0"/><v/>'),
    formula('D2', ' t="str"><f>""</f><v></v>'),
    formula('E2', '><f>1+1</f><v>2</v>'),
    text('F2', 'a'),
    formula('G2', ' t="e"><f>1/0</f><v>#DIV/0!</v>'),
  ].join('')}</row>`
  const { sheets } = await readWorkbook(await xlsxOf(rows))
  expect(sheets[0]?.noResult?.map(({ row, column }) => [row, column])).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 6],
  ])
  expect(sheets[0]?.hidden).toBeUndefined()
  const hidden = await xlsxOf(rows, '', '', ' state="veryHidden"')
  expect((await readWorkbook(hidden)).sheets[0]?.hidden).toBe(true)
})

test('rows that a filter hid are read, and counted', async () => {
  const row = (at: number, told: string) => `<row r="${at}"${told}>${text(`A${at}`, 'a')}</row>`
  const filtered = [
    row(1, ''),
    row(2, ' spans="1:1" hidden="1"'),
    row(3, ' hidden="0"'),
    row(4, ' hidden="true" ht="12"'),
  ]
  const { sheets } = await readWorkbook(await xlsxOf(filtered.join('')))
  expect([sheets[0]?.rows.length, sheets[0]?.hiddenRows]).toEqual([4, 2])
})

test('spaces without end between a formula and what should follow tire nobody', () => {
  const part = (name: string) => ({ name, unpacked: 0, method: 0, crc: 0, bytes: new Uint8Array() })
  const facts = (length: number) =>
    sheetFactsOf(
      new Map([
        [part('xl/workbook.xml'), '<sheet name="survey" r:id="rId1"/>'],
        [part('xl/_rels/workbook.xml.rels'), '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'],
        [part('xl/worksheets/sheet1.xml'), `<c r="A1"><f>1</f>${' '.repeat(length)}<x/></c>`],
      ]),
    )
  expect(facts(10)).toEqual([{ hidden: false, hiddenRows: 0, noResult: [] }])
  expect(growth(facts, 20_000)).toBeLessThan(inProportion)
})
