// The frame of a form that makes a command: the draft that was found, what must be mended, why it was not saved, the buttons.
import type { ReactNode } from 'react'
import { translate } from '../language.ts'
import { momentText } from '../moment.ts'
import { Button, type ButtonProps } from '../ui/action/Button.tsx'
import { LinkButton } from '../ui/action/LinkButton.tsx'
import { Loading } from '../ui/feedback/Loading.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../ui/form/Form.tsx'
import { formTexts } from './form-texts.ts'
import { isStorageFull } from './full-storage.ts'
import type { AnyForm, Trouble } from './use-command-form.ts'

const t = translate(formTexts)

type Submit = Pick<ButtonProps, 'icon' | 'iconAfter' | 'variant'>
export interface CommandFormProps {
  form: AnyForm
  /** The word on the button that saves; without one there is nothing to save yet. */
  submit: string | undefined
  /** How that button looks, where it is not the usual one. */
  look?: Submit
  children: ReactNode
  /** Buttons beside the one that saves. */
  actions?: ReactNode
  /** Where "Cancel" leads. */
  cancel?: string
  /** Instead of saving: looking it over first. */
  onSubmit?: () => void
  /** Names the form where a page has more than one. */
  label?: string
}

export function CommandForm(props: CommandFormProps) {
  const { form, submit, look, children, actions, cancel, onSubmit, label } = props
  if (!form.ready) return <Loading label={t('form.loading')} />
  if (form.notTheirs)
    return (
      <Notice tone="info" title={t('form.not-theirs')}>
        {t('form.not-theirs-why')}
      </Notice>
    )
  return (
    <>
      <FormNotices form={form} />
      <Form onSubmit={onSubmit ?? (() => void form.save())} label={label}>
        {children}
        {submit && (
          <FormActions>
            <Button type="submit" variant="primary" loading={form.saving} {...look}>
              {submit}
            </Button>
            {actions}
            {cancel && <LinkButton href={cancel}>{t('form.cancel')}</LinkButton>}
          </FormActions>
        )}
      </Form>
    </>
  )
}

/** What stands above the fields; for a form that draws its own frame. */
export function FormNotices({ form }: { form: AnyForm }) {
  return (
    <>
      <FoundDraft form={form} />
      <ErrorSummary title={t('form.mend')} faults={form.faults} attempt={form.attempt} />
      <NotSaved trouble={form.trouble} />
      {form.unconfirmed && (
        <Notice tone="warn" title={t('form.unconfirmed')}>
          {t('form.unconfirmed-why')}
        </Notice>
      )}
    </>
  )
}

function FoundDraft({ form }: { form: AnyForm }) {
  if (!form.foundAt) return null
  const at = momentText(form.foundAt, form.place)
  return (
    <Notice
      tone="info"
      title={t('form.draft-of', { at })}
      announce="status"
      action={<Button onClick={form.throwAway}>{t('form.draft-drop')}</Button>}
    >
      {t('form.draft-why')}
    </Notice>
  )
}

/** Why what stands on the screen does not lie on the phone. */
export function NotSaved({ trouble }: { trouble: Trouble }) {
  if (!trouble) return null
  const full = isStorageFull(trouble.error)
  if (trouble.of === 'draft' && !full) return null
  const why = full ? (trouble.of === 'save' ? 'form.full-save' : 'form.full-draft') : 'form.failed-why'
  return (
    <Notice
      tone={trouble.of === 'save' ? 'refused' : 'warn'}
      title={t(full ? 'form.full' : 'form.failed')}
      announce="alert"
    >
      {t(why)}
    </Notice>
  )
}
