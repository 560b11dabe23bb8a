// Writing a letter: its kind decides code and signatories, and a joint request is composed from the meeting.
import { useState } from 'react'
import { useSearch } from 'wouter'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { useFacts } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { basisFromFacts, composeRequest, restsOnDecision } from '../compose.ts'
import { LetterStock, useLetterhead, useMayWriteLetters } from '../door.browser.tsx'
import { type Letter, letterCollection } from '../letter.ts'
import { type Letterhead, type Office, offices } from '../letterhead.ts'
import { usualClassification } from '../number.ts'
import { LetterForm } from './LetterForm.tsx'
import { emptyDraft, type LetterDraft } from './letter-draft.ts'
import { type KindChoice, t, useLetterKinds } from './words.ts'

export default function NewLetterScreen({ place }: ScreenProps) {
  const params = new URLSearchParams(useSearch())
  const kinds = useLetterKinds()
  const may = useMayWriteLetters(place)
  const village = useLetterhead('village')
  const board = useLetterhead('board')
  const [office, setOffice] = useState<Office>('village')
  const head = office === 'board' ? board : village
  const asked = params.get('jenis') ?? params.get('kind') ?? ''
  const enrolment = params.get('pendaftaran')
  const first = kinds.find(
    (kind) => kind.id === asked && (!enrolment || kind.own?.enrolment.id === enrolment),
  )
  const facts = useFacts(first?.own?.enrolment.id)
  const letters = useRows<Letter>(letterCollection)
  const minutes = (meeting: string | null) =>
    letters.find(
      (each) =>
        each.kind === 'minutes' &&
        each.text &&
        each.state !== 'cancelled' &&
        each.about.some(({ id }) => id === meeting),
    )
  const name = usePlaceName(place)
  const back = { href: `/d/${place}/surat`, label: t('letters.back-to-book') }
  if (!may)
    return (
      <Page title={t('letters.new-title')} back={back}>
        <Notice tone="refused">{t('letters.not-allowed')}</Notice>
      </Page>
    )
  if (!head && office === 'village')
    return (
      <Page title={t('letters.new-title')} back={back}>
        <EmptyState
          icon="settings"
          title={t('letters.no-letterhead')}
          actions={
            <LinkButton href={`/d/${place}/surat/kop`} variant="primary">
              {t('letters.head-settings')}
            </LinkButton>
          }
        />
      </Page>
    )
  const found = first?.own ? basisFromFacts(first.own.programme, facts) : null
  const basis = found && { ...found, minutesNumber: minutes(found.meeting)?.text ?? '' }
  const start = startOf(first, head, { day: today(zoneOf(place)), basis, village: name.title })
  return (
    <Page
      title={first?.title ?? t('letters.new-title')}
      width="wide"
      back={back}
      subtitle={first?.own && restsOnDecision(first.own.kind) ? t('letters.request-hint') : undefined}
    >
      <LetterStock place={place} />
      {head && (
        <LetterForm
          key={first?.id ?? ''}
          place={place}
          head={head}
          kinds={kinds}
          start={start}
          offices={board ? offices : ['village']}
          onOffice={setOffice}
        />
      )}
    </Page>
  )
}

type Start = { day: string; basis: ReturnType<typeof basisFromFacts>; village: string }

function startOf(
  kind: KindChoice | undefined,
  head: Letterhead | undefined,
  { day, basis, village }: Start,
): LetterDraft {
  const chosen = kind?.id ?? 'general'
  const plain = { ...emptyDraft, kind: chosen, date: day, classification: usualClassification(head, chosen) }
  if (!kind?.own || !restsOnDecision(kind.own.kind))
    return { ...plain, subject: kind?.own?.kind.title.id ?? '' }
  const about = { village, programme: kind.own.programme.title.id }
  const { paragraphs, ...composed } = composeRequest(kind.own.kind, basis, about)
  return {
    ...plain,
    ...composed,
    subject: kind.own.kind.title.id.replace(/^surat\s+/i, '').replace(/^./, (first) => first.toUpperCase()),
    addressee: kind.own.kind.to.id.split(/ dan | & |, /).join('\n'),
    text: paragraphs.join('\n\n'),
  }
}
