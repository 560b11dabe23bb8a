// What lies under a map: the outline of the village, a photograph by its three fixed points, or tiles that the village brought.
import { lazy, Suspense, useEffect, useState } from 'react'
import { affineOf, type GeoPoint, offset } from '../../../kernel/geometry.ts'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { keepBytes, readBytes } from '../../../platform/browser/local/kept-bytes.ts'
import { type Drawn, Marks } from '../../../platform/browser/sketch/Marks.tsx'
import type { SketchMapProps } from '../../../platform/browser/sketch/SketchMap.tsx'
import { storedFile } from '../../../platform/browser/stored-files.tsx'
import type { Base } from '../map.ts'

const TileLayer = lazy(() => import('./TileLayer.tsx'))

/** The file of a base: from this phone, where it stays once it was fetched, so that it lies under the map without signal too. */
export function useBaseFile(base: Base | null): Blob | null {
  const { open } = usePhone()
  const { place } = usePlaceView()
  const [found, setFound] = useState<{ file: string; blob: Blob } | null>(null)
  const { file = '', mediaType = '' } = base?.file ?? {}
  useEffect(() => {
    if (!file) return
    const stop = new AbortController()
    const find = async () => {
      const name = `maps.base ${file}`
      const kept = await readBytes(open, name)
      if (kept) return new Blob([kept], { type: mediaType })
      const blob = await storedFile(open, place, file, stop.signal)
      await keepBytes(open, name, await blob.arrayBuffer())
      return blob
    }
    find().then(
      (blob) => !stop.signal.aborted && setFound({ file, blob }),
      (error: unknown) => stop.signal.aborted || console.warn('could not open the base of a map', error),
    )
    return () => stop.abort()
  }, [open, place, file, mediaType])
  return found?.file === file ? found.blob : null
}

function useUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return setUrl(null)
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}

/** A picture of width and height 1, put on the ground by its fixed points. */
export function Photo({ base, origin, url }: { base: Pick<Base, 'fixes'>; origin: GeoPoint; url: string }) {
  const laid = affineOf(base.fixes as Parameters<typeof affineOf>[0])
  if (!laid) return null
  const from = offset(origin, laid.from)
  const { a, b, c, d, e, f } = laid
  return (
    <image
      className="rb-map-base"
      href={url}
      width={1}
      height={1}
      preserveAspectRatio="none"
      transform={`matrix(${a} ${d} ${b} ${e} ${c + from.x} ${f + from.y})`}
    />
  )
}

/** How a base and the outline of the village are drawn under a map. */
export function useBase(base: Base | null, rings: Base['rings']): NonNullable<SketchMapProps['base']> {
  const blob = useBaseFile(base)
  const url = useUrl(base?.kind === 'photo' ? blob : null)
  const outline: Drawn[] = rings.map((points, i) => ({ id: String(i), shape: 'area', points }))
  return (origin, frame, size) => (
    <>
      {outline.length > 0 && <Marks layer={{ look: 'outline', marks: outline }} origin={origin} />}
      {base?.kind === 'photo' && url && <Photo base={base} origin={origin} url={url} />}
      {base?.kind === 'tiles' && blob && (
        <Suspense fallback={null}>
          <TileLayer {...{ blob, origin, frame, size }} />
        </Suspense>
      )}
    </>
  )
}
