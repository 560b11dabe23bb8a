// One choice of a list, big enough for a thumb.

import { FormWords, WordsMedia } from '../FormWords.tsx'
import type { FieldAids } from '../fill-context.tsx'
import type { FormChoice, SelectNode } from '../nodes.ts'

export type Picking = {
  chosen: readonly string[]
  pick: (value: string, picked: boolean) => void
  clear: () => void
}

type CardProps = { node: SelectNode; choice: FormChoice; picking: Picking; aids: FieldAids; first: boolean }

export function ChoiceCard({ node, choice, picking, aids, first }: CardProps) {
  return (
    <label className="rb-choice fl-choice">
      <input
        id={first ? aids.id : undefined}
        aria-invalid={aids['aria-invalid']}
        type={node.selectType === 'select1' ? 'radio' : 'checkbox'}
        name={aids.id}
        value={choice.value}
        disabled={node.currentState.readonly}
        checked={picking.chosen.includes(choice.value)}
        onChange={(event) => picking.pick(choice.value, event.target.checked)}
      />
      <span className="rb-choice-text">
        <WordsMedia words={choice.label} small />
        <FormWords words={choice.label} />
      </span>
    </label>
  )
}
