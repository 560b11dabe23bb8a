// One letter: where it stands, what comes next, and the paper itself.

import { useState } from 'react'
import { isSigned, isTaken } from '../../../kernel/paper.ts'
import { villageWorkers } from '../../../kernel/role.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { AppointedLine } from '../../../platform/browser/paper/AppointedLine.tsx'
import { PaperButton } from '../../../platform/browser/paper/PaperButton.tsx'
import { PaperState, ScanLink } from '../../../platform/browser/paper/PaperState.tsx'
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
import { type Incoming, incomingCollection } from '../incoming.ts'
import { type Letter, letterCollection } from '../letter.ts'
import { LetterPaper } from '../print/LetterPaper.tsx'
import { PrintBar, usePaperSize } from '../print/PrintBar.tsx'
import { acknowledgeLetterOnPaper, checkLetterPaper, checkSignedLetter, signLetter } from '../receipt.ts'
import { letterKeepers, letterWriters } from '../roles.ts'
import { handsOnLetter } from '../rules-received.ts'
import { awaitsReceipt, mayGoTo, notSigned, openRecipients, sendingsOf, sentUnsigned } from '../sending.ts'
import { lettersTexts } from '../texts.ts'
import { type Doing, DoLetter } from './DoLetter.tsx'
import { agendaText, dayText, kindTitle, stateOf, t, useLetterKinds } from './words.ts'

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
  const sendings = sendingsOf(letter)
  const signed = isSigned(letter.acknowledgement)
  const answers = useRows<Incoming>(incomingCollection).filter(
    ({ answers: of, struck }) => of === letter.id && struck === null,
  )
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
        {sendings.length > 0 && !isTaken(letter.signatures) && notSigned(letter).length > 0 && (
          <Notice tone="warn">{t('letters.not-signed', { who: notSigned(letter).join(', ') })}</Notice>
        )}
        {sentUnsigned(letter).length > 0 && (
          <Notice tone="warn">
            {t('letters.sent-unsigned', {
              on: dayText(letter.signatures?.paper.on),
              to: sentUnsigned(letter)
                .map((each) => each.to)
                .join('; '),
            })}
          </Notice>
        )}
        <FactGrid
          facts={[
            { label: t('letters.date'), value: dayText(letter.date) },
            ...sendingFacts(letter),
            {
              label: t('letters.acknowledged-on'),
              value: dayOrNot(signed ? letter.acknowledgement?.on : null),
              note: signed ? letter.acknowledgement?.name : undefined,
            },
          ]}
        />
        {signed && letter.acknowledgement && <AppointedLine {...letter.acknowledgement} />}
        {sendings.map(
          ({ to, receipt }) => receipt?.scan && <ScanLink key={to} place={place} id={receipt.scan.id} />,
        )}
        {letter.acknowledgement?.paper && (
          <PaperState
            {...{ place, paper: letter.acknowledgement.paper }}
            {...{ screen: 'letters.check-paper', record: letter.id }}
            command={checkLetterPaper}
            involved={handsOnLetter(letter, 'acknowledgement')}
            input={(check) => ({ letter: letter.id, basedOn: letter.version, ...check })}
          />
        )}
        {letter.signatures && (
          <PaperState
            {...{ place, paper: letter.signatures.paper }}
            {...{ screen: 'letters.check-signatures', record: letter.id }}
            command={checkSignedLetter}
            involved={handsOnLetter(letter, 'signatures')}
            shows={letter.body.signatories.map(signatoryText).join(', ')}
            input={(check) => ({ letter: letter.id, basedOn: letter.version, ...check })}
          />
        )}
        <Cluster>
          <Actions place={place} letter={letter} onDo={setDoing} />
          {answers.map((each) => (
            <LinkButton key={each.id} href={`/d/${place}/surat/masuk/${each.id}`} icon="file">
              {t('letters.answered-by')} {each.number || agendaText(each)}
            </LinkButton>
          ))}
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

const signatoryText = ({ capacity, name }: Letter['body']['signatories'][number]) =>
  name ? `${name} (${capacity})` : capacity

const dayOrNot = (day: Parameters<typeof dayText>[0]) => (day ? dayText(day) : t('letters.not-yet'))

/** To whom it went and how, who received it there, and to whom it still has to go. */
function sendingFacts(letter: Letter) {
  const open = openRecipients(letter)
  const sent = sendingsOf(letter).flatMap(({ to, on, how, note, receipt }) => [
    {
      label: t('letters.sent-on'),
      value: dayText(on),
      note: [to, t(`letters.how-${how}`), note].filter(Boolean).join(' · '),
    },
    { label: t('letters.received-on'), value: dayOrNot(receipt?.on), note: receipt?.name },
  ])
  if (sent.length === 0) return [{ label: t('letters.sent-on'), value: dayOrNot(null) }]
  return open.length > 0 ? [...sent, { label: t('letters.not-sent-to'), value: open.join('; ') }] : sent
}

const stepsInOrder = ['sign', 'send', 'receipt'] as const
const stepNames = {
  sign: 'letters.sign',
  send: 'letters.mark-sent',
  receipt: 'letters.record-receipt',
} as const
const stepLooks = { sign: { icon: 'file' }, send: { icon: 'outbox' }, receipt: { icon: 'check' } } as const

function Actions({ place, letter, onDo }: { place: string; letter: Letter; onDo: (doing: Doing) => void }) {
  const roles = useRoles(place)
  const may = (among: readonly string[]) => roles.some((role) => among.includes(role))
  if (letter.state === 'cancelled') return null
  // In the order in which they are done; the first that is left stands out.
  const left = {
    sign: letter.body.signatories.length > 0 && !isTaken(letter.signatures) && may(signLetter.roles),
    send: mayGoTo(letter).length > 0 && may(letterWriters),
    receipt: awaitsReceipt(letter) !== undefined && may(letterWriters),
  }
  const steps = stepsInOrder.filter((step) => left[step])
  return (
    <>
      {steps.map((step, at) => (
        <Button
          key={step}
          {...stepLooks[step]}
          variant={at === 0 ? 'primary' : 'quiet'}
          onClick={() => onDo(step)}
        >
          {t(stepNames[step])}
        </Button>
      ))}
      {!isTaken(letter.acknowledgement) && (
        <PaperButton
          {...{ place, screen: 'letters.paper', record: letter.id, since: letter.date, says: [lettersTexts] }}
          called={t('letters.acknowledge-paper')}
          command={acknowledgeLetterOnPaper}
          input={(paper) => ({ letter: letter.id, basedOn: letter.version, paper })}
        >
          <p>
            <strong>
              {t('letters.acknowledge')}: {letter.subject}
            </strong>
          </p>
        </PaperButton>
      )}
      {!isTaken(letter.acknowledgement) && may(['village-head']) && (
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
