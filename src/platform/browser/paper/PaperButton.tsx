// Typing what somebody signed on paper: name, office, day, scan. The same everywhere a signature is asked for.
import type { ReactNode } from 'react'
import type { Command } from '../../../kernel/command.ts'
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { type PaperInput, type Standing, standings, whyNotOnPaper } from '../../../kernel/paper.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Texts } from '../../../kernel/text.ts'
import { CommandDialog } from '../forms/CommandDialog.tsx'
import { useCommandForm } from '../forms/use-command-form.ts'
import { translate } from '../language.ts'
import { useRoles } from '../place-context.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { SelectField } from '../ui/form/SelectField.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { DialogButton } from '../ui/overlay/DialogButton.tsx'
import { paperTexts } from './paper-texts.ts'
import { ScanField, useScan } from './ScanField.tsx'

const t = translate(paperTexts)

export type PaperAsked<Input> = {
  place: string
  /** Names the draft, with the record. */
  screen: string
  record: string
  command: Command<Input>
  input: (paper: PaperInput, office: string) => NoInfer<Input>
  /** What is against it besides the paper itself. */
  rules?: (input: NoInfer<Input>) => readonly Refusal[]
  /** The day of what is signed for. */
  since?: string | null
  says?: readonly Texts[]
  /** The offices one of which the signature is to stand for, where that must be said beside the words on the paper. */
  offices?: readonly { value: string; label: string }[]
  /** The office whose signature is wanted. */
  position?: string
  /** What the button and the dialog are called, where several papers may be typed. */
  called?: string
  /** What is signed for, where the dialog must say it. */
  children?: ReactNode
}

/** A quiet button for those who may type a paper; nothing for everybody else. */
export function PaperButton<Input>(props: PaperAsked<Input>) {
  const roles = useRoles(props.place)
  if (!roles.some((role) => props.command.roles.includes(role))) return null
  return (
    <DialogButton icon="file" dialog={(close) => <PaperDialog {...props} onClose={close} />}>
      {props.called ?? t('paper.type')}
    </DialogButton>
  )
}

function PaperDialog<Input>(props: PaperAsked<Input> & { onClose: () => void }) {
  const { place, screen, record, command, input, rules, since = null, says = [], position = '' } = props
  const { offices = [] } = props
  const now = today(zoneOf(place))
  const scan = useScan()
  const paperOf = ({
    standing,
    ...draft
  }: {
    standing: string
    name: string
    position: string
    on: string
  }) => ({
    ...{ name: draft.name.trim(), position: draft.position.trim(), on: draft.on },
    ...{ standing: standing as Standing, scan: scan.scan },
  })
  const form = useCommandForm({
    ...{ place, screen, record, command, says: [...says, paperTexts] },
    start: () => ({ name: '', office: offices[0]?.value ?? '', position, standing: 'own', on: now }),
    input: (draft) => input(paperOf(draft), draft.office),
    rules: (given, draft) => [...whyNotOnPaper(paperOf(draft), now, since), ...(rules?.(given) ?? [])],
    fieldOf: (path) => path.replace(/^paper\./, '').replace(/^scan\..*/, 'scan'),
    give: (phone, given, taken) => phone.give(command, place, given, { ...taken, files: scan.files }),
    done: props.onClose,
  })
  const { field, errorOf } = form
  return (
    <CommandDialog
      form={form}
      title={props.called ?? t('paper.type')}
      submit={t('paper.save')}
      onClose={props.onClose}
    >
      <p>{t('paper.why')}</p>
      {props.children}
      <TextField {...field('name', t('paper.name'))} maxLength={120} />
      {offices.length > 0 && <SelectField {...field('office', t('paper.office'))} options={offices} />}
      <TextField {...field('position', t('paper.position'))} maxLength={120} />
      <SelectField
        {...field('standing', t('paper.standing'))}
        options={standings.map((each) => ({ value: each, label: t(`paper.standing-${each}`) }))}
      />
      <DateField {...field('on', t('paper.on'))} min={oldestWorkDay} max={now} />
      <ScanField scan={scan} error={errorOf('scan')} />
    </CommandDialog>
  )
}
