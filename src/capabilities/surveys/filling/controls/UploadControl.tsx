import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { bytesText } from '../../../../platform/browser/bytes.ts'
import { useStoredFile } from '../../../../platform/browser/stored-files.tsx'
import { fileMost, prepareFile } from '../../../../platform/browser/sync/uploads.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Icon, type IconName } from '../../../../platform/browser/ui/Icon.tsx'
import { fileName } from '../draft.ts'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import { has, labelOf, type UploadNode } from '../nodes.ts'

type Kind = 'image' | 'audio' | 'video' | 'file'

const kindOf = (node: UploadNode): Kind => {
  const { type } = node.nodeOptions.media
  return type === 'image' || type === 'audio' || type === 'video' ? type : 'file'
}
const icons: Readonly<Record<Kind, IconName>> = {
  image: 'camera',
  audio: 'megaphone',
  video: 'play-circle',
  file: 'file',
}

/** A photo, a sound, a film or a file: made small on the phone, sealed there, and sent after the form. */
export function UploadControl({ node, aids }: ControlProps<UploadNode>) {
  const { session } = useFill()
  const [state, setState] = useState<'ready' | 'working' | { error: string }>('ready')
  const kind = kindOf(node)
  const name = node.currentState.instanceValue
  const { readonly } = node.currentState
  const add = async (file: File) => {
    setState('working')
    try {
      const ready = await prepareFile(newId(), file)
      if (ready.bytes > fileMost)
        return setState({ error: t('media.too-big', { size: bytesText(ready.bytes) }) })
      await session.setFile(
        node,
        fileName(node.currentState.reference, ready.mediaType, Date.now(), file.name),
        ready,
      )
      setState('ready')
    } catch (error) {
      console.warn('could not prepare a file', error)
      setState({ error: t('media.bad') })
    }
  }
  return (
    <div className="fl-upload">
      {name !== '' && <Shown {...{ node, kind, name }} />}
      {state === 'working' && (
        <p role="status" className="rb-hint">
          {t('media.working')}
        </p>
      )}
      {typeof state === 'object' && (
        <p role="alert" className="rb-error">
          {state.error}
        </p>
      )}
      {!readonly && (
        <div className="fl-row">
          <Take {...{ node, aids, kind }} again={name !== ''} onFile={(file) => void add(file)} />
          {name !== '' && (
            <Button icon="trash" onClick={() => void session.removeFile(node)}>
              {t('media.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

type TakeProps = ControlProps<UploadNode> & { kind: Kind; again: boolean; onFile: (file: File) => void }

function Take({ node, aids, kind, again, onFile }: TakeProps) {
  const camera = has(node, 'new-front') ? 'user' : 'environment'
  const takes = (event: { target: HTMLInputElement }) => {
    const [file] = event.target.files ?? []
    if (file) onFile(file)
    event.target.value = ''
  }
  const accept = kind === 'file' ? undefined : `${kind}/*`
  const onlyNew = has(node, 'new') || has(node, 'new-front')
  return (
    <>
      <input
        {...aids}
        className="rb-file-input"
        type="file"
        accept={accept}
        onChange={takes}
        {...(kind !== 'file' && { capture: camera })}
      />
      <label
        className={`rb-button ${again ? 'rb-button-quiet' : 'rb-button-primary'} rb-file-add`}
        htmlFor={aids.id}
      >
        <Icon name={icons[kind]} />
        {t(again ? 'media.replace' : `media.${kind}`)}
      </label>
      {kind === 'image' && !onlyNew && !again && (
        <>
          <input
            id={`${aids.id}-gallery`}
            className="rb-file-input"
            type="file"
            accept={accept}
            onChange={takes}
          />
          <label className="rb-button rb-button-quiet rb-file-add" htmlFor={`${aids.id}-gallery`}>
            <Icon name="file" />
            {t('media.choose-image')}
          </label>
        </>
      )}
    </>
  )
}

/** What was put in: a picture is shown, a sound or a film can be played. */
function Shown({ node, kind, name }: { node: UploadNode; kind: Kind; name: string }) {
  const { session } = useFill()
  const file = session.fileOf(name)
  const url = useStoredFile(session.start.place, file?.id ?? null)
  const alt = t('media.photo-of', { label: labelOf(node) })
  return (
    <figure className="fl-file">
      {url && kind === 'image' && <img className="fl-picture" src={url} alt={alt} />}
      {/* biome-ignore lint/a11y/useMediaCaption: somebody's own recording */}
      {url && kind === 'audio' && <audio className="fl-sound" src={url} controls />}
      {/* biome-ignore lint/a11y/useMediaCaption: somebody's own recording */}
      {url && kind === 'video' && <video className="fl-picture" src={url} controls playsInline />}
      <figcaption className="rb-hint">
        {name}
        {file?.bytes ? ` · ${bytesText(file.bytes)}` : ` · ${t('media.on-server')}`}
      </figcaption>
    </figure>
  )
}
