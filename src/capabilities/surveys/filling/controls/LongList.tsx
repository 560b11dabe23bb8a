import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { type ControlProps, t } from '../fill-context.tsx'
import { type FormChoice, plainWords, type SelectNode } from '../nodes.ts'
import { ChoiceCard, type Picking } from './ChoiceCard.tsx'

/** Drawn at once; ten thousand would stand still for seconds. */
export const shownMost = 40

type Props = ControlProps<SelectNode> & {
  picking: Picking
  text: string
  onText: (text: string) => void
  /** What stands on the screen, of how many. */
  shown: readonly FormChoice[]
  count: number
  chosen: readonly FormChoice[]
}

/** A long list as it is seen: a few letters narrow it down, and what is chosen always stands at the top. */
export function LongList({ node, aids, picking, text, onText, shown, count, chosen }: Props) {
  const rest = count - shown.length
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
          onChange={(event) => onText(event.target.value)}
        />
        {text && <IconButton icon="x" label={t('fill.clear-search')} onClick={() => onText('')} />}
      </div>
      {chosen.length > 0 && (
        <div className="fl-chosen">
          <p>
            {t('fill.chosen', {
              names: chosen.map(({ label, value }) => plainWords(label) || value).join(', '),
            })}
          </p>
          {!node.currentState.readonly && (
            <Button variant="link" onClick={picking.clear}>
              {t('fill.clear')}
            </Button>
          )}
        </div>
      )}
      <p className="rb-hint" id={`${aids.id}-found`} role="status">
        {count === 0 ? t('fill.no-choice-found') : t('fill.all-choices', { count })}
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
