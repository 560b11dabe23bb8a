// A programme taken up by a place (enrolment), and what may be asked of it. Read by both sides.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import * as fields from '../../kernel/fields.ts'
import { scanInput } from '../../kernel/paper.ts'
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'
import { name } from './definition-fields.ts'
import type { Actual } from './lateness.ts'
import type { AdoptedDate } from './length.ts'
import { definitionEntry, progressEntry } from './overview.ts'
import { closers, runners } from './roles.ts'
import type { StageState } from './rules.ts'
import type { EnrolmentStatus } from './status.ts'
import { type CustomaryDay, liftEnrol, liftRunning, type Subject, subjectInput } from './subject.ts'

/** One entry of what happened to an enrolment: who, when, why. Never taken away. */
export type EnrolmentEvent = {
  what:
    | 'enrolled'
    | 'enrolled-archive'
    | 'enrolled-after-era'
    | 'started'
    | 'signed'
    | 'signed-on-paper'
    | 'paper-checked'
    | 'paper-wrong'
    | 'refused'
    | 'archived'
    | 'archive-typed'
    | 'proof-typed'
    | 'reopened'
    | 'moved'
    | 'stopped'
    | 'handed-over'
    | 'number-set'
    | 'category-set'
    | 'customary-day'
    | 'dates-adopted'
  on: Day
  by: string
  byName: string
  stage?: string
  as?: string
  note?: string
}

export type StageRow = StageState & { archiveFile?: string; archiveNote?: string }

export type EnrolmentRow = {
  id: string
  /** The site it is about; null or, in a copy kept by an older app, left out: the village itself. */
  subject?: Subject | null
  /** Key of the definition it stays on until moved on purpose. */
  programme: string
  status: EnrolmentStatus
  startedOn: Day | null
  endedOn: Day | null
  category: string | null
  /** Where a question has choices, the one that was chosen. */
  eligibility: Record<string, boolean | string>
  /** Local values of numbers that a place may set itself. */
  numbers: Record<string, number>
  actuals: Record<string, Actual>
  /** Days of steps that follow the customary calendar, by step. */
  customary?: Record<string, CustomaryDay>
  /** Planned ends of steps that were adopted by decision; left out in a copy kept by an older app. */
  adopted?: Record<string, AdoptedDate>
  stages: Record<string, StageRow>
  history: EnrolmentEvent[]
  facilitator: string | null
  version: number
}

/** The day it was taken up in Rembug, which may be long after it began; null in a row that does not say. */
export const enrolledOn = ({ history }: Pick<EnrolmentRow, 'history'>): Day | null =>
  history.find(({ what }) => what.startsWith('enrolled'))?.on ?? null

export const readers = [
  ...villageWorkers,
  'teller',
  'group-officer',
  ...officers,
  'auditor',
  'partner',
  'admin',
] as const satisfies readonly Role[]
const definers = [
  'city-officer',
  'province-officer',
  'national-officer',
  'admin',
] as const satisfies readonly Role[]

export const enrol = command({
  name: 'programmes.enrol',
  version: 3,
  roles: runners,
  scope: 'village',
  input: z.strictObject({
    id: fields.id(),
    programme: fields.id(),
    subject: z.nullable(subjectInput),
    startOn: z.nullable(fields.workDay()),
    /** Only what happened is kept. */
    archive: z.boolean(),
    /** Said by who enrols: the era of the programme is over, and it is taken up all the same. */
    afterEra: z.boolean(),
    category: z.nullable(z.string().check(z.maxLength(60))),
    eligibility: z
      .record(z.string().check(z.maxLength(60)), z.union([z.boolean(), z.string().check(z.maxLength(60))]))
      .check(z.refine((answers) => Object.keys(answers).length <= 60, 'platform.malformed')),
  }),
  records: (input) => [input.id],
  lift: { 1: liftEnrol, 2: liftRunning },
  summary:
    'Takes a programme up for a village or a site of it, or as an archive of what happened; refused where it runs already, was replaced, its sourced conditions do not hold, or its era is over and nobody said so.',
})

export const start = command({
  name: 'programmes.start',
  version: 1,
  roles: runners,
  scope: 'village',
  input: z.strictObject({ enrolment: fields.id(), on: fields.workDay() }),
  records: (input) => [input.enrolment],
  summary: 'Starts an enrolment on a day; planned dates count from it.',
})

export const sign = command({
  name: 'programmes.sign',
  version: 1,
  roles: closers,
  scope: 'village',
  confirmed: ({ as }) => as !== 'submitted',
  input: z.strictObject({
    enrolment: fields.id(),
    stage: name(),
    as: z.enum(['submitted', 'acknowledged', 'verified']),
    note: fields.prose(1000),
  }),
  records: (input) => [input.enrolment],
  personal: ['note'],
  summary:
    'Signs the closing of a stage in the order of its chain; refused while a gate that blocks does not hold.',
})

export const recordRefusal = command({
  name: 'programmes.record-refusal',
  version: 1,
  roles: ['facilitator', 'village-head', 'city-officer'],
  scope: 'village',
  input: z.strictObject({ enrolment: fields.id(), stage: name(), note: fields.prose(1000) }),
  records: (input) => [input.enrolment],
  personal: ['note'],
  summary: 'Ends an enrolment because the community decided no; refused unless that decision is on record.',
})

export const closeFromArchive = command({
  name: 'programmes.close-from-archive',
  version: 1,
  roles: ['facilitator', 'city-officer', 'admin'],
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    stage: name(),
    on: fields.workDay(),
    note: fields.prose(1000),
    scan: z.nullable(scanInput()),
  }),
  records: (input) => [input.enrolment],
  personal: ['note'],
  summary:
    'Types the closing of a stage that was done before Rembug ("dari arsip"), with its date and a scan. The stage is closed once that is checked.',
})

export const reopen = command({
  name: 'programmes.reopen',
  version: 1,
  roles: ['facilitator', 'city-officer', 'admin'],
  scope: 'village',
  input: z.strictObject({ enrolment: fields.id(), stage: name(), reason: fields.line(500) }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary: 'Opens a closed stage again with a reason; refused while a later stage is closed.',
})

export const noteStep = command({
  name: 'programmes.note-step',
  version: 1,
  roles: ['facilitator', 'city-officer'],
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    step: name(),
    began: z.nullable(fields.workDay()),
    ended: z.nullable(fields.workDay()),
  }),
  records: (input) => [input.enrolment],
  summary: 'Records when a step really began and ended; lateness is counted from it.',
})

export const move = command({
  name: 'programmes.move',
  version: 1,
  roles: definers,
  scope: 'village',
  input: z.strictObject({ enrolment: fields.id(), programme: fields.id(), reason: fields.line(500) }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Moves an enrolment to another version of its programme, or to what replaces it; refused where a stage already touched is missing there, it runs beside it, its sourced conditions do not hold, or a number set here is out of its bounds.',
})

export const stop = command({
  name: 'programmes.stop',
  version: 1,
  roles: definers,
  scope: 'village',
  input: z.strictObject({ enrolment: fields.id(), reason: fields.line(500) }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary: 'Stops an enrolment that was made by mistake or cannot go on, with a reason.',
})

export const importDefinition = command({
  name: 'programmes.import-definition',
  version: 1,
  roles: definers,
  scope: 'any-place',
  input: z.strictObject({
    file: fields.line(120),
    text: z.string().check(z.minLength(1), z.maxLength(262_144)),
  }),
  records: () => [],
  secret: ['text'],
  summary:
    'Imports a programme definition (YAML) for the places below; refused with file, line and reason for every fault.',
})

export const available = query({
  name: 'programmes.available',
  roles: readers,
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.object({ definitions: z.array(definitionEntry) }),
  summary:
    'The programme definitions that hold at a place: the shipped ones, and those imported at it or above it.',
})

export const definition = query({
  name: 'programmes.definition',
  roles: readers,
  scope: 'any-place',
  input: z.strictObject({ key: fields.id() }),
  output: z.object({ key: z.string(), place: z.string(), body: z.unknown() }),
  summary: 'One definition, whole.',
})

export const mine = query({
  name: 'programmes.mine',
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({}),
  /** `whole`: there are no more than these; the rest is read area by area (`programmes.progress`). */
  output: z.object({ villages: z.array(progressEntry), whole: z.boolean() }),
  summary:
    'Desa saya: every enrolment at the places the asker holds a role at, with what is due and what is late.',
})
