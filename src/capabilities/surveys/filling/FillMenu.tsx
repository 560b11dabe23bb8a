// What one seldom needs while filling in a form: its language, leaving, throwing away.
import { useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { t } from './fill-context.tsx'
import type { FillSession } from './session.ts'

type Props = { session: FillSession; onLeave: () => void; onDrop: () => void }

/** 'Bahasa Indonesia' of 'Bahasa Indonesia (id)'. */
const languageName = (name: string) => name.replace(/\s*\([^)]*\)\s*$/, '') || t('fill.default-language')

export function FillMenu({ session, onLeave, onDrop }: Props) {
  const [open, setOpen] = useState(false)
  const [dropping, setDropping] = useState(false)
  const { languages, currentState } = session.root
  return (
    <>
      <IconButton icon="more" label={t('fill.more')} onClick={() => setOpen(true)} />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={session.start.form.title}
        closeLabel={t('fill.close')}
      >
        <Stack gap={3}>
          {languages.length > 1 && (
            <SelectField
              name="form-language"
              label={t('fill.language')}
              value={currentState.activeLanguage.language}
              options={languages.map(({ language }) => ({ value: language, label: languageName(language) }))}
              onChange={(name) => session.setLanguage(name)}
            />
          )}
          <Button icon="archive" full onClick={onLeave}>
            {t('fill.leave')}
          </Button>
          <Button
            icon="trash"
            variant="danger"
            full
            onClick={() => {
              setOpen(false)
              setDropping(true)
            }}
          >
            {t('fill.drop')}
          </Button>
        </Stack>
      </Dialog>
      <ConfirmDialog
        open={dropping}
        danger
        title={t('fill.drop-title')}
        confirmLabel={t('fill.drop-yes')}
        cancelLabel={t('fill.cancel')}
        onConfirm={onDrop}
        onCancel={() => setDropping(false)}
      >
        <p>{t('fill.drop-why')}</p>
      </ConfirmDialog>
    </>
  )
}
