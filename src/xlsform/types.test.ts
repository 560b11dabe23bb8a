// Every question type, by every name published for it: what it becomes in the XForm, and that ODK's engine takes it.
import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { openXForm } from './engine.testing.ts'
import { workbookFrom } from './sheet.testing.ts'

const choices = '| choices | list_name | name | label |\n| | yn | yes | Ya |\n| | yn | no | Tidak |'

function xformOf(rows: string, more = ''): string {
  const made = compile(workbookFrom(`${rows}\n${choices}\n${more}`), { version: '1' })
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  return made.xform
}
const one = (type: string, columns = '', cells = ''): string =>
  xformOf(`| survey | type | name | label | ${columns} |\n| | ${type} | q | Tanya | ${cells} |`)

describe('type → bind and control', () => {
  test.each([
    ['text', '<bind nodeset="/data/q" type="string"/>', '<input ref="/data/q">'],
    ['string', 'type="string"', '<input ref="/data/q">'],
    ['integer', 'type="int"', '<input ref="/data/q">'],
    ['int', 'type="int"', '<input'],
    ['decimal', 'type="decimal"', '<input'],
    ['range', 'type="int"', '<range ref="/data/q" start="1" end="10" step="1">'],
    ['select_one yn', 'type="string"', '<select1 ref="/data/q">'],
    ['select one yn', 'type="string"', '<select1'],
    ['select1 yn', 'type="string"', '<select1'],
    ['select one from yn', 'type="string"', '<select1'],
    ['add select one prompt using yn', 'type="string"', '<select1'],
    ['select_multiple yn', 'type="string"', '<select ref="/data/q">'],
    ['select multiple yn', 'type="string"', '<select ref'],
    ['select all that apply yn', 'type="string"', '<select ref'],
    ['select all that apply from yn', 'type="string"', '<select ref'],
    ['rank yn', 'type="odk:rank"', '<odk:rank ref="/data/q">'],
    ['date', 'type="date"', '<input'],
    ['time', 'type="time"', '<input'],
    ['dateTime', 'type="dateTime"', '<input'],
    ['datetime', 'type="dateTime"', '<input'],
    ['geopoint', 'type="geopoint"', '<input'],
    ['gps', 'type="geopoint"', '<input'],
    ['location', 'type="geopoint"', '<input'],
    ['geotrace', 'type="geotrace"', '<input'],
    ['geoshape', 'type="geoshape"', '<input'],
    ['image', 'type="binary"', '<upload ref="/data/q" mediatype="image/*">'],
    ['photo', 'type="binary"', 'mediatype="image/*"'],
    ['audio', 'type="binary"', 'mediatype="audio/*"'],
    ['video', 'type="binary"', 'mediatype="video/*"'],
    ['file', 'type="binary"', 'mediatype="application/*"'],
    ['note', '<bind nodeset="/data/q" type="string" readonly="true()"/>', '<input'],
    ['acknowledge', 'type="string"', '<trigger ref="/data/q">'],
    ['trigger', 'type="string"', '<trigger ref="/data/q">'],
    ['barcode', 'type="barcode"', '<input'],
  ])('%s', async (type, bind, control) => {
    const xform = one(type)
    expect(xform).toContain(bind)
    expect(xform).toContain(control)
    expect((await openXForm(xform)).currentState.children).toHaveLength(2)
  })

  test.each([
    ['start', 'type="dateTime" jr:preload="timestamp" jr:preloadParams="start"'],
    ['end', 'jr:preload="timestamp" jr:preloadParams="end"'],
    ['today', 'type="date" jr:preload="date" jr:preloadParams="today"'],
    ['deviceid', 'jr:preload="property" jr:preloadParams="deviceid"'],
    ['imei', 'jr:preloadParams="deviceid"'],
    ['username', 'jr:preloadParams="username"'],
    ['email', 'jr:preloadParams="email"'],
    ['phonenumber', 'jr:preloadParams="phonenumber"'],
    ['start-geopoint', '<odk:setgeopoint event="odk-instance-first-load" ref="/data/q"/>'],
    ['hidden', '<bind nodeset="/data/q" type="string"/>'],
  ])('%s has no control', async (type, bind) => {
    const xform = one(type)
    expect(xform).toContain(bind)
    expect(xform).not.toContain('<label>Tanya</label>')
    await openXForm(xform)
  })
})

test('calculate becomes a bind, and a note without a name gets one', async () => {
  const xform = xformOf(
    '| survey | type | name | label | calculation |\n| | calculate | q | | 1 + 1 |\n| | note | | Halo | |',
  )
  expect(xform).toContain('<bind nodeset="/data/q" type="string" calculate="1 + 1"/>')
  expect(xform).toContain('<input ref="/data/generated_note_name_3">')
  await openXForm(xform)
})

test('audit stands in meta, with its parameters', async () => {
  const xform = xformOf(
    '| survey | type | name | label | parameters |\n| | audit | audit | | location-priority=balanced location-min-interval=60 location-max-age=120 |\n| | text | q | Tanya | |',
  )
  expect(xform).toContain('<bind nodeset="/data/meta/audit" type="binary" odk:location-priority="balanced"')
  expect(xform).toMatch(/<meta>\n<instanceID\/>\n<audit\/>\n<\/meta>/)
  await openXForm(xform)
})

test('parameters reach bind and control', async () => {
  expect(one('range', 'parameters', 'start=0 end=1 step=0.1')).toContain(
    '<bind nodeset="/data/q" type="decimal"/>',
  )
  expect(one('range', 'parameters', 'start=0; end=100; step=5')).toContain('start="0" end="100" step="5"')
  expect(one('image', 'parameters', 'max-pixels=1024')).toContain('orx:max-pixels="1024"')
  // A form that says nothing asks for photos that a village's line can carry.
  expect(one('image')).toContain('orx:max-pixels="1600"')
  expect(one('video')).not.toContain('max-pixels')
  expect(one('audio', 'parameters', 'quality=voice-only')).toContain('odk:quality="voice-only"')
  expect(
    one('geopoint', 'parameters', 'capture-accuracy=2.5, warning-accuracy=10 allow-mock-accuracy=true'),
  ).toMatch(/odk:allow-mock-accuracy="true"[\s\S]*accuracyThreshold="2.5" unacceptableAccuracyThreshold="10"/)
  expect(one('text', 'parameters', 'rows=5')).toContain('rows="5"')
  expect(one('select_one yn', 'parameters', 'randomize=true seed=42')).toContain(
    `nodeset="randomize(instance('yn')/root/item, 42)"`,
  )
  await openXForm(one('rank yn', 'parameters', 'randomize=true'))
})

test('choices from files: CSV, GeoJSON and XML, with their own columns', async () => {
  expect(one('select_one_from_file desa.csv')).toContain('<instance id="desa" src="jr://file-csv/desa.csv"/>')
  expect(one('select_multiple_from_file desa.xml')).toContain(
    '<instance id="desa" src="jr://file/desa.xml"/>',
  )
  const geo = one('select one from file batas.geojson')
  expect(geo).toContain('src="jr://file/batas.geojson"')
  expect(geo).toContain('<value ref="id"/>\n<label ref="title"/>')
  const named = one('select_one_from_file desa.csv', 'parameters', 'value=kode label=nama')
  expect(named).toContain('<value ref="kode"/>\n<label ref="nama"/>')
  const external = xformOf(
    '| survey | type | name | label |\n| | csv-external | harga | |\n| | xml-external | peta | |\n| | text | q | Q |',
  )
  expect(external).toContain('<instance id="harga" src="jr://file-csv/harga.csv"/>')
  expect(external).toContain('<instance id="peta" src="jr://file/peta.xml"/>')
})

test('a NIK asked for as a number goes to the phone as text with the keys of a number: none holds sixteen digits', async () => {
  const xform = xformOf(`
    | survey | type | name | label | appearance |
    | | integer | nik | NIK | |
    | | decimal | no_kk | Nomor KK | numbers |
    | | integer | umur | Umur | |`)
  expect(xform).toContain('<bind nodeset="/data/nik" type="string"/>')
  expect(xform).toContain('<input ref="/data/nik" appearance="numbers">')
  expect(xform).toContain('<bind nodeset="/data/no_kk" type="string"/>')
  expect(xform).toContain('<input ref="/data/no_kk" appearance="numbers">')
  expect(xform).toContain('<bind nodeset="/data/umur" type="int"/>')
  const [nik] = (await openXForm(xform)).currentState.children
  if (nik?.nodeType !== 'input') throw new Error('no question')
  nik.setValue('0471101205700001' as never)
  expect(nik.currentState.value).toBe('0471101205700001')
})

test('groups and repeats, begun and ended with a space or a line', async () => {
  const xform = xformOf(`
    | survey | type | name | label | appearance | relevant | repeat_count |
    | | begin group | g | Rumah | field-list | | |
    | | text | a | A | | | |
    | | end group | | | | | |
    | | Begin_Repeat | r | Anggota | | \${a} != '' | 2 |
    | | text | b | B | | | |
    | | end repeat | | | | | |`)
  expect(xform).toContain('<group ref="/data/g" appearance="field-list">\n<label>Rumah</label>')
  expect(xform).toContain('<bind nodeset="/data/r_count" type="string" calculate="2"/>')
  expect(xform).toContain(
    '<group ref="/data/r">\n<label>Anggota</label>\n<repeat nodeset="/data/r" jr:count="/data/r_count">',
  )
  expect(xform).toContain(`<bind nodeset="/data/r" relevant="/data/g/a != ''"/>`)
  expect(xform).toContain('<r jr:template="">\n<b/>\n</r>\n<r>\n<b/>\n</r>')
  await openXForm(xform)
})
