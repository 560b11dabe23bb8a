// What the screens of maps read of the local copy.
import { useMemo } from 'react'
import type { GeoPoint } from '../../../kernel/geometry.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import type { Drawn } from '../../../platform/browser/sketch/Marks.tsx'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine } from '../../places/tree.ts'
import { type SubmissionRow, submissionCollection } from '../../surveys/submission.ts'
import { type Feature, featureCollection } from '../feature.ts'
import { featuresOn } from '../looking.ts'
import { type Base, baseCollection, type MapRow } from '../map.ts'

/** What people call an RT; nothing where none is said. */
export function useLocalNames(): (id: string | null) => string {
  const { place } = usePlaceView()
  const all = useRows<LocalPlace>(localCollection)
  return (id) => {
    const found = id ? all.find((each) => each.id === id) : undefined
    return found ? localLine(found, all, place) : ''
  }
}

/** The RT of the village that are in use, for choosing. */
export function useLocalChoices(): { value: string; label: string }[] {
  const name = useLocalNames()
  return useRows<LocalPlace>(localCollection)
    .filter((each) => each.kind === 'rt' && each.active)
    .map((each) => ({ value: each.id, label: name(each.id) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'id', { numeric: true }))
}

/** What stands on a map, the same list as long as nothing in the village changed. */
export function useFeatures(map: string): Feature[] {
  const view = usePlaceView()
  const version = view.version()
  return useMemo(() => featuresOn(view, map), [view, version, map])
}

const noRings: Base['rings'] = []

/** The base of a map, and the outline of the village: its own base where that is one, else the newest on record. */
export function useGround(map: MapRow): { base: Base | null; rings: Base['rings'] } {
  const bases = useRows<Base>(baseCollection)
  const base = bases.find(({ id }) => id === map.base) ?? null
  const outlines = bases.filter(({ kind }) => kind === 'outline').sort((a, b) => (a.id < b.id ? 1 : -1))
  const outline = base?.kind === 'outline' ? base : outlines[0]
  return { base, rings: outline?.rings ?? noRings }
}

/** What a map should show at first though nothing stands on it: the outline, else what is known of where the village is. */
export function useAround(rings: Base['rings']): GeoPoint[] {
  const view = usePlaceView()
  const version = view.version()
  return useMemo(() => {
    if (rings.length > 0) return rings.flat()
    const drawn = view.all<Feature>(featureCollection).flatMap(({ spots }) => spots.slice(0, 1))
    const asked = view.all<SubmissionRow>(submissionCollection).flatMap(({ point }) => (point ? [point] : []))
    return [...drawn, ...asked]
  }, [view, version, rings])
}

/** Where surveys found households, for who sees names: their points are on no row of anybody else. */
export function useSurveyPoints(): Drawn[] {
  const rows = useRows<SubmissionRow>(submissionCollection)
  return useMemo(
    () => rows.flatMap(({ id, point }) => (point ? [{ id, shape: 'point' as const, points: [point] }] : [])),
    [rows],
  )
}
