// Names of those who filled in. Rows carry accounts only; the server tells names to who may help at the place.
import { useEffect, useMemo, useState } from 'react'
import { ask } from '../../../../platform/browser/api.ts'
import { usePhone } from '../../../../platform/browser/hooks.tsx'
import type { SubmissionRow } from '../../submission.ts'
import { r } from './review-words.ts'

type Colleagues = { people: readonly { account: string; name: string }[] }
const known = new Map<string, string>()

export type Surveyors = { options: { value: string; label: string }[]; nameOf: (account: string) => string }

/** Everybody who sent one of these; 'Petugas 2' where no name is known. */
export function useSurveyors(place: string, rows: readonly SubmissionRow[]): Surveyors {
  const { open } = usePhone()
  const [, setTold] = useState(0)
  const accounts = useMemo(
    () => [...new Set(rows.map((row) => row.by).filter((by) => by !== ''))].sort(),
    [rows],
  )
  const unknown = accounts.some((each) => !known.has(each) && each !== open.account.id)
  useEffect(() => {
    if (!unknown) return
    let current = true
    ask<Colleagues>('accounts.at-place', { place }).then(
      ({ people }) => {
        for (const { account, name } of people) known.set(account, name)
        if (current) setTold((times) => times + 1)
      },
      // Without a line, or without the right to see the team, numbers stand in for names.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [place, unknown])
  const nameOf = (account: string): string => {
    if (account === open.account.id) return open.account.name
    return known.get(account) ?? r('queue.surveyor', { number: accounts.indexOf(account) + 1 })
  }
  return { options: accounts.map((value) => ({ value, label: nameOf(value) })), nameOf }
}
