// Finding a person or a household by the whole number on a card.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Offline } from '../../../platform/browser/api.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { screenTexts } from '../texts-screens.ts'
import { findNumbers } from './numbers.ts'

const t = translate(screenTexts)

export function NumberSearch({ place }: { place: string }) {
  const phone = usePhone()
  const [, go] = useLocation()
  const [number, setNumber] = useState('')
  const [said, setSaid] = useState<string>()
  const [busy, setBusy] = useState(false)
  const search = async () => {
    if (number.length !== 16) return
    setBusy(true)
    setSaid(undefined)
    try {
      const person = (await findNumbers(phone, place, 'nik', [number])).get(number)
      if (person) return go(`/d/${place}/warga/${person}`)
      const household = (await findNumbers(phone, place, 'kk', [number])).get(number)
      if (household) return go(`/d/${place}/keluarga/${household}`)
      setSaid(t('list.number-none'))
    } catch (error) {
      setSaid(error instanceof Offline ? t('list.offline') : (error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={t('list.number')} tone="plain">
      <Form onSubmit={() => void search()} label={t('list.number')}>
        <NumberField
          name="number"
          label="NIK / KK"
          hint={t('list.number-hint')}
          error={said}
          grouped={false}
          maxDigits={16}
          value={number}
          onChange={setNumber}
        />
        <div>
          <Button type="submit" icon="search" loading={busy} disabled={number.length !== 16}>
            {t('list.number-do')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
