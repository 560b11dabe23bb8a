// The papers of a meeting, on F4: which there are depends on how far it is.

import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { enrolledIn } from '../../programmes/serving.ts'
import type { Meeting } from '../meeting.ts'
import { lettersRestingOn } from '../print/request.ts'
import { t } from './words.tsx'

type Paper = 'undangan' | 'daftar-hadir-kosong' | 'daftar-hadir' | 'berita-acara' | 'surat-permintaan'

function usePapers(meeting: Meeting): Paper[] {
  const view = usePlaceView()
  const letters = lettersRestingOn(meeting, (id) => enrolledIn(view, id))
  if (meeting.state === 'cancelled') return []
  const before: Paper[] = ['undangan', 'daftar-hadir-kosong']
  if (meeting.state === 'open') return [...before, 'daftar-hadir']
  if (meeting.state !== 'closed') return before
  // A letter follows a decision, where the programme has one that rests on it.
  return ['berita-acara', 'daftar-hadir', ...(letters.length > 0 ? (['surat-permintaan'] as const) : [])]
}

export function PrintLinks({ place, meeting }: { place: string; meeting: Meeting }) {
  const papers = usePapers(meeting)
  if (papers.length === 0) return null
  return (
    <Section title={t('meetings.print')}>
      <Cluster>
        {papers.map((each) => (
          <LinkButton key={each} href={`/d/${place}/rembug/${meeting.id}/cetak/${each}`} icon="printer">
            {t(`meetings.print-${each}`)}
          </LinkButton>
        ))}
      </Cluster>
    </Section>
  )
}
