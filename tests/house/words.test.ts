// GLOSSARY.md chooses one word where people use two. The other one may not stand on a screen, on paper or in an address.
import ts from 'typescript'
import { expect, test } from 'vitest'
import { shipped, text, tracked } from './source.ts'

/** What lost, and the word that stands instead; "Pairs of words" in GLOSSARY.md says why. */
const lost: readonly (readonly [RegExp, string])[] = [
  [/\brapat(nya|lah)?\b/i, 'rembug'],
  [/\bpendataan(nya)?\b/i, 'survei'],
  [/\b(HP|handphone|hape)\b/, 'ponsel'],
  [/\bbisa\b/i, 'dapat'],
  [/\bdulu\b/i, 'dahulu'],
  [/\b(di-?)?scan\b/i, 'pindaian'],
  [/\bpeladen(nya)?\b/i, 'server'],
  [/\bkotak kirim\b/i, 'kotak keluar'],
  [/\bbrowser\b/i, 'peramban'],
  [/\bkeadaan(nya)?\b/i, 'status'],
  [/\b(saran|disarankan)\b/i, 'anjuran, dianjurkan'],
  [/\bgerbang\b/i, 'syarat'],
  [/\bpermohonan\b/i, 'permintaan'],
  [
    /\b(pengaman kedua|kode kedua|aplikasi pengaman|kode pengaman)\b/i,
    'verifikasi dua langkah, aplikasi autentikator',
  ],
  [/\bdefinisi\b/i, 'naskah program'],
  [/\b(keraguan|meragukan)\b/i, 'perlu dicek'],
  [/\bsiapa[- ]siapa\b/i, 'siapa saja'],
  [/\btersegel\b/i, 'tersimpan rahasia'],
  [/\bmembahayakan\b/i, 'berdampak pada'],
]
const lostInEnglish: readonly (readonly [RegExp, string])[] = [
  [/\bstimulants?\b/i, 'stimulus grant'],
  [/\bcivil community\b/i, 'civil society'],
]

/** What the operator of a server reads in a terminal, whose terms are a system's; and codes of the ministry. */
const apart = /^src\/(apps\/cli|platform\/server\/(running|master-key))|letters\/classification\.ts$/

type Pair = { file: string; id: string; en: string }

/** The text of a literal, also one written over several lines with `+`; what stands in `${…}` is no word. */
function literal(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal: { text: rest } }) => ` ${rest}`).join('')
  if (!ts.isBinaryExpression(node)) return null
  const parts = [literal(node.left), literal(node.right)]
  return parts.includes(null) ? null : parts.join('')
}

/** Reading a file as a tree is dear: only those in which such a word stands anywhere. */
const anyLost = new RegExp([...lost, ...lostInEnglish].map(([{ source }]) => source).join('|'), 'i')
const suspect = (file: string) => anyLost.test(text(file))

/** Every `[Indonesian, English]` and `{ id, en }` that stands in the source. */
function pairsIn(file: string): Pair[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const found: Pair[] = []
  const visit = (node: ts.Node) => {
    const [id, en] = ts.isArrayLiteralExpression(node)
      ? node.elements.length === 2
        ? node.elements.map(literal)
        : []
      : ts.isObjectLiteralExpression(node)
        ? ['id', 'en'].map((name) => {
            const own = node.properties.find((each) => each.name?.getText() === name)
            return own && ts.isPropertyAssignment(own) ? literal(own.initializer) : null
          })
        : []
    if (id && en) found.push({ file, id, en })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest, true, kind))
  return found
}

/** `id:` and `en:` of the programmes, as they stand in the file. */
const pairsInYaml = (file: string): Pair[] =>
  text(file)
    .split('\n')
    .map((line) => ({
      file,
      id: /\bid: "([^"]+)"/.exec(line)?.[1] ?? '',
      en: /\ben: "([^"]+)"/.exec(line)?.[1] ?? '',
    }))

const said = (pairs: readonly Pair[]) => [
  ...pairs.flatMap(({ file, id }) =>
    lost.filter(([word]) => word.test(id)).map(([, instead]) => `${file}: “${id}” → ${instead}`),
  ),
  ...pairs.flatMap(({ file, en }) =>
    lostInEnglish.filter(([word]) => word.test(en)).map(([, instead]) => `${file}: “${en}” → ${instead}`),
  ),
]

const screens = shipped().filter((file) => !apart.test(file))

test('a screen says the one word that the glossary chose, in Indonesian and in English', () => {
  expect(screens.length).toBeGreaterThan(700)
  expect(pairsIn('src/capabilities/meetings/texts.ts').length).toBeGreaterThan(200)
  expect(said(screens.filter(suspect).flatMap(pairsIn))).toEqual([])
  // It finds one: a test that reads nothing is always content.
  expect(said([{ file: 'x.ts', id: 'Simpan dulu', en: 'Save first' }])).toHaveLength(1)
})

test('so do the programmes', () => {
  const pairs = tracked('programmes/*.yaml').flatMap(pairsInYaml)
  expect(pairs.filter(({ id }) => id).length).toBeGreaterThan(500)
  // "Keadaan", "permohonan" and "definisi" are words of the programmes' own papers.
  const ours = said(pairs).filter((line) => !/→ (status|permintaan|naskah program)$/.test(line))
  expect(ours).toEqual([])
})

test('an address of a screen says it too', () => {
  const addresses = screens.flatMap((file) =>
    [
      ...text(file).matchAll(/[`'"](?:\/d\/\$\{\w+\})?\/?(rapat|pendataan|definisi|permohonan)(?=[/?`'"])/g),
    ].map(([found]) => `${file}: ${found}`),
  )
  expect(addresses).toEqual([])
})
