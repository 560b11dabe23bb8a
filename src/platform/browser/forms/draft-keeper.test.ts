import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DraftKeeper, fitted, type Shelf } from './draft-keeper.ts'
import { isStorageFull } from './full-storage.ts'

type Form = { title: string; agenda: string }
const empty: Form = { title: '', agenda: '' }

/** A phone: what lies on it outlives the app; it can be full, and each step takes its time. */
class Phone {
  lies: { value: Form; savedAt: string } | null = null
  full = false
  running: Shelf<Form> | null = null
  #at = 0
  readonly step: () => Promise<void>
  constructor(step: () => Promise<void> = async () => {}) {
    this.step = step
  }
  /** Sessions that were killed: what they had under way never comes to lie. */
  readonly dead = new Set<Shelf<Form>>()
  shelf = (): Shelf<Form> => {
    const died = () => this.dead.has(shelf)
    const shelf: Shelf<Form> = {
      read: async () => {
        await this.step()
        return this.lies && structuredClone(this.lies)
      },
      put: async (value) => {
        const copy = structuredClone(value)
        await this.step()
        if (died()) return new Promise(() => {})
        if (this.full) throw new DOMException('no room', 'QuotaExceededError')
        this.#at += 1
        this.lies = { value: copy, savedAt: String(this.#at) }
      },
      drop: async () => {
        await this.step()
        if (died()) return new Promise(() => {})
        this.lies = null
      },
    }
    return shelf
  }
  open = async () => {
    this.running = this.shelf()
    const keeper = new DraftKeeper(this.running, empty, 0)
    await keeper.open()
    return keeper
  }
}

test('what was written stands again after a kill, and says from when it is', async () => {
  const phone = new Phone()
  const before = await phone.open()
  before.type({ title: 'Musyawarah', agenda: '' })
  before.type({ title: 'Musyawarah RW 02', agenda: 'Air bersih' })
  await before.settle()
  const after = await phone.open()
  expect(after.now()).toMatchObject({
    value: { title: 'Musyawarah RW 02', agenda: 'Air bersih' },
    ready: true,
  })
  expect(after.now().foundAt).not.toBeNull()
})

test('a form begun anew says nothing of a draft', async () => {
  expect((await new Phone().open()).now()).toEqual({
    ready: true,
    value: empty,
    foundAt: null,
    trouble: null,
  })
})

test('a draft thrown away stays away, also when a letter was just being kept', async () => {
  const phone = new Phone()
  const keeper = await phone.open()
  keeper.type({ title: 'Salah', agenda: '' })
  keeper.throwAway()
  expect(keeper.now().value).toEqual(empty)
  await keeper.settle()
  expect(phone.lies).toBeNull()
})

test('what was saved leaves no draft behind, however late the last letter is kept', async () => {
  const phone = new Phone()
  const keeper = await phone.open()
  keeper.type({ title: 'Rembug', agenda: '' })
  keeper.type({ title: 'Rembug desa', agenda: '' })
  await keeper.hold()
  phone.lies = null // the outbox takes the draft in the step that adds the command
  keeper.release(true)
  await keeper.close()
  expect(phone.lies).toBeNull()
})

test('a save that failed leaves the form as it is, and its draft on the phone', async () => {
  const phone = new Phone()
  const keeper = await phone.open()
  keeper.type({ title: 'Rembug', agenda: '' })
  await keeper.hold()
  keeper.release(false)
  await keeper.settle()
  expect(keeper.now().value.title).toBe('Rembug')
  expect(phone.lies?.value.title).toBe('Rembug')
})

test('on a full phone the form stays filled and says so; with room again it is kept', async () => {
  const phone = new Phone()
  phone.full = true
  const keeper = await phone.open()
  keeper.type({ title: 'Rembug', agenda: '' })
  await keeper.settle()
  expect(isStorageFull(keeper.now().trouble)).toBe(true)
  expect(keeper.now().value.title).toBe('Rembug')
  phone.full = false
  keeper.type({ title: 'Rembug desa', agenda: '' })
  await keeper.settle()
  expect(keeper.now().trouble).toBeNull()
  expect(phone.lies?.value.title).toBe('Rembug desa')
})

test('a full phone is known by its name, however deep the browser hides it', () => {
  const quota = new DOMException('no room', 'QuotaExceededError')
  expect(isStorageFull(quota)).toBe(true)
  expect(isStorageFull({ name: 'AbortError', inner: { name: 'AbortError', inner: quota } })).toBe(true)
  expect(isStorageFull(new Error('another'))).toBe(false)
  expect(isStorageFull(null)).toBe(false)
})

test('a draft of an older app fits the form of the newer: what changed its kind starts anew', () => {
  const start = { title: '', invitees: ['a'], expected: null as string | null, organiser: 'TPK' }
  const kept = { title: 7, invitees: ['b', 'c'], expected: '40', gone: true }
  expect(fitted(start, kept as never)).toEqual({
    title: '',
    invitees: ['b', 'c'],
    expected: '40',
    organiser: 'TPK',
  })
})

const steps = ['type', 'pause', 'a moment', 'kill', 'leave', 'full', 'room', 'throw', 'save'] as const
type Step = (typeof steps)[number]

/** One person at one phone; `settled` is what must stand after a kill, unless something typed since came to lie. */
class Trial {
  readonly phone: Phone
  readonly scheduler: fc.Scheduler
  keeper!: DraftKeeper<Form>
  settled = empty
  since: Form[] = []
  #typed = 0
  constructor(scheduler: fc.Scheduler) {
    this.scheduler = scheduler
    this.phone = new Phone(() => scheduler.schedule(Promise.resolve()))
  }
  #through = <T>(work: Promise<T>): Promise<T> => this.scheduler.waitFor(work)
  #expect(lies: Form) {
    this.settled = lies
    this.since = []
  }

  open = async () => {
    this.keeper = await this.#through(this.phone.open())
  }
  type = async () => {
    this.#typed += 1
    const value = { title: `Rembug ${this.#typed}`, agenda: '' }
    this.keeper.type(value)
    this.since.push(value)
    expect(this.keeper.now().value).toEqual(value)
  }
  'a moment' = async () => {
    if (this.scheduler.count() > 0) await this.scheduler.waitOne()
  }
  full = async () => {
    this.phone.full = true
  }
  room = async () => {
    this.phone.full = false
  }
  pause = async () => {
    await this.#through(this.keeper.settle())
    const last = this.since.at(-1)
    if (!last) return
    if (this.keeper.now().trouble === null) this.#expect(last)
    else expect(this.phone.full).toBe(true)
  }
  throw = async () => {
    this.keeper.throwAway()
    await this.#through(this.keeper.settle())
    expect(this.phone.lies).toBeNull()
    this.#expect(empty)
  }
  save = async () => {
    await this.#through(this.keeper.hold())
    this.phone.lies = null
    this.keeper.release(true)
    await this.#through(this.keeper.close())
    expect(this.phone.lies).toBeNull()
    this.#expect(empty)
    await this.open()
  }
  kill = async () => {
    if (this.phone.running) this.phone.dead.add(this.phone.running)
    const lies = this.phone.lies?.value ?? empty
    expect([this.settled, ...this.since]).toContainEqual(lies)
    await this.open()
    expect(this.keeper.now().value).toEqual(lies)
    this.#expect(lies)
  }
  leave = async () => {
    await this.pause()
    await this.#through(this.keeper.close())
    await this.kill()
  }
}

test('no order of typing, pausing, killing, leaving, filling up and coming back loses what was kept or brings back what went', async () => {
  const step: fc.Arbitrary<Step> = fc.constantFrom(...steps, 'type', 'type')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.scheduler(), async (order, scheduler) => {
      const trial = new Trial(scheduler)
      await trial.open()
      for (const each of order) await trial[each]()
    }),
    { numRuns: 300 },
  )
})
