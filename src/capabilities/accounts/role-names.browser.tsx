// What roles are called: by the house, or as the programmes call them that run in the village or area ("Anggota TKPK").

import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '../../kernel/role.ts'
import { useAnswer } from '../../platform/browser/asking/use-answer.ts'
import { useRows } from '../../platform/browser/hooks.tsx'
import { language } from '../../platform/browser/language.ts'
import type { SelectOption } from '../../platform/browser/ui/form/SelectField.tsx'
import { type NamedRole, namedRoles, type Programme, type Words } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { d } from './desk-words.browser.ts'
import { inOrder, type TitlesHere, titlesHere } from './role-titles.ts'
import { roleName } from './words.browser.ts'

const Titles = createContext<TitlesHere>(new Map())

/** A role has the title of each programme that names it here, once each; the house's word where none has its own. */
export function useRoleName(): (role: Role) => string {
  const titles = useContext(Titles)
  return (role) => called(role, titles.get(role))
}

/** A role by the titles that programmes have for it, once each. */
export function called(role: Role, titles: readonly (Words | null)[] = []): string {
  const all = titles.map((title) => title?.[language()] ?? roleName(role))
  return [...new Set(all)].join(' / ') || roleName(role)
}

/** Roles to choose from: those that the programmes here name come first, the others follow under a word of their own. */
export function useRoleOptions(given: readonly Role[]): SelectOption[] {
  const { named, others } = inOrder(given, useContext(Titles))
  const nameOf = useRoleName()
  const parted = named.length > 0 && others.length > 0
  const optionsOf = (roles: readonly Role[], group: string) =>
    roles.map((role) => ({ value: role, label: nameOf(role), ...(parted ? { group } : {}) }))
  return [
    ...optionsOf(named, d('accounts.roles-of-programmes')),
    ...optionsOf(others, d('accounts.roles-others')),
  ]
}

type Props = { children: ReactNode }

export function RoleNamesHere({ children }: Props) {
  const programmes = useRows<Programme & { key: string }>('programmes.programme')
  const running = useRows<EnrolmentRow>('programmes.enrolment').filter(({ status }) => status === 'started')
  const named = programmes
    .filter(({ key }) => running.some(({ programme }) => programme === key))
    .map(namedRoles)
  return <Titles.Provider value={titlesHere(named)}>{children}</Titles.Provider>
}

/** The same for an area; until the server has told, and where it does not, roles stand as the house has them. */
export function RoleNamesBelow({ area, children }: Props & { area: string }) {
  const { value } = useAnswer<{ programmes: NamedRole[][] }>('programmes.roles', { place: area })
  return <Titles.Provider value={titlesHere(value?.programmes ?? [])}>{children}</Titles.Provider>
}
