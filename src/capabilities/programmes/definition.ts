// What a programme definition is, as types. Read by the server and by the field app; the schema that checks a
// file is in `definition-schema.ts`, which a phone does not carry.
import type * as z from 'zod/mini'
import type { Cel } from '../../kernel/cel.ts'
import type { Role } from '../../kernel/role.ts'
import type { evidenceGrades } from './definition-fields.ts'
import type { evidenceKinds, programmeSchema, signOffNames } from './definition-schema.ts'

export type EvidenceGrade = (typeof evidenceGrades)[number]
export type EvidenceKind = (typeof evidenceKinds)[number]
export type SignOffName = (typeof signOffNames)[number]
export type Words = { id: string; en: string }

/** As it is written. */
export type ProgrammeSource = z.infer<typeof programmeSchema>
export type ProgrammeNumber = ProgrammeSource['numbers'][string]
export type Bounds = NonNullable<ProgrammeNumber['bounds']>
export type Shares = ProgrammeSource['shares'][number]
export type Kinds = ProgrammeSource['kinds']
export type KindGroup = keyof Kinds
export type MeetingKind = Kinds['meetings'][number]
export type TrainingKind = Kinds['trainings'][number]
export type WorkshopKind = Kinds['workshops'][number]
export type TeamKind = Kinds['teams'][number]
export type DocumentKind = NonNullable<Kinds['documents']>[number]
export type LetterKind = Kinds['letters'][number]
export type EligibilityCheck = ProgrammeSource['eligibility'][number]
export type Category = ProgrammeSource['categories'][number]
type WrittenStage = ProgrammeSource['stages'][number]
type WrittenStep = WrittenStage['steps'][number]
export type Statement = NonNullable<ProgrammeSource['statements']>[number]
export type Outcome = WrittenStep['outcomes'][number]
export type SignOff = NonNullable<WrittenStage['signOffs']>[number]
export const signRoles = ({ role }: Pick<SignOff, 'role'>): Role[] => (Array.isArray(role) ? role : [role])

/** As it is used: each expression parsed, each order of steps and stages spelled out. */
export type Gate = WrittenStage['gates'][number] & { cel: Cel }
export type Step = Omit<WrittenStep, 'gates' | 'after'> & { gates: Gate[]; after: string[] }
export type Stage = Omit<WrittenStage, 'gates' | 'after' | 'steps' | 'refusal' | 'signOffs'> & {
  gates: Gate[]
  signOffs: SignOff[]
  after: string[]
  steps: Step[]
  refusal?: NonNullable<WrittenStage['refusal']> & { cel: Cel }
}
export type Programme = Omit<ProgrammeSource, 'stages'> & { stages: Stage[] }

export function stageOf(programme: Programme, id: string): Stage | undefined {
  return programme.stages.find((each) => each.id === id)
}

/** All gates of a stage: its steps' in order, then its own. */
export function gatesOf(stage: Pick<Stage, 'gates' | 'steps'>): Gate[] {
  return [...stage.steps.flatMap((each) => each.gates), ...stage.gates]
}

/** What nobody could confirm is shown as "perlu verifikasi". */
export const needsVerification = (thing: { evidence: EvidenceGrade }) => thing.evidence === 'R'

/** A role that a programme names, with its title there; null: the house's word for it. */
export type NamedRole = { role: Role; title: Words | null }

/** The roles that a programme names: who acts in its steps, who signs its stages, and those that it has a title for. */
export function namedRoles({
  roleTitles = {},
  stages,
}: Pick<Programme, 'roleTitles' | 'stages'>): NamedRole[] {
  const acting = stages.flatMap(({ steps, signOffs }) => [
    ...steps.flatMap((step) =>
      [step.organiser, step.facilitator, step.companion].flatMap((who) => who?.roles ?? []),
    ),
    ...signOffs.flatMap(signRoles),
  ])
  const all = new Set([...(Object.keys(roleTitles) as Role[]), ...acting])
  return [...all].map((role) => ({ role, title: roleTitles[role] ?? null }))
}

/** What a number may be set to. In a definition stored before bounds were asked for, only a percentage has any. */
export const boundsOf = ({ bounds, unit }: ProgrammeNumber): Bounds | null =>
  bounds ?? (unit === 'percent' ? { min: 0, max: 100 } : null)

export const isWithin = (value: number, { min, max, odd }: Bounds): boolean =>
  value >= min && value <= max && (!odd || Math.abs(value % 2) === 1)
