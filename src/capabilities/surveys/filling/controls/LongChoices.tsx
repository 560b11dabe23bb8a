import { useDeferredValue, useMemo, useState } from 'react'
import type { ControlProps } from '../fill-context.tsx'
import { matches, searchable } from '../long-list.ts'
import type { SelectNode } from '../nodes.ts'
import type { Picking } from './ChoiceCard.tsx'
import { LongList, shownMost } from './LongList.tsx'

/** A long list that the engine holds. */
export function LongChoices({ node, aids, picking }: ControlProps<SelectNode> & { picking: Picking }) {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const { valueOptions } = node.currentState
  const list = useMemo(() => searchable(valueOptions), [valueOptions])
  const found = useMemo(() => matches(list, wanted), [list, wanted])
  const chosen = picking.chosen.flatMap((value) => node.getValueOption(value) ?? [])
  const shown = found.slice(0, shownMost)
  return <LongList {...{ node, aids, picking, text, shown, chosen }} onText={setText} count={found.length} />
}
