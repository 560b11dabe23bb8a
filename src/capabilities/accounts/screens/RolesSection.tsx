// What I am offered, with yes and no; what I hold, who gave and confirmed it, and laying it down.
import { type ReactNode, useState } from 'react'
import { isVillage, nation } from '../../../kernel/place-code.ts'
import { type Appointed, isControlling } from '../../../kernel/role.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { PlaceScope, usePhone } from '../../../platform/browser/hooks.tsx'
import { useAppointedText } from '../../../platform/browser/paper/AppointedLine.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Mine, OwnHolding } from '../account.ts'
import { accept, decline, layDown, type OnBehalf, type OwnOffer } from '../appointing/appointment.ts'
import { arriveAgain, askWho } from '../arrival.browser.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { RoleNamesBelow, RoleNamesHere, useRoleName } from '../role-names.browser.tsx'
import { useSending } from '../use-sending.browser.ts'
import { dayOf, g } from '../words.browser.ts'
import { OnBehalfList } from './OnBehalfList.tsx'
import { waitsText } from './waits.ts'

const placeText = (place: string, { title, line }: { title: string; line: string }) =>
  place === nation ? 'Indonesia' : [title, line].filter(Boolean).join(', ')

/** Roles are called as the programmes of their village or area call them. */
function Named({ place, children }: { place: string; children: ReactNode }) {
  if (place === nation) return children
  if (!isVillage(place)) return <RoleNamesBelow area={place}>{children}</RoleNamesBelow>
  return (
    <PlaceScope place={place} loading={children}>
      <RoleNamesHere>{children}</RoleNamesHere>
    </PlaceScope>
  )
}

export function RolesSection({ mine, onChanged }: { mine: Mine; onChanged: () => void }) {
  return (
    <>
      {mine.offers.length > 0 && (
        <Section title={d('accounts.my-offers')} subtitle={d('accounts.my-offers-why')}>
          {mine.offers.map((offer) => (
            <Named key={offer.id} place={offer.place}>
              <OfferRow offer={offer} onChanged={onChanged} />
            </Named>
          ))}
        </Section>
      )}
      <Section title={d('accounts.my-roles')}>
        {mine.holdings.length === 0 ? (
          <EmptyState icon="people" title={d('accounts.no-roles')} />
        ) : (
          mine.holdings.map((holding) => (
            <Named key={holding.id} place={holding.place}>
              <RoleRow holding={holding} onChanged={onChanged} />
            </Named>
          ))
        )}
      </Section>
    </>
  )
}

function OfferRow({ offer, onChanged }: { offer: OwnOffer; onChanged: () => void }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const where = placeText(offer.place, usePlaceName(offer.place))
  const roleName = useRoleName()
  const facts = { role: roleName(offer.role), place: where, by: offer.by }
  const say = (what: typeof accept) =>
    sending.run(async () => {
      const how = await deliver(phone, what, offer.place, { offer: offer.id })
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      // The new role is on this phone from the next unlocking on.
      if (how === 'done' && what === accept) arriveAgain((await askWho()).account)
      else onChanged()
    })
  return (
    <div className="ac-row">
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      <div>
        <strong>{d('accounts.offered', facts)}</strong>
        {offer.agency && <small>{offer.agency.name}</small>}
        {offer.handsOver && <small>{d('accounts.offer-hands-over')}</small>}
        {isControlling(offer.role) && <small>{d('accounts.offer-second')}</small>}
        <small>{d('accounts.until', { day: dayOf(offer.expires) })}</small>
      </div>
      <Cluster>
        <Button variant="primary" icon="check" loading={sending.busy} onClick={() => say(accept)}>
          {d('accounts.accept')}
        </Button>
        <Button icon="x" loading={sending.busy} onClick={() => say(decline)}>
          {d('accounts.decline')}
        </Button>
      </Cluster>
    </div>
  )
}

const Behind = (appointed: Omit<Appointed, 'role'>) => <small>{useAppointedText(appointed)}</small>

function RoleRow({ holding, onChanged }: { holding: OwnHolding; onChanged: () => void }) {
  const { place, role, agency, given, confirmed, confirmedBy, suspended } = holding
  const where = placeText(place, usePlaceName(place))
  const roleName = useRoleName()
  const [asking, setAsking] = useState(false)
  return (
    <div className="ac-row">
      <div>
        <strong>{roleName(role)}</strong>
        {agency && <small>{agency.name}</small>}
        <small>{where}</small>
        <small>{d('accounts.since', { day: dayOf(holding.since) })}</small>
        {confirmed && <Behind {...{ place, given }} confirmed={confirmedBy} />}
        {!confirmed && given && <small>{d('accounts.given-by', { name: given.name })}</small>}
        {!confirmed && <small>{waitsText(role, given?.name)}</small>}
      </div>
      {suspended && <StatusBadge status="declined" label={d('accounts.suspended')} />}
      {!suspended && !confirmed && <StatusBadge status="waiting" label={d('accounts.unconfirmed')} />}
      <Button variant="quiet" icon="logout" onClick={() => setAsking(true)}>
        {d('accounts.lay-down')}
      </Button>
      {asking && <LayDown {...{ holding, where, onChanged }} onClose={() => setAsking(false)} />}
    </div>
  )
}

type Leaving = { issued: OnBehalf[]; others: number }
type Laying = { holding: OwnHolding; where: string; onChanged: () => void; onClose: () => void }

function LayDown({ holding, where, onChanged, onClose }: Laying) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const roleName = useRoleName()
  const answer = useAnswer<Leaving>('accounts.leaving', { holding: holding.id })
  const lay = () =>
    sending.run(async () => {
      const how = await deliver(phone, layDown, holding.place, { holding: holding.id })
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      onClose()
      onChanged()
    })
  return (
    <ConfirmDialog
      open
      title={d('accounts.lay-down-title', { role: roleName(holding.role), place: where })}
      confirmLabel={d('accounts.lay-down')}
      cancelLabel={g('accounts.cancel')}
      danger
      loading={sending.busy}
      onConfirm={lay}
      onCancel={onClose}
    >
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      <p>{d('accounts.lay-down-why')}</p>
      {!answer.value && <AnswerRest answer={answer} label={g('accounts.loading')} />}
      {answer.value?.others === 0 && <Notice tone="warn" title={d('accounts.lay-down-only')} />}
      {answer.value && <OnBehalfList issued={answer.value.issued} />}
    </ConfirmDialog>
  )
}
