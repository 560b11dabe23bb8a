// Documents that decide: what is on record for the programmes that run here, and the entering of one.

import { useSearch } from 'wouter'
import { type Day, today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { awaitsCheck, isSigned } from '../../../kernel/paper.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { villageWorkers } from '../../../kernel/role.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { PaperState, ScanLink } from '../../../platform/browser/paper/PaperState.tsx'
import { ScanField, useScan } from '../../../platform/browser/paper/ScanField.tsx'
import { usePlaceServices } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { type DocumentKind, gatesOf, type Programme } from '../../programmes/definition.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { titleIn } from '../../programmes/status.ts'
import {
  checkDocument,
  type DecisionDocument,
  documentCollection,
  paperOf,
  registerDocument,
} from '../document.ts'
import { useMayWriteLetters } from '../door.browser.tsx'
import { type Incoming, incomingCollection } from '../incoming.ts'
import { documentsSince, keepsDocuments, whyNotRegisterDocument } from '../rules-received.ts'
import { lettersTexts } from '../texts.ts'
import { Books } from './Books.tsx'
import { Strike } from './Strike.tsx'
import { dayInWords, dayText, t, words } from './words.ts'

/** A kind of document, and the enrolment that asks for it. */
type Asked = { key: string; kind: DocumentKind; enrolment: EnrolmentRow; programme: Programme }

/** What the programmes of the village ask for; a running one may still be given it. */
function useAsked(): Asked[] {
  const programmes = useRows<Programme & { key: string }>('programmes.programme')
  return useRows<EnrolmentRow>('programmes.enrolment').flatMap((enrolment) => {
    const programme = programmes.find(({ key }) => key === enrolment.programme)
    const kinds = programme?.kinds.documents ?? []
    return programme
      ? kinds.map((kind) => ({ key: `${enrolment.id} ${kind.id}`, kind, enrolment, programme }))
      : []
  })
}

function DocumentsScreen({ place }: ScreenProps) {
  const asked = useAsked()
  const running = asked.filter(({ enrolment }) => keepsDocuments(enrolment))
  const rows = [...useRows<DecisionDocument>(documentCollection)].sort((a, b) => (a.date < b.date ? 1 : -1))
  const params = new URLSearchParams(useSearch())
  // Who comes with a letter, or for a gate that no document serves yet, finds the form open.
  const lacking = (each: Asked) => !rows.some(({ kind, enrolment }) => each.key === `${enrolment} ${kind}`)
  const letter = params.get(cameWith)
  const begun =
    (letter !== null && !rows.some(({ incoming }) => incoming === letter)) ||
    running.some((each) => isWanted(each, params) && lacking(each))
  const add = useMayWriteLetters(place) && running.length > 0 && (
    <DialogButton
      variant="primary"
      icon="plus"
      begun={begun}
      dialog={(close) => <Register place={place} asked={running} onClose={close} />}
    >
      {t('received.doc-add')}
    </DialogButton>
  )
  return (
    <Page title={t('received.doc-title')} subtitle={t('received.doc-hint')} actions={rows.length > 0 && add}>
      <Stack>
        <Books place={place} here="surat/dokumen" />
        {rows.length === 0 && (
          <EmptyState icon="file" title={t('received.doc-none')} actions={add}>
            {t(running.length > 0 ? 'received.doc-none-hint' : 'received.doc-no-kinds')}
          </EmptyState>
        )}
        {rows.map((row) => {
          const of = asked.find(({ key }) => key === `${row.enrolment} ${row.kind}`)
          return <One key={row.id} {...{ place, row, of }} />
        })}
      </Stack>
    </Page>
  )
}

const holds = ({ struck, from, until, date }: DecisionDocument, now: Day) =>
  struck === null && (from ?? date) <= now && (until === null || now <= until)

function stateOf(row: DecisionDocument, now: Day): { status: Status; label: string } {
  const paper = { paper: paperOf(row) }
  if (row.struck) return { status: 'declined', label: t('received.struck') }
  if (awaitsCheck(paper)) return { status: 'running', label: t('received.awaits-check') }
  if (!isSigned(paper)) return { status: 'declined', label: t('received.found-wrong') }
  return holds(row, now)
    ? { status: 'done', label: t('received.in-force') }
    : { status: 'declined', label: t('received.not-in-force') }
}

function One({ place, row, of }: { place: string; row: DecisionDocument; of: Asked | undefined }) {
  const since = dayText(row.from ?? row.date)
  return (
    <Section title={of ? calledIn(of) : row.kind} subtitle={row.number}>
      <Stack gap={3}>
        {of && servesText(of) && <p className="rb-soft">{servesText(of)}</p>}
        <Cluster>
          <StatusBadge {...stateOf(row, today(zoneOf(place)))} />
        </Cluster>
        <FactGrid
          facts={[
            { label: t('received.doc-date'), value: dayText(row.date) },
            { label: t('received.signatory'), value: row.signatory, note: row.position },
            { label: t('received.from'), value: since },
            {
              label: t('received.until'),
              value: row.until ? dayText(row.until) : t('received.further-notice'),
            },
          ]}
        />
        {row.struck === null && (
          <PaperState
            {...{ place, paper: paperOf(row), screen: 'letters.check-document', record: row.id }}
            command={checkDocument}
            input={(check) => ({ document: row.id, basedOn: row.version, ...check })}
          />
        )}
        {row.struck !== null && row.scan && <ScanLink place={place} id={row.scan.id} />}
        <Strike place={place} of="document" row={row} />
      </Stack>
    </Section>
  )
}

/** What a letter that came in is called in the address, where it is to be entered as a document. */
const cameWith = 'surat'

/** The kind that the link of a gate asks for, of its enrolment. */
const isWanted = ({ kind, enrolment }: Asked, params: URLSearchParams) =>
  kind.id === params.get('jenis') && (params.get('pendaftaran') ?? enrolment.id) === enrolment.id

/** "Pengesahan rencana · P2KP": programmes may ask for documents that are called the same. */
const calledIn = ({ kind, programme, enrolment }: Asked) =>
  [words(kind.title), words(titleIn(programme, enrolment))].join(' · ')

/** The gates that a document of this kind serves, by their sentences. */
const servedBy = ({ kind, programme }: Asked): string[] =>
  programme.stages
    .flatMap(gatesOf)
    .filter(({ satisfiedBy }) => satisfiedBy === `letters/documents?kind=${kind.id}`)
    .map(({ label }) => words(label))
const servesText = (asked: Asked) => {
  const gates = servedBy(asked)
  return gates.length > 0 ? t('received.doc-serves', { gates: gates.join('; ') }) : ''
}

type Registering = { place: string; asked: readonly Asked[]; onClose: () => void }

function Register({ place, asked, onClose }: Registering) {
  const now = today(zoneOf(place))
  const params = new URLSearchParams(useSearch())
  const letters = useRows<Incoming>(incomingCollection).filter(({ struck }) => struck === null)
  const scan = useScan()
  const view = usePlaceView()
  const { factsOf } = usePlaceServices()
  const first = asked.find((each) => isWanted(each, params)) ?? asked[0]
  const of = (key: string) => asked.find((each) => each.key === key)
  const form = useCommandForm({
    ...{ place, screen: 'letters.document', says: [lettersTexts], done: onClose },
    command: registerDocument,
    start: () => ({
      ...{ id: newId(), kind: first?.key ?? '', number: '', date: '', signatory: '', position: '' },
      ...{ from: '', until: '', incoming: params.get(cameWith) ?? '' },
    }),
    input: ({ kind, from, until, incoming, ...draft }) => ({
      ...{ id: draft.id, kind: of(kind)?.kind.id ?? '', enrolment: of(kind)?.enrolment.id ?? '' },
      ...{ number: draft.number.trim(), date: draft.date, signatory: draft.signatory.trim() },
      ...{ position: draft.position.trim(), from: from || null, until: until || null },
      ...{ incoming: incoming || null, scan: scan.scan },
    }),
    rules: (input, { kind }) =>
      whyNotRegisterDocument(input, {
        ...{ programme: of(kind)?.programme, since: documentsSince(of(kind)?.enrolment), today: now },
        facts: factsOf(view, of(kind)?.enrolment.id ?? ''),
        incoming: letters.find(({ id }) => id === input.incoming),
      }),
    give: (phone, input, taken) =>
      phone.give(registerDocument, place, input, { ...taken, files: scan.files }),
  })
  const { field, draft, errorOf } = form
  const optional = t('received.optional')
  const chosen = of(draft.kind)
  return (
    <CommandDialog form={form} title={t('received.doc-add')} submit={t('received.save')} onClose={onClose}>
      <SelectField
        {...field('kind', t('received.doc-kind'))}
        options={asked.map((each) => ({ value: each.key, label: calledIn(each) }))}
        {...(chosen && {
          hint: [t('received.doc-by', { by: words(chosen.kind.by) }), servesText(chosen)]
            .filter(Boolean)
            .join(' '),
        })}
      />
      <TextField {...field('number', t('received.doc-number'))} maxLength={120} />
      <DateField {...field('date', t('received.doc-date'))} max={now} inWords={dayInWords(draft.date)} />
      <TextField {...field('signatory', t('received.signatory'))} maxLength={120} />
      <TextField {...field('position', t('received.position'))} maxLength={160} />
      <DateField
        {...field('from', t('received.from'))}
        optional={optional}
        inWords={dayInWords(draft.from)}
      />
      <DateField
        {...field('until', t('received.until'))}
        optional={optional}
        inWords={dayInWords(draft.until)}
      />
      {letters.length > 0 && (
        <SelectField
          {...field('incoming', t('received.came-with'))}
          emptyLabel={t('received.came-with-none')}
          options={letters.map((each) => ({ value: each.id, label: `${each.sender} · ${each.subject}` }))}
        />
      )}
      <ScanField scan={scan} error={errorOf('scan')} label={t('received.doc-scan')} />
    </CommandDialog>
  )
}

export default listScreen(
  {
    ...{ collection: documentCollection, icon: 'file', readers: villageWorkers },
    title: lettersTexts['received.doc-title'],
  },
  DocumentsScreen,
)
