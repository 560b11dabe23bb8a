// The facts that institutions give to gates. Pure: the phone counts them over its copy, the server in the command that changed
// them. How many are listed is told of the village as a whole; that their profile is agreed, of each programme.
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import type { View } from '../../kernel/view.ts'
import { type Agreed, agreementCollection, type ProfileAgreement } from './agreement.ts'
import { institutionCollection } from './institution.ts'
import { activeIn, institutionIn } from './view.ts'

export function listedFacts(view: View): Facts {
  const active = activeIn(view)
  const records = active.map(({ id }) => ({ collection: institutionCollection, id }))
  return { 'institutions.listed': { value: active.length, records: records.slice(0, 50) } }
}

/** Of those that were agreed on, the ones that are still there; a record merged since is the one it went into. */
export function stillAgreedOn(view: View, agreed: Agreed): string[] {
  if (agreed.unproven) return []
  const now = agreed.institutions.flatMap((id) => institutionIn(view, id) ?? [])
  return [...new Set(now.filter(({ state }) => state === 'active').map(({ id }) => id))]
}

/** Which of them stands in the agreement of a programme; who comes onto the register later does not undo it. */
export const agreedIn = (view: View, enrolment: string): Set<string> =>
  new Set(
    (view.get<ProfileAgreement>(agreementCollection, enrolment)?.agreed ?? []).flatMap((each) =>
      stillAgreedOn(view, each),
    ),
  )

/** Of a programme for which nobody agreed yet: nothing. */
export function agreedFacts(view: View, enrolment: string): Facts {
  if (!view.get<ProfileAgreement>(agreementCollection, enrolment)) return {}
  const records = [{ collection: agreementCollection, id: enrolment }]
  return { 'institutions.profile_agreed': { value: agreedIn(view, enrolment).size > 0, records } }
}

export const institutionFacts: FactGiver = (view, enrolment) => ({
  ...listedFacts(view),
  ...agreedFacts(view, enrolment),
})
