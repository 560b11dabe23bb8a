// What may be said of who is who. Pure: the screen asks while a person types, the server asks again. Every reason at once.
import type { Day } from '../../kernel/day.ts'
import { covers, levelOf } from '../../kernel/place-code.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Holding, Role } from '../../kernel/role.ts'
import { searchable } from '../people/names.ts'
import {
  type Agency,
  type Appoint,
  type ChangeAgency,
  type ChangePost,
  type CloseAgency,
  type FoundAgency,
  mostAgencies,
  mostPosts,
  type Post,
} from './agency.ts'
import { agencyWords, postWords } from './kinds.ts'
import { postKeepers } from './roles.ts'

/** What is on record at the place and above it, as far as whoever asks can see it, and whose posts are his to keep. */
export type Known = {
  place: string
  agencies: readonly Agency[]
  posts: readonly Post[]
  today: Day
  /** Ids of the agencies whose posts he keeps, with those under them; null: of all. Asked of posts only. */
  keeps?: readonly string[] | null
}

/** The agencies that a keeper's roles at a place are functions of; null where one of them is of none. */
export function keptBy(holdings: readonly Holding[], place: string): string[] | null {
  const keeping = holdings.filter(
    (held) => covers(held.place, place) && (postKeepers as readonly Role[]).includes(held.role),
  )
  return keeping.some(({ agency }) => !agency) ? null : keeping.flatMap(({ agency }) => agency?.id ?? [])
}

type Term = Pick<Post, 'from' | 'until'>
/** Whether two terms share a day. An unknown first day is any day before, an unknown last day any day to come. */
export const overlap = (one: Term, other: Term): boolean =>
  (one.until === null || other.from === null || other.from <= one.until) &&
  (other.until === null || one.from === null || one.from <= other.until)

export const holdsOn = ({ from, until }: Term, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day <= until)

/** Written with other capitals, spaces, dots or apostrophes it is the same agency. */
const same = (one: string, other: string) => searchable(one) === searchable(other)

/** An agency and those it stands under. */
function upFrom(agencies: readonly Agency[], id: string | null): string[] {
  const chain: string[] = []
  const above = (of: string) => agencies.find((each) => each.id === of)?.parent ?? null
  for (let up = id; up !== null && !chain.includes(up); up = above(up)) chain.push(up)
  return chain
}

/** Whether an agency would stand under itself. */
const circles = (agencies: readonly Agency[], id: string, parent: string | null): boolean =>
  upFrom(agencies, parent).includes(id)

/** Whether a post of this agency is another's to keep. */
const isAnothers = ({ agencies, keeps = null }: Known, agency: string | null): boolean =>
  keeps !== null && agency !== null && !upFrom(agencies, agency).some((id) => keeps.includes(id))

function agencyChecks({ place, agencies, today }: Known, input: FoundAgency, now?: Agency) {
  const above = agencies.find(({ id }) => id === input.parent)
  const here = agencies.filter((each) => each.place === place && each.id !== input.id)
  const { name, kind, from, parent } = input
  return [
    here.some((each) => each.until === null && each.kind === kind && same(each.name, name)) &&
      refuseField('name', 'agencies.on-record'),
    parent !== null && (!above || !covers(above.place, place)) && refuseField('parent', 'agencies.not-above'),
    parent !== null &&
      parent !== now?.parent &&
      above?.until != null &&
      refuseField('parent', 'agencies.above-ended'),
    circles(agencies, input.id, parent) && refuseField('parent', 'agencies.under-itself'),
    from !== null && from > today && refuseField('from', 'agencies.day-ahead'),
  ]
}

export const whyNotFound = (known: Known, input: FoundAgency): Refusal[] =>
  reasons(
    !agencyWords(input.kind).levels.includes(levelOf(known.place)) &&
      refuseField('kind', 'agencies.not-at-this-level'),
    known.agencies.filter(({ place }) => place === known.place).length >= mostAgencies &&
      refuse('agencies.enough', { most: mostAgencies }),
    ...agencyChecks(known, input),
  )

/** An agency or a post of another place is none here: it is changed where it is. */
const found = <Row extends { id: string; place: string; version: number }>(
  rows: readonly Row[],
  { place }: Known,
  input: { id: string; basedOn: number },
): { row: Row | undefined; no: Refusal | false } => {
  const row = rows.find(({ id, place: of }) => id === input.id && of === place)
  if (!row) return { row, no: refuse('agencies.no-such-record') }
  return { row, no: row.version !== input.basedOn && refuse('agencies.changed-meanwhile') }
}

export function whyNotChange(known: Known, input: ChangeAgency): Refusal[] {
  const { row, no } = found(known.agencies, known, input)
  if (!row) return reasons(no)
  const { from } = input
  const before = (post: Post) =>
    post.agency === row.id && from !== null && post.from !== null && post.from < from
  return reasons(
    no,
    row.until !== null && refuse('agencies.has-ended'),
    known.posts.some(before) && refuseField('from', 'agencies.posts-before'),
    ...agencyChecks(known, { ...input, kind: row.kind }, row),
  )
}

export function whyNotClose(known: Known, input: CloseAgency): Refusal[] {
  const { row, no } = found(known.agencies, known, input)
  if (!row) return reasons(no)
  const under = known.agencies.filter(({ parent, until }) => parent === row.id && until === null)
  const running = known.posts.filter(
    ({ agency, until }) => agency === row.id && (until === null || until > input.until),
  )
  return reasons(
    no,
    row.until !== null && refuse('agencies.has-ended'),
    input.until > known.today && refuseField('until', 'agencies.day-ahead'),
    row.from !== null && input.until < row.from && refuseField('until', 'agencies.ends-before-it-begins'),
    under.length > 0 && refuse('agencies.others-under', { count: under.length }),
    running.length > 0 && refuse('agencies.posts-run-on', { count: running.length }),
  )
}

/** The head of the same RT or RW on one of these days. */
function inTheSeat({ place, posts }: Known, input: Appoint): Post | undefined {
  const { numbered } = postWords(input.kind)
  if (!numbered || input[numbered] === null) return undefined
  return posts.find(
    (each) =>
      each.place === place &&
      each.id !== input.id &&
      each.kind === input.kind &&
      each[numbered] === input[numbered] &&
      (numbered === 'rw' || each.rw === input.rw) &&
      overlap(each, input),
  )
}

/** What stands against the agency that a post is of, or is to be of. */
function ofAgency(known: Known, input: Appoint, now?: Post) {
  const agency = known.agencies.find(({ id }) => id === input.agency)
  return [
    input.agency !== null &&
      agency?.place !== known.place &&
      refuseField('agency', 'agencies.not-of-this-place'),
    input.agency !== now?.agency && agency?.until != null && refuseField('agency', 'agencies.has-ended'),
    input.agency === now?.agency &&
      agency?.until != null &&
      (input.until === null || input.until > agency.until) &&
      refuseField('until', 'agencies.has-ended'),
    [input.agency, now?.agency ?? null].some((id) => isAnothers(known, id)) &&
      refuseField('agency', 'agencies.posts-of-another'),
  ]
}

function postChecks(known: Known, input: Appoint, now?: Post) {
  const { numbered, levels } = postWords(input.kind)
  const seated = inTheSeat(known, input)
  return [
    !levels.includes(levelOf(known.place)) && refuseField('kind', 'agencies.no-such-post-here'),
    ...ofAgency(known, input, now),
    input.kind === 'other' && input.title === '' && refuseField('title', 'agencies.title-missing'),
    /\d/.test(input.name) && refuseField('name', 'agencies.number-in-name'),
    numbered !== undefined && input[numbered] === null && refuseField(numbered, 'agencies.number-missing'),
    input.from !== null &&
      input.until !== null &&
      input.until < input.from &&
      refuseField('until', 'agencies.ends-before-it-begins'),
    seated && refuseField(numbered ?? 'kind', 'agencies.seat-taken', { name: seated.name }),
  ]
}

export const whyNotAppoint = (known: Known, input: Appoint): Refusal[] =>
  reasons(
    known.posts.filter(({ place }) => place === known.place).length >= mostPosts &&
      refuse('agencies.enough-posts', { most: mostPosts }),
    ...postChecks(known, input),
  )

export function whyNotChangePost(known: Known, input: ChangePost): Refusal[] {
  const { row, no } = found(known.posts, known, input)
  return row ? reasons(no, ...postChecks(known, input, row)) : reasons(no)
}
