import { defineConfig } from 'vitest/config'

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
  },
})
