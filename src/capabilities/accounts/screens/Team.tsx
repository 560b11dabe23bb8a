// People with roles at a place and below: who, invite, help, end.
import './accounts.css'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { isVillage } from '../../../kernel/place-code.ts'
import { roles as allRoles } from '../../../kernel/role.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PlacePicker } from '../../places/door.browser.tsx'
import { type Colleague, type OpenInvitation, withdrawInvitation } from '../account.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { useRoleName, useRoleOptions } from '../role-names.browser.tsx'
import { handers, mayGive } from '../rules.ts'
import { useSending } from '../use-sending.browser.ts'
import { dayOf, g } from '../words.browser.ts'
import { ConfirmQueue } from './ConfirmQueue.tsx'
import { tableOf } from './export-people.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'

type Listed = { people: Colleague[]; next: string | null; invitations: OpenInvitation[] }

/** The text once its writer has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), 300)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

export function Team({ place }: { place: string }) {
  const name = usePlaceName(place)
  const held = useRoles(place)
  const [, go] = useLocation()
  const [search, setSearch] = useState('')
  const [role, setRole] = useState('')
  const [asking, setAsking] = useState<'invite' | 'hand-over' | null>(null)
  const [after, setAfter] = useState<string | undefined>()
  const answer = useAnswer<Listed>('accounts.at-place', {
    place,
    search: usePaused(search),
    role,
    after,
  })
  const [earlier, setEarlier] = useState<readonly Colleague[]>([])
  const filter = (set: (value: string) => void) => (value: string) => {
    setAfter(undefined)
    setEarlier([])
    set(value)
  }
  const options = useRoleOptions(allRoles)
  const given = mayGive(usePhone().open.account.holdings, place)
  const listed = answer.value
  // Once each: until the next page comes, the one before it stands in both.
  const people = [
    ...new Map([...earlier, ...(listed?.people ?? [])].map((each) => [each.holding, each])).values(),
  ]
  const anew = () => {
    setAfter(undefined)
    setEarlier([])
    answer.again()
  }
  return (
    <Page
      title={d('accounts.team-title')}
      subtitle={`${name.title}. ${d('accounts.team-intro')}`}
      actions={
        <Cluster>
          {isVillage(place) && held.some((role) => handers.includes(role)) && (
            <Button icon="people" onClick={() => setAsking('hand-over')}>
              {d('accounts.hand-over')}
            </Button>
          )}
          {listed && people.length > 0 && (
            <ExportButton name={`tim-${place}`} table={() => tableOf(people)} />
          )}
          {given.length > 0 && (
            <Button variant="primary" icon="plus" onClick={() => setAsking('invite')}>
              {d('accounts.invite')}
            </Button>
          )}
        </Cluster>
      }
    >
      <ConfirmQueue place={place} onChanged={anew} />
      {answer.fault?.kind !== 'forbidden' && (
        <FormRow>
          <TextField
            name="search"
            label={d('accounts.search')}
            value={search}
            onChange={filter(setSearch)}
            maxLength={100}
          />
          <SelectField
            name="role"
            label={d('accounts.role')}
            value={role}
            onChange={filter(setRole)}
            emptyLabel={d('accounts.any-role')}
            options={options}
          />
        </FormRow>
      )}
      {!listed && <AnswerRest answer={answer} label={g('accounts.loading')} />}
      {listed && (
        <PeopleTable
          place={place}
          people={people}
          onChanged={anew}
          empty={
            <EmptyState icon="people" title={d('accounts.team-empty')}>
              {d('accounts.team-empty-why')}
            </EmptyState>
          }
        />
      )}
      {listed?.next && (
        <Button
          onClick={() => {
            setEarlier(people)
            setAfter(listed.next ?? undefined)
          }}
        >
          {d('accounts.more')}
        </Button>
      )}
      {listed && listed.invitations.length > 0 && (
        <Invitations invitations={listed.invitations} onChanged={anew} />
      )}
      {!isVillage(place) && (
        <Section title={d('accounts.team-below')}>
          <PlacePicker
            label={d('accounts.team-below-by')}
            below={place}
            onPick={({ code }) => go(isVillage(code) ? `/d/${code}/tim` : `/tim/${code}`)}
          />
        </Section>
      )}
      {asking === 'hand-over' && (
        <HandOverDialog
          place={place}
          onClose={(changed) => {
            setAsking(null)
            if (changed) anew()
          }}
        />
      )}
      {asking === 'invite' && (
        <InviteDialog
          place={place}
          given={given}
          onClose={() => {
            setAsking(null)
            anew()
          }}
        />
      )}
    </Page>
  )
}

function Invitations({
  invitations,
  onChanged,
}: {
  invitations: readonly OpenInvitation[]
  onChanged: () => void
}) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const roleName = useRoleName()
  const withdraw = (invitation: OpenInvitation) =>
    sending.run(async () => {
      const how = await deliver(phone, withdrawInvitation, invitation.place, { id: invitation.id })
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      onChanged()
    })
  return (
    <Section title={d('accounts.open-invitations')}>
      {sending.faults.map((fault) => (
        <Notice key={fault.message} tone="refused" announce="alert">
          {fault.message}
        </Notice>
      ))}
      <div>
        {invitations.map((each) => (
          <div className="ac-row" key={each.id}>
            <div>
              <strong>{each.nameHint}</strong>
              <small>
                {[roleName(each.role), each.agency?.name].filter(Boolean).join(', ')} ·{' '}
                {d('accounts.until', { day: dayOf(each.expires) })}
              </small>
              {each.toAccount && <small>{d('accounts.awaits-yes')}</small>}
              {each.madeBy && <small>{g('accounts.invited-by', { name: each.madeBy })}</small>}
            </div>
            <Button icon="x" loading={sending.busy} onClick={() => withdraw(each)}>
              {d('accounts.withdraw')}
            </Button>
          </div>
        ))}
      </div>
    </Section>
  )
}
