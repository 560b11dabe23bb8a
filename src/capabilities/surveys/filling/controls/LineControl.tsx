// One or several lines of a list that the engine does not hold: an index gives those that fit the answers before.
import { useEffect, useState } from 'react'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import type { FoundLines, Line } from '../lists/line-index.ts'
import { chosenIn } from '../lists/long-selects.ts'
import type { FormChoice, InputNode, SelectNode } from '../nodes.ts'
import { ChoiceControl, usePicking } from './ChoiceControl.tsx'
import { LongList, shownMost } from './LongList.tsx'

/** So many lines are handed over whole, to be shown in whatever way the form asks for. */
const wholeMost = 300

type State =
  | { kind: 'reading' }
  | { kind: 'missing' }
  | { kind: 'broken' }
  | { kind: 'found'; found: FoundLines; typed: string }

/** Lines for the answers as they are now; those of before stay until others come. */
function useLines(node: InputNode, typed: string): State {
  const { lists } = useFill().session.start
  const [state, setState] = useState<State>({ kind: 'reading' })
  const asked = JSON.stringify(lists.askedFor(node))
  const chosen = node.currentState.instanceValue
  // What is asked is made of the answers that stand in `asked` and `chosen`.
  useEffect(() => {
    let over = false
    const find = async (): Promise<State> => {
      const found = await lists.find(node, typed, typed === '' ? wholeMost : shownMost)
      return found ? { kind: 'found', found, typed } : { kind: 'missing' }
    }
    const broken = (error: unknown): State => {
      console.error('could not look through a list', error)
      return { kind: 'broken' }
    }
    void find()
      .catch(broken)
      .then((next) => over || setState(next))
    return () => {
      over = true
    }
  }, [lists, node, asked, chosen, typed])
  return state
}

const choiceOf = ({ value, label }: Line): FormChoice => ({
  value,
  label: { asString: label, formatted: [{ id: value, role: 'child', value: label }] },
  properties: [],
})

/** The question as one of choices: the same answer, and the lines that fit as what is offered. */
function asSelect(node: InputNode, multiple: boolean, offered: readonly FormChoice[]): SelectNode {
  const { reference, readonly, relevant, required, label, hint } = node.currentState
  const value = chosenIn(node, { multiple })
  return {
    ...{ nodeType: 'select', nodeId: node.nodeId, valueType: 'string', appearances: node.appearances },
    ...{ parent: node.parent, validationState: node.validationState },
    selectType: multiple ? 'select' : 'select1',
    currentState: {
      ...{ reference, readonly, relevant, required, label, hint },
      ...{ children: null, value, valueOptions: offered },
    },
    getValueOption: (wanted) => offered.find((each) => each.value === wanted) ?? null,
    selectValues: (values) => node.setValue(values.join(' ')),
  }
}

export function LineControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const { lists } = session.start
  const [text, setText] = useState('')
  const state = useLines(node, text.trim())
  const multiple = lists.selectOf(node)?.multiple ?? false
  if (state.kind === 'missing') return <Notice tone="warn">{t('fill.list-missing')}</Notice>
  if (state.kind === 'broken') return <Notice tone="warn">{t('fill.list-broken')}</Notice>
  if (state.kind === 'reading')
    return (
      <p className="rb-hint" role="status">
        <span className="rb-spinner" aria-hidden="true" /> {t('fill.list-reading')}
      </p>
    )
  const { found } = state
  const offered = found.lines.map(choiceOf)
  const asked = asSelect(node, multiple, offered)
  if (found.all === 0) {
    const waits = lists.equalFor(node).some(({ is }) => is === '')
    return <p className="rb-hint">{t(waits ? 'fill.no-choices' : 'fill.no-line-fits')}</p>
  }
  if (found.all <= wholeMost && state.typed === '') return <ChoiceControl node={asked} aids={aids} />
  return <Searched {...{ node: asked, aids, text, found }} onText={setText} />
}

type SearchedProps = ControlProps<SelectNode> & {
  text: string
  found: FoundLines
  onText: (text: string) => void
}

function Searched({ node, aids, text, found, onText }: SearchedProps) {
  const picking = usePicking(node)
  const shown = found.lines.slice(0, shownMost).map(choiceOf)
  const chosen = found.chosen.map(choiceOf)
  return <LongList {...{ node, aids, picking, text, onText, shown, chosen }} count={found.matching} />
}
