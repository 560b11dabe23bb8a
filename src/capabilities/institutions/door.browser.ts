// What screens of higher capabilities may use of institutions: rules and words, and giving many entries at once.

import type { View } from '../../kernel/view.ts'
import { usePlaceView, useRows } from '../../platform/browser/hooks.tsx'
import type { Phone } from '../../platform/browser/sync/phone.ts'
import type { AgreeProfile } from './agreement.ts'
import { agreedIn } from './evidence.ts'
import {
  type Institution,
  institutionCollection,
  mostAtOnce,
  type NewInstitution,
  registerInstitutions,
} from './institution.ts'
import { kindText } from './kinds.ts'
import { alike } from './likeness.ts'
import { whyNotAgree } from './rules.ts'
import { membersText, say, todayAt } from './screens/words.ts'
import { registered } from './steps.ts'
import { institutionsTexts } from './texts.ts'
import { type TieInstitutions, tieInstitutions } from './tie.ts'
import { whyNotTie } from './tie-rules.ts'
import { activeIn, registerIn } from './view.ts'

/** What there is to agree on for a programme, and what stands agreed already. */
export function useProfileRules(enrolment: string) {
  const view = usePlaceView()
  return {
    active: activeIn(view),
    covered: agreedIn(view, enrolment),
    says: [institutionsTexts],
    whyNotAgree: (input: AgreeProfile) => whyNotAgree(view, input, todayAt(view.place)),
  }
}

type Named = Pick<Institution, 'id' | 'name' | 'otherNames'>

/** First all institutions, in handfuls, then the ties between them: the outbox keeps that order. */
async function registerAll(
  phone: Phone,
  place: string,
  institutions: readonly NewInstitution[],
  ties: readonly TieInstitutions[],
): Promise<void> {
  for (let at = 0; at < institutions.length; at += mostAtOnce)
    await phone.give(registerInstitutions, place, { institutions: institutions.slice(at, at + mostAtOnce) })
  for (const tie of ties) await phone.give(tieInstitutions, place, tie)
}

/** Taking entries onto the register that come from elsewhere. */
export function useTakingIn(place: string) {
  const register = registerIn(usePlaceView())
  const origins = useRows<Institution>(institutionCollection).flatMap(({ origin }) => origin ?? [])
  return {
    /** What was taken already, also onto a record that was merged or has ended. */
    origins: new Set(origins),
    /** On the register, and among those that come before it. */
    alikeOf: (entry: Named, before: readonly Named[]) =>
      alike(entry, [...register, ...before.map((each) => ({ ...each, state: 'active' as const }))]),
    describe: (entry: NewInstitution) =>
      [say(kindText(entry.kind)), membersText(entry)].filter(Boolean).join(' · '),
    rowOf: registered,
    fits: (view: View, tie: TieInstitutions) => whyNotTie(view, tie).length === 0,
    registerAll: (phone: Phone, entries: readonly NewInstitution[], ties: readonly TieInstitutions[]) =>
      registerAll(phone, place, entries, ties),
  }
}
