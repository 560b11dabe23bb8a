// One card at a time, with a button for each pile: a thumb, or a digit on a keyboard.
import { useEffect, useRef } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { ProgressBar } from '../../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import type { Card } from '../card-rules.ts'
import type { Laid } from '../score-rules.ts'
import { nameOf } from './use-ranking.ts'
import { t } from './words.ts'

export type OneByOneProps = {
  cards: readonly Card[]
  laid: Laid
  piles: number
  skipped: readonly string[]
  /** In the order in which they were laid. */
  order: readonly string[]
  onLay: (household: string, pile: number) => void
  onSkip: (household: string) => void
  onUndo: () => void
}

/** The first that lies nowhere and was not skipped; then those that were. */
export function nextCard(cards: readonly Card[], laid: Laid, skipped: readonly string[]): Card | undefined {
  const open = cards.filter(({ household }) => laid[household] === undefined)
  const last = (card: Card) => skipped.lastIndexOf(card.household)
  return open.toSorted((a, b) => last(a) - last(b))[0]
}

/** Keys work wherever the focus is, unless somebody types. */
function useKeys(act: (key: string) => boolean): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (latest.current(event.key)) event.preventDefault()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

export function OneByOne({ cards, laid, piles, skipped, order, onLay, onSkip, onUndo }: OneByOneProps) {
  const { lineOf } = useLocalPlaces()
  const card = nextCard(cards, laid, skipped)
  const done = cards.filter(({ household }) => laid[household] !== undefined).length
  useKeys((key) => {
    if (key === 'Backspace') onUndo()
    else if (card && key.toLowerCase() === 's') onSkip(card.household)
    else if (card && /^[1-6]$/.test(key) && Number(key) <= piles) onLay(card.household, Number(key))
    else return false
    return true
  })
  const count = (pile: number) => Object.values(laid).filter((each) => each === pile).length
  return (
    <div className="one">
      <ProgressBar
        label={t('sort.one')}
        value={done}
        max={cards.length}
        text={t('sort.progress', { done, all: cards.length })}
      />
      <div className="one-card" aria-live="polite">
        {card ? (
          <>
            <strong>{nameOf(card)}</strong>
            <span>{[lineOf(card.localPlace), card.address].filter(Boolean).join(' · ')}</span>
            {skipped.includes(card.household) && <small>{t('sort.skipped')}</small>}
          </>
        ) : (
          <strong>{t('sort.all-done')}</strong>
        )}
      </div>
      {card && (
        <div className="one-piles">
          {Array.from({ length: piles }, (_, i) => piles - i).map((pile) => (
            <button key={pile} type="button" onClick={() => onLay(card.household, pile)}>
              <b>{pile}</b>
              <span>{pile === 1 ? t('sort.poorest') : pile === piles ? t('sort.best') : ''}</span>
              <small>{t('sort.cards-on', { count: count(pile) })}</small>
            </button>
          ))}
        </div>
      )}
      <Cluster justify="between">
        <Button icon="arrow-left" onClick={onUndo} disabled={order.length === 0}>
          {t('sort.undo')}
        </Button>
        {card && <Button onClick={() => onSkip(card.household)}>{t('sort.skip')}</Button>}
      </Cluster>
      <p className="rb-hint one-keys">{t('sort.keys')}</p>
    </div>
  )
}
