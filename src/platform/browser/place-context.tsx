// What screens may ask without knowing who answers: the facts that capabilities give, where a gate's link leads, what waits and
// what has a day. The lists behind it live in apps/.
import { createContext, useContext, useMemo } from 'react'
import type { Facts } from '../../kernel/facts.ts'
import { covers, rolesAt } from '../../kernel/place-code.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import type { AreaPage } from './capability.ts'
import type { Composed } from './entries.ts'
import { usePhone, usePlaceView } from './hooks.tsx'
import type { PlaceView } from './local/view.ts'

export type Satisfying = { href: string; roles: readonly Role[] }

export type PlaceServices = {
  /** All facts about an enrolment: as the server told them, and anew where work waits to be sent. */
  factsOf: (view: PlaceView, enrolment: string) => Facts
  /** From a gate's link (`meetings/new?kind=rkm`) to an address of this app, and who may do there what it asks; null: not here yet. */
  linkOf: (satisfiedBy: string, place: string, enrolment: string) => Satisfying | null
  /** What all capabilities bring to the lists of a village. */
  entries: () => Promise<Composed>
  /** Pages about an area above villages. */
  areas: readonly AreaPage[]
}

/** Where no capability answers: what a screen is tried with. */
export const noServices: PlaceServices = {
  factsOf: () => ({}),
  linkOf: () => null,
  entries: () => import('./entries.ts').then(({ composed }) => composed([])),
  areas: [],
}

const Context = createContext<PlaceServices>(noServices)
export const PlaceServicesProvider = Context.Provider
export const usePlaceServices = (): PlaceServices => useContext(Context)

/** All facts about an enrolment that this phone knows. */
export function useFacts(enrolment: string | undefined): Facts {
  const view = usePlaceView()
  const { factsOf } = usePlaceServices()
  const version = view.version()
  // The version stands for all rows of the view.
  return useMemo(() => (enrolment ? factsOf(view, enrolment) : {}), [view, version, factsOf, enrolment])
}

/** The agencies that the signed-in person works for at a place; none where some role there is of no agency. */
export function useAgencies(place: string): readonly string[] {
  const holdings: readonly Holding[] = usePhone().open.account.holdings
  const here = holdings.filter((held) => covers(held.place, place))
  return here.every(({ agency }) => agency) ? [...new Set(here.map(({ agency }) => agency?.name ?? ''))] : []
}

/** The roles that the signed-in person holds at a place. */
export function useRoles(place: string): readonly Role[] {
  const holdings: readonly Holding[] = usePhone().open.account.holdings
  return useMemo(() => rolesAt(holdings, place), [holdings, place])
}
