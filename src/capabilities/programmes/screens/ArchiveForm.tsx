// Closing a stage that was done before Rembug: its date, a scan, a note. Folded away until it is wanted.
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type NewFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
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

export function ArchiveForm({ place, enrolment, programme, stage }: Props) {
  const phone = usePhone()
  const announce = useAnnounce()
  const roles = useRoles(place)
  const day = today(zoneOf(place))
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState('')
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const { scan, add, remove } = useScan()
  const may = roles.some((role) => closeFromArchive.roles.includes(role))
  const fits = enrolment.status === 'started' && enrolment.stages[stage.id]?.status !== 'closed'
  if (!may || !fits || stagesBefore(programme, stage, enrolment).length > 0) return null
  if (!open)
    return (
      <Section title={t('stage.archive')} subtitle={t('stage.archive-why')} tone="plain">
        <Button icon="archive" onClick={() => setOpen(true)}>
          {t('stage.archive')}
        </Button>
      </Section>
    )
  const refusals = whyNotCloseFromArchive(
    programme,
    stage,
    { on, scan: scan?.file.id ?? null, note },
    enrolment,
    day,
  )
  const errorOf = (field: string) => {
    const refusal = attempt > 0 ? refusals.find((each) => each.field === field) : undefined
    return refusal ? say(refusal, programmesTexts) : undefined
  }
  const close = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0 || !scan) return
    const { id, mediaType, bytes, sha256 } = scan.file
    const input = {
      enrolment: enrolment.id,
      stage: stage.id,
      on,
      note,
      scan: { id, mediaType: mediaType as MediaType, bytes, sha256 },
    }
    await phone.give(closeFromArchive, place, input, { files: [scan.file] })
    announce(t('stage.saved'))
  }
  return (
    <Section title={t('stage.archive')} subtitle={t('stage.archive-why')}>
      <Form onSubmit={() => void close()}>
        <ErrorSummary
          title={t('stage.fix')}
          attempt={attempt}
          faults={
            attempt > 0
              ? refusals.map((refusal) => ({ field: refusal.field, message: say(refusal, programmesTexts) }))
              : []
          }
        />
        <DateField
          name="on"
          label={t('stage.archive-on')}
          value={on}
          onChange={setOn}
          inWords={dayInWords(on)}
          max={day}
          error={errorOf('on')}
        />
        <FileField
          name="scan"
          label={t('stage.archive-scan')}
          addLabel={t('stage.archive-add')}
          removeLabel={(name) => t('stage.archive-remove', { name })}
          accept="image/*,application/pdf"
          multiple={false}
          error={errorOf('scan')}
          files={scan ? [{ id: scan.file.id, name: scan.name, thumbnail: scan.url || undefined }] : []}
          onAdd={(files) => void add(files)}
          onRemove={remove}
        />
        <TextArea
          name="archive-note"
          label={t('stage.note')}
          value={note}
          onChange={setNote}
          maxLength={1000}
        />
        <Button type="submit" variant="primary">
          {t('stage.archive')}
        </Button>
      </Form>
    </Section>
  )
}
