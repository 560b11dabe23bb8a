// The book of letters that came in: newest first, and the entering of one.
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { villageWorkers } from '../../../kernel/role.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { ScanField, useScan } from '../../../platform/browser/paper/ScanField.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { useMayWriteLetters } from '../door.browser.tsx'
import { type Incoming, incomingCollection, registerIncoming } from '../incoming.ts'
import { type Letter, letterCollection } from '../letter.ts'
import { whyNotRegisterIncoming } from '../rules-received.ts'
import { lettersTexts } from '../texts.ts'
import { Books } from './Books.tsx'
import { agendaText, dayInWords, dayText, incomingState, t } from './words.ts'

const newestFirst = (a: Incoming, b: Incoming) =>
  a.receivedOn === b.receivedOn ? (b.agenda ?? 1e9) - (a.agenda ?? 1e9) : a.receivedOn < b.receivedOn ? 1 : -1

const columns: Column<Incoming>[] = [
  { key: 'agenda', header: t('received.agenda'), cell: agendaText },
  { key: 'on', header: t('received.on'), cell: (row) => dayText(row.receivedOn) },
  { key: 'sender', header: t('received.sender'), cell: (row) => row.sender },
  { key: 'subject', header: t('received.subject'), cell: (row) => row.subject },
  {
    key: 'state',
    header: t('received.state'),
    cell: (row) => <StatusBadge {...incomingState(row)} />,
  },
]

function IncomingScreen({ place }: ScreenProps) {
  const rows = [...useRows<Incoming>(incomingCollection)].sort(newestFirst)
  const add = useMayWriteLetters(place) && (
    <DialogButton
      variant="primary"
      icon="plus"
      dialog={(close) => <Register place={place} onClose={close} />}
    >
      {t('received.in-add')}
    </DialogButton>
  )
  return (
    <Page
      title={t('received.in-title')}
      subtitle={t('received.in-hint')}
      width="wide"
      actions={rows.length > 0 && add}
    >
      <Stack>
        <Books place={place} here="surat/masuk" />
        <DataTable
          caption={t('received.in-title')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `/d/${place}/surat/masuk/${row.id}`}
          empty={
            <EmptyState title={t('received.in-none')} actions={add}>
              {t('received.in-none-hint')}
            </EmptyState>
          }
        />
      </Stack>
    </Page>
  )
}

/** Letters of ours that somebody may answer. */
const useSent = () =>
  useRows<Letter>(letterCollection).filter(({ state, text }) => state !== 'cancelled' && text !== null)

function Register({ place, onClose }: { place: string; onClose: () => void }) {
  const now = today(zoneOf(place))
  const sent = useSent()
  const scan = useScan()
  const answered = (id: string) => sent.find((each) => each.id === id)
  const form = useCommandForm({
    ...{ place, screen: 'letters.incoming', says: [lettersTexts], done: onClose },
    command: registerIncoming,
    start: () => ({
      ...{ id: newId(), sender: '', number: '', date: '', subject: '' },
      ...{ receivedOn: now, answers: '' },
    }),
    input: ({ answers, ...draft }) => ({
      ...draft,
      ...{ sender: draft.sender.trim(), number: draft.number.trim(), subject: draft.subject.trim() },
      ...{ answers: answers || null, enrolment: answered(answers)?.enrolment ?? null, scan: scan.scan },
    }),
    rules: (input) => whyNotRegisterIncoming(input, answered(input.answers ?? ''), now),
    give: (phone, input, taken) =>
      phone.give(registerIncoming, place, input, { ...taken, files: scan.files }),
  })
  const { field, draft, errorOf } = form
  const optional = t('received.optional')
  return (
    <CommandDialog form={form} title={t('received.in-add')} submit={t('received.save')} onClose={onClose}>
      <TextField {...field('sender', t('received.sender'))} maxLength={160} />
      <TextField {...field('number', t('received.number'))} optional={optional} maxLength={120} />
      <DateField {...field('date', t('received.date'))} max={now} inWords={dayInWords(draft.date)} />
      <DateField
        {...field('receivedOn', t('received.on'))}
        max={now}
        inWords={dayInWords(draft.receivedOn)}
      />
      <TextField {...field('subject', t('received.subject'))} maxLength={300} />
      <SelectField
        {...field('answers', t('received.answers'))}
        emptyLabel={t('received.answers-none')}
        options={sent.map((each) => ({ value: each.id, label: `${each.text} · ${each.subject}` }))}
      />
      <ScanField scan={scan} error={errorOf('scan')} label={t('received.scan')} optional={optional} />
    </CommandDialog>
  )
}

export default listScreen(
  {
    ...{ collection: incomingCollection, icon: 'file', readers: villageWorkers },
    title: lettersTexts['received.in-title'],
  },
  IncomingScreen,
)
