// A photo, a sound or a paper of a submission; those that have not come are named.

import { StoredLink, StoredPicture } from '../../../../platform/browser/stored-files.tsx'
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
  const id = attachment.file
  const open = (
    <StoredLink place={place} id={id} name={name}>
      {r('one.file-open', { name })}
    </StoredLink>
  )
  if (!attachment.mediaType?.startsWith('image/')) return open
  return (
    <span className="sv-photo">
      <StoredPicture place={place} id={id} alt={r('one.photo', { label: label || name })} />
      {open}
    </span>
  )
}
