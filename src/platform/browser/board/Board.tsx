// A board of cards: seen in part, moved by finger, mouse or keyboard. It knows no card: what stands on one is given, and so is
// what it means to drop one on another.
import './board.css'
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { IconButton } from '../ui/action/IconButton.tsx'
import {
  type Direction,
  fitted,
  holds,
  nextIn,
  opening,
  type Rect,
  seenPart,
  showing,
  type Target,
  touches,
  zoomed,
} from './camera.ts'
import { Gestures } from './gestures.ts'
import { type Box, cardHeight, cardWidth, type Layout } from './layout.ts'

export type BoardWords = { board: string; nearer: string; further: string; all: string }
type Props = {
  layout: Layout
  words: BoardWords
  /** What stands on a card; the same node again where it did not change. */
  card: (id: string) => ReactNode
  /** What a card is called aloud. */
  said: (id: string) => string
  /** A card that was just laid: brought into view, once. */
  newest?: string | null
  selected: string | null
  onSelect: (id: string | null) => void
  onOpen: (id: string) => void
  /** The card that was picked up by key or button and waits for a place. */
  picked: string | null
  onPick: (id: string | null) => void
  mayLift: (id: string) => boolean
  mayDrop: (id: string, target: Target | null) => boolean
  onDrop: (id: string, target: Target | null) => void
}

const arrows: Readonly<Record<string, Direction>> = {
  ...{ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' },
}
/** So much around what is seen is drawn as well, so that a small pan draws nothing. */
const margin = 0.5

type CardProps = {
  box: Box
  said: string
  selected: boolean
  picked: boolean
  first: boolean
  children: ReactNode
}
const PlacedCard = memo(function PlacedCard({ box, said, selected, picked, first, children }: CardProps) {
  return (
    <div
      role="option"
      aria-selected={selected}
      aria-label={said}
      data-card={box.id}
      data-axis={box.axis}
      data-picked={picked || undefined}
      tabIndex={selected || first ? 0 : -1}
      className="rb-board-card"
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: cardWidth, height: cardHeight }}
    >
      {children}
    </div>
  )
})

/** Lays the card that was picked up there, where it may lie. */
function put(now: Props, id: string | null): void {
  const target = id === null ? null : ({ id, where: 'into' } as const)
  if (now.picked !== null && now.mayDrop(now.picked, target)) now.onDrop(now.picked, target)
  now.onPick(null)
}

function pressed(now: Props, id: string | null): void {
  if (now.picked !== null && now.picked !== id) put(now, id)
  else if (id !== null && id === now.selected) now.onOpen(id)
  else now.onSelect(id)
}

function arrowPressed(now: Props, direction: Direction): true {
  const next = nextIn(now.layout.boxes, now.selected ?? '', direction)
  if (next) now.onSelect(next)
  return true
}

/** Arrows go from card to card; Enter opens, space picks up, and either lays down what was picked up. */
function keyPressed(now: Props, key: string): boolean {
  const { selected, picked } = now
  const direction = arrows[key]
  if (direction) return arrowPressed(now, direction)
  if (key === 'Escape' && picked !== null) now.onPick(null)
  else if (selected === null || (key !== 'Enter' && key !== ' ')) return false
  else if (picked !== null && picked !== selected) put(now, selected)
  else if (key === 'Enter') now.onOpen(selected)
  else now.onPick(picked === null && now.mayLift(selected) ? selected : null)
  return true
}

/** The newest of what was given, for handlers that are made once. */
function useLatest<T>(value: T) {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}

export function Board(props: Props) {
  const { layout, words, card, said, newest = null, selected, picked } = props
  const view = useRef<HTMLDivElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const gestures = useRef<Gestures | null>(null)
  const latest = useLatest(props)
  const [drawn, setDrawn] = useState<Rect>({ x: 0, y: 0, width: 0, height: 0 })
  const drawnNow = useRef(drawn)

  const size = () => [view.current?.clientWidth ?? 0, view.current?.clientHeight ?? 0] as const
  const look = useCallback(
    (make: (camera: Gestures['camera'], width: number, height: number) => Gestures['camera']) => {
      const hand = gestures.current
      if (hand)
        hand.look(
          make(hand.camera, ...([view.current?.clientWidth ?? 0, view.current?.clientHeight ?? 0] as const)),
        )
    },
    [],
  )

  useLayoutEffect(() => {
    if (!view.current || !world.current) return undefined
    const hand = new Gestures(view.current, world.current, {
      boxes: () => latest.current.layout.boxes,
      mayLift: (id) => latest.current.mayLift(id),
      mayDrop: (id, target) => latest.current.mayDrop(id, target),
      pressed: (id) => pressed(latest.current, id),
      dropped: (id, target) => latest.current.onDrop(id, target),
      moved: (camera) => {
        const [width, height] = size()
        if (holds(drawnNow.current, seenPart(camera, width, height))) return
        drawnNow.current = seenPart(camera, width, height, margin)
        // In slices, so that cards which come into sight hold no frame of the hand up.
        startTransition(() => setDrawn(drawnNow.current))
      },
    })
    gestures.current = hand
    hand.look(opening(latest.current.layout, ...size()))
    const resized = new ResizeObserver(() => hand.look(hand.camera))
    resized.observe(view.current)
    return () => {
      resized.disconnect()
      hand.end()
    }
  }, [latest])

  // The card that is chosen is seen, also where a move has laid it elsewhere, and has the focus where the keyboard is on the
  // board; so is one that was just written, as soon as it has a place.
  const laid = newest !== null && layout.boxes.has(newest) ? newest : null
  useEffect(() => {
    const box = laid ? latest.current.layout.boxes.get(laid) : undefined
    if (box) look((camera, width, height) => showing(camera, box, width, height))
  }, [laid, latest, look])
  const { x, y } = (selected ? layout.boxes.get(selected) : undefined) ?? {}
  useEffect(() => {
    const box = selected ? latest.current.layout.boxes.get(selected) : undefined
    if (box) look((camera, width, height) => showing(camera, box, width, height))
  }, [selected, x, y, latest, look])
  useEffect(() => {
    const inside = view.current?.contains(document.activeElement)
    if (selected && inside)
      world.current?.querySelector<HTMLElement>(`[data-card="${selected}"]`)?.focus({ preventScroll: true })
  })

  const shown = useMemo(
    () => [...layout.boxes.values()].filter((box) => touches(drawn, box)),
    [layout, drawn],
  )
  const lines = useMemo(() => {
    const seen = new Set(shown.map(({ id }) => id))
    return layout.lines
      .filter(({ from, to }) => seen.has(from) || seen.has(to))
      .map(({ path }) => path)
      .join('')
  }, [layout, shown])

  const keyed = (event: KeyboardEvent) => {
    if (keyPressed(latest.current, event.key)) event.preventDefault()
  }
  const near = (by: number) =>
    look((camera, width, height) => zoomed(camera, by, { x: width / 2, y: height / 2 }))
  return (
    <div
      ref={view}
      className="rb-board"
      role="listbox"
      aria-label={words.board}
      tabIndex={shown.length === 0 ? 0 : -1}
      onKeyDown={keyed}
      data-picking={picked !== null || undefined}
    >
      <div ref={world} className="rb-board-world">
        <svg className="rb-board-lines" aria-hidden="true" width={layout.width} height={layout.height}>
          <path d={lines} />
        </svg>
        {shown.map((box, n) => (
          <PlacedCard
            key={box.id}
            {...{ box, said: said(box.id), selected: box.id === selected, picked: box.id === picked }}
            first={selected === null && n === 0}
          >
            {card(box.id)}
          </PlacedCard>
        ))}
      </div>
      <div className="rb-board-tools" data-board-tool="">
        <IconButton icon="plus" label={words.nearer} onClick={() => near(1.3)} />
        <IconButton icon="minus" label={words.further} onClick={() => near(1 / 1.3)} />
        <IconButton icon="frame" label={words.all} onClick={() => look((_, w, h) => fitted(layout, w, h))} />
      </div>
    </div>
  )
}
