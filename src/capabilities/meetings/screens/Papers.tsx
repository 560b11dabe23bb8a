// Photos and scans of a meeting: taken here, sent when there is a line.
import { useState } from 'react'
import { bytesText } from '../../../platform/browser/bytes.ts'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { MeetingKind } from '../../programmes/definition.ts'
import { attachFiles, detachFile } from '../commands.ts'
import { kindOf } from '../kinds.ts'
import { documentsOf, type Meeting, type MeetingFile, photosOf } from '../meeting.ts'
import { SignedMinutes } from './SignedMinutes.tsx'
import { useSetting } from './use-meeting.ts'
import { useAttaching, usePictures } from './use-papers.ts'
import { may, t, words } from './words.tsx'

type Props = { place: string; meeting: Meeting }

function shown(
  files: readonly MeetingFile[],
  pictures: ReturnType<typeof usePictures>,
  name: (number: number) => string,
) {
  return files.map(({ file, bytes, caption }, i) => {
    const picture = pictures.get(file)
    const size = bytesText(bytes)
    return {
      id: file,
      name: caption || name(i + 1),
      detail: picture?.waiting ? `${size} · ${t('meetings.file-waiting')}` : size,
      thumbnail: picture?.url,
    }
  })
}

/** A photo of the activity is a photo; signed minutes are attached with who signed them. */
function scansOf(asked: MeetingKind['documents']): { id: string; label: string }[] {
  const others = asked.filter(({ id }) => id !== 'photo' && id !== 'minutes')
  return [...new Map(others.map(({ id, title }) => [id, { id, label: words(title) }])).values()]
}

export function Papers({ place, meeting }: Props) {
  const roles = useRoles(place)
  const attach = useAttaching(place, meeting)
  const { setting } = useSetting(meeting)
  const [removing, setRemoving] = useState<string | null>(null)
  const files = [...photosOf(meeting), ...documentsOf(meeting)]
  const pictures = usePictures(place, files)
  const mayAdd = may(roles, attachFiles) && meeting.state !== 'cancelled'
  if (!mayAdd && files.length === 0) return null
  const asked = (setting.also ?? []).flatMap(
    ({ enrolled, kind }) => (enrolled && kindOf(enrolled.programme, meeting.group, kind)?.documents) ?? [],
  )
  const documents = scansOf([...(setting.kind?.documents ?? []), ...asked])
  const field = {
    removeLabel: (name: string) => t('meetings.remove-file', { name }),
    onRemove: (id: string) => may(roles, detachFile) && setRemoving(id),
  }
  return (
    <Section title={t('meetings.papers')} subtitle={t('meetings.papers-why')} id="berkas">
      <FileField
        {...field}
        name="photos"
        label={t('meetings.photos')}
        addLabel={t('meetings.take-photo')}
        camera
        accept="image/*"
        files={shown(photosOf(meeting), pictures, (number) => t('meetings.photo-number', { number }))}
        onAdd={(added) => attach(null, added)}
      />
      <SignedMinutes {...{ place, meeting }} {...(may(roles, detachFile) ? { onRemove: setRemoving } : {})} />
      {documents.map((each) => (
        <FileField
          {...field}
          key={each.id}
          name={`document-${each.id}`}
          label={each.label}
          addLabel={t('meetings.add-scan')}
          icon="file"
          accept="image/*,application/pdf"
          files={shown(
            documentsOf(meeting).filter((file) => file.document === each.id),
            pictures,
            (number) => t('meetings.document-number', { title: each.label, number }),
          )}
          onAdd={(added) => attach(each.id, added)}
        />
      ))}
      {removing && (
        <AskDialog
          {...{ place, screen: 'meetings.detach', record: `${meeting.id} ${removing}` }}
          command={detachFile}
          input={(reason) => ({ meeting: meeting.id, file: removing, reason })}
          title={t('meetings.remove-file-title')}
          name="reason"
          label={t('meetings.reason')}
          most={300}
          submit={t('meetings.yes')}
          danger
          saved={t('meetings.saved')}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  )
}
