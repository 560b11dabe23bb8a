import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { cx } from '../../../../platform/browser/ui/cx.ts'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import { has, labelOf, plainWords, type SelectNode } from '../nodes.ts'
import { ChoiceCard, type Picking } from './ChoiceCard.tsx'
import { LongChoices } from './LongChoices.tsx'

/** Above so many choices a list is searched and not scrolled. */
const longList = 24
/** So many the phone's own list still opens at once. */
const nativeMost = 300

const shapes = ['horizontal', 'horizontal-compact', 'columns', 'columns-pack', 'compact', 'quickcompact']

function layoutOf(node: SelectNode): string {
  if (has(node, 'likert') || has(node, 'list-nolabel')) return 'fl-likert'
  const columns = [2, 3, 4, 5].find((count) => has(node, `columns-${count}`))
  if (columns) return columns === 2 ? 'fl-columns-2' : 'fl-columns-3'
  return shapes.some((shape) => has(node, shape)) ? 'fl-columns-2' : ''
}

/** How a choice changes the answer: of one it takes the place, of many it comes to it or goes from it. */
export function usePicking(node: SelectNode): Picking {
  const { session, goOn } = useFill()
  const chosen = node.currentState.value
  const set = (values: readonly string[]) => session.change(() => void node.selectValues(values))
  const pick = (value: string, picked: boolean) => {
    if (node.selectType === 'select1') {
      set([value])
      if (has(node, 'quick') || has(node, 'quickcompact')) goOn()
    } else set(picked ? [...chosen, value] : chosen.filter((each) => each !== value))
  }
  return { chosen, pick, clear: () => set([]) }
}

/** One or several of a list, in the way its length and its appearance ask for. */
export function ChoiceControl({ node, aids }: ControlProps<SelectNode>) {
  const picking = usePicking(node)
  const { valueOptions, readonly } = node.currentState
  const searched =
    has(node, 'autocomplete') ||
    (has(node, 'minimal') && node.selectType === 'select') ||
    valueOptions.length > longList
  if (valueOptions.length === 0) return <p className="rb-hint">{t('fill.no-choices')}</p>
  if (has(node, 'minimal') && node.selectType === 'select1' && valueOptions.length <= nativeMost)
    return <NativeList {...{ node, aids, picking }} />
  if (searched) return <LongChoices {...{ node, aids, picking }} />
  const canClear = node.selectType === 'select1' && picking.chosen.length > 0 && !readonly
  return (
    <>
      <div className={cx('rb-choices', layoutOf(node))}>
        {valueOptions.map((choice, index) => (
          <ChoiceCard key={choice.value} {...{ node, choice, picking, aids }} first={index === 0} />
        ))}
      </div>
      {canClear && (
        <Button variant="link" onClick={picking.clear}>
          {t('fill.clear')}
        </Button>
      )}
    </>
  )
}

/** The phone's own list, for a form that asks for little room. */
function NativeList({ node, aids, picking }: ControlProps<SelectNode> & { picking: Picking }) {
  const { valueOptions, readonly } = node.currentState
  return (
    <span className="rb-select">
      <select
        {...aids}
        // Where its question is a group of fields, its legend names no field.
        aria-label={labelOf(node) || undefined}
        className="rb-input"
        value={picking.chosen[0] ?? ''}
        disabled={readonly}
        onChange={(event) =>
          event.target.value === '' ? picking.clear() : picking.pick(event.target.value, true)
        }
      >
        <option value="">{t('fill.choose')}</option>
        {valueOptions.map(({ value, label }) => (
          <option key={value} value={value}>
            {plainWords(label) || value}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
