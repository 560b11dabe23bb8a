// The list of roles that control others is held against what is declared: whose word closes a stage after who brings it, and who
// alone may say that it was seen.
import { expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import { closingSignOff } from '../../src/capabilities/programmes/chain.ts'
import { signRoles } from '../../src/capabilities/programmes/definition.ts'
import { shipped } from '../../src/capabilities/programmes/shipped.testing.ts'
import { controllingRoles, villageWorkers } from '../../src/kernel/role.ts'

const controlling: readonly string[] = controllingRoles

test('who closes a stage that others bring controls them', () => {
  const closing = shipped.programmes.flatMap(({ stages }) =>
    stages.flatMap((stage) => {
      const last = closingSignOff(stage)
      return last && last !== stage.signOffs[0] ? signRoles(last) : []
    }),
  )
  expect(closing.length).toBeGreaterThan(3)
  expect([...new Set(closing)].filter((role) => !controlling.includes(role))).toEqual([])
})

test('a word that counts is given in a controlling role, or by who works in a village and an officer stands for', () => {
  const words = serverCapabilities
    .flatMap(({ commands = [] }) => commands.map(({ command }) => command))
    .filter(({ confirmed }) => confirmed)
  expect(words.length).toBeGreaterThan(8)
  const known = new Set<string>([...controlling, ...villageWorkers])
  expect(
    words.flatMap(({ name, roles }) => roles.filter((role) => !known.has(role)).map((role) => [name, role])),
  ).toEqual([])
  // Where only one kind of role may give it, it stands over all others.
  const alone = words.flatMap(({ roles }) => (roles.length === 1 ? roles : []))
  expect(alone.filter((role) => !controlling.includes(role))).toEqual([])
})
