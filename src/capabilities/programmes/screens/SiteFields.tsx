// Which site an enrolment is about: a settlement that is on record under Places, or a name that is typed.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { LocalPlacePicker } from '../../places/door.browser.tsx'
import type { Subject } from '../subject.ts'
import { t } from './all-words.ts'

type Settlement = { id: string; kind: string; name: string | null; active: boolean }
type Props = {
  value: Subject | null
  onChange: (subject: Subject | null) => void
  error?: string | undefined
}

export function SiteFields({ value, onChange, error }: Props) {
  const settlements = useRows<Settlement>('places.local')
  const [typedId] = useState(newId)
  const picked = settlements.some((each) => each.id === value?.id)
  const nameOf = (id: string) => settlements.find((each) => each.id === id)?.name ?? null
  const any = settlements.some((each) => each.kind === 'settlement' && each.active)
  return (
    <>
      {any && (
        <LocalPlacePicker
          name="settlement"
          label={t('enrol.settlement')}
          kinds={['settlement']}
          value={picked && value ? value.id : null}
          onChange={(id) => onChange(id === null ? null : { id, name: nameOf(id) })}
        />
      )}
      {!picked && (
        <TextField
          name="subject"
          label={t('enrol.site-name')}
          hint={any ? t('enrol.site-or') : undefined}
          error={error}
          value={value?.name ?? ''}
          onChange={(name) => onChange(name.trim() === '' ? null : { id: typedId, name })}
          maxLength={80}
        />
      )}
    </>
  )
}
