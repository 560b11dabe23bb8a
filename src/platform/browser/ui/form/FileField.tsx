import '../action/button.css'
import { useState } from 'react'
import { IconButton } from '../action/IconButton.tsx'
import { Icon, type IconName } from '../Icon.tsx'
import { FieldError, type FieldTexts, fieldAria } from './Field.tsx'
import { useHolding } from './held.tsx'

export interface FileShown {
  id: string
  name: string
  /** Size, or where it stands: "1,2 MB", "menunggu dikirim". */
  detail?: string | undefined
  /** An object URL of a small picture; without it a sheet of paper is drawn. */
  thumbnail?: string | undefined
}

export interface FileFieldProps extends FieldTexts {
  files: readonly FileShown[]
  /**
   * Where a promise comes back, the form around it waits for it, and the names are shown meanwhile. Where it gives false, a file
   * was not taken, and the form is not sent by itself.
   */
  onAdd: (files: File[]) => void | Promise<unknown>
  onRemove: (id: string) => void
  addLabel: string
  /** "Hapus {name}". */
  removeLabel: (name: string) => string
  icon?: IconName
  accept?: string
  /** Opens the camera at once on a phone. */
  camera?: boolean
  multiple?: boolean
}

/** Photos of sheets and places: the paper is the proof, the picture follows it. */
export function FileField(props: FileFieldProps) {
  const {
    files,
    onAdd,
    onRemove,
    addLabel,
    removeLabel,
    icon = 'camera',
    camera,
    multiple = true,
    ...texts
  } = props
  const until = useHolding()
  const [coming, setComing] = useState<readonly File[]>([])
  const add = (added: File[]) => {
    const work = onAdd(added)
    if (!work) return
    setComing(added)
    const ended = work.finally(() => setComing((now) => (now === added ? [] : now)))
    if (until) until(ended)
    else void ended
  }
  const { accept = 'image/*', name, id = name, label, hint, error, optional } = texts
  return (
    <div className="rb-field">
      <span className="rb-label" id={`${id}-label`}>
        {label} {optional && <small>({optional})</small>}
      </span>
      {hint && (
        <div className="rb-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        {...fieldAria(texts)}
        type="file"
        className="rb-file-input"
        aria-labelledby={`${id}-label ${id}-add`}
        accept={accept}
        multiple={multiple}
        {...(camera && { capture: 'environment' as const })}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <label className="rb-button rb-button-quiet rb-file-add" id={`${id}-add`} htmlFor={id}>
        <Icon name={icon} />
        {addLabel}
      </label>
      <FieldError id={id} error={error} />
      {files.length + coming.length > 0 && (
        <ul className="rb-files" aria-busy={coming.length > 0}>
          {files.map((file) => (
            <li key={file.id} className="rb-file">
              {file.thumbnail ? (
                <img className="rb-file-picture" src={file.thumbnail} alt="" />
              ) : (
                <span className="rb-file-picture">
                  <Icon name="file" />
                </span>
              )}
              <p>
                {file.name}
                {file.detail && <small>{file.detail}</small>}
              </p>
              <IconButton icon="x" label={removeLabel(file.name)} onClick={() => onRemove(file.id)} />
            </li>
          ))}
          {coming.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="rb-file rb-file-coming">
              <span className="rb-file-picture">
                <Icon name="clock" />
              </span>
              <p>{file.name}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
