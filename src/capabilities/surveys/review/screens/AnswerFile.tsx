// A photo, a sound or a paper of a submission; those that have not come are named.

import { fileUrl } from '../../../../platform/browser/sync/uploads.ts'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import type { Attachment } from '../questions.ts'
import { r } from './review-words.ts'

type Props = { place: string; name: string; label: string; attachment: Attachment | undefined }

export function AnswerFile({ place, name, label, attachment }: Props) {
  if (!attachment?.file)
    return (
      <span className="sv-file-missing">
        <Icon name="cloud-off" /> {r('one.file-missing', { name })}
      </span>
    )
  const url = fileUrl(place, attachment.file)
  if (attachment.mediaType?.startsWith('image/'))
    return (
      <a href={url} target="_blank" rel="noreferrer" className="sv-photo">
        <img src={url} alt={r('one.photo', { label: label || name })} loading="lazy" />
      </a>
    )
  // biome-ignore lint/a11y/useMediaCaption: a recording from the field has no captions
  if (attachment.mediaType?.startsWith('audio/')) return <audio controls preload="none" src={url} />
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {r('one.file-open', { name })}
    </a>
  )
}
