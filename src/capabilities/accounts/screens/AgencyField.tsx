// Which agency an officer's role is a function of, where the place has agencies; nothing for any other role.
import { useState } from 'react'
import type { Role } from '../../../kernel/role.ts'
import { AnswerFault } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import type { Agency } from '../../agencies/agency.ts'
import { mayBeOfAgency } from '../agency-rules.ts'
import { d } from '../desk-words.browser.ts'

/** The agencies to choose from for this role, and the one that is chosen. */
export function useAgencyChoice(place: string, role: Role | '' | undefined) {
  const asks = role !== undefined && role !== '' && mayBeOfAgency(role)
  const { value, fault, again } = useAnswer<{ agencies: Agency[] }>(
    'agencies.choices',
    asks ? { place } : null,
  )
  const [chosen, choose] = useState('')
  const agencies = asks ? (value?.agencies ?? []) : []
  return {
    agencies,
    fault: asks ? fault : undefined,
    again,
    chosen: agencies.some(({ id }) => id === chosen) ? chosen : null,
    choose,
  }
}

type Props = ReturnType<typeof useAgencyChoice> & { error: string | undefined }

/** Where the agencies did not come it says so: a role without one is wider. */
export function AgencyField({ agencies, chosen, choose, error, fault, again }: Props) {
  if (fault) return <AnswerFault fault={fault} again={again} level={3} />
  if (agencies.length === 0) return null
  return (
    <SelectField
      name="agency"
      label={d('accounts.invite-agency')}
      hint={d('accounts.invite-agency-hint')}
      value={chosen ?? ''}
      onChange={choose}
      emptyLabel={d('accounts.invite-no-agency')}
      options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      error={error}
    />
  )
}
