// What screens of higher capabilities may ask of letters: the letterhead, the letter that was written about a
// record, and a number for it.
import { useEffect } from 'react'
import { today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { usePhone, usePhoneState, useRows } from '../../platform/browser/hooks.tsx'
import { useRoles } from '../../platform/browser/place-context.tsx'
import { type Letter, letterCollection } from './letter.ts'
import { currentHead, type Letterhead, letterheadCollection, type Office } from './letterhead.ts'
import { letterWriters } from './roles.ts'
import { keepStock } from './stock.browser.ts'

/** The letterhead in use, or undefined when the village has not set one. */
export function useLetterhead(office: Office = 'village'): Letterhead | undefined {
  return currentHead(useRows<Letterhead>(letterheadCollection), office)
}

/** The letterhead a letter went out under. */
export function useHeadOf(letter: Letter | undefined): Letterhead | undefined {
  const heads = useRows<Letterhead>(letterheadCollection)
  return letter && heads.find((head) => head.id === letter.letterhead)
}

/** The valid letter of a kind about a record, e.g. the minutes of a meeting; the newest when there are two. */
export function useLetterAbout(record: string | undefined, kind: string): Letter | undefined {
  return useRows<Letter>(letterCollection)
    .filter((letter) => letter.kind === kind && letter.state !== 'cancelled')
    .filter((letter) => letter.about.some((about) => about.id === record))
    .reduce<Letter | undefined>((best, letter) => (best && best.id > letter.id ? best : letter), undefined)
}

export function useMayWriteLetters(place: string): boolean {
  const roles = useRoles(place)
  return letterWriters.some((role) => roles.includes(role))
}

/**
 * Keeps at least one block of numbers in stock while there is a line. Mount it once for a pinned place; it shows
 * nothing.
 */
export function LetterStock({ place }: { place: string }) {
  const phone = usePhone()
  const { line, version } = usePhoneState()
  const may = useMayWriteLetters(place)
  useEffect(() => {
    if (!may || line !== 'online') return
    const timer = setTimeout(() => {
      keepStock(phone, place, today(zoneOf(place))).catch((error: unknown) => console.error(error))
    }, 1500)
    return () => clearTimeout(timer)
  }, [phone, place, line, version, may])
  return null
}
