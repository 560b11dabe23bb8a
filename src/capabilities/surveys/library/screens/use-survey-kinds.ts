// The kinds of surveys that programmes ask for, where a form is brought in.
import { useEffect, useState } from 'react'
import { ask } from '../../../../platform/browser/api.ts'
import type { Words } from '../../../programmes/definition.ts'

export type Kind = { id: string; title: Words }

/** Of all programmes that hold at a place; none while they are asked for; null where they did not come. */
export function useSurveyKinds(place: string): readonly Kind[] | null {
  const [kinds, setKinds] = useState<readonly Kind[] | null>([])
  useEffect(() => {
    let current = true
    ask<{ definitions: { newest: boolean; surveys: Kind[] }[] }>('programmes.available', { place })
      .then(({ definitions }) => {
        const all = definitions.filter(({ newest }) => newest).flatMap(({ surveys }) => surveys)
        if (current) setKinds([...new Map(all.map((each) => [each.id, each])).values()])
      })
      .catch(() => current && setKinds(null))
    return () => {
      current = false
    }
  }, [place])
  return kinds
}
