// Approved answers of the institutions questionnaire (instruments/institutions.yaml), and what the register of institutions makes
// of one. Only open answers: the name and telephone of a contact stay where they were given. Pure; read by both sides.
import * as z from 'zod/mini'
import { query } from '../../../kernel/command.ts'
import { id } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/id.ts'
import { type Change, type View, viewOf } from '../../../kernel/view.ts'
import {
  type Institution,
  institutionCollection,
  type NewInstitution,
} from '../../institutions/institution.ts'
import { type InstitutionKind, type Reach, type Rhythm, rhythmNames } from '../../institutions/kinds.ts'
import { registerOfNames } from '../../institutions/likeness.ts'
import { institutionKeepers } from '../../institutions/roles.ts'
import { type Flow, type Tie, type TieInstitutions, tieCollection } from '../../institutions/tie.ts'

/** The form that comes with Rembug; its answers are named as there. */
export const institutionsForm = 'rembug_institutions'

export type InstitutionAnswer = { id: string; seq: number; answers: Readonly<Record<string, unknown>> }
export const answersAtOnce = 100

export const institutionAnswers = query({
  name: 'surveys.institution-answers',
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    survey: id(),
    after: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(9_000_000_000_000))),
  }),
  output: z.custom<{ answers: InstitutionAnswer[]; next: number | null }>(),
  summary:
    'The open answers of approved submissions of the institutions questionnaire, oldest first, a hundred at a time, to be taken onto the register of institutions. Refuses a survey of another form.',
})

const kinds: Readonly<Record<string, InstitutionKind>> = {
  ...{ rt_rw: 'formal', lpm: 'formal', bkm: 'formal', ngo: 'formal', other: 'formal', ksm: 'business' },
  ...{ pkk: 'women', youth: 'youth', faith: 'religious', custom: 'customary', arisan: 'savings' },
  ...{ cooperative: 'savings', farmers: 'business', company: 'business', school: 'school', health: 'health' },
}
const reaches: Readonly<Record<string, Reach>> = { rt: 'local', village: 'village', beyond: 'beyond' }
const flows: Readonly<Record<string, Flow>> = {
  ...{ info: 'information', money: 'money', goods: 'goods', labour: 'help', authority: 'influence' },
}
const fields: Readonly<Record<string, string>> = {
  ...{
    economy: 'Ekonomi',
    social: 'Sosial',
    environment: 'Lingkungan dan prasarana',
    education: 'Pendidikan',
  },
  ...{ health: 'Kesehatan', security: 'Keamanan', culture: 'Budaya', disaster: 'Bencana' },
}

const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.trim().slice(0, most) : ''
const whole = (value: unknown, least: number, most: number): number | null => {
  const n = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof n === 'number' && Number.isInteger(n) && n >= least && n <= most ? n : null
}
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
/** A number of somebody that slipped into a text is left behind. */
const withoutNumbers = (said: string): string => said.replace(/(?:\d[ .-]?){9,}\d/g, '…')

/** An answer as an entry of the register; null where it has no name. */
export function entryOf({ id: origin, answers }: InstitutionAnswer): NewInstitution | null {
  const at = (key: string) => answers[key]
  const name = withoutNumbers(text(at('identity/institution_title'), 120).replace(/\s+/g, ' '))
  if (name === '') return null
  const said = [
    list(at('members/fields'))
      .flatMap((each) => fields[each] ?? [])
      .join(', '),
    text(at('members/activities'), 800),
  ]
  const count = (key: string) => whole(at(key), 0, 100_000)
  const [women, men, poor] = [count('members/women'), count('members/men'), count('members/poor_members')]
  const meets = rhythmNames.find((each) => each === at('members/meets')) ?? (null as Rhythm | null)
  return {
    ...{
      id: newId(),
      name,
      otherNames: [],
      origin,
      different: false,
      legalNote: '',
      localPlaces: [],
      assets: '',
    },
    kind: kinds[String(at('identity/kind'))] ?? 'formal',
    legal: at('members/rules_written') === 'yes' ? 'rules' : 'none',
    reach: reaches[String(at('identity/reach'))] ?? 'village',
    since: whole(at('identity/since_year'), 1500, 2100),
    services: withoutNumbers(said.filter(Boolean).join('. ')),
    ...{ meets, women, men, poor: poor !== null && poor > (women ?? 0) + (men ?? 0) ? null : poor },
    potentials: withoutNumbers(text(at('standing/strengths'), 1000)),
    constraints: withoutNumbers(text(at('standing/limits'), 1000)),
    importance: whole(at('standing/importance'), 1, 5),
    closeness: whole(at('standing/closeness'), 1, 5),
  }
}

type Told = { partner: string; flows: Flow[]; strength: number | null }

type Member = { partner?: unknown; help?: unknown; strength?: unknown }

export function tiesToldIn({ answers: { tie } }: InstitutionAnswer): Told[] {
  return (Array.isArray(tie) ? (tie as Member[]) : []).flatMap(({ partner: said, help, strength }) => {
    const partner = withoutNumbers(text(said, 120).replace(/\s+/g, ' '))
    const told = [...new Set(list(help).flatMap((each) => flows[each] ?? []))]
    return partner === '' || told.length === 0
      ? []
      : [{ partner, flows: told, strength: whole(strength, 1, 5) }]
  })
}

type Names = ReturnType<typeof registerOfNames<Institution>>

/** With the one of the register that is called so; where there is none, or more than one, with a body outside. */
function tieOf(row: Institution, { partner, ...told }: Told, names: Names): TieInstitutions {
  const named = names.alike({ id: '', name: partner, otherNames: [] })
  const to = named.length === 1 ? (named[0]?.id ?? null) : null
  return {
    ...{ id: newId(), from: row.id, to, outside: to ? '' : partner, ...told },
    ...{ way: 'both', bond: to ? 'bridging' : 'linking', note: '' },
  }
}

/**
 * The ties that these answers tell of, once their institutions are on the register: with the one institution of that name, else
 * with a body outside. What `fits` would refuse (a tie to itself, one that two answers tell of) is left out.
 */
export function tiesOfAnswers(
  view: View,
  taken: readonly { answer: InstitutionAnswer; row: Institution }[],
  fits: (view: View, tie: TieInstitutions) => boolean,
): TieInstitutions[] {
  const register = view.all<Institution>(institutionCollection).filter(({ state }) => state === 'active')
  const all = [...register, ...taken.map(({ row }) => row)]
  const known: Change[] = [
    ...all.map((value) => ({ collection: institutionCollection, id: value.id, value })),
    ...view.all<Tie>(tieCollection).map((value) => ({ collection: tieCollection, id: value.id, value })),
  ]
  const ties: TieInstitutions[] = []
  const names = registerOfNames(all)
  for (const tie of taken.flatMap(({ answer, row }) =>
    tiesToldIn(answer).map((told) => tieOf(row, told, names)),
  )) {
    if (!fits(viewOf(view.place, known), tie)) continue
    ties.push(tie)
    known.push({ collection: tieCollection, id: tie.id, value: { ...tie, until: null, version: 1 } })
  }
  return ties
}
