// The people, and what may be done for each: a menu in the last column.
import { type ReactNode, useState } from 'react'
import { longDay } from '../../../kernel/day.ts'
import { isVillage } from '../../../kernel/place-code.ts'
import type { Appointed } from '../../../kernel/role.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { useAppointedText } from '../../../platform/browser/paper/AppointedLine.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Menu, type MenuItem } from '../../../platform/browser/ui/action/Menu.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { Colleague } from '../account.ts'
import { d } from '../desk-words.browser.ts'
import { useRoleName } from '../role-names.browser.tsx'
import { whoMayHelp, whoMayInvite } from '../roles.ts'
import { whyNotEnd, whyNotManage } from '../rules.ts'
import { g } from '../words.browser.ts'
import { useMayConfirm } from './ConfirmQueue.tsx'
import { type Deed, DeedDialog } from './DeedDialog.tsx'
import { waitsText } from './waits.ts'

export type PeopleTableProps = {
  place: string
  people: readonly Colleague[]
  onChanged: () => void
  empty: ReactNode
}

export function PeopleTable({ place, people, onChanged, empty }: PeopleTableProps) {
  const mayConfirm = useMayConfirm()
  const [deed, setDeed] = useState<{ what: Deed; person: Colleague } | null>(null)
  const columns: Column<Colleague>[] = [
    { key: 'name', header: g('accounts.name'), cell: (person) => `${person.name} (${person.user})` },
    { key: 'role', header: d('accounts.role'), cell: (person) => <RoleOf person={person} /> },
    {
      key: 'place',
      header: d('accounts.place'),
      cell: (person) => <PlaceTitle code={person.place} />,
      // In a village everybody is of it; above one, it is half of who somebody is.
      wideOnly: isVillage(place),
    },
    {
      key: 'state',
      header: d('accounts.status'),
      cell: (person) => <State person={person} mayConfirm={mayConfirm(person)} />,
    },
    {
      key: 'actions',
      header: d('accounts.actions'),
      action: true,
      cell: (person) => <Deeds person={person} place={place} onPick={(what) => setDeed({ what, person })} />,
    },
  ]
  return (
    <>
      <DataTable
        caption={d('accounts.team-title')}
        captionHidden
        columns={columns}
        rows={people}
        rowKey={(person) => person.holding}
        empty={empty}
      />
      {deed && (
        <DeedDialog
          key={`${deed.what}:${deed.person.holding}`}
          {...deed}
          onClose={(changed) => {
            setDeed(null)
            if (changed) onChanged()
          }}
        />
      )}
    </>
  )
}

function RoleOf({ person: { role, agency } }: { person: Colleague }) {
  const roleName = useRoleName()
  return (
    <>
      {roleName(role)}
      {agency && <small className="ac-seen">{agency.name}</small>}
    </>
  )
}

function PlaceTitle({ code }: { code: string }) {
  return <>{usePlaceName(code).title}</>
}

const Behind = (appointed: Omit<Appointed, 'role'>) => (
  <small className="ac-seen">{useAppointedText(appointed)}</small>
)

function State({ person, mayConfirm }: { person: Colleague; mayConfirm: boolean }) {
  if (person.disabled) return <StatusBadge status="declined" label={d('accounts.closed')} />
  if (person.suspended) return <StatusBadge status="declined" label={d('accounts.suspended')} />
  if (!person.confirmed)
    return (
      <>
        <StatusBadge status="waiting" label={d('accounts.unconfirmed')} />
        <small className="ac-seen">
          {mayConfirm ? d('accounts.unconfirmed-do') : waitsText(person.role, person.given?.name)}
        </small>
      </>
    )
  const seen = person.seenOn
  return (
    <>
      <StatusBadge
        status={seen ? 'done' : 'later'}
        label={d(seen ? 'accounts.active' : 'accounts.never-seen')}
      />
      {seen && <small className="ac-seen">{d('accounts.seen', { day: longDay(seen, language()) })}</small>}
      <Behind place={person.place} given={person.given} confirmed={person.confirmedBy} />
    </>
  )
}

/** What the rules allow as far as this screen can see; a role held elsewhere may still make the server say no. */
function Deeds({
  person,
  place,
  onPick,
}: {
  person: Colleague
  place: string
  onPick: (deed: Deed) => void
}) {
  const { account } = usePhone().open
  const own = account.id === person.account
  const may = (table: typeof whoMayHelp) =>
    !own && whyNotManage(table, account.holdings, [person], place).length === 0
  const help = may(whoMayHelp)
  const confirms = useMayConfirm()(person)
  const ends = whyNotEnd(account.holdings, person, own).length === 0
  const item = (what: Deed, label: string, icon: MenuItem['icon'], danger = false): MenuItem => ({
    label,
    icon,
    danger,
    onSelect: () => onPick(what),
  })
  const { confirmed, suspended, disabled } = person
  const lets = may(whoMayInvite)
  const all: [boolean, MenuItem][] = [
    [confirms && !confirmed, item('confirm', d('accounts.confirm'), 'check')],
    [help && !disabled, item('code', d('accounts.hand-code'), 'key')],
    [lets, item('lost', d('accounts.phone-lost'), 'lock')],
    [lets, item('devices', d('accounts.devices'), 'settings')],
    [lets, item('grant', d('accounts.give-role'), 'plus')],
    [ends && !own && !suspended, item('suspend', d('accounts.suspend'), 'lock', true)],
    [ends && !own && suspended, item('reinstate', d('accounts.reinstate'), 'refresh')],
    [ends, item('end', d('accounts.end-role'), 'x', true)],
    [help && !disabled, item('close', d('accounts.close-account'), 'slash-circle', true)],
    [help && disabled, item('open', d('accounts.open-account'), 'refresh')],
  ]
  const items = all.flatMap(([allowed, each]) => (allowed ? [each] : []))
  if (items.length === 0) return null
  return <Menu trigger={d('accounts.actions')} items={items} />
}
