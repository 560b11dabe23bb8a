// What all capabilities bring to the lists of a village, told over the local copy as it stands.
import { useMemo } from 'react'
import { today } from '../../../kernel/day.ts'
import type { Asker } from '../../../kernel/entries.ts'
import { wordsAt } from '../../../kernel/paper.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Composed } from '../../../platform/browser/entries.ts'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { usePlaceServices, useRoles } from '../../../platform/browser/place-context.tsx'
import { useFetched } from '../../../platform/browser/use-fetched.tsx'

const isWhole = ({ whole }: Composed) => whole

/** `told` is null until the pieces that tell it are here; missing where one did not come. */
export function useEntries<T>(tell: (composed: Composed, ...of: Parameters<Composed['waits']>) => T): {
  told: T | null
  missing: boolean
} {
  const view = usePlaceView()
  const version = view.version()
  const { entries, factsOf } = usePlaceServices()
  const { account } = usePhone().open
  const roles = useRoles(view.place)
  const { got: composed, missing } = useFetched(entries, isWhole)
  const day = today(zoneOf(view.place))
  const told = useMemo(() => {
    const { id, holdings } = account
    const asker: Asker = {
      ...{ account: id, roles, today: day, words: wordsAt(holdings, view.place) },
      factsOf: (each) => factsOf(view, each),
    }
    return composed && tell(composed, view, asker)
    // The version stands for all rows of the view.
  }, [composed, view, version, account, roles, day, factsOf])
  return { told, missing }
}
