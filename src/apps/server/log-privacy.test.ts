// What a person writes in their own words may name somebody, and the log is kept for ever: it holds digests of it.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { serverCapabilities } from './capabilities.ts'

const ownWords = ['note', 'reason']

test('no command leaves a note or a reason readable in the log', () => {
  const readable: string[] = []
  for (const { command } of serverCapabilities.flatMap((capability) => capability.commands ?? [])) {
    const schema = z.toJSONSchema(command.input as z.ZodMiniType, { unrepresentable: 'any', io: 'input' })
    for (const field of ownWords) {
      const said = schema.properties?.[field]
      const kept = [...(command.personal ?? []), ...(command.secret ?? [])]
      if (said && !kept.includes(field)) readable.push(`${command.name}: ${field}`)
    }
  }
  expect(readable).toEqual([])
})
