// What all capabilities bring to the lists of a village, told over the local copy as it stands.
import { useEffect, useMemo, useState } from 'react'
import { today } from '../../../kernel/day.ts'
import type { Asker } from '../../../kernel/entries.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Composed } from '../../../platform/browser/entries.ts'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { usePlaceServices, useRoles } from '../../../platform/browser/place-context.tsx'

/** Null until the pieces that tell it are here. */
export function useEntries<T>(
  tell: (composed: Composed, ...of: Parameters<Composed['waits']>) => T,
): T | null {
  const view = usePlaceView()
  const version = view.version()
  const { entries } = usePlaceServices()
  const { account } = usePhone().open
  const roles = useRoles(view.place)
  const [composed, setComposed] = useState<Composed | null>(null)
  useEffect(() => {
    let current = true
    void entries().then((fetched) => current && setComposed(fetched))
    return () => {
      current = false
    }
  }, [entries])
  const day = today(zoneOf(view.place))
  return useMemo(() => {
    const asker: Asker = { account: account.id, roles, today: day }
    return composed && tell(composed, view, asker)
    // The version stands for all rows of the view.
  }, [composed, view, version, account, roles, day])
}
