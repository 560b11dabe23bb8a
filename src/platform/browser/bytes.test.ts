import { expect, test } from 'vitest'
import { bytesText } from './bytes.ts'

test('a small file has kilobytes, a large one megabytes', () => {
  expect(
    [0, 1, 4096, 999_001, 1_000_000, 1_240_000, 12_000_000]
      .map(bytesText)
      .map((text) => text.replace('\u00a0', ' ')),
  ).toEqual([...['0 KB', '1 KB', '5 KB', '1.000 KB', '1 MB', '1,2 MB', '12 MB']])
})
