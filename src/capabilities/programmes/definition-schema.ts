// The shape of the files in programmes/. Every number, rule and duration says where it comes from and how sure
// we are of it. Only whoever reads a file needs the schema; everybody else takes the types of `definition.ts`.
import * as z from 'zod/mini'
import { isDay } from '../../kernel/day.ts'
import { agencyKindNames } from '../../kernel/role.ts'
import { evidence, link, many, name, role, source, sourced, text, words } from './definition-fields.ts'
import { category, eligibility, era, statement } from './reading/definition-about.ts'
import { decisionKind, kind, letterKind } from './reading/definition-letters.ts'

/** How an outcome can be seen to be there. `observation`: the facilitator's note of what shows it. */
export const evidenceKinds = [
  'minutes',
  'attendance',
  'decision',
  'letter',
  'register',
  'agreement',
  'statutes',
  'list',
  'map',
  'profile',
  'plan',
  'report',
  'ledger',
  'photo',
  'asset',
  'observation',
] as const

export const signOffNames = ['submitted', 'acknowledged', 'verified'] as const

const number = z.strictObject({
  title: words(),
  /** null: the programme has such a number, and nobody could say what it is. */
  value: z.nullable(z.number()),
  unit: z.enum([
    'people',
    'percent',
    'names',
    'days',
    'months',
    'years',
    'rupiah',
    'seats',
    'meetings',
    'loans',
    'points',
    'groups',
    'items',
  ]),
  ...sourced(),
  /** Who may put a local value in its place, e.g. by the village's own election by-law. */
  mayBeSetBy: z.optional(z.enum(['village', 'city'])),
  /**
   * What it may be set to; `odd`: only odd numbers. Its source is that of the number where none is said; where no source
   * gives any, they are the limits of sense (a percentage), and wide.
   */
  bounds: z.optional(
    z.strictObject({
      min: z.number(),
      max: z.number(),
      odd: z.optional(z.literal(true)),
      source: z.optional(name()),
      evidence: z.optional(evidence()),
    }),
  ),
})

/** Parts of one whole, such as the tranches of a grant: they sum to 100. */
const shares = z.strictObject({
  id: name(),
  title: words(),
  parts: z.array(z.number()).check(z.minLength(1), z.maxLength(20)),
  ...sourced(),
})

const document = z.strictObject({ id: name(), title: words() })

const meetingKind = z.strictObject({
  ...kind.shape,
  organiser: words(),
  participants: words(),
  /** What the least acceptable meeting of this kind looks like; shown while it is prepared. */
  expectations: many(words()),
  /** Elements of the community that are expected; ids of `elements`. */
  elements: many(name()),
  documents: many(document),
  /** The decision it leaves, if it leaves one. */
  decision: z.optional(
    z.strictObject({
      question: words(),
      options: z.array(z.strictObject({ id: name(), title: words() })).check(z.minLength(2), z.maxLength(10)),
    }),
  ),
})

const trainingKind = z.strictObject({
  ...kind.shape,
  days: name(),
  mayBeSplit: z.boolean(),
  participants: words(),
  documents: many(document),
})
/** A discussion (FGD, lokakarya), held as a meeting is. Optional is what definitions stored before it lack. */
const workshopKind = z.strictObject({
  ...kind.shape,
  organiser: z.optional(words()),
  participants: z.optional(words()),
  expectations: z.optional(many(words())),
  elements: z.optional(many(name())),
  documents: z.optional(many(document)),
  /** Its question route (alur pertanyaan) in the order it is asked, each question of a level of ORID. */
  route: z.optional(
    z
      .array(
        z.strictObject({
          level: z.enum(['objective', 'reflective', 'interpretive', 'decisional']),
          question: words(600),
        }),
      )
      .check(z.minLength(4), z.maxLength(30)),
  ),
})
const teamKind = z.strictObject({ ...kind.shape, task: words() })
/** What a record is checked against, such as the marks of a self-reliant KAT area; `list`: those that are looked at together. */
const checkKind = z.strictObject({ ...kind.shape, list: z.optional(name()) })
/** A basic service with what may be built for it; `ifPossible`: only where circumstances let it. */
const serviceKind = z.strictObject({
  ...kind.shape,
  facilities: z
    .array(z.strictObject({ ...document.shape, ifPossible: z.optional(z.boolean()) }))
    .check(z.minLength(1), z.maxLength(20)),
})

const kinds = z.strictObject({
  meetings: many(meetingKind),
  trainings: many(trainingKind),
  teams: many(teamKind),
  letters: many(letterKind),
  workshops: many(workshopKind),
  surveys: many(kind),
  maps: many(kind),
  elections: many(kind),
  plans: many(kind),
  activities: many(kind),
  checks: many(checkKind),
  /** Optional, as everything that definitions stored before it lack. */
  services: z.optional(z.array(serviceKind).check(z.maxLength(20))),
  documents: z.optional(z.array(decisionKind).check(z.maxLength(60))),
  /** What activities of a plan say they are about: dimensions, what they do (build, restore …), and to what. */
  dimensions: z.optional(z.array(kind).check(z.maxLength(20))),
  efforts: z.optional(z.array(kind).check(z.maxLength(20))),
  targets: z.optional(z.array(kind).check(z.maxLength(20))),
})

const gate = z.strictObject({
  id: name(),
  label: words(),
  /** CEL over the facts of `facts.ts`. */
  when: z.string().check(z.minLength(1)),
  /** `rule` blocks; `advice` warns and never blocks. What nobody could source is advice. */
  kind: z.enum(['rule', 'advice']),
  ...sourced(),
  /** Where to go to satisfy it, from the village's own address: `meetings/new?kind=rkm`. */
  satisfiedBy: link(),
})

/** How long a step is planned to take: exactly one of the four (`length.ts` says what each means). */
const duration = z.strictObject({
  days: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
  /** Budget years: from 1 January to 31 December of the last of them. */
  years: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
  /** As many budget years as are planned for the category of the place. */
  yearsByCategory: z.optional(z.literal(true)),
  /** From the first day of the programme to its last, beside everything else. */
  throughout: z.optional(z.literal(true)),
  ...sourced(),
})
const actor = z.strictObject({ roles: many(role()), text: words() })
const principles = () => z.optional(z.array(words(600)).check(z.minLength(1), z.maxLength(12)))
const outcome = z.strictObject({
  id: name(),
  title: words(600),
  evidence: z.enum(evidenceKinds),
  /** The list of `kinds.checks` whose marks an observation of it may tick. */
  checks: z.optional(name()),
})

const step = z.strictObject({
  id: name(),
  number: text(10),
  title: words(),
  purpose: words(1000),
  organiser: actor,
  participants: words(600),
  /** Left out where the source names none. */
  facilitator: z.optional(actor),
  /** Where the source tells a companion (pendamping) from the facilitator. */
  companion: z.optional(actor),
  /** The ideas that the step is to leave with people (konsep dasar); those of its stage when left out. */
  principles: principles(),
  outcomes: z.array(outcome).check(z.minLength(1), z.maxLength(30)),
  duration,
  /** `customary`: it takes its day from the customary calendar, as somebody who knows it tells. */
  calendar: z.optional(z.enum(['customary'])),
  /** Steps of the same stage that must end first; the step before it when left out. */
  after: z.optional(z.array(name())),
  gates: many(gate),
  /** Steps and stages whose work suffers when this one is late, besides those that come after it. */
  endangers: many(name()),
})

/**
 * One signature of a closing, by anybody who holds one of the roles. The stage counts as closed from the signature that says
 * so; but one that was only inferred or remembered confirms, and holds nothing up (`rules.ts`).
 */
const signOff = z.strictObject({
  as: z.enum(signOffNames),
  role: z.union([role(), z.array(role()).check(z.minLength(1), z.maxLength(6))]),
  title: words(),
  closes: z._default(z.boolean(), false),
  /** Left out in definitions of before they were asked for, where every signature holds the stage up. */
  source: z.optional(name()),
  evidence: z.optional(evidence()),
})
const signOffs = () => z.optional(z.array(signOff).check(z.minLength(1), z.maxLength(8)))
type SignOff = z.infer<typeof signOff>

const usual = (as: SignOff['as'], by: SignOff['role'], id: string, closes = false): SignOff => ({
  ...{ as, role: by, title: { id, en: as }, closes, evidence: 'I' },
})
/** Where a definition names none: those of the paper forms of a successor, so inferred. */
export const defaultSignOffs: readonly SignOff[] = [
  usual('submitted', 'facilitator', 'diserahkan'),
  usual('acknowledged', 'village-head', 'diketahui', true),
  usual('verified', 'city-officer', 'diverifikasi'),
]

const stage = z.strictObject({
  id: name(),
  number: text(10),
  title: words(),
  purpose: words(1000),
  /** Konsep dasar of all its steps. */
  principles: principles(),
  /** Stages that must be closed first; the stage before it when left out. */
  after: z.optional(z.array(name())),
  /** The community may say no here: when it has, the enrolment ends, and validly so. */
  refusal: z.optional(
    z.strictObject({ label: words(), when: z.string().check(z.minLength(1)), ...sourced() }),
  ),
  /** Those of the programme when left out. */
  signOffs: signOffs(),
  gates: many(gate),
  steps: z.array(step).check(z.minLength(1), z.maxLength(40)),
  endangers: many(name()),
})

const programmeId = () => z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(60))

export const programmeSchema = z.strictObject({
  id: programmeId(),
  version: z.int().check(z.minimum(1)),
  /** Programmes that nobody takes up any more because this one is there; places in them stay in them. */
  replaces: z.optional(z.array(programmeId()).check(z.maxLength(20))),
  edition: words(),
  title: words(),
  summary: words(1500),
  era,
  /** The day this version of the file was last compared with its sources. */
  checkedOn: z.string().check(z.refine(isDay)),
  scope: z.enum(['village', 'settlement']),
  /** The step that fixes the category of the place: a place may enrol before it is known. */
  categoryFixedBy: z.optional(name()),
  /** What the programme calls its board, and those who hold a role under it; the house's words where left out. */
  bodyTitle: z.optional(words()),
  roleTitles: z.optional(z.partialRecord(role(), words())),
  statements: z.optional(z.array(statement).check(z.maxLength(60))),
  sources: z.record(name(), source),
  numbers: z._default(z.record(name(), number), {}),
  shares: many(shares),
  elements: many(z.strictObject({ id: name(), title: words() })),
  kinds,
  /** Kinds of agencies whose task it is; left out where the source names none: then it is everybody's. */
  agencies: z.optional(
    z.array(z.enum(agencyKindNames)).check(z.minLength(1), z.maxLength(agencyKindNames.length)),
  ),
  /** Categories of the place this definition is for, and the years each is planned for. */
  categories: many(category),
  eligibility: many(eligibility),
  /** Who signs the closing of a stage that names nobody itself. */
  signOffs: signOffs(),
  stages: z.array(stage).check(z.minLength(1), z.maxLength(30)),
})

export const kindGroups = Object.keys(kinds.shape) as (keyof typeof kinds.shape)[]
