// Which files a device keeps at install, and which when an office opens a screen.
import { expect, test } from 'vitest'
import { type Bundle, deskScreens, siteOf } from './site.ts'

const chunk = (
  file: string,
  imports: string[],
  dynamicImports: string[] = [],
  css: string[] = [],
): Bundle => ({
  [file]: {
    ...{ isEntry: file === 'index.js', imports, dynamicImports, moduleIds: [`/src/${file}x`] },
    viteMetadata: { importedCss: new Set(css), importedAssets: new Set() },
  },
})
const bundle: Bundle = {
  ...chunk('index.js', ['home.js']),
  ...chunk('home.js', [], ['Walk.js', 'Table.js', 'Chart.js']),
  ...chunk('Walk.js', ['home.js', 'field.js']),
  ...chunk('Table.js', ['home.js', 'field.js', 'grid.js'], ['excel.js'], ['Table.css']),
  ...chunk('Chart.js', ['home.js', 'grid.js']),
  ...chunk('field.js', []),
  ...chunk('grid.js', []),
  ...chunk('excel.js', ['field.js']),
  ...{ 'Table.css': {}, 'letters.woff2': {}, 'index.html': {} },
}
const desk = new Map([
  ['tabel', '/src/Table.jsx'],
  ['grafik', '/src/Chart.jsx'],
])

test('what an office alone loads is kept with its screen; whatever else there is comes with the app', () => {
  const site = siteOf(bundle, 'v1', desk, ['/?v1'])
  expect(site.field).toEqual(['/?v1', '/Walk.js', '/field.js', '/home.js', '/index.js', '/letters.woff2'])
  expect(site.desk).toEqual({
    tabel: ['/Table.js', '/Table.css', '/grid.js', '/excel.js'],
    grafik: ['/Chart.js', '/grid.js'],
  })
})

test('without desk screens everything is kept at install', () => {
  expect(siteOf(bundle, 'v1', new Map(), []).field).toHaveLength(Object.keys(bundle).length - 1)
})

const name = (value: string) => ({ type: 'Identifier', name: value })
const text = (value: unknown) => ({ type: 'Literal', value })
const manifestOf = (screen: Record<string, object>) => ({
  type: 'ObjectExpression',
  properties: Object.entries(screen).map(([key, value]) => ({ type: 'Property', key: name(key), value })),
})
const loads = {
  type: 'ArrowFunctionExpression',
  body: { type: 'ImportExpression', source: text('./Table.tsx') },
}

test('a manifest says which screens are for an office, and one that hides its file is refused', () => {
  const screen = { path: text('tabel'), desk: text(true), load: loads }
  expect(deskScreens(manifestOf(screen))).toEqual([['tabel', './Table.tsx']])
  expect(deskScreens(manifestOf({ path: text('jalan'), load: loads }))).toEqual([])
  expect(() => deskScreens(manifestOf({ ...screen, load: name('elsewhere') }))).toThrow('plain text')
})

test('a desk screen with the name of another script is refused: an update would take the one for the other', () => {
  const [own, other] = ['Table-AbCdEfGh.js', 'Table-12345678.js']
  const twice = { ...chunk('index.js', [], [own, other]), ...chunk(own, []), ...chunk(other, []) }
  const tables = new Map([['tabel', `/src/${own}x`]])
  expect(() => siteOf(twice, 'v1', tables, [])).toThrow(/Table-AbCdEfGh\.js/)
  expect(siteOf({ ...twice, [other]: {} }, 'v1', new Map(), []).desk).toEqual({})
})
