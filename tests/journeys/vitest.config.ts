import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first, so that no core is left waiting for one that began last. */
const long = ['first-village', 'survey', 'looks', 'filling']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const at = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((name) => moduleId.endsWith(`/${name}.journey.ts`))
      return found < 0 ? long.length : found
    }
    return files.toSorted((one, other) => at(one) - at(other))
  }
}

// Two journeys at a time: each has a server, a database and browsers of its own, and mostly waits for them.
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/journeys/*.journey.ts'],
    testTimeout: 240_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
    bail: 0,
    // A second, which is usual, is not long enough for a page on a busy machine.
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: LongestFirst },
  },
})
