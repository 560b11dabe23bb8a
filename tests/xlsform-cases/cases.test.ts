// The specification of the XLSForm compiler as cases: every *.md beside this file is read, compiled, opened and played.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import { play } from './playing.ts'
import { casesOf } from './reading.ts'

const here = new URL('.', import.meta.url)
for (const file of readdirSync(here).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  const cases = casesOf(readFileSync(new URL(file, here), 'utf8'), file)
  describe(file, () => void test.each(cases)('$says', play))
}
