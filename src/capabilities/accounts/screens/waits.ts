// For whom a role waits that nobody stands for yet, in words.
import { isControlling, type Role } from '../../../kernel/role.ts'
import { d } from '../desk-words.browser.ts'
import { controls } from '../roles.ts'
import { roleName } from '../words.browser.ts'

/** `by`: who gave it. */
export function waitsText(role: Role, by: string | undefined): string {
  if (!isControlling(role)) return d('accounts.unconfirmed-wait')
  const officers = controls[role].by.map(roleName).join(', ')
  return by ? d('accounts.waits-second', { officers, by }) : d('accounts.waits-officer', { officers })
}
