// One letter: where it stands, what comes next, and the paper itself.

import { useState } from 'react'
import { villageWorkers } from '../../../kernel/role.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { type RecordKind, type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { useHeadOf } from '../door.browser.tsx'
import { type Letter, letterCollection, letterKeepers, letterWriters } from '../letter.ts'
import { LetterPaper } from '../print/LetterPaper.tsx'
import { PrintBar, usePaperSize } from '../print/PrintBar.tsx'
import { lettersTexts } from '../texts.ts'
import { type Doing, DoLetter } from './DoLetter.tsx'
import { dayText, kindTitle, stateOf, t, useLetterKinds } from './words.ts'

const letterRecord: RecordKind<Letter> = {
  ...{ collection: letterCollection, called: ['surat', 'letter'], icon: 'file', readers: villageWorkers },
  ...{ list: () => 'surat', listCalled: lettersTexts['letters.back-to-book'] },
}

function LetterPage({ place, row: letter }: RecordProps<Letter>) {
  const head = useHeadOf(letter)
  const name = usePlaceName(place)
  const kinds = useLetterKinds()
  const [size, setSize] = usePaperSize()
  const [doing, setDoing] = useState<Doing | null>(null)
  const back = { href: `/d/${place}/surat`, label: t('letters.back-to-book') }
  const meeting = letter.about.find((about) => about.collection === 'meetings.meeting')
  return (
    <Page
      title={letter.subject}
      subtitle={`${letter.text ?? t('letters.number-pending')} · ${kindTitle(kinds, letter.kind)}`}
      back={back}
      badge={<StatusBadge {...stateOf(letter)} />}
    >
      <Stack>
        {letter.cancellation && (
          <Notice tone="refused">
            {t('letters.cancelled-because', {
              date: dayText(letter.cancellation.on),
              reason: letter.cancellation.reason,
            })}
          </Notice>
        )}
        {letter.state === 'draft' && <Notice tone="offline">{t('letters.next-at-server')}</Notice>}
        <FactGrid
          facts={[
            { label: t('letters.date'), value: dayText(letter.date) },
            { label: t('letters.sent-on'), value: dayText(letter.sent?.on), note: letter.sent?.note },
            {
              label: t('letters.acknowledged-on'),
              value: dayText(letter.acknowledgement?.on),
              note: letter.acknowledgement?.name,
            },
          ]}
        />
        <Cluster>
          <Actions place={place} letter={letter} onDo={setDoing} />
          {meeting && (
            <LinkButton href={`/d/${place}/rembug/${meeting.id}`} icon="calendar">
              {t('letters.about-meeting')}
            </LinkButton>
          )}
        </Cluster>
        <PrintBar size={size} onSize={setSize} quiet={letter.state === 'draft'}>
          <LetterPaper letter={letter} head={head} fallback={name.title} size={size} />
        </PrintBar>
      </Stack>
      {doing && <DoLetter place={place} letter={letter} doing={doing} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function Actions({ place, letter, onDo }: { place: string; letter: Letter; onDo: (doing: Doing) => void }) {
  const roles = useRoles(place)
  const may = (among: readonly string[]) => roles.some((role) => among.includes(role))
  if (letter.state === 'cancelled') return null
  return (
    <>
      {letter.state !== 'sent' && may(letterWriters) && (
        <Button icon="outbox" onClick={() => onDo('send')}>
          {t('letters.mark-sent')}
        </Button>
      )}
      {!letter.acknowledgement && may(['village-head']) && (
        <Button icon="check" onClick={() => onDo('acknowledge')}>
          {t('letters.acknowledge')}
        </Button>
      )}
      {may(letterKeepers) && (
        <Button variant="link" onClick={() => onDo('cancel')}>
          {t('letters.cancel')}
        </Button>
      )}
    </>
  )
}

export default recordScreen(letterRecord, LetterPage)
