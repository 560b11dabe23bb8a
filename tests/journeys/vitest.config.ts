import { defineConfig } from 'vitest/config'

// Journeys are played one after another: each has a server, a database and browsers of its own.
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/journeys/*.journey.ts'],
    testTimeout: 240_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    bail: 0,
  },
})
