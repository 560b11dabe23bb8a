// The hand on a board: panning and pinching, and lifting a card. It moves what is seen by itself, in the frame in which the hand
// moved; the screen is drawn anew only when other cards come into sight.
import { type Camera, type Point, panned, type Target, targetAt, toBoard, zoomed } from './camera.ts'
import type { Box } from './layout.ts'

export type Hand = {
  boxes: () => ReadonlyMap<string, Box>
  /** Whether this card may be moved at all, and dropped there; a target is null on open ground. */
  mayLift: (id: string) => boolean
  mayDrop: (id: string, target: Target | null) => boolean
  pressed: (id: string | null) => void
  dropped: (id: string, target: Target | null) => void
  /** What is seen has changed. */
  moved: (camera: Camera) => void
}

/** A finger rests so long before the card comes along; until then it pans. */
const restMs = 260
const slack = { mouse: 5, touch: 9 }
const edge = 44
const edgeSpeed = 9

type Lifted = { id: string; ghost: HTMLElement; from: HTMLElement; grip: Point; over: Target | null }

export class Gestures {
  camera: Camera = { left: 0, top: 0, zoom: 1 }
  readonly #view: HTMLElement
  readonly #world: HTMLElement
  readonly #hand: Hand
  readonly #fingers = new Map<number, Point>()
  #start: (Point & { card: HTMLElement | null; touch: boolean }) | null = null
  #mode: 'still' | 'pan' | 'pinch' | 'lift' = 'still'
  #rest: ReturnType<typeof setTimeout> | undefined
  #lifted: Lifted | null = null
  #frame = 0
  #last: Point = { x: 0, y: 0 }

  constructor(view: HTMLElement, world: HTMLElement, hand: Hand) {
    this.#view = view
    this.#world = world
    this.#hand = hand
    view.addEventListener('pointerdown', this.#down)
    view.addEventListener('pointermove', this.#move)
    view.addEventListener('pointerup', this.#up)
    view.addEventListener('pointercancel', this.#cancel)
    view.addEventListener('wheel', this.#wheel, { passive: false })
  }

  end(): void {
    clearTimeout(this.#rest)
    cancelAnimationFrame(this.#frame)
    this.#letGo()
    this.#view.removeEventListener('pointerdown', this.#down)
    this.#view.removeEventListener('pointermove', this.#move)
    this.#view.removeEventListener('pointerup', this.#up)
    this.#view.removeEventListener('pointercancel', this.#cancel)
    this.#view.removeEventListener('wheel', this.#wheel)
  }

  look(camera: Camera): void {
    this.camera = camera
    this.#world.style.transform = `translate(${camera.left}px, ${camera.top}px) scale(${camera.zoom})`
    this.#hand.moved(camera)
  }

  #pointOf(event: { clientX: number; clientY: number }): Point {
    const box = this.#view.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  #down = (event: PointerEvent): void => {
    if (event.button !== 0 || (event.target as Element).closest('[data-board-tool]')) return
    const at = this.#pointOf(event)
    this.#fingers.set(event.pointerId, at)
    clearTimeout(this.#rest)
    if (this.#fingers.size === 2 && this.#mode !== 'lift') {
      this.#mode = 'pinch'
      return
    }
    if (this.#fingers.size > 1) return
    const card = (event.target as Element).closest<HTMLElement>('[data-card]')
    this.#start = { ...at, card, touch: event.pointerType !== 'mouse' }
    this.#last = at
    this.#mode = 'still'
    if (card && this.#start.touch)
      this.#rest = setTimeout(() => this.#mode === 'still' && this.#lift(event), restMs)
  }

  #move = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId)
    if (!before) return
    const at = this.#pointOf(event)
    if (this.#mode === 'pinch') {
      this.#pinch(event.pointerId, at)
      return
    }
    this.#fingers.set(event.pointerId, at)
    this.#last = at
    if (this.#mode === 'still') this.#begin(event, at)
    if (this.#mode === 'pan') this.look(panned(this.camera, at.x - before.x, at.y - before.y))
    if (this.#mode === 'lift' && this.#frame === 0) this.#frame = requestAnimationFrame(this.#carry)
  }

  /** A finger that moved before it rested pans; a mouse takes the card along. */
  #begin(event: PointerEvent, at: Point): void {
    const start = this.#start
    if (!start || Math.hypot(at.x - start.x, at.y - start.y) < (start.touch ? slack.touch : slack.mouse))
      return
    clearTimeout(this.#rest)
    if (start.card && !start.touch) this.#lift(event)
    if (this.#mode !== 'still') return
    this.#mode = 'pan'
    this.#view.setPointerCapture(event.pointerId)
  }

  #pinch(pointer: number, at: Point): void {
    const [a, b] = [...this.#fingers.values()]
    this.#fingers.set(pointer, at)
    const [c, d] = [...this.#fingers.values()]
    if (!a || !b || !c || !d) return
    const middle = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 }
    const by = Math.hypot(c.x - d.x, c.y - d.y) / Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
    const shifted = panned(this.camera, middle.x - (a.x + b.x) / 2, middle.y - (a.y + b.y) / 2)
    this.look(zoomed(shifted, by, middle))
  }

  #lift(event: PointerEvent): void {
    const from = this.#start?.card
    const id = from?.dataset.card
    const box = id && this.#hand.boxes().get(id)
    if (!from || !id || !box || !this.#hand.mayLift(id)) return
    const at = toBoard(this.camera, this.#last)
    const ghost = from.cloneNode(true) as HTMLElement
    ghost.removeAttribute('data-card')
    ghost.setAttribute('aria-hidden', 'true')
    ghost.classList.add('rb-board-ghost')
    from.classList.add('rb-board-lifted')
    this.#world.append(ghost)
    this.#lifted = { id, ghost, from, grip: { x: at.x - box.x, y: at.y - box.y }, over: null }
    this.#mode = 'lift'
    this.#view.setPointerCapture(event.pointerId)
    navigator.vibrate?.(12)
  }

  /** One frame of carrying: the card follows the hand, what it would drop on shows itself, and the board moves at its edges. */
  #carry = (): void => {
    this.#frame = 0
    const lifted = this.#lifted
    if (!lifted) return
    const { x, y } = this.#last
    const toward = (at: number, room: number) => (at < edge ? edgeSpeed : at > room - edge ? -edgeSpeed : 0)
    const [dx, dy] = [toward(x, this.#view.clientWidth), toward(y, this.#view.clientHeight)]
    if (dx !== 0 || dy !== 0) {
      this.look(panned(this.camera, dx, dy))
      this.#frame = requestAnimationFrame(this.#carry)
    }
    const at = toBoard(this.camera, this.#last)
    lifted.ghost.style.transform = `translate(${at.x - lifted.grip.x}px, ${at.y - lifted.grip.y}px) rotate(-1.5deg)`
    const found = targetAt(this.#hand.boxes().values(), at)
    const over = found && found.id !== lifted.id && this.#hand.mayDrop(lifted.id, found) ? found : null
    if (over?.id === lifted.over?.id && over?.where === lifted.over?.where) return
    this.#mark(lifted.over, null)
    this.#mark(over, over?.where ?? null)
    lifted.over = over
  }

  #mark(target: Target | null, where: string | null): void {
    const card = target && this.#world.querySelector<HTMLElement>(`[data-card="${target.id}"]`)
    if (!card) return
    if (where) card.dataset.drop = where
    else delete card.dataset.drop
  }

  #letGo(): Lifted | null {
    const lifted = this.#lifted
    this.#lifted = null
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    if (!lifted) return null
    this.#mark(lifted.over, null)
    lifted.ghost.remove()
    lifted.from.classList.remove('rb-board-lifted')
    return lifted
  }

  #up = (event: PointerEvent): void => {
    if (!this.#fingers.delete(event.pointerId)) return
    clearTimeout(this.#rest)
    const mode = this.#mode
    if (this.#fingers.size > 0) return
    const start = this.#start
    this.#mode = 'still'
    this.#start = null
    if (mode === 'lift') {
      this.#carry()
      const lifted = this.#letGo()
      const ground = targetAt(this.#hand.boxes().values(), toBoard(this.camera, this.#last)) === null
      if (lifted?.over) this.#hand.dropped(lifted.id, lifted.over)
      else if (lifted && ground && this.#hand.mayDrop(lifted.id, null)) this.#hand.dropped(lifted.id, null)
    } else if (mode === 'still' && start) this.#hand.pressed(start.card?.dataset.card ?? null)
  }

  #cancel = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId)
    clearTimeout(this.#rest)
    this.#letGo()
    if (this.#fingers.size === 0) this.#mode = 'still'
  }

  #wheel = (event: WheelEvent): void => {
    event.preventDefault()
    if (event.ctrlKey || event.metaKey || event.deltaMode !== 0 || Math.abs(event.deltaY) >= 80)
      this.look(zoomed(this.camera, Math.exp(-event.deltaY / 400), this.#pointOf(event)))
    else this.look(panned(this.camera, -event.deltaX, -event.deltaY))
  }
}
