// An agency and a post, and what may be asked of them. Read by both sides.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line, optionalLine } from '../../kernel/fields.ts'
import { type AgencyKind, agencyKindNames } from '../../kernel/role.ts'
import { type PostKind, postKindNames } from './kinds.ts'
import { postKeepers, whoReaders } from './roles.ts'

export const agencyCollection = 'agencies.agency'
export const postCollection = 'agencies.post'

export type Agency = {
  id: string
  place: string
  kind: AgencyKind
  /** Its own name: "Dinas Sosial, Tenaga Kerja dan Transmigrasi Kota Yogyakarta". */
  name: string
  /** The agency it is under, at the same place or above. */
  parent: string | null
  /** When it began and ended, where that is known. */
  from: Day | null
  until: Day | null
  version: number
}

export type Post = {
  id: string
  place: string
  /** Null: of the place itself, as the head of an RT. */
  agency: string | null
  kind: PostKind
  /** In the agency's own words; '' where the word of its kind will do. */
  title: string
  name: string
  rt: number | null
  rw: number | null
  from: Day | null
  /** The last day; null while nobody knows it. */
  until: Day | null
  version: number
}

/** At one place, those that ended among them. */
export const mostAgencies = 300
export const mostPosts = 2000

const number = () => z.nullable(z.int().check(z.minimum(1), z.maximum(999)))
const changeable = { name: line(200), parent: z.nullable(id()), from: z.nullable(day()) }

export const foundAgency = command({
  name: 'agencies.found',
  version: 1,
  roles: ['admin'],
  scope: 'any-place',
  input: z.strictObject({ id: id(), kind: z.enum(agencyKindNames), ...changeable }),
  records: (input) => (input.parent ? [input.id, input.parent] : [input.id]),
  summary:
    'Puts an agency on record at the place. Refused: a kind that there is not at such a place, the same name twice, an agency above that is not above or has ended.',
})
export type FoundAgency = z.infer<typeof foundAgency.input>

export const changeAgency = command({
  name: 'agencies.change',
  version: 1,
  roles: ['admin'],
  scope: 'any-place',
  input: z.strictObject({ id: id(), basedOn: basedOn(), ...changeable }),
  records: (input) => (input.parent ? [input.id, input.parent] : [input.id]),
  summary: 'Changes the name of an agency, what it is under, or when it began; never its kind.',
})
export type ChangeAgency = z.infer<typeof changeAgency.input>

export const closeAgency = command({
  name: 'agencies.close',
  version: 1,
  roles: ['admin'],
  scope: 'any-place',
  input: z.strictObject({ id: id(), basedOn: basedOn(), until: day() }),
  records: (input) => [input.id],
  summary:
    'Notes that an agency has ended; it stays readable. Refused while others are under it or posts of it run on.',
})
export type CloseAgency = z.infer<typeof closeAgency.input>

const post = {
  agency: z.nullable(id()),
  kind: z.enum(postKindNames),
  title: optionalLine(120),
  name: line(120),
  rt: number(),
  rw: number(),
  from: z.nullable(day()),
  until: z.nullable(day()),
}
const recordsOf = (input: { id: string; agency: string | null }) =>
  input.agency ? [input.id, input.agency] : [input.id]

export const appoint = command({
  name: 'agencies.appoint',
  version: 1,
  roles: postKeepers,
  scope: 'any-place',
  input: z.strictObject({ id: id(), ...post }),
  records: recordsOf,
  personal: ['name'],
  summary:
    'Names who holds a post of an agency or of the place itself; no account is needed. Refused: a number in the name, an RT or RW that has a head on those days.',
})
export type Appoint = z.infer<typeof appoint.input>

export const changePost = command({
  name: 'agencies.change-post',
  version: 1,
  roles: postKeepers,
  scope: 'any-place',
  input: z.strictObject({ id: id(), basedOn: basedOn(), ...post }),
  records: recordsOf,
  personal: ['name'],
  summary: 'Corrects a post, or notes its last day. Another person in it is a post of its own.',
})
export type ChangePost = z.infer<typeof changePost.input>

const agencyOut = z.object({
  ...{ id: z.string(), place: z.string(), kind: z.enum(agencyKindNames), name: z.string() },
  ...{ parent: z.nullable(z.string()), from: z.nullable(z.string()), until: z.nullable(z.string()) },
  version: z.number(),
})
const postOut = z.object({
  ...{ id: z.string(), place: z.string(), agency: z.nullable(z.string()), kind: z.enum(postKindNames) },
  ...{ title: z.string(), name: z.string(), rt: z.nullable(z.number()), rw: z.nullable(z.number()) },
  ...{ from: z.nullable(z.string()), until: z.nullable(z.string()), version: z.number() },
})

export const whoAt = query({
  name: 'agencies.at',
  roles: whoReaders,
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.object({ agencies: z.array(agencyOut), posts: z.array(postOut) }),
  summary:
    'The agencies of a place and of those above it, and who holds which post; what ended is among them.',
})
export type WhoAt = { agencies: Agency[]; posts: Post[] }

export const agencyChoices = query({
  name: 'agencies.choices',
  roles: whoReaders,
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.object({ agencies: z.array(agencyOut) }),
  summary:
    'The agencies of a place and of those above it that have not ended, without anybody’s name: for who gives a role.',
})
