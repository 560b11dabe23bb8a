// Where a submission and the registry say different things: both values side by side, chosen field by field.
import { useState } from 'react'
import { useGiving } from '../../../../platform/browser/forms/use-giving.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { useLocals } from '../../screens/use-surveys.ts'
import { sentence } from '../../screens/words.ts'
import { resolveConflict } from '../../submission.ts'
import type { Conflict } from '../questions.ts'
import { propertyText, r } from './review-words.ts'

type Difference = Conflict['differences'][number]
type Side = 'theirs' | 'mine'

type ChoiceProps = { name: string; difference: Difference; side: Side; onPick: (side: Side) => void }

function Choice({ name, difference, side, onPick }: ChoiceProps) {
  const { all, lineOf } = useLocals()
  const { property, mine, theirs, reason } = difference
  const shown = (value: string | null): string => {
    if (value === null) return r('conflict.sealed')
    if (value === '') return r('conflict.empty')
    return property === 'tempat_id' && all.some((each) => each.id === value) ? lineOf(value) : value
  }
  const option = (which: Side, value: string | null) => (
    <label className="sv-side-choice">
      <input type="radio" name={name} checked={side === which} onChange={() => onPick(which)} />
      <span>
        <small>{r(`conflict.${which}`)}</small>
        {shown(value)}
      </span>
    </label>
  )
  return (
    <fieldset className="sv-difference">
      <legend>{propertyText(property)}</legend>
      <div>
        {option('theirs', theirs)}
        {option('mine', mine)}
      </div>
      <p className="rb-hint">{sentence({ code: reason })}</p>
    </fieldset>
  )
}

function One({ place, conflict, mayDecide }: { place: string; conflict: Conflict; mayDecide: boolean }) {
  const { give, giving } = useGiving()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const [given, setGiven] = useState(false)
  const pick = (property: string, side: Side) => {
    const next = new Set(mine)
    if (side === 'mine') next.add(property)
    else next.delete(property)
    setMine(next)
  }
  const settle = async () => {
    const input = { conflict: conflict.id, take: [...mine] }
    const saved = r('conflict.settled')
    setGiven(await give((phone) => phone.give(resolveConflict, place, input), { saved }))
  }
  return (
    <div className="sv-conflict">
      <h3>{r(`conflict.${conflict.dataset}`, { label: conflict.label })}</h3>
      {conflict.differences.map((difference) => (
        <Choice
          key={difference.property}
          name={`${conflict.id}-${difference.property}`}
          difference={difference}
          side={mine.has(difference.property) ? 'mine' : 'theirs'}
          onPick={(side) => pick(difference.property, side)}
        />
      ))}
      {mayDecide && (
        <div>
          <Button variant="quiet" loading={giving || given} onClick={() => void settle()}>
            {r('conflict.settle')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Props = { place: string; conflicts: readonly Conflict[]; mayDecide: boolean }

export function ConflictsShown({ place, conflicts, mayDecide }: Props) {
  if (conflicts.length === 0) return null
  return (
    <Section title={r('conflict.title')} subtitle={r('conflict.why')}>
      {conflicts.map((conflict) => (
        <One key={conflict.id} place={place} conflict={conflict} mayDecide={mayDecide} />
      ))}
    </Section>
  )
}
