// Which agency an officer's role is a function of, where the place has agencies; nothing for any other role.
import { useState } from 'react'
import type { Role } from '../../../kernel/role.ts'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import type { Agency } from '../../agencies/agency.ts'
import { mayBeOfAgency } from '../agency-rules.ts'
import { d } from '../desk-words.browser.ts'

/** The agencies to choose from for this role, and the one that is chosen. */
export function useAgencyChoice(place: string, role: Role | '' | undefined) {
  const asks = role !== undefined && role !== '' && mayBeOfAgency(role)
  const { value } = useAnswer<{ agencies: Agency[] }>('agencies.choices', asks ? { place } : null)
  const [chosen, choose] = useState('')
  const agencies = asks ? (value?.agencies ?? []) : []
  return { agencies, chosen: agencies.some(({ id }) => id === chosen) ? chosen : null, choose }
}

type Props = ReturnType<typeof useAgencyChoice> & { error: string | undefined }

export function AgencyField({ agencies, chosen, choose, error }: Props) {
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
