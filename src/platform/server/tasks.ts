// Whose task it is: an officer whose role is a function of an agency acts in the programmes that name an agency of its kind, and in
// those that name none. Here is the one place that finds out what a record belongs to; the doors of commands, queries, routes,
// files and the feed ask it. Who holds a role without an agency is never asked about.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { idPattern } from '../../kernel/id.ts'
import { covers, districtOf, isPlaceCode, rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import type { Audience, Holding, Role } from '../../kernel/role.ts'
import type { Actor, FeedSource, Task, TaskGiver } from './capability.ts'
import type { Tx } from './db.ts'
import type { Vault } from './vault.ts'

/** A no that is no reason against what was given, but that it is not theirs to give or to ask. */
export class NotYourTask extends Refused {
  readonly statusCode = 403
}

type At = { tx: Tx; place: string }
type Touched = { collection: string; id: string }
type Judged = { holdings: readonly Holding[]; no: Refusal | null }
/** File -> answer of a form -> form's submission -> survey -> enrolment; what lies farther than this is nobody's who is bound. */
const hopsMost = 12
/** What a record belongs to whose enrolments could not be found: a task of no agency. */
const unfound: Task = {
  ...{ id: '', kinds: [] },
  title: { id: 'catatan yang programnya tidak diketahui', en: 'a record whose programme is not known' },
}
const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value)

/** The ids that stand anywhere in what was sent. */
function idsIn(value: unknown): string[] {
  if (isId(value)) return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(idsIn)
}

/** Where a row points: to the enrolments it names, if it has a field for them; else to whatever records it names. */
function pointsTo(row: object): string[] {
  const own = ['enrolment', 'enrolments'].filter((key) => key in row)
  const fields = row as Record<string, unknown>
  return own.length > 0
    ? own.flatMap((key) => [fields[key]].flat().filter(isId))
    : Object.values(row).filter(isId)
}

/** The tasks that a record belongs to, by where it and those it points to point. */
function under(
  id: string,
  tasks: ReadonlyMap<string, Task>,
  pointers: ReadonlyMap<string, readonly string[]>,
  seen: Set<string> = new Set(),
): Task[] {
  if (seen.has(id)) return []
  seen.add(id)
  const task = tasks.get(id)
  return task ? [task] : (pointers.get(id) ?? []).flatMap((next) => under(next, tasks, pointers, seen))
}

const isBound = ({ agency, place: of }: Holding, place: string) => Boolean(agency) && covers(of, place)

/** Whether some of these roles are held for an agency at the place (`self`: at any place). */
export const boundAt = (actor: Actor | null, place: string, self = false): boolean =>
  actor?.holdings.some((held) => (self ? Boolean(held.agency) : isBound(held, place))) ?? false

/** The holdings that count for all these tasks together; a record of two programmes is the task of who acts in both. */
function judged({ holdings }: Actor, place: string, tasks: readonly Task[]): Judged {
  const foreign = (held: Holding) =>
    tasks.find(
      ({ id, kinds }) =>
        isBound(held, place) &&
        (id === unfound.id || (kinds.length > 0 && !kinds.some((kind) => kind === held.agency?.kind))),
    )
  const lost = holdings.find(foreign)
  const title = lost && foreign(lost)?.title
  return {
    holdings: holdings.filter((held) => !foreign(held)),
    no: title
      ? refuse('platform.not-your-task', {
          ...{ agency: lost?.agency?.name ?? '', programmeId: title.id, programmeEn: title.en },
        })
      : null,
  }
}

/** Whether what is left lets them: a role that is wanted, or, where any account may, any role at the place. */
const suffices = (holdings: readonly Holding[], wanted: readonly Audience[], place: string): boolean => {
  const held = rolesAt(holdings, place)
  return wanted.includes('account') ? held.length > 0 : held.some((role) => wanted.includes(role))
}

export class Tasks {
  readonly #vault: Vault
  readonly #sources: readonly FeedSource[]
  readonly #givers: readonly TaskGiver[]
  constructor(vault: Vault, sources: readonly FeedSource[], givers: readonly TaskGiver[]) {
    this.#vault = vault
    this.#sources = sources
    this.#givers = givers
  }

  async #all(ask: (giver: TaskGiver) => Promise<readonly Task[]>): Promise<Task[]> {
    const told: Task[] = []
    for (const giver of this.#givers) told.push(...(await ask(giver)))
    return told
  }

  /** Where each of these records of the place points, as its own feed tells it; a file points to its record. */
  async #pointers({ tx, place }: At, ids: readonly string[], touched: readonly Touched[]) {
    if (ids.length === 0) return new Map<string, string[]>()
    const district = districtOf(place)
    const index = await sql<{ collection: string; id: string }>`select collection, id from platform.feed
      where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
      tx,
    )
    const files = await sql<{ id: string; owner: string }>`select id, owner_id as owner from platform.file
      where district_code = ${district} and village_code = ${place} and id = any(${[...ids]}::uuid[])`.execute(
      tx,
    )
    const found = new Map<string, string[]>(files.rows.map(({ id, owner }) => [id, [owner]]))
    for (const source of this.#sources) {
      const here = [...index.rows, ...touched.filter(({ id }) => ids.includes(id))]
      const wanted = [
        ...new Set(here.filter(({ collection }) => collection === source.collection).map(({ id }) => id)),
      ]
      if (wanted.length === 0) continue
      const at = { tx, place, district, ids: wanted, account: '', roles: [], vault: this.#vault }
      for (const [id, row] of await source.read(at))
        found.set(id, [...(found.get(id) ?? []), ...pointsTo(row as object)])
    }
    return found
  }

  /**
   * The tasks that each of these records belongs to, however far down, and whether it is there at all: one that nobody knows
   * may be new, and belongs to none. Where the way is too long it is a task of nobody who is bound.
   */
  async #belonging(
    at: At,
    ids: readonly string[],
    touched: readonly Touched[] = [],
  ): Promise<{ of: (id: string) => Task[]; isThere: (id: string) => boolean }> {
    const tasks = new Map<string, Task>()
    const pointers = new Map<string, string[]>()
    const asked = new Set<string>()
    let asking = [...new Set(ids)]
    for (let hop = 0; hop < hopsMost && asking.length > 0; hop++) {
      const here = asking
      for (const id of here) asked.add(id)
      for (const task of await this.#all((giver) => giver.enrolments(at, here))) tasks.set(task.id, task)
      const unknown = here.filter((id) => !tasks.has(id))
      for (const [id, to] of await this.#pointers(at, unknown, touched)) pointers.set(id, to)
      asking = [...new Set(unknown.flatMap((id) => pointers.get(id) ?? []))].filter((id) => !asked.has(id))
    }
    for (const id of asking) tasks.set(id, unfound)
    return {
      of: (id) => under(id, tasks, pointers),
      isThere: (id) => tasks.has(id) || pointers.has(id),
    }
  }

  /**
   * What somebody's roles come to for what was sent or asked: theirs without those of agencies whose task it is not. `no`
   * says why some are missing. `takingUp`: a definition that is named counts too. `mustBe`: what is named is there, or is nobody's.
   */
  async judge(
    at: At,
    actor: Actor,
    sent: unknown,
    { takingUp = false, mustBe = false }: { takingUp?: boolean; mustBe?: boolean } = {},
  ): Promise<Judged> {
    const ids = idsIn(sent)
    if (ids.length === 0) return { holdings: actor.holdings, no: null }
    const { of, isThere } = await this.#belonging(at, ids)
    const named = takingUp ? await this.#all((giver) => giver.definitions(at, ids)) : []
    const missing = mustBe && !ids.every(isThere) ? [unfound] : []
    return judged(actor, at.place, [...ids.flatMap(of), ...named, ...missing])
  }

  /** The same for what a command has changed, whether or not what was sent named it; not for what only follows from it. */
  async judgeTouched(at: At, actor: Actor, changed: readonly Touched[]): Promise<Judged> {
    const told = new Set(this.#sources.filter(({ follows }) => follows).map(({ collection }) => collection))
    const touched = changed.filter(({ collection }) => !told.has(collection))
    const ids = touched.map(({ id }) => id).filter(isId)
    if (ids.length === 0) return { holdings: actor.holdings, no: null }
    const { of } = await this.#belonging(at, ids, touched)
    return judged(actor, at.place, ids.flatMap(of))
  }

  /**
   * What is answered, without the entries of lists that are another's task; `no` where the answer itself is. An entry that
   * says its place is judged there.
   */
  async cut<T>(
    at: At,
    actor: Actor,
    wanted: readonly Audience[],
    answer: T,
  ): Promise<{ left: T; no: Refusal | null }> {
    const entries = entriesIn(answer, at.place)
    const verdicts = new Map<object, Judged>()
    for (const [place, here] of Map.groupBy(entries, (entry) => entry.place)) {
      const { of } = await this.#belonging(
        { ...at, place },
        here.flatMap(({ ids }) => ids),
      )
      for (const { entry, ids } of here) verdicts.set(entry, judged(actor, place, ids.flatMap(of)))
    }
    const dropped = new Map(
      entries.flatMap(({ entry, place }) => {
        const verdict = verdicts.get(entry)
        const stays = !verdict?.no || suffices(verdict.holdings, wanted, place)
        return stays ? [] : [[entry, verdict?.no ?? null] as const]
      }),
    )
    const root = answer !== null && typeof answer === 'object' ? dropped.get(answer) : undefined
    return { left: dropped.size > 0 ? (without(answer, dropped) as T) : answer, no: root ?? null }
  }

  /** For each row of a place the roles that count for it. */
  async rolesOfRows(
    at: At,
    actor: Actor,
    rows: readonly { id: string }[],
  ): Promise<(row: { id: string }) => Role[]> {
    const { of } = await this.#belonging(
      at,
      rows.map(({ id }) => id),
    )
    return ({ id }) => rolesAt(judged(actor, at.place, of(id)).holdings, at.place)
  }

  /** A sign of what is hidden: where it changes, a phone reads the place anew. */
  async sign(at: At, actor: Actor): Promise<string> {
    const tasks = await this.#all((giver) => giver.enrolments(at, null))
    const held = actor.holdings.map(({ role, agency }) => `${role} ${agency?.kind ?? ''}`).sort()
    const hidden = tasks.filter((task) => judged(actor, at.place, [task]).no).map(({ id }) => id)
    return `task:${createHash('sha256')
      .update(JSON.stringify([held, hidden.sort()]))
      .digest('hex')
      .slice(0, 16)}`
  }
}

type Entry = { entry: object; place: string; ids: string[] }

/** Every object of an answer that names a record. */
function entriesIn(value: unknown, place: string): Entry[] {
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((each) => entriesIn(each, place))
  const own = (value as { place?: unknown }).place
  const at = typeof own === 'string' && isPlaceCode(own) ? own : place
  const ids = pointsTo(value)
  return [
    ...(ids.length > 0 ? [{ entry: value, place: at, ids }] : []),
    ...Object.values(value).flatMap((each) => entriesIn(each, at)),
  ]
}

function without(value: unknown, dropped: ReadonlyMap<object, unknown>): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value))
    return value.filter((each) => !dropped.has(each as object)).map((each) => without(each, dropped))
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      dropped.has(each as object) ? null : without(each, dropped),
    ]),
  )
}
