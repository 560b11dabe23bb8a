// The form behind drawing: what is being drawn now, and what was drawn and waits to be saved, as one draft.
import { useRef, useState } from 'react'
import type { GeoPoint } from '../../../kernel/geometry.ts'
import { newId } from '../../../kernel/id.ts'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useWalking, weigh } from '../../../platform/browser/sketch/walking.ts'
import { fileMost, type NewFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import {
  addFeatures,
  type Layer,
  layers,
  type NewFeature,
  type Shape,
  shapesOf,
  spotsMost,
  type Way,
} from '../feature.ts'
import { withSpot } from '../looking.ts'
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

/** The layer that a kind of map speaks of by its name (`institutions`, `real_needs`); of families, homes. */
const layerOf = (kind: string): Layer =>
  layers.find((each) => kind.includes(each)) ?? (kind.includes('famil') ? 'homes' : 'facilities')

/** Photographs of what is being drawn, by its id; they stay no longer than the screen. */
function usePhotos() {
  const [files, setFiles] = useState<ReadonlyMap<string, NewFile>>(new Map())
  const [bad, setBad] = useState(false)
  const of = (id: string) => files.get(id)
  const take = async (id: string, file: File | undefined) => {
    const ready = file && (await prepareFile(newId(), file).catch(() => null))
    const picture = ready?.mediaType.startsWith('image/') && ready.bytes <= fileMost ? ready : null
    setBad(!picture)
    if (picture) setFiles((now) => new Map(now).set(id, picture))
    return Boolean(picture)
  }
  const drop = (id: string) => setFiles((now) => new Map([...now].filter(([each]) => each !== id)))
  const told = (id: string): NewFeature['photo'] => {
    const { blob: _, ...file } = of(id) ?? { blob: null }
    return 'id' in file ? (file as NewFeature['photo']) : null
  }
  return { of, take, drop, told, bad }
}
export type Photos = ReturnType<typeof usePhotos>

export function useSketch(place: string, map: MapRow) {
  const view = usePlaceView()
  const drawn = useFeatures(map.id)
  const base = mapPath(place, map.id)
  const photos = usePhotos()
  const form = useCommandForm<Draft, Parameters<typeof addFeatures.records>[0]>({
    ...{ place, screen: 'maps.sketch', record: map.id, says, command: addFeatures },
    start: () => {
      const layer = drawn.at(-1)?.layer ?? layerOf(map.kind)
      return { ...started(layer, shapesOf[layer][0] as Shape), features: [] }
    },
    input: ({ features, ...now }) => ({
      ...{ map: map.id, on: todayAt(place) },
      features: (now.spots.length > 0 ? [...features, featureOf(now)] : features).map((each) => ({
        ...each,
        photo: photos.told(each.id),
      })),
    }),
    give: (phone, input, taken) =>
      phone.give(addFeatures, place, input, {
        ...taken,
        files: input.features.flatMap(({ id }) => photos.of(id) ?? []),
      }),
    rules: (input) => whyNotAdd(view, input, drawn.length, todayAt(place)),
    fieldOf: (path) => (path.startsWith('features') ? 'spots' : path),
    saved: t('sketch.saved'),
    to: base,
  })
  return { form, drawn, base, photos }
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
  const add = (at: GeoPoint) => put(withSpot(shape, spots, at))
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
  return { add, put, undo, walking }
}
