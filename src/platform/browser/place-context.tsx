// What screens of a place may ask without knowing who answers: the facts that capabilities give, and where
// a gate's link leads. The lists behind it live in apps/.
import { createContext, useContext, useMemo } from 'react'
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { rolesAt } from '../../kernel/place-code.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import { usePhone, usePlaceView } from './hooks.tsx'

export type PlaceServices = {
  givers: readonly FactGiver[]
  /** From a gate's link (`meetings/new?kind=rkm`) to an address of this app. */
  linkOf: (satisfiedBy: string, place: string, enrolment: string) => string
}

const Context = createContext<PlaceServices>({ givers: [], linkOf: (_link, place) => `/d/${place}` })
export const PlaceServicesProvider = Context.Provider
export const usePlaceServices = (): PlaceServices => useContext(Context)

/** All facts about an enrolment that this phone can compute from its local copy. */
export function useFacts(enrolment: string | undefined): Facts {
  const view = usePlaceView()
  const { givers } = usePlaceServices()
  const version = view.version()
  // The version stands for all rows of the view.
  return useMemo(
    () => (enrolment ? Object.assign({}, ...givers.map((giver) => giver(view, enrolment))) : {}),
    [view, version, givers, enrolment],
  )
}

/** The roles that the signed-in person holds at a place. */
export function useRoles(place: string): readonly Role[] {
  const holdings: readonly Holding[] = usePhone().open.account.holdings
  return useMemo(() => rolesAt(holdings, place), [holdings, place])
}
