// Who signs a letter together: in which capacity, and by name where it is known.
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../platform/browser/ui/action/IconButton.tsx'
import { FormRow } from '../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../platform/browser/ui/page/Stack.tsx'
import type { Signatory } from './letter.ts'
import { t } from './screens/words.ts'

export type SignatoryFieldsProps = {
  signatories: readonly Signatory[]
  onChange: (signatories: readonly Signatory[]) => void
}

const most = 30

export function SignatoryFields({ signatories, onChange }: SignatoryFieldsProps) {
  const change = (at: number, changes: Partial<Signatory>) =>
    onChange(signatories.map((each, n) => (n === at ? { ...each, ...changes } : each)))
  return (
    <Section title={t('letters.signatories')} subtitle={t('letters.signatories-hint')}>
      <Stack gap={3}>
        {signatories.map((signatory, at) => (
          <FormRow key={`signatory ${at + 1}`}>
            <TextField
              name={`capacity-${at}`}
              label={t('letters.capacity')}
              value={signatory.capacity}
              onChange={(capacity) => change(at, { capacity })}
              maxLength={160}
            />
            <TextField
              name={`signer-${at}`}
              label={t('letters.name')}
              optional={t('letters.optional')}
              value={signatory.name}
              onChange={(name) => change(at, { name })}
              maxLength={120}
            />
            <IconButton
              icon="trash"
              label={t('letters.remove-signatory', { number: at + 1 })}
              onClick={() => onChange(signatories.filter((_, n) => n !== at))}
            />
          </FormRow>
        ))}
        {signatories.length < most && (
          <Button icon="plus" onClick={() => onChange([...signatories, { capacity: '', name: '' }])}>
            {t('letters.add-signatory')}
          </Button>
        )}
      </Stack>
    </Section>
  )
}
