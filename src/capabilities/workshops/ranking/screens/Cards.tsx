// The cards of a ranking before they are sorted: how many, what must be said of them, and which household gets none.
import './ranking.css'
import { useRows } from '../../../../platform/browser/hooks.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { FieldError } from '../../../../platform/browser/ui/form/Field.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import type { Card } from '../card-rules.ts'
import { type Ranking, rankingCollection } from '../ranking.ts'
import { nameOf } from './use-ranking.ts'
import { t } from './words.ts'

type Props = {
  cards: readonly Card[]
  /** Households without a card. */
  left: readonly string[]
  onLeft: (left: string[]) => void
  error: string | undefined
  /** The ranking itself, where it is changed. */
  own?: string
}

export function Cards({ cards, left, onLeft, error, own }: Props) {
  const { lineOf } = useLocalPlaces()
  const ranked = useRows<Ranking>(rankingCollection)
  const elsewhere = new Set(
    ranked.filter((each) => each.id !== own && each.withdrawn === null).flatMap((each) => each.cards),
  )
  const kept = cards.filter(({ household }) => !left.includes(household))
  const inTwo = kept.filter((each) => each.elsewhere.length > 0).length
  const nameless = kept.filter(({ name }) => name === null).length
  const also = kept.filter(({ household }) => elsewhere.has(household)).length
  const toggle = (household: string) =>
    onLeft(left.includes(household) ? left.filter((each) => each !== household) : [...left, household])
  return (
    <div id="cards" tabIndex={-1} className="ranking-cards">
      <FieldError id="cards" error={error} />
      {cards.length === 0 && <Notice tone="warn">{t('ranking.no-cards')}</Notice>}
      {inTwo > 0 && <Notice tone="warn">{t('ranking.two-places', { count: inTwo })}</Notice>}
      {also > 0 && <Notice tone="warn">{t('ranking.elsewhere', { count: also })}</Notice>}
      {nameless > 0 && <Notice tone="warn">{t('ranking.nameless-count', { count: nameless })}</Notice>}
      {cards.length > 0 && (
        <Fold
          tone="plain"
          title={`${t('ranking.cards')}: ${t('ranking.cards-count', { count: kept.length })}`}
        >
          <ul className="ranking-list">
            {cards.map((card) => (
              <li key={card.household}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(card.household)}
                    onChange={() => toggle(card.household)}
                    aria-label={t('ranking.with-card', { name: nameOf(card) })}
                  />
                  <span>
                    {nameOf(card)}
                    <small>{[lineOf(card.localPlace), card.address].filter(Boolean).join(' · ')}</small>
                  </span>
                </label>
                {card.elsewhere.length > 0 && (
                  <StatusBadge
                    status="unverified"
                    label={t('ranking.in-two', {
                      where: card.elsewhere.map((id) => lineOf(id) ?? '').join(', '),
                    })}
                  />
                )}
                {elsewhere.has(card.household) && (
                  <StatusBadge status="unverified" label={t('ranking.elsewhere-mark')} />
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}
