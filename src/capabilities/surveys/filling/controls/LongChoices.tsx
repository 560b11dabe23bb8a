import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { type ControlProps, t } from '../fill-context.tsx'
import { matches, searchable } from '../long-list.ts'
import { plainWords, type SelectNode } from '../nodes.ts'
import { ChoiceCard, type Picking } from './ChoiceCard.tsx'

/** Drawn at once; ten thousand would stand still for seconds. */
const shownMost = 40

/** A long list: a few letters narrow it down, and what is chosen always stands at the top. */
export function LongChoices({ node, aids, picking }: ControlProps<SelectNode> & { picking: Picking }) {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const { valueOptions, readonly } = node.currentState
  const list = useMemo(() => searchable(valueOptions), [valueOptions])
  const found = useMemo(() => matches(list, wanted), [list, wanted])
  const chosen = picking.chosen.flatMap((value) => node.getValueOption(value) ?? [])
  const shown = found.slice(0, shownMost)
  const rest = found.length - shown.length
  const searchId = `${aids.id}-search`
  return (
    <div className="fl-long">
      <label className="rb-hidden" htmlFor={searchId}>
        {t('fill.search-choices')}
      </label>
      <div className="rb-search">
        <Icon name="search" />
        <input
          id={searchId}
          className="rb-input"
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t('fill.search-choices')}
          aria-describedby={`${aids.id}-found`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text && <IconButton icon="x" label={t('fill.clear-search')} onClick={() => setText('')} />}
      </div>
      {chosen.length > 0 && (
        <div className="fl-chosen">
          <p>
            {t('fill.chosen', {
              names: chosen.map(({ label, value }) => plainWords(label) || value).join(', '),
            })}
          </p>
          {!readonly && (
            <Button variant="link" onClick={picking.clear}>
              {t('fill.clear')}
            </Button>
          )}
        </div>
      )}
      <p className="rb-hint" id={`${aids.id}-found`} role="status">
        {found.length === 0 ? t('fill.no-choice-found') : t('fill.all-choices', { count: found.length })}
      </p>
      <div className="rb-choices">
        {shown.map((choice, index) => (
          <ChoiceCard key={choice.value} {...{ node, choice, picking, aids }} first={index === 0} />
        ))}
      </div>
      {rest > 0 && <p className="rb-hint">{t('fill.more-choices', { count: rest })}</p>}
    </div>
  )
}
