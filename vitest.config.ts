import { defineConfig } from 'vitest/config'

// Two cores: two files at a time. One database per test file, one fresh village per test.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/house/*.test.ts', 'tests/database/*.test.ts'],
    exclude: ['tests/house/broken-house/**', 'node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
