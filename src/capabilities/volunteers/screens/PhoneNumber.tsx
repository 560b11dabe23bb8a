// The telephone number: sealed on the server, asked for by who may, and each look is written down there.

import { useState } from 'react'
import { ask } from '../../../platform/browser/api.ts'
import { type Fault, faultOf } from '../../../platform/browser/asking/fault.ts'
import { faultSentence } from '../../../platform/browser/asking/fault-sentence.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { type Volunteer, volunteerPhone } from '../volunteer.ts'
import { t } from './words.tsx'

export function PhoneNumber({ place, volunteer }: { place: string; volunteer: Volunteer }) {
  const roles = useRoles(place)
  const [number, setNumber] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault>()
  if (!volunteer.hasPhone) return t('one.phone-none')
  if (number) return <a href={`tel:${number.replace(/[ .-]/g, '')}`}>{number}</a>
  if (!roles.some((role) => (volunteerPhone.roles as readonly string[]).includes(role)))
    return t('one.phone-sealed')
  const look = () =>
    ask<{ phone: string | null }>('volunteers.phone', { place, volunteer: volunteer.id })
      .then(({ phone }) => setNumber(phone))
      .catch((error: unknown) => setFault(faultOf(error)))
  return (
    <>
      <Button variant="link" icon="eye" onClick={() => void look()}>
        {t('one.phone-ask')}
      </Button>
      {fault && <span role="status">{faultSentence(fault)}</span>}
    </>
  )
}
