// Writing a letter: what its kind says decides code, addressees, text and signatories, and what it rests on.
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { today } from '../../../kernel/day.ts'
import type { Facts } from '../../../kernel/facts.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useFacts } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { basisFromFacts, composeLetter, officeOf, whyNotCompose } from '../compose.ts'
import { LetterStock, useLetterhead, useMayWriteLetters } from '../door.browser.tsx'
import { type Basis, type Letter, letterCollection } from '../letter.ts'
import { type Letterhead, type Office, offices } from '../letterhead.ts'
import { usualClassification } from '../number.ts'
import { lettersTexts } from '../texts.ts'
import { LetterForm } from './LetterForm.tsx'
import { emptyDraft, type LetterDraft } from './letter-draft.ts'
import { type KindChoice, t, useLetterKinds } from './words.ts'

/** The number of the minutes of a meeting, where they have one. */
function useMinutesNumber(meeting: string | null | undefined): string {
  const letters = useRows<Letter>(letterCollection)
  const minutes = letters.find(
    ({ kind, text, state, about }) =>
      kind === 'minutes' && text && state !== 'cancelled' && about.some(({ id }) => id === meeting),
  )
  return minutes?.text ?? ''
}

function useBasis(kind: KindChoice | undefined, facts: Facts): Basis | null {
  const found = kind?.own ? basisFromFacts(kind.own.programme, kind.own.kind, facts) : null
  const minutesNumber = useMinutesNumber(found?.meeting)
  return found && { ...found, minutesNumber }
}

/** The office on whose paper it goes out: the one chosen, or the one its kind names, where it has a letterhead. */
function useOffice(kind: KindChoice | undefined) {
  const heads = { village: useLetterhead('village'), board: useLetterhead('board') }
  const [chosen, setOffice] = useState<Office | null>(null)
  const wanted = chosen ?? (kind?.own ? officeOf(kind.own.kind) : 'village')
  const office = heads[wanted] ? wanted : 'village'
  const from = offices.filter((each) => each === 'village' || heads[each])
  return { head: heads[office], from, setOffice }
}

export default function NewLetterScreen({ place }: ScreenProps) {
  const params = new URLSearchParams(useSearch())
  const [path, go] = useLocation()
  const kinds = useLetterKinds()
  const asked = params.get('jenis') ?? params.get('kind') ?? ''
  const enrolment = params.get('pendaftaran')
  const first = kinds.find(
    (kind) => kind.id === asked && (!enrolment || kind.own?.enrolment.id === enrolment),
  )
  const { head, from, setOffice } = useOffice(first)
  const facts = useFacts(first?.own?.enrolment.id)
  const basis = useBasis(first, facts)
  const name = usePlaceName(place)
  const may = useMayWriteLetters(place)
  const about = { title: first?.title ?? t('letters.new-title'), ...backTo(place) }
  if (!may)
    return (
      <Page {...about}>
        <Notice tone="refused">{t('letters.not-allowed')}</Notice>
      </Page>
    )
  if (!head) return <NoHead place={place} />
  const against = first?.own ? whyNotCompose(first.own.programme, first.own.kind, facts) : []
  if (against.length > 0)
    return (
      <Page {...about}>
        <Notice
          tone="refused"
          title={against.map((each) => say(each, lettersTexts)).join(' ')}
          action={<LinkButton href={`/d/${place}/surat/baru`}>{t('letters.another')}</LinkButton>}
        />
      </Page>
    )
  return (
    <Page {...about} width="wide" subtitle={first?.own ? t('letters.from-programme') : undefined}>
      <LetterStock place={place} />
      <LetterForm
        key={`${first?.own?.enrolment.id} ${first?.id} ${head.office}`}
        place={place}
        head={head}
        kinds={kinds}
        facts={facts}
        start={startOf(first, head, { day: today(zoneOf(place)), basis, village: name.title })}
        offices={from}
        onOffice={setOffice}
        onKind={(kind) => go(`${path}?jenis=${kind}`, { replace: true })}
      />
    </Page>
  )
}

const backTo = (place: string) => ({
  back: { href: `/d/${place}/surat`, label: t('letters.back-to-book') },
})

function NoHead({ place }: { place: string }) {
  return (
    <Page title={t('letters.new-title')} {...backTo(place)}>
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
}

type Start = { day: string; basis: Basis | null; village: string }

function startOf(kind: KindChoice | undefined, head: Letterhead, about: Start): LetterDraft {
  const chosen = kind?.id ?? 'general'
  const classification = usualClassification(head, chosen)
  const plain = { ...emptyDraft, kind: chosen, date: about.day, classification }
  if (!kind?.own) return plain
  const words = { village: about.village, programme: kind.own.programme.title.id }
  const { paragraphs, addressee, ...composed } = composeLetter(kind.own.kind, about.basis, words, head.office)
  return { ...plain, ...composed, addressee: addressee.join('\n'), text: paragraphs.join('\n\n') }
}
