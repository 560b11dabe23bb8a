// What a deed is, for tests that let anything happen in any order.
import type { Command } from '../../kernel/command.ts'
import type { Role } from '../../kernel/role.ts'

export type Rows = Readonly<Record<string, readonly never[]>>
/** The programme that the village has taken up, another beside it, and a form that surveys of poor families are filled on. */
export type About = { enrolment: string; beside: string; form: string }
export type Deed = { as: Role; command: Command<never>; input: unknown }
/** Typed by the command it gives. */
export const deed = <Input>(as: Role, command: Command<Input>, input: NoInfer<Input>): Deed => ({
  ...{ as, command: command as unknown as Command<never>, input },
})
