// What roles are called: by the house, or in a village as the programmes call them that run there ("Anggota TKPK").
import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '../../kernel/role.ts'
import { useRows } from '../../platform/browser/hooks.tsx'
import { language } from '../../platform/browser/language.ts'
import type { Programme } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { roleName } from './words.browser.ts'

const Names = createContext<(role: Role) => string>(roleName)
export const useRoleName = () => useContext(Names)

/** Below it, a role has the title of each programme that runs here, once each; the house's word where none has its own. */
export function RoleNamesHere({ children }: { children: ReactNode }) {
  const programmes = useRows<Programme & { key: string }>('programmes.programme')
  const running = useRows<EnrolmentRow>('programmes.enrolment').flatMap(({ status, programme }) =>
    status === 'started' ? programmes.filter(({ key }) => key === programme) : [],
  )
  const nameHere = (role: Role) => {
    const titles = running.map(({ roleTitles }) => roleTitles?.[role]?.[language()] ?? roleName(role))
    return [...new Set(titles)].join(' / ') || roleName(role)
  }
  return <Names.Provider value={nameHere}>{children}</Names.Provider>
}
