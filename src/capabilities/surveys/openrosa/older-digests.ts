// Where an older version kept plain digests of originals and of their files.
import { keyedDigest, originalDigest } from '../../../platform/server/digests.ts'
import { bytesOf, bytesText, type Older } from '../../../platform/server/sealing-older.ts'

export const olderDigests: readonly Older[] = [
  {
    table: 'surveys.edition',
    column: 'xml_sha256',
    sealed: (vault, value) => bytesText(originalDigest(vault, bytesOf(value))),
  },
  {
    table: 'surveys.attachment',
    column: 'sha256',
    sealed: (vault, value) => keyedDigest(vault, value),
  },
]
