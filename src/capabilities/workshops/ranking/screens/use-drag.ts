// Dragging a card to a pile with a mouse or a thumb. While it moves nothing is drawn anew but the card under the finger: 600 cards
// stay where they are, and the piles are found by where they lie.
import { type PointerEvent, useCallback, useRef } from 'react'

type Zone = { pile: number; left: number; top: number; right: number; bottom: number; element: Element }
type Held = {
  household: string
  pointer: number
  ghost: HTMLElement
  dx: number
  dy: number
  over: Zone | null
  zones: Zone[]
}

const zonesIn = (board: Element): Zone[] =>
  [...board.querySelectorAll('[data-pile]')].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return { pile: Number(element.getAttribute('data-pile')), left, top, right, bottom, element }
  })

/** The last in the page lies above the others: the row of piles at the foot of the screen. */
const zoneAt = (zones: readonly Zone[], x: number, y: number): Zone | null =>
  zones.findLast((each) => x >= each.left && x <= each.right && y >= each.top && y <= each.bottom) ?? null

function ghostOf(card: Element, x: number, y: number): Pick<Held, 'ghost' | 'dx' | 'dy'> {
  const { left, top, width } = card.getBoundingClientRect()
  const ghost = card.cloneNode(true) as HTMLElement
  ghost.className = 'pile-ghost'
  ghost.setAttribute('aria-hidden', 'true')
  ghost.style.width = `${width}px`
  document.body.append(ghost)
  return { ghost, dx: x - left, dy: y - top }
}

/** `board` holds the piles (data-pile); `drop` is told which card came to lie where. */
export function useDrag(
  board: { current: HTMLElement | null },
  drop: (household: string, pile: number) => void,
) {
  const held = useRef<Held | null>(null)
  const latest = useRef(drop)
  latest.current = drop

  const place = (event: PointerEvent) => {
    const now = held.current
    if (!now) return
    now.ghost.style.transform = `translate3d(${event.clientX - now.dx}px, ${event.clientY - now.dy}px, 0)`
    const over = zoneAt(now.zones, event.clientX, event.clientY)
    if (over === now.over) return
    now.over?.element.removeAttribute('data-over')
    over?.element.setAttribute('data-over', '')
    now.over = over
  }
  const end = (dropped: boolean) => {
    const now = held.current
    held.current = null
    if (!now) return
    now.over?.element.removeAttribute('data-over')
    now.ghost.remove()
    if (dropped && now.over) latest.current(now.household, now.over.pile)
  }
  const start = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const card = event.currentTarget.closest('[data-card]')
      const household = card?.getAttribute('data-card')
      if (!card || !household || !board.current || event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = {
        ...{ household, pointer: event.pointerId, over: null, zones: zonesIn(board.current) },
        ...ghostOf(card, event.clientX, event.clientY),
      }
      place(event)
    },
    [board],
  )
  return {
    onPointerDown: start,
    onPointerMove: useCallback(place, []),
    onPointerUp: useCallback(() => end(true), []),
    onPointerCancel: useCallback(() => end(false), []),
  }
}
export type Drag = ReturnType<typeof useDrag>
