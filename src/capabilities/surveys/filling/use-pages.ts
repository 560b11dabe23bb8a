// Where a person is in the form: pages forth and back, also by the phone's own way back.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { type FormPage, pageAfter, pageAt, pageBefore, questionsOn } from './plan.ts'
import type { FillSession } from './session.ts'

/** The page of the answers, after all questions. */
export const checkKey = 'check'

type Step = { fill?: string }

export type Pages = {
  pages: readonly FormPage[]
  /** The page that is shown; undefined on the page of the answers. */
  page: FormPage | undefined
  at: number
  checking: boolean
  showFaults: boolean
  attempt: number
  open: (key: string) => void
  /** Goes on, or shows what is wrong on this page. `skip` goes on all the same. */
  next: (skip?: boolean) => void
  back: () => void
}

const isFaulty = (page: FormPage, unkept: ReadonlySet<string>) =>
  questionsOn(page).some((node) => node.validationState.violation !== null || unkept.has(node.nodeId))

export function usePages(session: FillSession): Pages {
  useSyncExternalStore(session.bridge.subscribe, session.bridge.version)
  const pages = session.pages()
  const [key, setKey] = useState<string | null>(session.page)
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set())
  const [attempt, setAttempt] = useState(0)
  const checking = key === checkKey
  const page = checking ? undefined : pageAt(pages, key)

  const show = useCallback(
    (next: string) => {
      setKey(next)
      setAttempt(0)
      session.goTo(next)
    },
    [session],
  )
  // The phone's way back goes to the page before in time, and out of the form only from the first.
  useEffect(() => {
    const back = (event: PopStateEvent) => {
      const step = (event.state as Step | null)?.fill
      if (step) show(step)
    }
    const first = session.page ?? session.pages()[0]?.key ?? ''
    history.replaceState({ ...history.state, fill: first }, '')
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [session, show])

  const open = (next: string) => {
    if (next === (page?.key ?? checkKey)) return
    history.pushState({ fill: next }, '')
    show(next)
  }
  const next = (skip = false) => {
    if (!page) return
    if (!skip && isFaulty(page, session.unkept)) {
      setTried(new Set([...tried, page.key]))
      setAttempt(attempt + 1)
      return
    }
    open(pageAfter(session.pages(), page)?.key ?? checkKey)
  }
  const back = () => {
    const before = checking
      ? pages.findLast((each) => each.within.length === 0)
      : page && pageBefore(pages, page)
    if (before) open(before.key)
  }
  const at = page ? pages.findIndex((each) => each.key === page.key) : pages.length
  const showFaults = page !== undefined && tried.has(page.key)
  return { pages, page, at, checking, showFaults, attempt, open, next, back }
}
