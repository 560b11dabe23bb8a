// A village changes hands: from one facilitator to a colleague, in one step.

import { useState } from 'react'
import { useLocation } from 'wouter'
import { covers, levelOf, rolesAt, withAncestors } from '../../../kernel/place-code.ts'
import type { Holding } from '../../../kernel/role.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { type Colleague, handOver } from '../account.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { helpers } from '../roles.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'

/** Where to look for colleagues: as far above the village, up to its city, as I may see its people. */
function searchedAt(holdings: readonly Holding[], place: string): string {
  const seen = withAncestors(place).filter(
    (each) =>
      levelOf(each) !== 'province' &&
      levelOf(each) !== 'nation' &&
      rolesAt(holdings, each).some((role) => helpers.includes(role)),
  )
  return seen.at(-1) ?? place
}

type Props = { place: string; onClose: (changed: boolean) => void }

export function HandOverDialog({ place, onClose }: Props) {
  const { title } = usePlaceName(place)
  const { holdings } = usePhone().open.account
  const answer = useAnswer<{ people: Colleague[] }>('accounts.at-place', {
    place: searchedAt(holdings, place),
    role: 'facilitator',
  })
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={d('accounts.hand-over-title', { place: title })}
      closeLabel={g('accounts.close')}
    >
      <p>{d('accounts.hand-over-why')}</p>
      {answer.value ? (
        <Hands place={place} people={answer.value.people} onClose={onClose} />
      ) : (
        <AnswerRest answer={answer} label={g('accounts.loading')} />
      )}
    </Dialog>
  )
}

type Person = { account: string; name: string; user?: string }
const optionOf = ({ account, name, user }: Person) => ({
  value: account,
  label: user ? `${name} (${user})` : name,
})

/** Everybody once, though they hold several villages. */
const once = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((each) => [each.account, each])).values(),
]

function Hands({ place, people, onClose }: Props & { people: readonly Colleague[] }) {
  const { account } = usePhone().open
  const here = people.filter((each) => covers(each.place, place))
  const mine = rolesAt(account.holdings, place)
  const own: Person = { account: account.id, name: account.name }
  // A facilitator hands over his own; an officer anybody's.
  const givers = mine.includes('facilitator') ? [own] : once(here)
  const receivers = once(people.filter((each) => !each.disabled))
  if (givers.length === 0 || receivers.every((each) => each.account === givers[0]?.account))
    return <Notice tone="info">{d('accounts.hand-nobody')}</Notice>
  return <HandForm place={place} givers={givers} receivers={receivers} onClose={onClose} />
}

type FormProps = Props & { givers: readonly Person[]; receivers: readonly Person[] }

function HandForm({ place, givers, receivers, onClose }: FormProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const [, go] = useLocation()
  const { entries } = usePhoneState()
  const [from, setFrom] = useState(givers[0]?.account ?? '')
  const [to, setTo] = useState('')
  const [leaves, setLeaves] = useState(false)
  const [reason, setReason] = useState('')
  const self = from === phone.open.account.id
  const unsent = entries.filter((entry) => entry.place === place && entry.status !== 'sent').length
  const blocked = self && leaves && unsent > 0
  const send = () => {
    const faults = [
      ...(to === '' ? [{ field: 'to', message: d('accounts.hand-choose') }] : []),
      ...(reason.trim() === '' ? [{ field: 'reason', message: d('accounts.reason-missing') }] : []),
    ]
    if (faults.length > 0 || blocked) return sending.refuse(faults)
    sending.run(async () => {
      const how = await deliver(phone, handOver, place, { from, to, leaves, reason })
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      onClose(true)
      // Who left has nothing more to see here.
      if (self && leaves) go('/')
    })
  }
  return (
    <Form onSubmit={send} label={d('accounts.hand-over')}>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      {givers.length > 1 && (
        <SelectField
          name="from"
          label={d('accounts.hand-from')}
          value={from}
          onChange={setFrom}
          options={givers.map(optionOf)}
          error={sending.errorOf('from')}
        />
      )}
      <SelectField
        name="to"
        label={d('accounts.hand-to')}
        value={to}
        onChange={setTo}
        emptyLabel={d('accounts.hand-choose')}
        options={receivers.filter((each) => each.account !== from).map(optionOf)}
        error={sending.errorOf('to')}
      />
      <TextField
        name="reason"
        label={d('accounts.reason')}
        value={reason}
        onChange={setReason}
        maxLength={300}
        error={sending.errorOf('reason')}
      />
      <CheckField
        name="leaves"
        label={d('accounts.hand-leaves')}
        hint={d('accounts.hand-leaves-hint')}
        checked={leaves}
        onChange={setLeaves}
        error={sending.errorOf('leaves')}
      />
      {blocked && <Notice tone="warn">{d('accounts.hand-unsent', { count: unsent })}</Notice>}
      <FormActions>
        <Button onClick={() => onClose(false)}>{g('accounts.cancel')}</Button>
        <Button type="submit" variant="primary" loading={sending.busy} disabled={blocked}>
          {d('accounts.hand-over')}
        </Button>
      </FormActions>
    </Form>
  )
}
