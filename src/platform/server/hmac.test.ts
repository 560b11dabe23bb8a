import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hmacSha256 } from './hmac.ts'

it('is the HMAC that everybody else computes, for keys and texts of any length', async () => {
  await fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ maxLength: 300, unit: 'grapheme' }),
      (key, text) => {
        expect(hmacSha256(key, text).toString('hex')).toBe(
          createHmac('sha256', key).update(text).digest('hex'),
        )
      },
    ),
  )
})
