// How many numbers this phone has in reserve, and which comes next.
import { useEffect, useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import type { Letterhead } from '../letterhead.ts'
import { type Numbered, seriesOf, usualClassification, yearOf } from '../number.ts'
import { leftHere, nextHere } from '../stock.browser.ts'

/** Numbers left for the commonest series of the letterhead; `version` says when to count again. */
export function useStockLeft(place: string, head: Letterhead | undefined, version: number): number {
  const phone = usePhone()
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!head) return
    const about = { kind: 'minutes', classification: usualClassification(head, 'minutes') }
    const of = { series: seriesOf(head, about), year: yearOf(today(zoneOf(place))) }
    let current = true
    leftHere(phone, place, of).then(
      (count) => current && setLeft(count),
      (error: unknown) => console.error(error),
    )
    return () => {
      current = false
    }
  }, [phone, place, head, version])
  return left
}

/** The number a letter would get on this phone now; null when the server will say. */
export function useNextNumber(
  place: string,
  head: Letterhead | undefined,
  about: Numbered & { date: string },
  version: number,
): number | null {
  const phone = usePhone()
  const [next, setNext] = useState<number | null>(null)
  const series = head ? seriesOf(head, about) : ''
  const year = about.date ? yearOf(about.date) : 0
  useEffect(() => {
    let current = true
    nextHere(phone, place, { series, year }).then(
      (number) => current && setNext(number),
      (error: unknown) => console.error(error),
    )
    return () => {
      current = false
    }
  }, [phone, place, series, year, version])
  return next
}
