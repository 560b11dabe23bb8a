// What a screen sees of a place: the rows the server gave, with the commands not yet confirmed replayed
// over them by the same pure functions that every slice declares in apply.ts.

import { capabilityOf, type Envelope } from '../../../kernel/command.ts'
import type { Change, View } from '../../../kernel/view.ts'
import type { OutboxStatus } from './device-store.ts'

export type Apply = (view: View, envelope: Envelope<never>) => readonly Change[]
export type Applies = Readonly<Record<string, Apply>>

export type PendingCommand = { envelope: Envelope<never>; status: OutboxStatus; n: number }
type Rows = Map<string, Map<string, unknown>>

function rowsOf(rows: Rows, collection: string): Map<string, unknown> {
  let found = rows.get(collection)
  if (!found) {
    found = new Map()
    rows.set(collection, found)
  }
  return found
}

export class PlaceView implements View {
  readonly place: string
  readonly #base: Rows = new Map()
  #over: Rows = new Map()
  #tombstones = new Set<string>()
  #marks = new Map<string, OutboxStatus>()
  #waiting: ReadonlySet<string> = new Set()
  #lists = new Map<string, unknown[]>()
  #listeners = new Set<() => void>()
  #version = 0

  constructor(place: string) {
    this.place = place
  }

  get<T>(collection: string, id: string): T | undefined {
    const over = this.#over.get(collection)
    if (over?.has(id)) return (over.get(id) ?? undefined) as T | undefined
    return this.#base.get(collection)?.get(id) as T | undefined
  }

  /** Whether the server said that a record is gone; two collections can share an id, and then none may have it any more. */
  isGone(id: string): boolean {
    const collections = [...this.#base.keys(), ...this.#over.keys()]
    return this.#tombstones.has(id) && collections.every((each) => this.get(each, id) === undefined)
  }

  /** All rows of a collection; the same array until something changes, so that screens can memoise. */
  all<T>(collection: string): readonly T[] {
    const known = this.#lists.get(collection)
    if (known) return known as T[]
    const merged = new Map(this.#base.get(collection))
    for (const [id, value] of this.#over.get(collection) ?? []) {
      if (value === null) merged.delete(id)
      else merged.set(id, value)
    }
    const list = [...merged.values()]
    this.#lists.set(collection, list)
    return list as T[]
  }

  /** Whether a row waits to be sent, or was refused and waits for mending; undefined when it is the server's. */
  pending(collection: string, id: string): OutboxStatus | undefined {
    return this.#marks.get(`${collection}:${id}`)
  }

  /** The capabilities whose commands are not confirmed yet: what the server told of their facts is older than this view. */
  waiting(): ReadonlySet<string> {
    return this.#waiting
  }

  takeFromServer(rows: readonly { collection: string; id: string; value: unknown }[]): void {
    for (const { collection, id, value } of rows) {
      if (value === null) {
        rowsOf(this.#base, collection).delete(id)
        this.#tombstones.add(id)
      } else rowsOf(this.#base, collection).set(id, value)
    }
  }

  forgetServerRows(): void {
    this.#base.clear()
    this.#tombstones.clear()
  }

  countBase(collection: string): number {
    return this.#base.get(collection)?.size ?? 0
  }

  baseRows(): { collection: string; id: string; value: unknown }[] {
    return [...this.#base].flatMap(([collection, rows]) =>
      [...rows].map(([id, value]) => ({ collection, id, value })),
    )
  }

  /** Replays what is not confirmed yet. A command that no longer applies is left out, never thrown. */
  replay(pending: readonly PendingCommand[], applyOf: (command: string) => Apply | undefined): void {
    this.#waiting = new Set(pending.map(({ envelope }) => capabilityOf(envelope.name)))
    this.#over = new Map()
    this.#marks = new Map()
    this.#lists = new Map()
    for (const { envelope, status } of pending) {
      const changes = this.#applyOne(applyOf(envelope.name), envelope)
      for (const { collection, id, value } of changes) {
        rowsOf(this.#over, collection).set(id, value)
        // What waits behind a refused one goes nowhere before that one is mended: it stays marked as refused.
        const mark = this.#marks.get(`${collection}:${id}`)
        if (mark === undefined || (status !== 'sent' && mark !== 'refused'))
          this.#marks.set(`${collection}:${id}`, status)
      }
      this.#lists = new Map()
    }
    this.#changed()
  }

  #applyOne(apply: Apply | undefined, envelope: Envelope<never>): readonly Change[] {
    try {
      return apply?.(this, envelope) ?? []
    } catch (error) {
      console.warn(`could not replay ${envelope.name}`, error)
      return []
    }
  }

  #changed(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  version = (): number => this.#version
}
