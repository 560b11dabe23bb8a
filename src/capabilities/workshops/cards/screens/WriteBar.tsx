// Under the board: what is chosen, what can be done with it, and the line in which the next card is written.
import './cards.css'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { type BoardKind, type CardKind, cardTextMost } from '../board.ts'
import { type Laid, written } from '../laying.ts'
import type { Leaf, Tree } from '../tree.ts'
import { t } from '../words.browser.ts'

type Props = {
  kind: BoardKind
  tree: Tree
  chosen: Leaf | undefined
  onLay: (sets: readonly Laid[]) => Promise<boolean>
  onOpen: (id: string) => void
  onPick: (id: string) => void
  onWritten: (id: string) => void
}

/** What the next card can be, by where it is written. */
function kindsFor(board: BoardKind, chosen: Leaf | undefined, tree: Tree): readonly CardKind[] {
  if (board === 'consensus') return chosen?.kind === 'cluster' ? ['idea'] : ['idea', 'cluster']
  if (!chosen) return tree.byId.size === 0 ? ['problem'] : ['problem', 'cause', 'effect']
  return chosen.kind === 'problem' ? ['cause', 'effect'] : [chosen.kind]
}

/** Of a problem that is on the board people first tell the causes. */
const usual = (kinds: readonly CardKind[]): CardKind =>
  kinds.includes('cause') ? 'cause' : (kinds[0] ?? 'idea')

export function WriteBar({ kind: board, tree, chosen, onLay, onOpen, onPick, onWritten }: Props) {
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<CardKind | null>(null)
  const kinds = kindsFor(board, chosen, tree)
  const kind = asked !== null && kinds.includes(asked) ? asked : usual(kinds)
  // An idea hangs under a cluster; chosen in a cluster, the next one joins it.
  const under = board === 'consensus' && chosen?.kind === 'idea' ? chosen.parent : (chosen?.id ?? null)
  const parent = kind === 'cluster' ? null : under
  const above = parent === null ? undefined : tree.byId.get(parent)
  const write = async (event: FormEvent) => {
    event.preventDefault()
    const said = text.trim().replaceAll(/\s+/g, ' ')
    if (said === '') return
    const laid = written(tree, said, kind, parent)
    if (!(await onLay([laid]))) return
    setText('')
    onWritten(laid.card)
  }
  return (
    <div className="wk-bar">
      {kinds.length > 1 && (
        <Switch
          name="kind"
          label={t('cards.which')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`cards.${value}`) }))}
          onChange={(value) => setAsked(value as CardKind)}
        />
      )}
      <form onSubmit={(event) => void write(event)}>
        <TextField
          name="card"
          label={above ? t('cards.write-under', { text: shortly(above.text) }) : t('cards.write')}
          value={text}
          onChange={setText}
          maxLength={cardTextMost}
          autoComplete="off"
        />
        <Button type="submit" variant="primary" icon="plus">
          {t('cards.add')}
        </Button>
      </form>
      {chosen && (
        <Cluster>
          <Button icon="pencil" onClick={() => onOpen(chosen.id)}>
            {t('cards.open')}
          </Button>
          <Button icon="share" onClick={() => onPick(chosen.id)}>
            {t('cards.move')}
          </Button>
        </Cluster>
      )}
    </div>
  )
}

const shortly = (text: string) => (text.length > 44 ? `${text.slice(0, 42)}…` : text)
