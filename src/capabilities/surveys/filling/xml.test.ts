import { JSDOM } from 'jsdom'
import { beforeAll, expect, test } from 'vitest'
import { asEdited, readMeta, takeFilesOut, takeGuidanceOut, uuidOf } from './xml.ts'

beforeAll(() => {
  const { window } = new JSDOM('')
  Object.assign(globalThis, { DOMParser: window.DOMParser, XMLSerializer: window.XMLSerializer })
})

const old = '8c0ccf1c-0207-4955-9580-9c0c55d92e72'
const fresh = '0f0ccf1c-0207-4955-9580-9c0c55d92e72'
const instance = `<data id="t" version="1"><nama>A &amp; B</nama><foto>foto-1.jpg</foto><m><n>x</n><f>f-1.jpg</f></m><m><n>y</n><f/></m><m><n>z</n><f>f-3.jpg</f></m><meta><instanceID>uuid:${fresh}</instanceID><instanceName>KK</instanceName><deprecatedID>uuid:${old}</deprecatedID></meta></data>`

test('the ids and the name of an instance are read', () => {
  expect(readMeta(instance)).toEqual({ instance: `uuid:${fresh}`, deprecated: `uuid:${old}`, name: 'KK' })
  expect(uuidOf(`uuid:${old.toUpperCase()}`)).toBe(old)
  expect(uuidOf('collect:17')).toBeNull()
})

test('an edition is edited anew from the one it mends', () => {
  const again = readMeta(asEdited(instance, `uuid:${old}`))
  expect(again).toEqual({ instance: `uuid:${old}`, deprecated: '', name: 'KK' })
})

test('names of files are taken out with the place of each, also inside repeats', () => {
  const questions = [
    { path: '/data/nama', type: 'text' },
    { path: '/data/foto', type: 'image' },
    { path: '/data/m/f', type: 'image' },
  ] as const
  const { xml, names } = takeFilesOut(instance, questions, new Set(['/data/m']))
  expect([...names]).toEqual([
    ['/data/foto', 'foto-1.jpg'],
    ['/data/m[1]/f', 'f-1.jpg'],
    ['/data/m[3]/f', 'f-3.jpg'],
  ])
  expect(xml).not.toContain('.jpg')
  expect(xml).toContain('<nama>A &amp; B</nama>')
})

test('guidance is taken out of a form by language, and its hint stays', () => {
  const form = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><itext><translation lang="id"><text id="/data/a:hint"><value>Petunjuk</value><value form="guidance">Panduan</value></text><text id="/data/b:hint"><value form="guidance">Hanya panduan</value></text></translation></itext></model></h:head></h:html>`
  const { xform, guidance } = takeGuidanceOut(form)
  expect(guidance.get('/data/a')).toEqual({ id: 'Panduan' })
  expect(guidance.get('/data/b')).toEqual({ id: 'Hanya panduan' })
  expect(xform).toContain('<value>Petunjuk</value>')
  expect(xform).not.toContain('anduan')
})
