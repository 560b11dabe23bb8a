// The connections of a survey: those that work, and folded away those that are over.
import { useState } from 'react'
import { today } from '../../../../kernel/day.ts'
import { zoneOf } from '../../../../kernel/place-code.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { ConfirmCommand } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { usePhone, usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { momentText } from '../../../../platform/browser/moment.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { dayText } from '../../screens/words.ts'
import { mayEnd } from '../rules.ts'
import { endToken, type TokenRow, type TokenUses, tokenCollection } from '../token.ts'
import { connectTexts } from './connect-texts.ts'

const c = translate(connectTexts)

export const standingOf = ({ endedAt, expiresAt }: TokenRow): 'works' | 'ended' | 'over' => {
  if (endedAt !== null) return 'ended'
  return Date.parse(expiresAt) > Date.now() ? 'works' : 'over'
}

type Use = TokenUses['uses'][number]
type LineProps = { place: string; token: TokenRow; use: Use | undefined; onEnd: () => void }

function useDetails({ place, token, use }: Omit<LineProps, 'onEnd'>): [own: boolean, details: string[]] {
  const { account } = usePhone().open
  // What waits to be sent is one's own.
  const own = token.account === account.id || token.account === ''
  const day = (iso: string) => dayText(today(zoneOf(place), new Date(iso)))
  const whose = use?.by ? c('connect.of', { name: use.by }) : c('connect.of-other')
  const until = token.endedAt
    ? c('connect.ended-at', { day: day(token.endedAt) })
    : c('connect.until', { day: day(token.expiresAt) })
  const last = use?.at
    ? c('connect.read', { at: momentText(use.at, place), from: use.from ?? '?' })
    : c('connect.never')
  const about = [
    own ? c('connect.mine') : whose,
    until,
    ...(token.personal ? [c('connect.with-personal')] : []),
  ]
  return [own, [about.join(' · '), ...(use ? [last] : [])]]
}

function Line({ place, token, use, onEnd }: LineProps) {
  const pending = usePlaceView().pending(tokenCollection, token.id)
  const waiting = pending === 'queued' || pending === 'refused'
  const [own, details] = useDetails({ place, token, use })
  const standing = standingOf(token)
  const may = mayEnd(useRoles(place), own) && standing === 'works' && !waiting
  const badge = waiting ? 'unsent' : standing
  const status = { unsent: 'waiting', works: 'done', ended: 'archive', over: 'archive' } as const
  return (
    <div className="sv-connection">
      <span className="sv-connection-name">
        {token.name}
        <StatusBadge status={status[badge]} label={c(`connect.${badge}`)} />
      </span>
      {details.map((detail) => (
        <small key={detail}>{detail}</small>
      ))}
      {may && (
        <Button aria-label={c('connect.end-of', { name: token.name })} onClick={onEnd}>
          {c('connect.end')}
        </Button>
      )}
    </div>
  )
}

type Props = { place: string; survey: string; tokens: readonly TokenRow[] }

export function Connections({ place, survey, tokens }: Props) {
  const [ending, setEnding] = useState<TokenRow | null>(null)
  const turn = tokens.map(({ id, version, account }) => `${id}${version}${account}`).join()
  const asked = useAnswer<TokenUses>('surveys.token-uses', tokens.length > 0 ? { place, survey } : null, turn)
  const uses = new Map(asked.value?.uses.map((use) => [use.id, use]))
  const sorted = tokens.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))
  const [working, over] = [true, false].map((works) =>
    sorted.filter((each) => (standingOf(each) === 'works') === works),
  ) as [TokenRow[], TokenRow[]]
  const lines = (some: readonly TokenRow[]) => (
    <ul className="sv-lines">
      {some.map((token) => (
        <li key={token.id}>
          <Line {...{ place, token, use: uses.get(token.id) }} onEnd={() => setEnding(token)} />
        </li>
      ))}
    </ul>
  )
  if (tokens.length === 0)
    return (
      <EmptyState icon="key" title={c('connect.empty')} level={2}>
        {c('connect.empty-why')}
      </EmptyState>
    )
  return (
    <Section title={c('connect.list')}>
      {working.length > 0 && lines(working)}
      {over.length > 0 && (
        <Fold tone="plain" title={c('connect.older', { count: over.length })}>
          {lines(over)}
        </Fold>
      )}
      {asked.fault && <AnswerRest answer={asked} label={c('connect.list')} level={3} />}
      {ending && (
        <ConfirmCommand
          {...{ place, command: endToken, input: { id: ending.id } }}
          danger
          title={c('connect.end-title')}
          submit={c('connect.end')}
          saved={c('connect.end-done')}
          onClose={() => setEnding(null)}
        >
          <p>{c('connect.end-why', { name: ending.name })}</p>
        </ConfirmCommand>
      )}
    </Section>
  )
}
