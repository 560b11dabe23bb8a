// The files of the house, as git knows them and as they lie on disk.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const house = fileURLToPath(new URL('../../', import.meta.url))

/** Tracked files under these paths that still exist; `:!path` leaves one out. */
export function tracked(...paths: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...paths], { cwd: house, encoding: 'utf8' })
  return listed.split('\0').filter((file) => file !== '' && existsSync(house + file))
}

export const text = (file: string): string => readFileSync(house + file, 'utf8')

export const isTest = (file: string): boolean => /\.(test|testing)\.tsx?$/.test(file)

/** Source that runs in a village: no tests, no helpers of tests. */
export const shipped = (): string[] => tracked('src/*.ts', 'src/*.tsx').filter((file) => !isTest(file))

export const capabilityFolders = (): string[] =>
  readdirSync(`${house}src/capabilities`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && tracked(`src/capabilities/${entry.name}`).length > 0)
    .map((entry) => entry.name)

export const floors = (JSON.parse(text('architecture/floors.json')) as { floors: string[][] }).floors
