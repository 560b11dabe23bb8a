// What of a board is seen: how far it is moved and how near it is. Pure.
import { type Box, cardHeight, cardWidth, type Layout } from './layout.ts'

/** A point of the board is seen at x * zoom + left, y * zoom + top. */
export type Camera = { left: number; top: number; zoom: number }
export type Point = { x: number; y: number }
export type Rect = Point & { width: number; height: number }

export const zoomLeast = 0.12
export const zoomMost = 2
const kept = (zoom: number) => Math.min(zoomMost, Math.max(zoomLeast, zoom))

export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  ...{ left: camera.left + dx, top: camera.top + dy },
})
/** Nearer or further, so that what is under the finger stays under it. */
export function zoomed(camera: Camera, by: number, at: Point): Camera {
  const zoom = kept(camera.zoom * by)
  const ratio = zoom / camera.zoom
  return { zoom, left: at.x - (at.x - camera.left) * ratio, top: at.y - (at.y - camera.top) * ratio }
}
export const toBoard = ({ left, top, zoom }: Camera, seen: Point): Point => ({
  x: (seen.x - left) / zoom,
  y: (seen.y - top) / zoom,
})
/** The part of the board that is seen in a window of this size, with a margin around it. */
export function seenPart({ left, top, zoom }: Camera, width: number, height: number, margin = 0): Rect {
  const [w, h] = [width / zoom, height / zoom]
  return {
    x: -left / zoom - w * margin,
    y: -top / zoom - h * margin,
    width: w * (1 + 2 * margin),
    height: h * (1 + 2 * margin),
  }
}
export const holds = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height
export const touches = (rect: Rect, { x, y }: Point, width = cardWidth, height = cardHeight): boolean =>
  x < rect.x + rect.width && x + width > rect.x && y < rect.y + rect.height && y + height > rect.y

/** All of it in the middle of the window, no nearer than as it is. */
export function fitted(
  layout: Pick<Layout, 'width' | 'height'>,
  width: number,
  height: number,
  edge = 24,
): Camera {
  const zoom = kept(Math.min(1, (width - edge * 2) / layout.width, (height - edge * 2) / layout.height))
  return {
    zoom,
    left: (width - layout.width * zoom) / 2,
    top: Math.max(edge, (height - layout.height * zoom) / 2),
  }
}
/** How a board is first seen: all of it where its words can still be read, else from the card where it begins. */
export const readable = 0.66
export function opening(layout: Layout, width: number, height: number): Camera {
  const all = fitted(layout, width, height)
  if (all.zoom >= readable) return all
  const [first] = [...layout.boxes.values()].filter(({ depth }) => depth === 0)
  const start = { zoom: readable, left: 0, top: 0 }
  if (!first) return start
  return panned(start, width / 2 - (first.x + cardWidth / 2) * readable, height / 3 - first.y * readable)
}
/** Moved just so far that a card is seen whole. */
export function showing(camera: Camera, box: Point, width: number, height: number, edge = 16): Camera {
  const { zoom } = camera
  const [x, y] = [box.x * zoom + camera.left, box.y * zoom + camera.top]
  const shift = (at: number, size: number, room: number) =>
    at < edge ? edge - at : at + size > room - edge ? Math.min(edge - at, room - edge - at - size) : 0
  const dx = shift(x, cardWidth * zoom, width)
  const dy = shift(y, cardHeight * zoom, height)
  return dx === 0 && dy === 0 ? camera : panned(camera, dx, dy)
}

export type Where = 'into' | 'before' | 'after'
export type Target = { id: string; where: Where }

/** Where on a card something is held: near an edge between two siblings, or in its middle. */
export function targetAt(boxes: Iterable<Box>, at: Point): Target | null {
  for (const box of boxes) {
    const [dx, dy] = [(at.x - box.x) / cardWidth, (at.y - box.y) / cardHeight]
    if (dx < 0 || dx > 1 || dy < 0 || dy > 1) continue
    const along = box.axis === 'down' ? dy : dx
    const edge = box.axis === 'down' ? 0.28 : 0.16
    if (box.depth > 0 && along < edge) return { id: box.id, where: 'before' }
    if (box.depth > 0 && along > 1 - edge) return { id: box.id, where: 'after' }
    return { id: box.id, where: 'into' }
  }
  return null
}

export type Direction = 'left' | 'right' | 'up' | 'down'
const ahead = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const

/** The nearest card in a direction: far to the side counts double. */
export function nextIn(boxes: ReadonlyMap<string, Box>, from: string, direction: Direction): string | null {
  const own = boxes.get(from)
  if (!own) return boxes.keys().next().value ?? null
  const [dx, dy] = ahead[direction]
  let best: { id: string; far: number } | null = null
  for (const box of boxes.values()) {
    const [x, y] = [box.x - own.x, box.y - own.y]
    const along = x * dx + y * dy
    const aside = Math.abs(x * dy) + Math.abs(y * dx)
    if (along <= 4 || box.id === from) continue
    const far = along + aside * 2
    if (!best || far < best.far) best = { id: box.id, far }
  }
  return best?.id ?? null
}
