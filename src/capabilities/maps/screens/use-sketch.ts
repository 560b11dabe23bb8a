// The form behind drawing: what is being drawn now, and what was drawn and waits to be saved, as one draft.
import { useRef } from 'react'
import type { GeoPoint } from '../../../kernel/geometry.ts'
import { newId } from '../../../kernel/id.ts'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useWalking, weigh } from '../../../platform/browser/sketch/walking.ts'
import { addFeatures, type Layer, type NewFeature, type Shape, spotsMost, type Way } from '../feature.ts'
import type { MapRow } from '../map.ts'
import { whyNotAdd } from '../rules.ts'
import { mapPath, says, t, todayAt } from '../words.browser.ts'
import { useFeatures } from './use-maps.ts'

type Now = {
  id: string
  layer: Layer
  shape: Shape
  spots: [number, number][]
  name: string
  note: string
  localPlace: string
  how: Way
  accuracy: number | null
}
type Draft = Now & { features: NewFeature[] }

export const started = (layer: Layer, shape: Shape, localPlace = ''): Now => ({
  ...{ id: newId(), layer, shape, localPlace, spots: [], name: '', note: '' },
  ...{ how: 'finger', accuracy: null },
})

/** What is being drawn, as it goes into the command. */
export const featureOf = ({ localPlace, name, note, ...now }: Now): NewFeature => {
  const { id, layer, shape, spots, how, accuracy } = now
  return {
    ...{ id, layer, shape, spots, how, accuracy, photo: null },
    ...{ name: name.trim(), note: note.trim(), localPlace: localPlace || null },
  }
}

const plain = ([latitude, longitude]: GeoPoint): [number, number] => [
  Number(latitude.toFixed(7)),
  Number(longitude.toFixed(7)),
]

export function useSketch(place: string, map: MapRow) {
  const view = usePlaceView()
  const drawn = useFeatures(map.id)
  const base = mapPath(place, map.id)
  const form = useCommandForm<Draft, Parameters<typeof addFeatures.records>[0]>({
    ...{ place, screen: 'maps.sketch', record: map.id, says, command: addFeatures },
    start: () => ({ ...started('facilities', 'point'), features: [] }),
    input: ({ features, ...now }) => ({
      ...{ map: map.id, on: todayAt(place) },
      features: now.spots.length > 0 ? [...features, featureOf(now)] : features,
    }),
    rules: (input) => whyNotAdd(view, input, drawn.length, todayAt(place)),
    fieldOf: (path) => (path.startsWith('features') ? 'spots' : path),
    saved: t('sketch.saved'),
    to: base,
  })
  return { form, drawn, base }
}

export type Form = ReturnType<typeof useSketch>['form']

/** Points as they are added, moved and taken back; and as somebody walks. */
export function usePoints(form: Form) {
  const past = useRef<[number, number][][]>([])
  const { spots, shape } = form.draft
  const put = (next: readonly GeoPoint[], more: Partial<Draft> = {}) => {
    past.current = [...past.current.slice(-50), spots]
    form.set({ spots: next.slice(0, spotsMost).map(plain), ...more })
  }
  const add = (at: GeoPoint) => put(shape === 'point' ? [at] : [...spots, at])
  const walking = useWalking((fix) => {
    if (shape === 'point') {
      // Standing: the most exact fix so far is the point.
      const better =
        form.draft.accuracy === null || fix.accuracy < form.draft.accuracy || form.draft.how !== 'walked'
      const weighed = weigh(undefined, fix)
      if (weighed === 'taken' && better) put([fix.at], { how: 'walked', accuracy: fix.accuracy })
      return weighed
    }
    const weighed = weigh(spots.at(-1), fix)
    if (weighed === 'taken')
      put([...spots, fix.at], {
        ...{ how: 'walked', accuracy: Math.max(fix.accuracy, form.draft.accuracy ?? 0) },
      })
    return weighed
  })
  const undo = () => {
    const before = past.current.pop()
    form.set({ spots: before ?? spots.slice(0, -1) })
  }
  return { add, put, undo, walking, forget: () => (past.current = []) }
}
