// By which of their roles somebody gives a command, and in which of these a word of theirs counts.
import type { Command } from '../../kernel/command.ts'
import { rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import { actingBy, type Role, vouchedFor } from '../../kernel/role.ts'
import type { Actor } from './capability.ts'

/** Roles that let this actor give this command at this place; empty means it is forbidden. */
export function rolesFor(
  command: Pick<Command<never>, 'roles' | 'scope'>,
  actor: Actor,
  place: string,
): Role[] | null {
  const held = rolesAt(actor.holdings, place)
  if (command.roles.includes('account')) return held
  const fitting = held.filter((role) => command.roles.includes(role))
  return fitting.length > 0 ? held : null
}

/** Of the roles, those in which a word counts. In one that nobody above stands for, whoever gave it might be speaking. */
export function ofWord(
  command: Command<never>,
  actor: Actor,
  place: string,
): { actor: Actor; roles: Role[] } {
  const holdings = vouchedFor(actor.holdings)
  const roles = rolesFor(command, { ...actor, holdings }, place)
  if (!roles) throw new Refused([refuse('platform.not-confirmed')])
  return { actor: { ...actor, holdings }, roles }
}

/** Who gives a command, by the roles that somebody may act by: in a controlling one not before a second officer has confirmed it. */
export function actingAt(
  command: Command<never>,
  sender: Actor,
  place: string,
): { actor: Actor; roles: Role[] } | { status: 'refused' | 'forbidden'; refusals: readonly Refusal[] } {
  const actor = { ...sender, holdings: actingBy(sender.holdings) }
  const roles = rolesFor(command, actor, place)
  if (roles) return { actor, roles }
  if (rolesFor(command, sender, place))
    return { status: 'refused', refusals: [refuse('platform.not-confirmed')] }
  return { status: 'forbidden', refusals: [refuse('platform.forbidden')] }
}
