// The phone: one open session with its places, its outbox and its line to the server. Screens read its
// views and give it commands; it works the same with and without a network.
import type { Command, Envelope } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/id.ts'
import { Offline, Problem } from '../api.ts'
import { type Time, timeOf } from '../clock.ts'
import type { OutboxEntry, Pin } from '../local/device-store.ts'
import { readFiles, readPins } from '../local/rows.ts'
import { endSessionThings } from '../local/things.ts'
import { PlaceView } from '../local/view.ts'
import type { Parts } from '../parts.ts'
import { type Missed, missedHeads } from './kept-heads.ts'
import {
  addToOutbox,
  discard,
  dropSent,
  envelopeOf,
  type FromDraft,
  mend,
  readOutbox,
  type Sending,
  sendOutbox,
} from './outbox.ts'
import { dropPin, keepPin, loadPlace, pullPlace, readEach, startAnew } from './pull.ts'
import { actAs, closed, type Unlocked } from './session.ts'
import { sweepAged, sweepDrafts } from './sweep.ts'
import { type NewFile, sealFile, uploadWaiting } from './uploads.ts'

export type LineState = 'online' | 'offline' | 'signed-out'
export type PhoneState = {
  line: LineState
  syncing: boolean
  /** While things go out: how far it is. */
  sending: Sending | null
  /** When the last round began; '' before the first. What was read since then is in step. */
  triedAt: string
  entries: readonly OutboxEntry[]
  waitingFiles: number
  pins: readonly Pin[]
  /** A command waits whose part of the app could not be fetched: what it does is not in the views yet. */
  partMissing: boolean
  /** Places that the server, which is there, could not reach in the last round; they are tried again. */
  unreached: readonly string[]
  /** Heads of logs that this phone was given and the server no longer has. */
  missed: readonly Missed[]
  /** Counts up at every change, so that a screen can depend on it. */
  version: number
}

export class Phone {
  readonly open: Unlocked
  readonly #parts: Parts
  readonly #views = new Map<string, Promise<PlaceView>>()
  readonly #listeners = new Set<() => void>()
  readonly #envelopes = new Map<number, { envelope: Envelope<never>; madeFrom: OutboxEntry['sealed'] }>()
  #state: PhoneState = {
    ...{ line: 'online', syncing: false, triedAt: '', entries: [], waitingFiles: 0, pins: [] },
    ...{ sending: null, partMissing: false, unreached: [], missed: [], version: 0 },
  }
  #timer: ReturnType<typeof setTimeout> | undefined
  #fails = 0
  #again = false
  #closed = false

  constructor(open: Unlocked, parts: Parts) {
    this.open = open
    actAs(open)
    this.#parts = parts
    addEventListener('online', this.#wake)
    addEventListener('offline', this.#wake)
    document.addEventListener('visibilitychange', this.#wake)
  }

  state = (): PhoneState => this.#state
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#closed = true
    closed()
    clearTimeout(this.#timer)
    removeEventListener('online', this.#wake)
    removeEventListener('offline', this.#wake)
    document.removeEventListener('visibilitychange', this.#wake)
    this.open.store.close()
  }

  #wake = (): void => {
    this.#fails = 0
    if (document.visibilityState === 'visible') void this.sync()
  }

  /** The local copy of a place; opening it reads it from the phone once. */
  view(place: string): Promise<PlaceView> {
    let found = this.#views.get(place)
    if (!found) {
      const view = new PlaceView(place)
      found = loadPlace(this.open, view).then(async () => {
        await this.#replay(view)
        return view
      })
      this.#views.set(place, found)
    }
    return found
  }

  /** Pins a place: from now on it is kept on this phone and works without a network. */
  async pin(place: string, name: string): Promise<void> {
    if (!(await keepPin(this.open, place, name))) return
    await this.refresh()
    await this.sync()
  }

  async unpin(place: string): Promise<void> {
    await dropPin(this.open, place)
    this.#views.delete(place)
    await this.refresh()
  }

  /** Puts a command into the outbox with its files in place of its draft, shows its effect at once, and tries to send. */
  async give<Input>(
    command: Command<Input>,
    place: string,
    input: NoInfer<Input>,
    options: { id?: string; time?: Time; files?: readonly NewFile[]; draft?: FromDraft } = {},
  ): Promise<string> {
    const id = options.id ?? newId()
    const files = (options.files ?? []).map((file) => sealFile(this.open, place, id, file))
    const envelope: Envelope<Input> = {
      id,
      name: command.name,
      version: command.version,
      place,
      ...(options.time ?? timeOf(new Date())),
      device: this.open.device,
      input,
    }
    await addToOutbox(this.open, envelope, command.records(input), await Promise.all(files), options.draft)
    await this.refresh()
    void this.sync()
    return envelope.id
  }

  async envelope(entry: OutboxEntry): Promise<Envelope<never>> {
    const known = this.#envelopes.get(entry.n)
    if (known && known.madeFrom === entry.sealed) return known.envelope
    const envelope = (await envelopeOf(this.open, entry)) as Envelope<never>
    this.#envelopes.set(entry.n, { envelope, madeFrom: entry.sealed })
    return envelope
  }

  async mend(n: number, input: unknown): Promise<void> {
    await mend(this.open, n, input)
    await this.refresh()
    void this.sync()
  }

  async discard(entry: OutboxEntry): Promise<void> {
    await discard(this.open, entry)
    await this.refresh()
    void this.sync()
  }

  /** Reads the outbox again and replays it over every open place. */
  async refresh(): Promise<void> {
    const entries = await readOutbox(this.open)
    // First the parts, then the state: no screen shows a place without what was done there, or an outbox without its titles.
    const partMissing = !(await this.#parts.need(entries.map((entry) => entry.name)))
    const files = await readFiles(this.open)
    const waitingFiles = files.filter(({ status }) => status !== 'draft').length
    const pins = await readPins(this.open)
    this.#set({ entries, waitingFiles, partMissing, pins, missed: await missedHeads(this.open, pins) })
    for (const view of this.#views.values()) await this.#replay(await view)
  }

  /** False when a part is missing: then the view lacks what its commands do. */
  async #replay(view: PlaceView): Promise<boolean> {
    const mine = (await readOutbox(this.open)).filter(({ place }) => place === view.place)
    const pending = await Promise.all(
      mine.map(async (entry) => ({ envelope: await this.envelope(entry), status: entry.status, n: entry.n })),
    )
    const whole = await this.#parts.need(mine.map((entry) => entry.name))
    view.replay(pending, this.#parts.apply)
    return whole
  }

  #set(next: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...next, version: this.#state.version + 1 }
    for (const listener of this.#listeners) listener()
  }

  /** Sends, then fetches, then uploads photos; one tab at a time. Resolves when done or when the line broke. */
  async sync(): Promise<void> {
    if (this.#closed) return
    clearTimeout(this.#timer)
    this.#again = true
    // Also while another tab has its turn: nothing is known to be in step until this one has asked.
    this.#set({ syncing: true })
    await navigator.locks.request(`rembug-sync-${this.open.account.id}`, async () => {
      if (!this.#again || this.#closed) return
      this.#again = false
      this.#set({ syncing: true, triedAt: new Date().toISOString() })
      try {
        const unreached = await this.#round()
        this.#set({ syncing: false, sending: null, line: 'online', unreached })
        if (unreached.length > 0) this.#comeAgain()
        else this.#fails = 0
      } catch (error) {
        this.#broke(error)
      }
    })
  }

  #broke(error: unknown): void {
    const signedOut = error instanceof Problem && error.status === 401
    if (!(error instanceof Offline) && !(error instanceof Problem)) console.error(error)
    this.#set({
      ...{ syncing: false, sending: null, unreached: [] },
      line: signedOut ? 'signed-out' : 'offline',
    })
    if (signedOut) endSessionThings(this.open).catch(console.error)
    else this.#comeAgain()
  }

  /** Tries again by itself, more rarely each time. */
  #comeAgain(): void {
    if (this.#closed) return
    this.#fails += 1
    const wait = Math.min(60_000, 1000 * 2 ** Math.min(this.#fails, 6)) * (0.5 + Math.random())
    this.#timer = setTimeout(() => void this.sync(), wait)
  }

  /** Gives the places that the server could not reach now; the others went their way. */
  async #round(): Promise<string[]> {
    const unsent = await sendOutbox(this.open, async (sending) => {
      this.#sends(sending)
      if (sending.sent > 0) await this.refresh()
    })
    this.#set({ sending: null })
    const unread = await readEach(
      await readPins(this.open),
      (pin) => this.#read(pin),
      (pin) => this.#forget(pin),
    )
    await this.#settleUnpinned()
    await this.refresh()
    const unkept = await uploadWaiting(this.open, (sending) => this.#sends(sending))
    this.#set({ sending: null })
    await this.refresh()
    return [...new Set([...unsent, ...unread, ...unkept])]
  }

  /** What the server has answered shows that there is a line, however long the rest takes. */
  #sends(sending: Sending): void {
    this.#set(sending.sent > 0 ? { sending, line: 'online' } : { sending })
  }

  async #read(pin: Pin): Promise<void> {
    const view = await this.view(pin.place)
    const pulled = await pullPlace(this.open, pin, view, (read) => this.#tookPage(read))
    await this.#settle(pin.place, pulled.pin.seq)
    if (await this.#replay(view)) await sweepDrafts(this.open, view, pulled, this.#parts)
  }

  /** A page came: there is a line, and the copy of this place is as its pin now says. */
  #tookPage(read: Pin): void {
    this.#set({
      line: 'online',
      pins: this.#state.pins.map((pin) => (pin.place === read.place ? read : pin)),
    })
  }

  /** What a person may no longer read does not stay with them; what they wrote and did not send does. */
  async #forget(pin: Pin): Promise<void> {
    await sweepAged(this.open, pin.place, timeOf(new Date()).at)
    if (pin.grant === '') return
    const view = await this.view(pin.place)
    await startAnew(this.open, pin, view)
    await this.#replay(view)
  }

  /** Entries whose effect has come back in the feed leave the outbox. */
  async #settle(place: string, seq: number): Promise<void> {
    await dropSent(this.open, (entry) => entry.place === place && (entry.seq === null || entry.seq <= seq))
  }

  async #settleUnpinned(): Promise<void> {
    const pinned = new Set((await readPins(this.open)).map((pin) => pin.place))
    await dropSent(this.open, (entry) => !pinned.has(entry.place))
  }
}
