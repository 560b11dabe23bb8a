import { defineConfig } from 'vitest/config'

const all = [
  'src/**/*.test.ts',
  'tests/house/*.test.ts',
  'tests/database/*.test.ts',
  'tests/xlsform-cases/*.test.ts',
]

/** Replaces a module or a global, or ends processes; a neighbour would notice. */
const alone = [
  'src/capabilities/accounts/timing.test.ts',
  'src/capabilities/surveys/filling/xml.test.ts',
  'tests/database/*.test.ts',
]

// Two cores: two processes, and each plays one file after the other. What a file imports, parses and compiles is there
// for the next; its database and its villages are its own (tests/leaving.ts, tests/house/harness.test.ts).
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['tests/leaving.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: all,
          exclude: [...alone, 'tests/house/broken-house/**', 'node_modules/**'],
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
