import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type Page, PagedList } from './paged-list.ts'

/** The list that is asked for when it is shown, and anew for other words of `about`, which say all that its pages hang on. */
export function usePaged<P extends Page>(
  about: string,
  pageOf: (after: string | undefined) => Promise<P>,
  join: (before: P, page: P) => P,
) {
  const list = useMemo(() => new PagedList(pageOf, join), [about])
  useEffect(() => void list.more(), [list])
  const state = useSyncExternalStore(list.subscribe, list.state)
  return { ...state, more: () => void list.more() }
}
