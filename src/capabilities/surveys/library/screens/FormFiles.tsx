// The files a form asks for: which are there, which the registry fills, and which somebody must bring.
import { useState } from 'react'
import { NotSaved } from '../../../../platform/browser/forms/CommandForm.tsx'
import { usePhone } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { FileField } from '../../../../platform/browser/ui/form/FileField.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { may, numberText, sentence } from '../../screens/words.ts'
import { addFormFile, type FormLine, listMost, workbookMost } from '../form.ts'
import { whyNotAddFile } from '../form-rules.ts'
import { base64Of, l } from './library-words.ts'

type Asked = FormLine['files'][number]

function Standing({ there, registry }: Asked) {
  if (registry) return <StatusBadge status="done" label={l('form.file-registry')} />
  return there ? (
    <StatusBadge status="done" label={l('form.file-there')} />
  ) : (
    <StatusBadge status="late" label={l('form.file-missing')} />
  )
}

/** A list that is too large as it is goes packed, where this browser can. */
async function packed(file: File): Promise<Blob> {
  const small = file.size <= workbookMost || file.size > listMost || !/\.csv$/i.test(file.name)
  if (small || !('CompressionStream' in globalThis)) return file
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob()
}

function One({ place, line, file, mayAdd }: { place: string; line: FormLine; file: Asked; mayAdd: boolean }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [error, setError] = useState<string | undefined>(undefined)
  const [failed, setFailed] = useState<unknown>(null)
  const { name } = file
  // The kind of the file is for the server to judge: it looks at the first bytes.
  const obstacles = whyNotAddFile(line, place, name, 'text/csv')
  const add = async (chosen: File | undefined) => {
    if (!chosen) return
    const most = numberText(Math.floor(workbookMost / 1000))
    const bytes = await packed(chosen)
    if (bytes.size > workbookMost) return setError(l('form.file-large', { most }))
    setError(undefined)
    setFailed(null)
    await phone
      .give(addFormFile, place, { form: line.id, name, bytes: await base64Of(bytes) })
      .then(() => announce(l('form.file-sent', { name })), setFailed)
  }
  const changeable = mayAdd && !file.registry && obstacles.length === 0
  return (
    <li className="sv-form-file">
      <span className="sv-form-file-name">
        <strong>{name}</strong>
        <Standing {...file} />
      </span>
      <NotSaved trouble={failed ? { of: 'save', error: failed } : null} />
      {changeable ? (
        <FileField
          name={`file-${name}`}
          label={<span className="rb-hidden">{name}</span>}
          addLabel={l(file.there ? 'form.add-again' : 'form.add', { name })}
          removeLabel={(each) => each}
          icon="file"
          accept="*/*"
          multiple={false}
          files={[]}
          error={error}
          onAdd={(files) => void add(files[0])}
          onRemove={() => undefined}
        />
      ) : (
        mayAdd &&
        !file.there &&
        obstacles.map((each) => (
          <small key={each.code} className="rb-hint">
            {sentence(each)}
          </small>
        ))
      )}
    </li>
  )
}

export function FormFiles({ place, line }: { place: string; line: FormLine }) {
  const mayAdd = may(useRoles(place), addFormFile)
  if (line.files.length === 0) return null
  return (
    <Section title={l('form.files')} subtitle={l('form.files-why')}>
      <ul className="sv-form-files">
        {line.files.map((file) => (
          <One key={file.name} place={place} line={line} file={file} mayAdd={mayAdd} />
        ))}
      </ul>
    </Section>
  )
}
