import { useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { FormWords, WordsMedia } from '../FormWords.tsx'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import { type FormChoice, plainWords, type RankNode } from '../nodes.ts'

/** Choices in the order of the person, moved up and down by buttons that fingers and keyboards reach. */
export function RankControl({ node, aids }: ControlProps<RankNode>) {
  const { session } = useFill()
  const [said, setSaid] = useState('')
  const { value, valueOptions, readonly } = node.currentState
  const order = ordered(value, valueOptions)
  const set = (choices: readonly FormChoice[]) =>
    session.change(() => void node.setValues(choices.map((choice) => choice.value)))
  const move = (from: number, by: -1 | 1) => {
    const choice = order[from]
    if (!choice || !order[from + by]) return
    const next = order.filter((each) => each !== choice)
    next.splice(from + by, 0, choice)
    set(next)
    setSaid(t('fill.rank-now', { name: plainWords(choice.label), at: from + by + 1, all: order.length }))
  }
  return (
    <div className="fl-rank" id={aids.id} tabIndex={-1}>
      {value.length === 0 && <p className="rb-hint">{t('fill.rank-none')}</p>}
      <ol>
        {order.map((choice, index) => (
          <li key={choice.value} className="fl-rank-line">
            <span className="rb-number fl-rank-n" aria-hidden="true">
              {index + 1}
            </span>
            <span className="fl-rank-name">
              <WordsMedia words={choice.label} small />
              <FormWords words={choice.label} />
            </span>
            <IconButton
              icon="chevron-up"
              label={t('fill.rank-up', { name: plainWords(choice.label) })}
              disabled={readonly || index === 0}
              onClick={() => move(index, -1)}
            />
            <IconButton
              icon="chevron-down"
              label={t('fill.rank-down', { name: plainWords(choice.label) })}
              disabled={readonly || index === order.length - 1}
              onClick={() => move(index, 1)}
            />
          </li>
        ))}
      </ol>
      <p className="rb-hidden" role="status">
        {said}
      </p>
      {!readonly &&
        (value.length === 0 ? (
          <Button onClick={() => set(order)}>{t('fill.rank-take')}</Button>
        ) : (
          <Button variant="link" onClick={() => set([])}>
            {t('fill.clear')}
          </Button>
        ))}
    </div>
  )
}

/** As it was put, then what came to the list since. */
function ordered(value: readonly string[], choices: readonly FormChoice[]): FormChoice[] {
  const put = value.flatMap((each) => choices.find((choice) => choice.value === each) ?? [])
  return [...put, ...choices.filter((choice) => !value.includes(choice.value))]
}
