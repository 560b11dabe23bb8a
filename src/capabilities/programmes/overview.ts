// The lines of what programmes answer, and how the enrolments of an area stand, for officers: totals, and their lines
// a page at a time.
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import { officers, roles } from '../../kernel/role.ts'
import type { Words } from './definition.ts'
import { evidenceGrades } from './definition-fields.ts'

/** A definition as a list shows it. */
export const definitionEntry = z.object({
  key: z.string(),
  id: z.string(),
  version: z.number(),
  place: z.string(),
  scope: z.string(),
  title: z.object({ id: z.string(), en: z.string() }),
  /** What tells it from a namesake: the cycle or text it follows, and who organises its first step. */
  edition: z.object({ id: z.string(), en: z.string() }),
  organiser: z.object({ id: z.string(), en: z.string() }),
  /** Newest version of its id that holds at the place asked about. */
  newest: z.boolean(),
  /** Titles of the programmes that replaced it: it is not taken up any more, and never the newest. */
  replacedBy: z.array(z.object({ id: z.string(), en: z.string() })),
  /** Its years, with the source of its end; `to` is null where no source gives one. */
  era: z.object({
    from: z.number(),
    to: z.nullable(z.number()),
    source: z.nullable(z.string()),
    evidence: z.nullable(z.enum(evidenceGrades)),
  }),
  /** The surveys it asks for. */
  surveys: z.array(z.object({ id: z.string(), title: z.object({ id: z.string(), en: z.string() }) })),
})
export type DefinitionEntry = z.infer<typeof definitionEntry>

export const progressEntry = z.object({
  place: z.string(),
  enrolment: z.string(),
  programme: z.object({ id: z.string(), en: z.string() }),
  /** The site it is about, by name; null: the village itself, or a site without a name. */
  site: z.nullable(z.string()),
  status: z.string(),
  stage: z.nullable(z.object({ number: z.string(), id: z.string(), en: z.string() })),
  stagesClosed: z.number(),
  stagesAll: z.number(),
  /** Gates that block the current stage and do not hold yet. */
  missing: z.number(),
  /** Of those, what this release cannot know: a document proves it. */
  outside: z.number(),
  /** Gates that block the current stage, met or not, and advice of it that is not met. */
  blocking: z.number(),
  advice: z.number(),
  /** What comes next, by the planned day of the first step that has not ended. */
  due: z.nullable(z.string()),
  /** That day rests on a duration that nobody could source. */
  dueIsEstimate: z.boolean(),
  lateDays: z.number(),
  /** Its dates or state cannot be reckoned, so nothing else of this line counts. */
  unreadable: z.boolean(),
})
export type ProgressEntry = Omit<z.infer<typeof progressEntry>, 'programme'> & { programme: Words }

const totals = z.object({
  running: z.number(),
  /** Of those that run. */
  late: z.number(),
  completed: z.number(),
  /** Kept as an archive only: neither running nor completed here. */
  archived: z.number(),
  all: z.number(),
})
export type Totals = z.infer<typeof totals>

/** With the names of the village and of what lies above it, so that a page of fifty asks once. */
const line = z.extend(progressEntry, { name: z.string(), above: z.string() })
export type ProgressLine = ProgressEntry & Pick<z.infer<typeof line>, 'name' | 'above'>

/** A page of a file that is taken whole; a person reads fewer at once. */
export const mostOnPage = 200

export const progress = query({
  name: 'programmes.progress',
  roles: [...officers, 'auditor', 'admin'],
  scope: 'any-place',
  input: z.strictObject({
    after: z.optional(
      z
        .string()
        .check(
          z.regex(
            /^(infinity|\d{4}-\d{2}-\d{2}) \d{2}\.\d{2}\.\d{2}\.\d{4} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
          ),
        ),
    ),
    /** How many on a page; a screen shows 50. */
    most: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(mostOnPage))),
  }),
  output: z.object({ totals, villages: z.array(line), next: z.nullable(z.string()) }),
  summary:
    'Enrolments at and below a place, a page at a time, late ones first, with stage, lateness and what is missing; and how many there are in all.',
})

export const rolesNamed = query({
  name: 'programmes.roles',
  roles: [...officers, 'admin'],
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.object({
    programmes: z.array(
      z.array(
        z.object({
          role: z.enum(roles),
          title: z.nullable(z.object({ id: z.string(), en: z.string() })),
        }),
      ),
    ),
  }),
  summary:
    'The roles that the programmes running at and below a place name, each programme with its own titles.',
})
