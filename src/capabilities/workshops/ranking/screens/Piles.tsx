// All piles at once: a card is dragged by its handle, or some are tapped and then their pile in the row at the foot.
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import type { Card } from '../card-rules.ts'
import { type Laid, pilesOf } from '../score-rules.ts'
import { type Drag, useDrag } from './use-drag.ts'
import { nameOf } from './use-ranking.ts'
import { t } from './words.ts'

export type PilesProps = {
  cards: readonly Card[]
  laid: Laid
  piles: number
  /** Lays these cards on a pile; 0 takes them back to the unsorted. */
  onLay: (households: readonly string[], pile: number) => void
}

/** "4 · Paling sejahtera": what a pile is called; the ends say what they mean. */
export function pileName(pile: number, piles: number): string {
  if (pile === 0) return t('sort.unsorted')
  if (pile === 1) return `1 · ${t('sort.poorest')}`
  return pile === piles ? `${pile} · ${t('sort.best')}` : String(pile)
}

export function Piles({ cards, laid, piles, onLay }: PilesProps) {
  const board = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const drag = useDrag(board, (household, pile) => {
    onLay(chosen.has(household) ? [...chosen] : [household], pile)
    setChosen(new Set())
  })
  const choose = useCallback((household: string) => {
    setChosen((now) => {
      const next = new Set(now)
      if (!next.delete(household)) next.add(household)
      return next
    })
  }, [])
  const all = useMemo(() => {
    const byId = new Map(cards.map((card) => [card.household, card]))
    const ids = cards.map(({ household }) => household)
    const of = (list: readonly string[]) => list.flatMap((id) => byId.get(id) ?? [])
    const loose = of(ids.filter((id) => laid[id] === undefined))
    return [loose, ...pilesOf(ids, laid, piles).map(of)]
  }, [cards, laid, piles])
  /** The best off first, and what is not sorted yet above them all. */
  const order = [0, ...Array.from({ length: piles }, (_, i) => piles - i)]
  const tapped = (pile: number) => {
    if (chosen.size > 0) {
      onLay([...chosen], pile)
      setChosen(new Set())
    } else board.current?.querySelector(`section[data-pile="${pile}"]`)?.scrollIntoView({ block: 'start' })
  }
  return (
    <div ref={board} className="piles">
      <p className="rb-hint">{t('sort.tap')}</p>
      <div className="piles-all">
        {order.map((pile) => (
          <Pile
            key={pile}
            {...{ pile, piles, drag }}
            cards={all[pile] ?? []}
            chosen={chosenOf(all[pile] ?? [], chosen)}
            onChoose={choose}
          />
        ))}
      </div>
      <fieldset className="piles-dock" aria-label={t('sort.none-chosen')}>
        {chosen.size > 0 && <p>{t('sort.move', { count: chosen.size })}</p>}
        <div>
          {order.map((pile) => (
            <button key={pile} type="button" data-pile={pile} onClick={() => tapped(pile)}>
              <b>{pile === 0 ? '–' : pile}</b>
              <small>{(all[pile] ?? []).length}</small>
              <span className="rb-hidden">{pileName(pile, piles)}</span>
            </button>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** As one text, so that a pile of which nothing was tapped is not drawn anew. */
const chosenOf = (cards: readonly Card[], chosen: ReadonlySet<string>): string =>
  chosen.size === 0
    ? ''
    : cards
        .map(({ household }) => household)
        .filter((each) => chosen.has(each))
        .join()

type PileProps = {
  pile: number
  piles: number
  cards: readonly Card[]
  chosen: string
  drag: Drag
  onChoose: (household: string) => void
}

const sameCards = (a: readonly Card[], b: readonly Card[]) =>
  a.length === b.length && a.every((card, i) => card === b[i])

const Pile = memo(
  function Pile({ pile, piles, cards, chosen, drag, onChoose }: PileProps) {
    const picked = new Set(chosen.split(','))
    return (
      <section data-pile={pile} className="pile" aria-label={pileName(pile, piles)}>
        <h3>
          {pileName(pile, piles)} <small>{t('sort.cards-on', { count: cards.length })}</small>
        </h3>
        {cards.length === 0 ? (
          <p className="rb-hint">{t('sort.empty')}</p>
        ) : (
          <ul>
            {cards.map((card) => (
              <CardLine
                key={card.household}
                {...{ card, drag, onChoose }}
                chosen={picked.has(card.household)}
              />
            ))}
          </ul>
        )}
      </section>
    )
  },
  (a, b) => a.piles === b.piles && a.chosen === b.chosen && sameCards(a.cards, b.cards),
)

type LineProps = Pick<PileProps, 'drag' | 'onChoose'> & { card: Card; chosen: boolean }

const CardLine = memo(function CardLine({ card, chosen, drag, onChoose }: LineProps) {
  const name = nameOf(card)
  return (
    <li data-card={card.household} className="pile-card">
      <span className="pile-grip" title={t('sort.grip', { name })} {...drag}>
        <Icon name="menu" />
      </span>
      <button type="button" aria-pressed={chosen} onClick={() => onChoose(card.household)}>
        {name}
        {card.address && <small>{card.address}</small>}
      </button>
    </li>
  )
})
