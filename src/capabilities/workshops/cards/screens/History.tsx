// Who moved what on a board, the newest first: asked of the server, where every move is kept.
import './cards.css'
import { useState } from 'react'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import type { Card, KeptMove } from '../board.ts'
import { t, whoWhen } from '../words.browser.ts'

type Props = { place: string; board: string; cards: readonly Card[] }
type Moves = { moves: Omit<KeptMove, 'board'>[] }

function done({ set }: Moves['moves'][number], text: string): string {
  if (set.gone) return t('cards.history-removed', { text })
  if (set.text !== undefined) return t('cards.history-wrote', { text: set.text })
  return t(set.root !== undefined ? 'cards.history-rooted' : 'cards.history-moved', { text })
}

function Moves({ place, board, cards }: Props) {
  const answer = useAnswer<Moves>('workshops.moves', { place, board }, cards.length)
  const texts = new Map(cards.map(({ id, fields }) => [id, fields.text?.value ?? '']))
  if (!answer.value) return <AnswerRest answer={answer} label={t('cards.history')} />
  const { moves } = answer.value
  if (moves.length === 0) return <p>{t('cards.history-none')}</p>
  return (
    <ul className="wk-history">
      {moves.map((move) => {
        const { who, when } = whoWhen(move, place)
        return (
          <li key={move.id}>
            <strong>{who}</strong> {done(move, texts.get(move.card) ?? '')} · {when}
          </li>
        )
      })}
    </ul>
  )
}

export function History(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Fold title={t('cards.history')} onOpen={() => setOpen(true)}>
      {open && <Moves {...props} />}
    </Fold>
  )
}
