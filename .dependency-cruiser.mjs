// The boundaries of the house as a fence, made from architecture/floors.json: the one list that people and tools read.
// tests/house/boundaries.test.ts runs it, and runs it over a broken house where every rule must bite.
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'

const { floors } = JSON.parse(readFileSync(new URL('architecture/floors.json', import.meta.url), 'utf8'))

const any = (...paths) => paths.join('|')
/** Rooms of crowded slices; the names of files mean the same in them, and nobody else goes in. */
const rooms =
  'importing|library|visits|openrosa|review|checking|exporting|tables|instruments|measure|registry|reading|cards|ranking|pra|agreeing|profiles|institutions'
const slice = `^src/capabilities/[^/]+/(?:(?:${rooms})/)?`

/** Tests may compose what they like; what ships may not. */
const TEST = '\\.(test|testing)\\.tsx?$'

/** Run on both sides, so they may know nothing but words: src/kernel, nouns, and each other. */
const PURE = `${slice}(rules[^/]*|[^/]*-rules|apply[^/]*|[^/]*-apply|evidence[^/]*|entries|texts|[^/]*-texts)\\.ts$`

const SERVER = any(
  '^src/platform/server/',
  '^src/apps/(server|cli|demo)/',
  `${slice}(store[^/]*|[^/]*-store|api[^/]*|[^/]*-api|[^/]*routes|door|feed[^/]*|server|jobs[^/]*|open-data)\\.ts$`,
)
const BROWSER = any(
  '^src/platform/browser/',
  '^src/apps/(field|public)/',
  `${slice}(screens|print|filling)/`,
  `${slice}(manifest|part|[^/]*\\.browser)\\.tsx?$`,
)
const NODE = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`
/** zod/mini is 4 KB on a phone; zod itself is 27. */
const LIBRARY = '^node_modules/(?!zod/mini/)'
const SERVER_LIBRARY =
  '^node_modules/(fastify|@fastify/|kysely|pg|@electric-sql/|@node-rs/|@tus/|@marcbachmann/|yaml|otpauth|idn-area-data|zod/(?!mini/))'

/**
 * What another capability may not touch: whatever is not its door, its nouns or its evidence. Parts of paper (print/)
 * are lent file by file, so that a phone loads a letterhead only when it prints.
 */
const PRIVATE = any(
  `${slice}(rules[^/]*|[^/]*-rules|apply[^/]*|store[^/]*|[^/]*-store|api[^/]*|[^/]*-api|[^/]*routes|jobs[^/]*)\\.ts$`,
  `${slice}(feed[^/]*|open-data|server|manifest|part|entries)\\.tsx?$`,
  // print/ and the nouns are lent; a room is its own, with its screens, its paper and its nouns.
  `^src/capabilities/[^/]+/(?:screens|migrations|filling|${rooms})/`,
)

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const capability = (names) => `^src/capabilities/(${names.join('|')})/`

const looksDownOnly = floors.flatMap((names, floor) =>
  names.map((self) => {
    const level = floors.slice(floor).flat()
    return rule(
      `${self}-looks-down-only`,
      'Move the shared idea down a floor, or let the higher capability come through the door of this one.',
      { path: capability([self]), pathNot: TEST },
      { path: capability(level.filter((other) => other !== self)) },
    )
  }),
)

export default {
  forbidden: [
    rule('no-circles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    rule('every-import-is-found', 'What the fence cannot read it cannot judge.', {}, { couldNotResolve: true }),
    rule(
      'kernel-knows-nobody',
      'apps > capabilities > platform > kernel. The kernel has no I/O either.',
      { path: '^src/kernel/', pathNot: TEST },
      { path: any('^src/(platform|capabilities|apps)/', NODE) },
    ),
    rule(
      'xlsform-stands-alone',
      'The compiler could be published tomorrow: it knows nothing of this house.',
      { path: '^src/xlsform/', pathNot: TEST },
      { path: any('^src/(?!xlsform/)', NODE) },
    ),
    rule(
      'platform-knows-no-capability',
      'A registry below its members is how circles start.',
      { path: '^src/platform/', pathNot: TEST },
      { path: '^src/(capabilities|apps)/' },
    ),
    rule(
      'capability-knows-no-app',
      'Apps compose capabilities, never the reverse. Tests open a house with apps/server/village.testing.ts.',
      { path: '^src/capabilities/', pathNot: TEST },
      { path: '^src/apps/' },
    ),
    rule(
      'tests-know-one-app-file',
      'A test of a slice opens a house of its own; it does not need the whole list of capabilities.',
      { path: `^src/(platform|capabilities)/.*${TEST}` },
      { path: '^src/apps/', pathNot: '^src/apps/server/village\\.testing\\.ts$' },
    ),
    rule(
      'nobody-ships-tests',
      'Test helpers know things that must not run in a village.',
      { path: '^src/', pathNot: TEST },
      { path: TEST },
    ),
    rule(
      'through-the-door',
      'Another capability is entered by its door, or by its nouns and evidence.',
      { path: '^src/capabilities/([^/]+)/', pathNot: TEST },
      { path: PRIVATE, pathNot: '^src/capabilities/$1/' },
    ),
    rule(
      'apps-compose-only',
      'An app lists what capabilities declare (server.ts, manifest.ts, texts.ts) or asks at a door.',
      { path: '^src/apps/', pathNot: TEST },
      { path: PRIVATE, pathNot: `${slice}(server|manifest)\\.tsx?$` },
    ),
    rule(
      'rules-are-pure',
      'The phone and the server run the same rules: words and arithmetic, no library, nothing that waits.',
      { path: PURE, pathNot: TEST },
      { path: any(SERVER, BROWSER, NODE, LIBRARY), reachable: true },
    ),
    rule(
      'browser-reaches-no-server',
      'Not even through a chain of imports: a phone would carry it, or worse, show it.',
      { path: BROWSER, pathNot: TEST },
      { path: any(SERVER, SERVER_LIBRARY, NODE), reachable: true },
    ),
    rule(
      'server-reaches-no-browser',
      'Not even through a chain of imports: there is no window on a server.',
      { path: SERVER, pathNot: TEST },
      { path: any(BROWSER, '^node_modules/(react|react-dom|wouter|dexie|@mantine/|tus-js-client)/'), reachable: true },
    ),
    ...looksDownOnly,
  ],
  options: {
    // Types count: an import of a type is knowledge too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|sql)$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
