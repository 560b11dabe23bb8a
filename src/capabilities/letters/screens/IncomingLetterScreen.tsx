// One letter that came in: what it says of itself, its scan, and to whom it was passed on.
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { type Role, villageWorkers } from '../../../kernel/role.ts'
import { AskDialog, CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRow } from '../../../platform/browser/hooks.tsx'
import { ScanLink } from '../../../platform/browser/paper/PaperState.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordKind, type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { useMayWriteLetters } from '../door.browser.tsx'
import {
  type Disposition,
  dispose,
  finishDisposition,
  type Incoming,
  incomingCollection,
} from '../incoming.ts'
import { type Letter, letterCollection } from '../letter.ts'
import { letterKeepers } from '../roles.ts'
import { mayFinish, whyNotDispose, whyNotFinish } from '../rules-received.ts'
import { lettersTexts } from '../texts.ts'
import { Strike } from './Strike.tsx'
import { agendaText, dayInWords, dayText, incomingState, t } from './words.ts'

type Props = { place: string; row: Incoming }
type To = (typeof villageWorkers)[number]
const roleText = (role: Role) => t(`received.role-${role as To}`)

const incomingRecord: RecordKind<Incoming> = {
  ...{ collection: incomingCollection, called: lettersTexts['received.in-one'], icon: 'file' },
  ...{ readers: villageWorkers, list: () => 'surat/masuk', listCalled: lettersTexts['received.in-title'] },
}

function IncomingPage({ place, row }: RecordProps<Incoming>) {
  const mayWrite = useMayWriteLetters(place)
  const answered = useRow<Letter>(letterCollection, row.answers ?? '')
  return (
    <Page
      title={row.subject}
      subtitle={`${agendaText(row)} · ${row.sender}`}
      back={{ href: `/d/${place}/surat/masuk`, label: t('received.in-title') }}
      badge={<StatusBadge {...incomingState(row)} />}
    >
      <Stack>
        <FactGrid
          facts={[
            { label: t('received.sender'), value: row.sender },
            { label: t('received.number'), value: row.number || '–' },
            { label: t('received.date'), value: dayText(row.date) },
            { label: t('received.on'), value: dayText(row.receivedOn) },
          ]}
        />
        {row.scan && <ScanLink place={place} id={row.scan.id} />}
        {answered && (
          <LinkButton href={`/d/${place}/surat/${answered.id}`} icon="file">
            {t('received.answers')}: {answered.text} {answered.subject}
          </LinkButton>
        )}
        {mayWrite && row.struck === null && (
          <LinkButton href={`/d/${place}/surat/dokumen?surat=${row.id}`} icon="plus">
            {t('received.as-document')}
          </LinkButton>
        )}
        <Dispositions place={place} row={row} />
        <Strike place={place} of="incoming" row={row} />
      </Stack>
    </Page>
  )
}

function Dispositions({ place, row }: Props) {
  const roles = useRoles(place)
  const may = row.struck === null && letterKeepers.some((role) => roles.includes(role))
  return (
    <Section title={t('received.disposition')}>
      <Stack gap={3}>
        {row.dispositions.length === 0 && <p>{t('received.disposition-none')}</p>}
        {row.dispositions.map((one) => (
          <OneDisposition key={one.id} {...{ place, row, one }} />
        ))}
        {may && (
          <Cluster>
            <DialogButton
              icon="arrow-right"
              dialog={(close) => <Dispose {...{ place, row }} onClose={close} />}
            >
              {t('received.dispose')}
            </DialogButton>
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}

function OneDisposition({ place, row, one }: Props & { one: Disposition }) {
  const roles = useRoles(place)
  const now = today(zoneOf(place))
  const to = [roleText(one.to), one.toName].filter(Boolean).join(', ')
  const said = [
    t('received.for', { to }),
    ...(one.due ? [t('received.due-on', { on: dayText(one.due) })] : []),
    ...(one.done ? [t('received.done-on', { on: dayText(one.done.on), note: one.done.note })] : []),
  ]
  return (
    <div>
      <p>{t('received.line', { on: dayText(one.on), by: one.byName || '–', note: one.note })}</p>
      <p className="rb-soft">{said.join(' · ')}</p>
      {one.done === null && row.struck === null && mayFinish(one, roles) && (
        <DialogButton
          icon="check"
          dialog={(close) => (
            <AskDialog
              {...{ place, screen: 'letters.finish', record: one.id, says: [lettersTexts] }}
              command={finishDisposition}
              input={(note) => ({
                ...{ incoming: row.id, basedOn: row.version, disposition: one.id, on: now, note },
              })}
              rules={(input) => whyNotFinish(row, input, now, roles)}
              title={t('received.finish')}
              name="note"
              label={t('received.finish-note')}
              optional
              most={400}
              submit={t('received.finish')}
              onClose={close}
            />
          )}
        >
          {t('received.finish')}
        </DialogButton>
      )}
    </div>
  )
}

function Dispose({ place, row, onClose }: Props & { onClose: () => void }) {
  const now = today(zoneOf(place))
  const form = useCommandForm({
    ...{ place, screen: 'letters.dispose', record: row.id, says: [lettersTexts], done: onClose },
    command: dispose,
    start: () => ({ id: newId(), to: 'facilitator', toName: '', note: '', due: '' }),
    input: ({ id, to, toName, note, due }) => ({
      ...{ incoming: row.id, basedOn: row.version, disposition: id, on: now },
      ...{ to: to as To, toName: toName.trim(), note: note.trim().replace(/\s+/g, ' '), due: due || null },
    }),
    rules: (input) => whyNotDispose(row, input, now),
  })
  const { field, draft } = form
  const optional = t('received.optional')
  return (
    <CommandDialog form={form} title={t('received.dispose')} submit={t('received.save')} onClose={onClose}>
      <SelectField
        {...field('to', t('received.to'))}
        options={villageWorkers.map((role) => ({ value: role, label: roleText(role) }))}
      />
      <TextField {...field('toName', t('received.to-name'))} optional={optional} maxLength={120} />
      <TextArea {...field('note', t('received.note'))} maxLength={400} />
      <DateField
        {...field('due', t('received.due'))}
        optional={optional}
        min={now}
        inWords={dayInWords(draft.due)}
      />
    </CommandDialog>
  )
}

export default recordScreen(incomingRecord, IncomingPage)
