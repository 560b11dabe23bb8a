// What every part of a form on the screen shares: the filling itself, and words.
import { createContext, useContext, useRef, useState } from 'react'
import { translate } from '../../../platform/browser/language.ts'
import { checkTexts, fillTexts, geoTexts, mediaTexts, repeatTexts } from './fill-texts.ts'
import type { QuestionNode } from './nodes.ts'
import type { FillSession } from './session.ts'

export const t = translate({ ...fillTexts, ...geoTexts, ...mediaTexts, ...checkTexts, ...repeatTexts })

export type Fill = {
  session: FillSession
  /** Faults of the page are shown once the person tried to leave it. */
  showFaults: boolean
  /** To the next page, after an answer that needs no more. */
  goOn: () => void
}

const Context = createContext<Fill | null>(null)
export const FillProvider = Context.Provider

export function useFill(): Fill {
  const fill = useContext(Context)
  if (!fill) throw new Error('outside a form')
  return fill
}

/** What a control gets beside its node: its id, what describes it, and whether it is refused. */
export type FieldAids = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}
export type ControlProps<Node> = { node: Node; aids: FieldAids }

/** A node's id as an id of the page. */
export const idOf = (node: { nodeId: string }): string => `q-${node.nodeId.replace(/[^\w-]/g, '-')}`

export function faultOf(node: QuestionNode): string | null {
  const { violation } = node.validationState
  if (!violation) return null
  return (
    violation.message?.asString ||
    t(violation.condition === 'required' ? 'fill.fault-required' : 'fill.fault-constraint')
  )
}

/**
 * What a person is typing, beside what the form makes of it: the form may write it otherwise ("3,50" is 3.5), refuse it,
 * or change it by a calculation, and neither may disturb the typing.
 */
export function useTyped(
  get: () => string,
  put: (text: string) => void,
  read: (typed: string) => string = (typed) => typed,
  write: (outside: string) => string = (text) => text,
) {
  const outside = get()
  const [typed, setTyped] = useState(() => write(outside))
  const known = useRef(outside)
  if (known.current !== outside) {
    known.current = outside
    if (read(typed) !== outside) setTyped(write(outside))
  }
  return {
    typed,
    /** Whether the form holds what was typed. */
    held: read(typed) === outside,
    type: (next: string) => {
      setTyped(next)
      put(read(next))
      // What the form makes of one's own typing is no change from elsewhere.
      known.current = get()
    },
  }
}
