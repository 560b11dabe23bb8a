// What ODK's engine makes of compiled forms: the meaning, not the letters.
import { expect, test } from 'vitest'
import {
  answer,
  answerAt,
  labelAt,
  nodeAt,
  opened,
  optionLabelsAt,
  optionsAt,
  relevantAt,
  sent,
  violationAt,
} from './engine.testing.ts'

test('a province narrows the list of cities', async () => {
  const { root } = await opened(`
    | survey |
    | | type | name | label | choice_filter |
    | | select_one prov | prov | Provinsi | |
    | | select_one kota | kota | Kota | prov = \${prov} |
    | choices | list_name | name | label | prov |
    | | prov | jabar | Jawa Barat | |
    | | prov | jateng | Jawa Tengah | |
    | | kota | bandung | Bandung | jabar |
    | | kota | solo | Solo | jateng |`)
  expect(optionsAt(root, '/data/kota')).toEqual([])
  answer(root, '/data/prov', 'jateng')
  expect(optionsAt(root, '/data/kota')).toEqual(['solo'])
  answer(root, '/data/kota', 'solo')
  expect(answerAt(root, '/data/kota')).toBe('solo')
})

test('each member of a household has its own answers, filters and labels', async () => {
  const { root } = await opened(`
    | survey | type | name | label | choice_filter | relevant | calculation | repeat_count |
    | | integer | n | Berapa? | | | | |
    | | begin_repeat | member | Anggota | | | | \${n} |
    | | text | nama | Nama | | | | |
    | | integer | age | Umur \${nama} | | | | |
    | | text | school | Sekolah | | \${age} < 18 | | |
    | | begin_group | place | Tempat | | | | |
    | | select_one prov | prov | Provinsi | | | | |
    | | select_one kota | kota | Kota | prov = \${prov} | | | |
    | | end_group | | | | | | |
    | | calculate | nomor | | | | position(..) | |
    | | end_repeat | | | | | | |
    | | calculate | total | | | | sum(\${age}) | |
    | | calculate | second | | | | indexed-repeat(\${nama}, \${member}, 2) | |
    | choices | list_name | name | label | prov |
    | | prov | jabar | Jawa Barat | |
    | | prov | jateng | Jawa Tengah | |
    | | kota | bandung | Bandung | jabar |
    | | kota | solo | Solo | jateng |`)
  answer(root, '/data/n', 2)
  answer(root, '/data/member[1]/nama', 'Sari')
  answer(root, '/data/member[2]/nama', 'Budi')
  answer(root, '/data/member[1]/age', 30)
  answer(root, '/data/member[2]/age', 9)
  expect(labelAt(root, '/data/member[2]/age')).toBe('Umur Budi')
  expect(relevantAt(root, '/data/member[1]/school')).toBe(false)
  expect(relevantAt(root, '/data/member[2]/school')).toBe(true)
  answer(root, '/data/member[1]/place/prov', 'jabar')
  answer(root, '/data/member[2]/place/prov', 'jateng')
  expect(optionsAt(root, '/data/member[1]/place/kota')).toEqual(['bandung'])
  expect(optionsAt(root, '/data/member[2]/place/kota')).toEqual(['solo'])
  expect(answerAt(root, '/data/total')).toBe('39')
  expect(answerAt(root, '/data/second')).toBe('Budi')
  expect(answerAt(root, '/data/member[2]/nomor')).toBe('2')
  answer(root, '/data/n', 1)
  expect(() => nodeAt(root, '/data/member[2]/age')).toThrow()
})

test('a repeat is asked as often as an expression says', async () => {
  const { root } = await opened(`
    | survey | type | name | label | repeat_count |
    | | integer | n | Berapa? | |
    | | begin_repeat | visit | Kunjungan | \${n} + 1 |
    | | text | note_1 | Catatan | |
    | | end_repeat | | | |`)
  answer(root, '/data/n', 2)
  expect(nodeAt(root, '/data/visit[3]/note_1')).toBeDefined()
  expect(() => nodeAt(root, '/data/visit[4]/note_1')).toThrow()
})

test('a repeat inside a repeat counts by its own parent', async () => {
  const { root } = await opened(`
    | survey | type | name | label | repeat_count | calculation |
    | | begin_repeat | house | Rumah | 2 | |
    | | integer | families | Keluarga | | |
    | | begin_repeat | family | Keluarga | \${families} | |
    | | integer | size | Anggota | | |
    | | end_repeat | | | | |
    | | calculate | people | | | sum(\${size}) |
    | | end_repeat | | | | |
    | | calculate | all | | | sum(\${people}) |`)
  answer(root, '/data/house[1]/families', 2)
  answer(root, '/data/house[2]/families', 1)
  answer(root, '/data/house[1]/family[1]/size', 3)
  answer(root, '/data/house[1]/family[2]/size', 4)
  answer(root, '/data/house[2]/family[1]/size', 5)
  expect(answerAt(root, '/data/house[1]/people')).toBe('7')
  expect(answerAt(root, '/data/house[2]/people')).toBe('5')
  expect(answerAt(root, '/data/all')).toBe('12')
})

test('required, constraint and their messages speak the language that was chosen', async () => {
  const { root } = await opened(`
    | survey | type | name | label::Bahasa Indonesia (id) | label::English (en) | required | required_message::Bahasa Indonesia (id) | required_message::English (en) | constraint | constraint_message::Bahasa Indonesia (id) | constraint_message::English (en) |
    | | integer | age | Umur | Age | yes | Wajib diisi | Please answer | . >= 0 and . <= 120 | Umur 0-120 | Age 0-120 |`)
  expect(violationAt(root, '/data/age')).toBe('required: Wajib diisi')
  answer(root, '/data/age', 130)
  expect(violationAt(root, '/data/age')).toBe('constraint: Umur 0-120')
  const english = root.languages.find((each) => 'language' in each && each.language === 'English (en)')
  root.setLanguage(english as never)
  expect(violationAt(root, '/data/age')).toBe('constraint: Age 0-120')
  expect(labelAt(root, '/data/age')).toBe('Age')
  answer(root, '/data/age', 20)
  expect(violationAt(root, '/data/age')).toBe('')
})

test('a missing translation shows the text of the first language', async () => {
  const { root, warnings } = await opened(`
    | survey | type | name | label::Bahasa Indonesia (id) | label::English (en) |
    | | text | a | Nama | |
    | | text | b | Alamat | Address |`)
  expect(warnings.map((each) => each.code)).toContain('translation-missing')
  root.setLanguage(root.languages[1] as never)
  expect([labelAt(root, '/data/a'), labelAt(root, '/data/b')]).toEqual(['Nama', 'Address'])
})

test('a default is worked out when the form opens, in repeats for each new line', async () => {
  const { root } = await opened(`
    | survey | type | name | label | default |
    | | date | day | Tanggal | today() |
    | | text | fixed | Tetap | N/A |
    | | integer | three | Tiga | 3 |
    | | text | code | Kode | concat('x-', \${three}) |
    | | begin_repeat | r | Baris | |
    | | text | copy | Salinan | \${code} |
    | | end_repeat | | | |`)
  expect(answerAt(root, '/data/day')).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(answerAt(root, '/data/fixed')).toBe('N/A')
  expect(answerAt(root, '/data/code')).toBe('x-3')
  expect(answerAt(root, '/data/r[1]/copy')).toBe('x-3')
  const range = root.currentState.children.find((each) => each.nodeType === 'repeat-range:uncontrolled')
  if (range?.nodeType === 'repeat-range:uncontrolled') range.addInstances()
  expect(answerAt(root, '/data/r[2]/copy')).toBe('x-3')
})

test('a trigger sets another question only when it changes', async () => {
  const { root } = await opened(`
    | survey | type | name | label | trigger | calculation |
    | | text | a | A | | |
    | | integer | b | B | | |
    | | text | seen | Terakhir | \${a} | concat(\${a}, '-', \${b}) |
    | | begin_repeat | r | Baris | | |
    | | text | x | X | | |
    | | begin_group | g | G | | |
    | | text | y | Y | \${x} | concat('y', \${x}) |
    | | end_group | | | | |
    | | end_repeat | | | | |`)
  answer(root, '/data/b', 1)
  expect(answerAt(root, '/data/seen')).toBe('')
  answer(root, '/data/a', 'halo')
  expect(answerAt(root, '/data/seen')).toBe('halo-1')
  answer(root, '/data/b', 2)
  expect(answerAt(root, '/data/seen')).toBe('halo-1')
  answer(root, '/data/r[1]/x', 'k')
  expect(answerAt(root, '/data/r[1]/g/y')).toBe('yk')
})

test('or_other adds a choice and asks for it', async () => {
  const { root } = await opened(`
    | survey | type | name | label::Bahasa Indonesia (id) | label::English (en) |
    | | select_one roof or_other | roof | Atap | Roof |
    | | select_multiple roof or specify other | roofs | Atap | Roofs |
    | choices | list_name | name | label::Bahasa Indonesia (id) | label::English (en) |
    | | roof | tile | Genteng | Tiles |`)
  expect(optionLabelsAt(root, '/data/roof')).toEqual(['Genteng', 'Lainnya'])
  expect(relevantAt(root, '/data/roof_other')).toBe(false)
  answer(root, '/data/roof', 'other')
  answer(root, '/data/roofs', ['tile', 'other'])
  expect(relevantAt(root, '/data/roof_other')).toBe(true)
  expect(relevantAt(root, '/data/roofs_other')).toBe(true)
  expect(labelAt(root, '/data/roof_other')).toBe('Sebutkan lainnya.')
})

test('choices come from a CSV, from answers of a repeat, and from external_choices', async () => {
  const { root, model } = await opened(
    `
    | survey | type | name | label | choice_filter | parameters | calculation |
    | | select_one prov | prov | Provinsi | | | |
    | | select_one_from_file desa.csv | desa | Desa | prov = \${prov} | value=code label=title | |
    | | select_one_external rt | rt | RT | desa = \${desa} | | |
    | | begin_repeat | member | Anggota | | | |
    | | text | nama | Nama | | | |
    | | end_repeat | | | | | |
    | | select_one \${nama} | head | Kepala | | | |
    | | calculate | people | | | | instance('desa')/root/item[code = \${desa}]/people |
    | | calculate | people2 | | | | pulldata('desa', 'people', 'code', \${desa}) |
    | choices | list_name | name | label |
    | | prov | jabar | Jawa Barat |
    | external_choices | list_name | name | label | desa |
    | | rt | 1 | RT 1 | d1 |
    | | rt | 2 | RT 2 | d2 |`,
    { 'desa.csv': 'code,title,prov,people\nd1,Sukamaju,jabar,900\nd2,Sukasari,jateng,800\n' },
  )
  answer(root, '/data/prov', 'jabar')
  expect(optionLabelsAt(root, '/data/desa')).toEqual(['Sukamaju'])
  answer(root, '/data/desa', 'd1')
  expect(optionsAt(root, '/data/rt')).toEqual(['1'])
  expect([answerAt(root, '/data/people'), answerAt(root, '/data/people2')]).toEqual(['900', '900'])
  answer(root, '/data/member[1]/nama', 'Sari')
  expect(optionsAt(root, '/data/head')).toEqual(['Sari'])
  expect(model.files).toEqual(['desa.csv'])
})

test('the submission is named and carries its id, its form and its version', async () => {
  const { root } = await opened(`
    | survey | type | name | label |
    | | text | kk | Kepala keluarga |
    | settings | form_title | form_id | version | instance_name |
    | | Survei | survei | 2026112101 | concat('Rumah ', \${kk}) |`)
  answer(root, '/data/kk', 'Sari')
  const xml = await sent(root)
  expect(xml).toContain('id="survei"')
  expect(xml).toContain('version="2026112101"')
  expect(xml).toMatch(/instanceName>Rumah Sari</)
  expect(xml).toMatch(/instanceID>uuid:/)
})

test('an entity is created, or an existing one brought up to date', async () => {
  const created = await opened(`
    | survey | type | name | label | save_to |
    | | text | nama | Nama | nama |
    | entities | list_name | label |
    | | warga | \${nama} |`)
  answer(created.root, '/data/nama', 'Sari')
  const made = await sent(created.root)
  expect(made).toMatch(/<entity[^>]*dataset="warga"/)
  expect(made).toMatch(/<entity[^>]*create="1"/)
  expect(made).toMatch(/<entity[^>]* id="[0-9a-f-]{36}"/)
  expect(made).toMatch(/<label>Sari<\/label>/)
  expect(created.model.entities).toEqual([
    {
      dataset: 'warga',
      path: '/data/meta/entity',
      repeat: null,
      creates: true,
      updates: false,
      properties: { nama: '/data/nama' },
    },
  ])
  const updated = await opened(
    `
    | survey | type | name | label | save_to |
    | | select_one_from_file warga.csv | who | Siapa | |
    | | integer | age | Umur | umur |
    | entities | list_name | entity_id | update_if |
    | | warga | \${who} | \${age} > 0 |`,
    { 'warga.csv': 'name,label,__version,umur\nabc,Sari,3,30\n' },
  )
  answer(updated.root, '/data/who', 'abc')
  answer(updated.root, '/data/age', 31)
  const brought = await sent(updated.root)
  expect(brought).toMatch(/<entity[^>]* id="abc"/)
  expect(brought).toMatch(/<entity[^>]*baseVersion="3"/)
  expect(brought).not.toMatch(/create=/)
})

test('each line of a repeat makes an entity of its own', async () => {
  const { root, model, xform } = await opened(`
    | survey | type | name | label | save_to | repeat_count |
    | | begin_repeat | member | Anggota | | 2 |
    | | text | nama | Nama | nama | |
    | | end_repeat | | | | |
    | entities | list_name | label | repeat |
    | | warga | \${nama} | \${member} |`)
  answer(root, '/data/member[1]/nama', 'Sari')
  answer(root, '/data/member[2]/nama', 'Budi')
  const xml = await sent(root)
  expect([...xml.matchAll(/<label>(\w+)<\/label>/g)].map((each) => each[1])).toEqual(['Sari', 'Budi'])
  const ids = [...xml.matchAll(/<entity[^>]* id="([^"]*)"/g)].map((each) => each[1])
  expect(new Set(ids).size).toBe(2)
  expect(ids.every((id) => id?.length === 36)).toBe(true)
  expect(xform).toContain('entities:entities-version="2025.1.0"')
  expect(model.entities[0]?.repeat).toBe('/data/member')
})
