// The order of the folders, and the manners of the files in them.
import { expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import { crowded } from './folders.ts'
import { capabilityFolders, floors, isTest, shipped, text, tracked } from './source.ts'

const lines = (file: string) => text(file).trimEnd().split('\n')
const onFloors = floors.flat()

test('every capability stands on exactly one floor', () => {
  expect(onFloors.filter((name, index) => onFloors.indexOf(name) !== index)).toEqual([])
  expect(capabilityFolders().filter((name) => !onFloors.includes(name))).toEqual([])
})

test('what is still to come has its home on a floor, said in one line', () => {
  const { homes } = JSON.parse(text('architecture/floors.json')) as { homes: Record<string, string> }
  expect(Object.keys(homes).filter((name) => !onFloors.includes(name))).toEqual([])
  const at = (name: string) => floors.findIndex((floor) => floor.includes(name))
  const order = [
    ['people', 'registry', 'referrals'],
    ['accounts', 'planning'],
    ['surveys', 'maps', 'monitoring'],
    ['ledger', 'grants', 'monitoring'],
    ['institutions', 'partners', 'planning'],
  ]
  for (const names of order) expect(names.map(at)).toEqual(names.map(at).sort((a, b) => a - b))
})

test('the page names the same homes, and their floors are where it says', () => {
  const { homes } = JSON.parse(text('architecture/floors.json')) as { homes: Record<string, string> }
  const [, section = ''] = text('ARCHITECTURE.md').split('\n## Homes of what comes\n')
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$/gm)]
  expect(Object.fromEntries(rows.map(([, name, , , holds]) => [name, holds]))).toEqual(homes)
  const at = (name: string) => floors.findIndex((floor) => floor.includes(name))
  const wrong = rows.flatMap(([, name = '', above = '', below = '']) => {
    if (above === 'all the others') return at(name) === floors.length - 1 && below === '–' ? [] : [name]
    const fits =
      above.split(', ').every((one) => at(one) >= 0 && at(one) < at(name)) &&
      below.split(', ').every((one) => at(one) > at(name))
    return fits ? [] : [name]
  })
  expect(wrong).toEqual([])
})

test('every capability says in a few lines what it is', () => {
  const missing = capabilityFolders().filter((name) => !tracked(`src/capabilities/${name}/README.md`).length)
  expect(missing).toEqual([])
  const long = tracked('src/capabilities/*/README.md').filter((file) => lines(file).length > 20)
  expect(long).toEqual([])
})

test('every noun that travels to a phone is in the glossary', () => {
  const cells = [...text('GLOSSARY.md').matchAll(/^\|([^|]+)\|/gm)].map(([, cell]) => cell ?? '')
  const words = new Set(cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word)))
  const nouns = serverCapabilities.flatMap((part) => (part.feed ?? []).map((source) => source.collection))
  expect(nouns.length).toBeGreaterThan(15)
  expect(nouns.filter((noun) => !words.has(noun.split('.')[1] ?? ''))).toEqual([])
  const slices = capabilityFolders().filter((name) => !words.has(name))
  expect(slices).toEqual([])
})

/** Files that may be longer than their kind, each with its reason. */
const longer: Record<string, string> = {}
const most = (file: string): number => {
  if (isTest(file)) return 400
  // A catalogue of words is a list: nobody has to hold it in mind at once.
  return /(texts|field-words)\.ts$/.test(file) ? 450 : 300
}

test('no file is too long to be read at once', () => {
  const files = tracked('src/*.ts', 'src/*.tsx', 'tests/*.ts', 'scripts/*.mjs')
  const long = files.filter((file) => lines(file).length > most(file) && !(file in longer))
  expect(long.map((file) => `${file}: ${lines(file).length}`)).toEqual([])
  const excused = Object.keys(longer).filter(
    (file) => !files.includes(file) || lines(file).length <= most(file),
  )
  expect(excused).toEqual([])
})

test('no folder is a hall: more than sixty files of its own, and it splits into rooms', () => {
  expect(crowded(tracked('.'))).toEqual([])
})

test('no barrels: what is imported is named where it lives', () => {
  const index = tracked('src/*index.ts', 'src/*index.tsx').filter((file) => /\/index\.tsx?$/.test(file))
  expect(index).toEqual([])
  const onlyPassingOn = shipped()
    .filter((file) => !/\/door(\.browser)?\.tsx?$/.test(file))
    .filter((file) => {
      const bare = text(file)
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .replace(/export (type )?(\*( as \w+)?|\{[^}]*\}) from '[^']+'/g, '')
      return text(file).includes(' from ') && bare.trim() === ''
    })
  expect(onlyPassingOn).toEqual([])
})

/** Written in pieces, so that this file does not find itself. */
const any = (...parts: string[]) => new RegExp(parts.join('|'))
const unfinished = any(
  '\\bTO' + 'DO\\b',
  '\\bFIX' + 'ME\\b',
  'coming ' + 'soon',
  'belum ' + 'dibuat',
  'lorem ' + 'ipsum',
)
const elsewhere = any(
  '\\.\\./' + 'shared\\b',
  '(^|[\\s"\'`(=])/' + '(work|root|home|Users)/[a-z]',
  'registry\\.[a-z0-9-]+\\.[a-z]',
  '"resolved": ' + '"',
  '\\bartifactory\\b',
)
const own = 'tests/house/floors.test.ts'

function finding(pattern: RegExp, ...paths: string[]): string[] {
  return tracked(...paths).flatMap((file) => {
    if (file === own || /\.(png|svg|woff2?|ico|pdf|xlsx)$/.test(file) || !pattern.test(text(file))) return []
    return lines(file).flatMap((line, index) =>
      pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
    )
  })
}

test('nothing is left for later', () => {
  expect(
    finding(unfinished, 'src', 'scripts', 'tests', 'programmes', 'bench', '.ci', '*.mjs', '*.md'),
  ).toEqual([])
  expect(unfinished.test(`// TO${'DO'} later`)).toBe(true)
})

test('nothing knows the machine it was written on, or where its packages came from', () => {
  expect(finding(elsewhere, '.', ':!LICENSE')).toEqual([])
  for (const line of [
    `cd /ro${'ot'}/x`,
    `from '../sha${'red'}/x'`,
    `"resol${'ved'}": "https://x"`,
    `registry.np${'mjs.org'}`,
  ])
    expect(elsewhere.test(line), line).toBe(true)
  expect(tracked('.npmrc', '*/.npmrc')).toEqual([])
})

/** Pure files that ask which day it is, each with its reason. */
const askTheDay: Record<string, string> = {
  'src/capabilities/people/evidence.ts': 'how many are grown up depends on the day they are counted',
}

test('rules do not look at the clock, and do not throw dice', () => {
  const rules = shipped().filter((file) => /\/(rules|[\w-]*-rules|apply|evidence)[^/]*\.ts$/.test(file))
  // `today(zone, at)` is arithmetic; `today(zone)` is a look at the clock.
  const clock = /\bDate\.now\(|new Date\(\)|performance\.now\(|\btoday\((\w*|\w+\([^()]*\))\)/
  const dice = /Math\.random\(|\bnewId\(|getRandomValues|\bfetch\(/
  const found = rules.filter((file) => {
    const bare = text(file).replace(/\/\/.*$/gm, '')
    return (clock.test(bare) && !(file in askTheDay)) || dice.test(bare)
  })
  expect(rules.length).toBeGreaterThan(10)
  expect(found).toEqual([])
  for (const look of ['today()', 'today(zone)', 'today(zoneOf(place))', 'new Date()'])
    expect(clock.test(look), look).toBe(true)
  expect(clock.test('today(zoneOf(place), new Date(at))')).toBe(false)
})
