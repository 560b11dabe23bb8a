// The scan or photo of one paper that a command brings: made ready on the phone, and sent when there is a line.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import type { Scan } from '../../../kernel/paper.ts'
import { translate } from '../language.ts'
import { fileMost, type NewFile, prepareFile } from '../sync/uploads.ts'
import { FileField } from '../ui/form/FileField.tsx'
import { paperTexts } from './paper-texts.ts'

const t = translate(paperTexts)
const accepted = /^(image\/(jpeg|png|webp)|application\/pdf)$/

export type ScanChosen = {
  /** For the command's input, or null until one was chosen. */
  scan: Scan | null
  /** For `phone.give`, with the command. */
  files: readonly NewFile[]
  field: { name: string; url: string } | null
  bad: boolean
  /** Gives false where the file cannot be taken. */
  add: (files: readonly File[]) => Promise<boolean>
  remove: () => void
}

export function useScan(): ScanChosen {
  const [file, setFile] = useState<NewFile | null>(null)
  const [field, setField] = useState<ScanChosen['field']>(null)
  const [bad, setBad] = useState(false)
  const add = async ([first]: readonly File[]) => {
    if (!first) return true
    const ready = await prepareFile(newId(), first).catch((error: unknown) => {
      console.warn('could not prepare a scan', error)
      return null
    })
    const fits = ready !== null && accepted.test(ready.mediaType) && ready.bytes <= fileMost
    setBad(!fits)
    if (!fits) return false
    setFile(ready)
    const url = ready.mediaType.startsWith('image/') ? URL.createObjectURL(ready.blob) : ''
    setField({ name: first.name, url })
    return true
  }
  const remove = () => {
    setFile(null)
    setField(null)
  }
  const scan = file && {
    ...{
      id: file.id,
      mediaType: file.mediaType as Scan['mediaType'],
      bytes: file.bytes,
      sha256: file.sha256,
    },
  }
  return { scan, files: file ? [file] : [], field, bad, add, remove }
}

type Props = { scan: ScanChosen; error: string | undefined; label?: string; optional?: string }

export function ScanField({ scan, error, label = t('paper.scan'), optional }: Props) {
  const { field, bad, add, remove } = scan
  return (
    <FileField
      name="scan"
      label={label}
      {...(optional && { optional })}
      addLabel={t('paper.add-scan')}
      removeLabel={(name) => t('paper.remove-scan', { name })}
      accept="image/*,application/pdf"
      multiple={false}
      error={bad ? t('paper.bad-scan') : error}
      files={field ? [{ id: 'scan', name: field.name, thumbnail: field.url || undefined }] : []}
      onAdd={add}
      onRemove={remove}
    />
  )
}
