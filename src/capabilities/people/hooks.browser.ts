// What the screens of people read again and again, computed once for each change of the local copy.
import { useEffect, useMemo } from 'react'
import { today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { fill, type Text } from '../../kernel/text.ts'
import { usePhone, usePlaceView, useRows } from '../../platform/browser/hooks.tsx'
import { language } from '../../platform/browser/language.ts'
import { useRoles } from '../../platform/browser/place-context.tsx'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { localLine, treeOf } from '../places/tree.ts'
import { type HouseholdRow, householdCollection } from './household.ts'
import { noteViews } from './journal.browser.ts'
import { isSomebody } from './looking.ts'
import type { PersonRow } from './person.ts'
import { personCollection } from './person.ts'
import { type Ground, isLimited } from './rules.ts'
import { peopleWords } from './texts.ts'

/** A word of a closed list, such as `relation.head` or `element.rt`; a word nobody knows stays as it is. */
export function word(list: string, value: string): string {
  const text = (peopleWords as Readonly<Record<string, Text>>)[`people.${list}.${value}`]
  return text ? fill(text, language()) : value.replaceAll('_', ' ')
}

export type LocalPlaces = {
  all: readonly LocalPlace[]
  lineOf: (id: string | null) => string | null
  options: readonly { value: string; label: string }[]
}

export function useLocalPlaces(): LocalPlaces {
  const view = usePlaceView()
  const all = useRows<LocalPlace>(localCollection)
  return useMemo(() => {
    const lines = new Map(all.map((place) => [place.id, localLine(place, all, view.place)]))
    const options = treeOf(all)
      .filter(({ place }) => place.active)
      .map(({ place }) => ({ value: place.id, label: lines.get(place.id) ?? '' }))
    return { all, lineOf: (id) => (id === null ? null : (lines.get(id) ?? null)), options }
  }, [all, view.place])
}

/** Everybody on record but merged records; the same array until the copy changes. */
export function usePeople(): PersonRow[] {
  const rows = useRows<PersonRow>(personCollection)
  // The view is the same object while its rows change: the rows say when.
  return useMemo(() => rows.filter(isSomebody), [rows])
}

export function useHouseholds(): readonly HouseholdRow[] {
  return useRows<HouseholdRow>(householdCollection)
}

/** Members by household, of those who live here. */
export function useMembers(): ReadonlyMap<string, readonly PersonRow[]> {
  const people = usePeople()
  return useMemo(() => {
    const members = new Map<string, PersonRow[]>()
    for (const person of people) {
      if (person.household === null) continue
      const found = members.get(person.household)
      if (found) found.push(person)
      else members.set(person.household, [person])
    }
    return members
  }, [people])
}

/** What the rules may know on this phone: no full numbers, so a NIK on record shows only at the server. */
export function useGround(): Ground {
  const view = usePlaceView()
  const roles = useRoles(view.place)
  const { all } = useLocalPlaces()
  const households = useHouseholds()
  return useMemo(
    () => ({
      today: today(zoneOf(view.place)),
      roles,
      // The server knows whether it is a demonstration, and refuses serial 0000 if it is not.
      synthetic: true,
      nikOwner: new Map(),
      kkOwner: new Map(),
      heads: new Map(households.map((household) => [household.id, household.head])),
      localPlaces: new Set(all.map((place) => place.id)),
    }),
    [view.place, roles, all, households],
  )
}

export function useLimited(): boolean {
  return isLimited(useRoles(usePlaceView().place))
}

/** Writes down, once a visit, that these persons are being looked at. */
export function useNoteView(what: string, subject: string | undefined): void {
  const phone = usePhone()
  const { place } = usePlaceView()
  useEffect(() => {
    if (subject) noteViews(phone, place, what, [subject]).catch((error: unknown) => console.error(error))
  }, [phone, place, what, subject])
}
