// Closing a stage that was done before Rembug: its date, a scan, a note. Folded away until it is wanted.
import { useState } from 'react'
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { awaitsCheck } from '../../../kernel/paper.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { paperTexts } from '../../../platform/browser/paper/paper-texts.ts'
import { ScanField, useScan } from '../../../platform/browser/paper/ScanField.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { closeFromArchive, type EnrolmentRow, enrolledOn } from '../enrolment.ts'
import { checkArchive } from '../era/archive.ts'
import { stagesBefore, whyNotCloseFromArchive } from '../rules.ts'
import { isArchive, whyNotWhile } from '../status.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import type { StageProps } from './stage-asked.ts'
import { dayInWords, words } from './words.tsx'

export function ArchiveForm(props: StageProps) {
  const { place, enrolment, programme, stage } = props
  const may = useRoles(place).some((role) => closeFromArchive.roles.includes(role))
  const waits = !isArchive(enrolment) && stagesBefore(programme, stage, enrolment).length > 0
  const fits = whyNotWhile(enrolment, ['started', 'archive']) === false
  const { status, archive } = enrolment.stages[stage.id] ?? {}
  const typing = may && fits && !waits && status !== 'closed' && !awaitsCheck({ paper: archive })
  return (
    <>
      {archive && <Checking {...{ place, enrolment, stage, archive }} />}
      {typing && <Typing {...props} />}
    </>
  )
}

type Archive = NonNullable<NonNullable<EnrolmentRow['stages'][string]>['archive']>

function Checking({
  place,
  enrolment,
  stage,
  archive,
}: Omit<StageProps, 'programme' | 'facts'> & { archive: Archive }) {
  const record = `${enrolment.id} ${stage.id}`
  const waits = awaitsCheck({ paper: archive })
  return (
    <Fold title={t('stage.archive')} open={waits}>
      {waits && <p className="rb-soft">{t('stage.archive-checked-why')}</p>}
      <PaperState
        {...{ place, record, paper: archive, screen: 'programmes.check-archive' }}
        command={checkArchive}
        shows={t('stage.archive-shows', { title: `${stage.number} ${words(stage.title)}` })}
        input={(check) => ({ enrolment: enrolment.id, stage: stage.id, ...check })}
      />
      {archive.note && <p>{archive.note}</p>}
    </Fold>
  )
}

function Typing(props: StageProps) {
  const [open, setOpen] = useState(false)
  return (
    <Fold title={t('stage.archive')} onOpen={() => setOpen(true)}>
      <p>{t('stage.archive-why')}</p>
      {open && <Archiving {...props} />}
    </Fold>
  )
}

function Archiving({ place, enrolment, programme, stage, facts }: StageProps) {
  const day = today(zoneOf(place))
  const scan = useScan()
  const form = useCommandForm({
    ...{
      place,
      screen: 'programmes.archive',
      record: `${enrolment.id} ${stage.id}`,
      says: [programmesTexts, paperTexts],
    },
    command: closeFromArchive,
    start: () => ({ on: '', note: '' }),
    input: ({ on, note }) => ({
      ...{ enrolment: enrolment.id, stage: stage.id, on, note },
      scan: scan.scan,
    }),
    rules: (input) => {
      const closing = { ...input, scan: input.scan?.id ?? null, enrolledOn: enrolledOn(enrolment) }
      return whyNotCloseFromArchive(programme, stage, facts, closing, enrolment, day)
    },
    fieldOf: (path) => (path.startsWith('scan.') ? 'scan' : path),
    give: (phone, input, taken) =>
      phone.give(closeFromArchive, place, input, { ...taken, files: scan.files }),
    saved: t('stage.saved'),
  })
  return (
    <CommandForm form={form} submit={t('stage.archive')}>
      <DateField
        min={oldestWorkDay}
        {...form.field('on', t('stage.archive-on'))}
        inWords={dayInWords(form.draft.on)}
        max={day}
      />
      <ScanField scan={scan} error={form.errorOf('scan')} label={t('stage.archive-scan')} />
      <TextArea {...form.field('note', t('stage.note'))} maxLength={1000} />
    </CommandForm>
  )
}
