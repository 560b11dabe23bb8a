// Tiles that the village brought, drawn under its map: pictures as they are; lines and areas in greys, so that what residents
// draw stands out.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { GeoPoint } from '../../../kernel/geometry.ts'
import { type Frame, type Size, toPoint } from '../../../platform/browser/sketch/frame.ts'
import { metresIn, type TileAt, tilesBetween } from '../tile-ground.ts'
import { headBytes, readTile, readTilesHead, type TilesHead } from '../tiles.ts'
import { readVectorTile } from '../vector-tile.ts'

const looks = ['water', 'land', 'buildings', 'roads'] as const
type Look = (typeof looks)[number]

/** What layers are called in the usual schemes (Protomaps, OpenMapTiles, Shortbread); others are not drawn. */
const lookOf = (name: string): Look | null => {
  if (/water|ocean|river/.test(name)) return 'water'
  if (/build/.test(name)) return 'buildings'
  if (/road|transport|street/.test(name)) return 'roads'
  return /landuse|landcover|^land$|park|sites/.test(name) ? 'land' : null
}

type Drawn = {
  key: string
  picture: string | null
  paths: readonly { look: string; d: string }[]
  at: TileAt
}

const rounded = (value: number) => Math.round(value * 10) / 10

function drawnOf(bytes: Uint8Array, at: TileAt, origin: GeoPoint): Drawn['paths'] {
  const paths = new Map<string, string>()
  for (const { name, extent, shapes } of readVectorTile(bytes)) {
    const look = lookOf(name)
    const place = metresIn(at, extent, origin)
    for (const { kind, rings } of look ? shapes : []) {
      const d = rings.map((ring) => {
        const line = ring.map(([x, y], i) => {
          const point = place(x, y)
          return `${i === 0 ? 'M' : 'L'}${rounded(point.x)} ${rounded(point.y)}`
        })
        return line.join('') + (kind === 'area' ? 'Z' : '')
      })
      const key = `${look}-${kind}`
      paths.set(key, (paths.get(key) ?? '') + d.join(''))
    }
  }
  return [...paths].map(([look, d]) => ({ look, d }))
}

const keyOf = ({ zoom, column, row }: TileAt) => `${zoom}/${column}/${row}`

/** The head of a file of tiles; null until it is read, or where it is none. */
function useHead(blob: Blob): TilesHead | null {
  const [head, setHead] = useState<TilesHead | null>(null)
  useEffect(() => {
    let current = true
    void blob
      .slice(0, headBytes)
      .arrayBuffer()
      .then((bytes) => {
        const read = readTilesHead(bytes, blob.size)
        if (current) setHead('fault' in read ? null : read)
      })
    return () => {
      current = false
    }
  }, [blob])
  return head
}

function Tile({ drawn, origin }: { drawn: Drawn; origin: GeoPoint }) {
  if (!drawn.picture)
    return (
      <g>
        {looks.flatMap((look) =>
          drawn.paths
            .filter((path) => path.look.startsWith(look))
            .map((path) => <path key={path.look} className={`mp-tile mp-tile-${path.look}`} d={path.d} />),
        )}
      </g>
    )
  const place = metresIn(drawn.at, 1, origin)
  const [upper, lower] = [place(0, 0), place(1, 1)]
  return (
    <image
      className="rb-map-base"
      href={drawn.picture}
      width={1}
      height={1}
      preserveAspectRatio="none"
      transform={`matrix(${lower.x - upper.x} 0 0 ${lower.y - upper.y} ${upper.x} ${upper.y})`}
    />
  )
}

/** Those that are wanted; pictures of the others are let go. */
function withOnly(known: ReadonlyMap<string, Drawn>, keys: string): Map<string, Drawn> {
  const wanted = new Set(keys.split(' '))
  for (const { key, picture } of known.values()) if (picture && !wanted.has(key)) URL.revokeObjectURL(picture)
  return new Map([...known].filter(([key]) => wanted.has(key)))
}

type Props = { blob: Blob; origin: GeoPoint; frame: Frame; size: Size }

export default function TileLayer({ blob, origin, frame, size }: Props) {
  const head = useHead(blob)
  const [known, setKnown] = useState<ReadonlyMap<string, Drawn>>(new Map())
  const wanted = useMemo(() => {
    if (!head) return []
    const corner = (x: number, y: number) => toPoint(frame, size, { x, y })
    return tilesBetween(head, [corner(0, 0), corner(size.width, size.height)], frame.metres)
  }, [head, frame, size])
  const keys = wanted.map(keyOf).join(' ')
  useEffect(() => {
    if (!head) return
    let current = true
    const load = async (at: TileAt) => {
      const key = keyOf(at)
      if (known.has(key)) return
      const bytes = await readTile(blob, head, at).catch(() => null)
      if (!bytes || !current) return
      const picture = head.kind === 'raster'
      const drawn: Drawn = {
        ...{ key, at },
        picture: picture
          ? URL.createObjectURL(new Blob([bytes as BlobPart], { type: head.mediaType }))
          : null,
        paths: picture ? [] : drawnOf(bytes, at, origin),
      }
      // Only what this picture shows is kept.
      setKnown((before) => withOnly(before, keys).set(key, drawn))
    }
    for (const at of wanted) void load(at)
    return () => {
      current = false
    }
  }, [head, keys, blob, origin])
  const shown = useRef(known)
  shown.current = known
  useEffect(() => () => void withOnly(shown.current, ''), [])
  return (
    <>
      {wanted.map((at) => {
        const drawn = known.get(keyOf(at))
        return drawn && <Tile key={drawn.key} drawn={drawn} origin={origin} />
      })}
    </>
  )
}
