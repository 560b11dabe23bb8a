// Closing a stage that was done before Rembug: its date, a scan, a note. Folded away until it is wanted.
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type NewFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Programme, Stage } from '../definition.ts'
import { closeFromArchive, type EnrolmentRow } from '../enrolment.ts'
import { stagesBefore, whyNotCloseFromArchive } from '../rules.ts'
import { programmesTexts } from '../texts.ts'
import { dayInWords, t } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; stage: Stage }
type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

function useScan() {
  const [scan, setScan] = useState<{ file: NewFile; name: string; url: string } | null>(null)
  const add = async (files: File[]) => {
    const [first] = files
    if (!first) return
    const file = await prepareFile(newId(), first)
    setScan({
      file,
      name: first.name,
      url: first.type.startsWith('image/') ? URL.createObjectURL(file.blob) : '',
    })
  }
  return { scan, add, remove: () => setScan(null) }
}

export function ArchiveForm(props: Props) {
  const { place, enrolment, programme, stage } = props
  const may = useRoles(place).some((role) => closeFromArchive.roles.includes(role))
  const [open, setOpen] = useState(false)
  const fits = enrolment.status === 'started' && enrolment.stages[stage.id]?.status !== 'closed'
  if (!may || !fits || stagesBefore(programme, stage, enrolment).length > 0) return null
  return (
    <Section title={t('stage.archive')} subtitle={t('stage.archive-why')} tone={open ? 'card' : 'plain'}>
      {open ? (
        <Archiving {...props} />
      ) : (
        <Button icon="archive" onClick={() => setOpen(true)}>
          {t('stage.archive')}
        </Button>
      )}
    </Section>
  )
}

function Archiving({ place, enrolment, programme, stage }: Props) {
  const day = today(zoneOf(place))
  const { scan, add, remove } = useScan()
  const file = scan?.file
  const form = useCommandForm({
    ...{
      place,
      screen: 'programmes.archive',
      record: `${enrolment.id} ${stage.id}`,
      says: [programmesTexts],
    },
    command: closeFromArchive,
    start: () => ({ on: '', note: '' }),
    input: ({ on, note }) => ({
      ...{ enrolment: enrolment.id, stage: stage.id, on, note },
      scan: file
        ? { id: file.id, mediaType: file.mediaType as MediaType, bytes: file.bytes, sha256: file.sha256 }
        : null,
    }),
    rules: (input) => {
      const closing = { ...input, scan: input.scan?.id ?? null }
      return whyNotCloseFromArchive(programme, stage, closing, enrolment, day)
    },
    fieldOf: (path) => (path.startsWith('scan.') ? 'scan' : path),
    give: (phone, input, taken) =>
      phone.give(closeFromArchive, place, input, { ...taken, files: file ? [file] : [] }),
    saved: t('stage.saved'),
  })
  return (
    <CommandForm form={form} submit={t('stage.archive')}>
      <DateField {...form.field('on', t('stage.archive-on'))} inWords={dayInWords(form.draft.on)} max={day} />
      <FileField
        name="scan"
        label={t('stage.archive-scan')}
        addLabel={t('stage.archive-add')}
        removeLabel={(name) => t('stage.archive-remove', { name })}
        accept="image/*,application/pdf"
        multiple={false}
        error={form.errorOf('scan')}
        files={scan ? [{ id: scan.file.id, name: scan.name, thumbnail: scan.url || undefined }] : []}
        onAdd={(files) => void add(files)}
        onRemove={remove}
      />
      <TextArea {...form.field('note', t('stage.note'))} maxLength={1000} />
    </CommandForm>
  )
}
