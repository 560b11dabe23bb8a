// One thing done to a letter: sent, acknowledged, or cancelled; with its day, and every reason why not.
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { AskDialog, CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { type FieldsOf, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { ScanField, useScan } from '../../../platform/browser/paper/ScanField.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { isCommonKind } from '../kind.ts'
import { acknowledge, cancel, type Letter, markSent, type SentHow, sentHows } from '../letter.ts'
import { recordReceipt, signLetter } from '../receipt.ts'
import { whyNotAcknowledge, whyNotCancel, whyNotMarkSent } from '../rules.ts'
import { whyNotReceipt, whyNotSignLetter } from '../rules-received.ts'
import { knownSigned, mayGoTo, notSigned, sendingsOf } from '../sending.ts'
import { lettersTexts } from '../texts.ts'
import { dayInWords, t } from './words.ts'

export type Doing = 'send' | 'sign' | 'receipt' | 'acknowledge' | 'cancel'
type DoingProps = { place: string; letter: Letter; onClose: () => void }

export function DoLetter({ doing, ...props }: DoingProps & { doing: Doing }) {
  const Dialog = { send: Send, sign: Sign, receipt: Receipt, acknowledge: Acknowledge, cancel: Cancel }[doing]
  return <Dialog {...props} />
}

const todayOf = (place: string) => today(zoneOf(place))
const common = ({ place, letter }: DoingProps, doing: Doing) => ({
  ...{ place, screen: `letters.${doing}`, record: letter.id, says: [lettersTexts] },
})
const basedOn = ({ id, version }: Letter) => ({ letter: id, basedOn: version })

function OnDay({ form, place, label }: { form: FieldsOf<{ on: string }>; place: string; label: string }) {
  return <DateField {...form.field('on', label)} max={todayOf(place)} inWords={dayInWords(form.draft.on)} />
}

function Send(props: DoingProps) {
  const { place, letter, onClose } = props
  const open = mayGoTo(letter)
  const form = useCommandForm({
    ...common(props, 'send'),
    done: onClose,
    command: markSent,
    start: () => ({
      ...{ on: todayOf(place), how: 'hand' as SentHow, to: open[0] ?? '', note: '' },
      signed: knownSigned(letter),
    }),
    input: (draft) => ({ ...basedOn(letter), ...draft, to: draft.to.trim(), note: draft.note.trim() }),
    rules: (input) => whyNotMarkSent(letter, input, todayOf(place)),
  })
  const missing = notSigned({ ...letter, sendings: [{ ...form.draft, receipt: null }] })
  return (
    <CommandDialog form={form} title={t('letters.mark-sent')} submit={t('letters.save')} onClose={onClose}>
      <OnDay form={form} place={place} label={t('letters.sent-on')} />
      <To field={form.field('to', t('letters.sent-to'))} among={open} free={isCommonKind(letter.kind)} />
      <SelectField
        {...form.field('how', t('letters.sent-how'))}
        options={sentHows.map((each) => ({ value: each, label: t(`letters.how-${each}`) }))}
      />
      {letter.body.signatories.length > 0 && (
        <CheckCards
          name="signed"
          label={t('letters.signed-by')}
          values={form.draft.signed}
          onChange={(signed) => form.set({ signed })}
          choices={letter.body.signatories.map(({ capacity, name }) => ({
            value: capacity,
            label: capacity,
            hint: name || undefined,
          }))}
          error={form.errorOf('signed')}
        />
      )}
      {missing.length > 0 && (
        <Notice tone="warn">{t('letters.not-signed', { who: missing.join(', ') })}</Notice>
      )}
      <TextField
        {...form.field('note', t('letters.note'))}
        optional={t('letters.optional')}
        maxLength={200}
      />
    </CommandDialog>
  )
}

type ToProps = {
  field: ReturnType<FieldsOf<{ to: string }>['field']>
  among: readonly string[]
  free?: boolean
}

/** One of those that it is about; a village's own letter may go to anybody. */
function To({ field, among, free = false }: ToProps) {
  if (free) return <TextField {...field} maxLength={160} />
  return <SelectField {...field} options={among.map((value) => ({ value, label: value }))} />
}

function Receipt(props: DoingProps) {
  const { place, letter, onClose } = props
  const scan = useScan()
  const waiting = sendingsOf(letter).flatMap(({ to, receipt }) => (receipt ? [] : [to]))
  const form = useCommandForm({
    ...common(props, 'receipt'),
    done: onClose,
    command: recordReceipt,
    start: () => ({ on: todayOf(place), name: '', to: waiting[0] ?? '' }),
    input: ({ on, name, to }) => ({ ...basedOn(letter), on, to, name: name.trim(), scan: scan.scan }),
    rules: (input) => whyNotReceipt(letter, input, todayOf(place)),
    give: (phone, input, taken) => phone.give(recordReceipt, place, input, { ...taken, files: scan.files }),
  })
  const title = t('letters.record-receipt')
  return (
    <CommandDialog form={form} title={title} submit={t('letters.save')} onClose={onClose}>
      <OnDay form={form} place={place} label={t('letters.received-on')} />
      {waiting.length > 1 && <To field={form.field('to', t('letters.receipt-of'))} among={waiting} />}
      <TextField {...form.field('name', t('letters.received-by'))} maxLength={120} />
      <ScanField
        {...{ scan, label: t('letters.receipt-scan'), optional: t('letters.optional') }}
        error={form.errorOf('scan')}
      />
    </CommandDialog>
  )
}

function Sign(props: DoingProps) {
  const { place, letter, onClose } = props
  const scan = useScan()
  const form = useCommandForm({
    ...common(props, 'sign'),
    done: onClose,
    command: signLetter,
    start: () => ({ on: todayOf(place) }),
    input: ({ on }) => ({ ...basedOn(letter), sheet: { on, scan: scan.scan } }),
    rules: (input) => whyNotSignLetter(letter, input, todayOf(place)),
    fieldOf: (path) => path.replace(/^sheet\./, '').replace(/^scan\..*/, 'scan'),
    give: (phone, input, taken) => phone.give(signLetter, place, input, { ...taken, files: scan.files }),
  })
  const who = letter.body.signatories.map(({ capacity }) => capacity).join(', ')
  return (
    <CommandDialog form={form} title={t('letters.sign')} submit={t('letters.save')} onClose={onClose}>
      <p>{t('letters.sign-why', { who })}</p>
      <OnDay form={form} place={place} label={t('letters.signed-on-day')} />
      <ScanField scan={scan} error={form.errorOf('scan')} />
    </CommandDialog>
  )
}

function Acknowledge(props: DoingProps) {
  const { place, letter, onClose } = props
  const { account } = usePhone().open
  const form = useCommandForm({
    ...common(props, 'acknowledge'),
    done: onClose,
    command: acknowledge,
    start: () => ({ on: todayOf(place), name: account.name }),
    input: ({ on, name }) => ({ ...basedOn(letter), on, name: name.trim(), note: '' }),
    rules: (input) => whyNotAcknowledge(letter, input, todayOf(place)),
  })
  const title = t('letters.acknowledge')
  return (
    <CommandDialog form={form} title={title} submit={title} onClose={onClose}>
      <p>{t('letters.acknowledge-hint')}</p>
      <OnDay form={form} place={place} label={t('letters.acknowledged-on')} />
      <TextField {...form.field('name', t('letters.acknowledged-by'))} maxLength={120} />
    </CommandDialog>
  )
}

function Cancel(props: DoingProps) {
  const { place, letter } = props
  return (
    <AskDialog
      {...common(props, 'cancel')}
      command={cancel}
      input={(reason, on) => ({ ...basedOn(letter), on, reason })}
      rules={(input) => whyNotCancel(letter, input, todayOf(place))}
      title={t('letters.cancel-title')}
      on={{ label: t('letters.date-of-cancelling'), max: todayOf(place) }}
      name="reason"
      label={t('letters.cancel-reason')}
      most={300}
      submit={t('letters.cancel')}
      danger
      onClose={props.onClose}
    >
      <p>{t('letters.cancel-hint')}</p>
    </AskDialog>
  )
}
