// Roles at and below a place that nobody stands for yet: who confirms each, and how.
import { useState } from 'react'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Colleague } from '../account.ts'
import { d } from '../desk-words.browser.ts'
import { useRoleName } from '../role-names.browser.tsx'
import { whyNotConfirm } from '../rules.ts'
import { DeedDialog } from './DeedDialog.tsx'
import { waitsText } from './waits.ts'

/** As far as this screen can see: the server knows too whom the giver has appointed. */
export function useMayConfirm(): (person: Colleague) => boolean {
  const { id, holdings } = usePhone().open.account
  return ({ account, role, place, givenBy }) =>
    whyNotConfirm(
      { account: id, holdings },
      { account, role, place, grantedBy: givenBy, doubtedBy: null },
      [],
    ).length === 0
}

export function ConfirmQueue({ place, onChanged }: { place: string; onChanged: () => void }) {
  const answer = useAnswer<{ people: Colleague[] }>('accounts.at-place', { place, waiting: 'yes' })
  const [asking, setAsking] = useState<Colleague | null>(null)
  const waiting = answer.value?.people ?? []
  // As long as it is not known, nobody is said to wait; why not, the list below says, which asks the same.
  if (waiting.length === 0) return null
  return (
    <Section title={d('accounts.queue')} subtitle={d('accounts.queue-why')}>
      {waiting.map((person) => (
        <Row key={person.holding} person={person} onAsk={() => setAsking(person)} />
      ))}
      {asking && (
        <DeedDialog
          what="confirm"
          person={asking}
          onClose={(changed) => {
            setAsking(null)
            if (!changed) return
            answer.again()
            onChanged()
          }}
        />
      )}
    </Section>
  )
}

function Row({ person, onAsk }: { person: Colleague; onAsk: () => void }) {
  const where = usePlaceName(person.place)
  const roleName = useRoleName()
  const may = useMayConfirm()(person)
  const by = person.given?.name
  return (
    <div className="ac-row">
      <div>
        <strong>{person.name}</strong>
        <small>{[roleName(person.role), person.agency?.name, where.title].filter(Boolean).join(', ')}</small>
        {by && <small>{d('accounts.given-by', { name: by })}</small>}
        {!may && <small>{waitsText(person.role, by)}</small>}
      </div>
      {may && (
        <Button variant="primary" icon="check" onClick={onAsk}>
          {d('accounts.confirm')}
        </Button>
      )}
    </div>
  )
}
