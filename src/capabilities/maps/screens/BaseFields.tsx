// The fields that every kind of base has, and the frame of its form.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { t } from '../words.browser.ts'
import type { useBaseForm } from './use-base-form.ts'

type Props = ReturnType<typeof useBaseForm> & {
  /** Of the file that was chosen. */
  chosen: string | null
  /** Why the file cannot be taken. */
  fault: string | undefined
  accept: string
  onFile: (file: File | null) => Promise<unknown>
  children?: React.ReactNode
}

export function BaseFields({ form, save, chosen, fault, accept, onFile, children }: Props) {
  const { error } = form.field('file' as 'name', t('base.file'), 'file')
  return (
    <CommandForm form={form} submit={t('base.save')} onSubmit={() => void save()}>
      <FileField
        name="file"
        label={t('base.file')}
        addLabel={t('base.choose-file')}
        removeLabel={(name) => t('base.remove-file', { name })}
        icon="file"
        accept={accept}
        multiple={false}
        error={fault ?? error}
        files={chosen ? [{ id: 'file', name: chosen }] : []}
        onAdd={([file]) => onFile(file ?? null)}
        onRemove={() => void onFile(null)}
      />
      {children}
      <TextField {...form.field('name', t('base.name'))} hint={t('base.name-hint')} maxLength={120} />
      <TextField {...form.field('source', t('base.source'))} hint={t('base.source-hint')} maxLength={200} />
    </CommandForm>
  )
}
