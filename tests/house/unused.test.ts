// No file, and no package, that nobody uses. (`npm run knip` also tells which exports could be private.)
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { house } from './source.ts'

type Issue = { name: string }
type Report = { issues: ({ file: string } & Record<string, Issue[] | string>)[] }
const kinds = ['files', 'dependencies', 'devDependencies', 'unlisted', 'unresolved', 'binaries']

test('every file is reached, every package is used and named', () => {
  const args = ['--no-progress', '--reporter', 'json', '--include', 'files,dependencies,unlisted,unresolved']
  const run = spawnSync(process.execPath, ['node_modules/knip/bin/knip.js', ...args], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!run.stdout.trim().startsWith('{')) throw new Error(`knip did not run: ${run.stderr || run.stdout}`)
  const { issues } = JSON.parse(run.stdout) as Report
  const found = issues.flatMap((issue) =>
    kinds.flatMap((kind) => {
      const of = issue[kind]
      return Array.isArray(of) ? of.map(({ name }) => `${kind}: ${name}`) : []
    }),
  )
  expect(found).toEqual([])
}, 120_000)
