// A command asked for in a dialog: what must be said with it, and once more before it is final. The same form as on a page.
import type { ReactNode } from 'react'
import type { Command } from '../../../kernel/command.ts'
import { longDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Texts } from '../../../kernel/text.ts'
import { language, translate } from '../language.ts'
import type { Phone } from '../sync/phone.ts'
import { Button } from '../ui/action/Button.tsx'
import { Loading } from '../ui/feedback/Loading.tsx'
import { RefusalList } from '../ui/feedback/RefusalList.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { TextArea } from '../ui/form/TextArea.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { FormNotices } from './CommandForm.tsx'
import { formTexts } from './form-texts.ts'
import { type AnyForm, useCommandForm } from './use-command-form.ts'

const t = translate(formTexts)

export interface CommandDialogProps {
  form: AnyForm
  title: string
  /** The word on the button that gives the command. */
  submit: string
  danger?: boolean | undefined
  onClose: () => void
  /** Reasons against it that nothing written here mends: said before anybody writes. */
  hindered?: readonly Refusal[]
  children?: ReactNode
}

export function CommandDialog(props: CommandDialogProps) {
  const { form, title, submit, danger, onClose, hindered = [], children } = props
  const reasons = new Set(form.attempt > 0 ? [] : hindered.map(form.sentence))
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      onSubmit={() => form.ready && void form.save()}
      actions={
        <>
          <Button onClick={onClose}>{t('form.back')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} loading={form.saving}>
            {submit}
          </Button>
        </>
      }
    >
      {form.ready ? (
        <>
          <FormNotices form={form} />
          <RefusalList title={t('form.hindered')} reasons={[...reasons].map((text) => ({ text }))} />
          {children}
        </>
      ) : (
        <Loading label={t('form.loading')} />
      )}
    </Dialog>
  )
}

type Asking<Input> = Omit<CommandDialogProps, 'form' | 'hindered'> & {
  place: string
  command: Command<Input>
  rules?: (input: NoInfer<Input>) => readonly Refusal[]
  says?: readonly Texts[]
  saved?: string
  /** What else happens once it is given, besides closing. */
  done?: () => void
}

export type AskDialogProps<Input> = Asking<Input> & {
  screen: string
  record?: string | undefined
  /** What was written, as the command's input: a reason in one line, a note as it stands; and on which day. */
  input: (text: string, on: string) => NoInfer<Input>
  /** Where it stands in the input. */
  name: keyof Input & string
  label: string
  hint?: string
  /** A note, which may stay empty; a reason may not. */
  optional?: boolean
  most: number
  /** Where the day is asked too, which is `max` unless another is chosen. */
  on?: { label: string; min?: string; max: string }
}

/** A reason stands in a list, and is printed in one line. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** One command with one text: the reason for it, or a note; and its day where that is not today. */
export function AskDialog<Input>(props: AskDialogProps<Input>) {
  const { place, screen, record, command, input, name, rules, says = [], saved, done } = props
  const { label, hint, optional = false, most, on, onClose, children, ...frame } = props
  const form = useCommandForm({
    ...{ place, screen, record, command, says, ...(saved && { saved }) },
    ...(rules && { rules }),
    done: () => {
      done?.()
      onClose()
    },
    start: () => ({ text: '', on: on?.max ?? '' }),
    input: ({ text, on: day }) => input(optional ? text.trim() : oneLine(text), day),
  })
  const { field, draft } = form
  const hindered = form.refusals.filter((each) => each.field !== name && each.field !== 'on')
  return (
    <CommandDialog {...frame} {...{ form, hindered, onClose }}>
      {children}
      {on && (
        <DateField
          {...field('on', on.label)}
          {...{ min: on.min, max: on.max }}
          inWords={draft.on === '' ? undefined : longDay(draft.on, language())}
        />
      )}
      <TextArea
        {...field('text', label, name)}
        hint={hint}
        optional={optional ? t('form.optional') : undefined}
        rows={optional ? 3 : 2}
        maxLength={most}
      />
    </CommandDialog>
  )
}

/** One command, asked once more before it is given; `give` where it takes several of them. */
export function ConfirmCommand<Input>(
  props: Asking<Input> & { input: NoInfer<Input>; give?: (phone: Phone) => Promise<unknown> },
) {
  const { place, command, input, rules, says = [], saved, done, give, ...frame } = props
  const form = useCommandForm({
    ...{ place, screen: null, command, says, ...(saved && { saved }) },
    done: () => {
      done?.()
      frame.onClose()
    },
    start: () => ({}),
    input: () => input,
    ...(rules && { rules }),
    ...(give && { give }),
  })
  return <CommandDialog {...frame} form={form} hindered={form.refusals} />
}
