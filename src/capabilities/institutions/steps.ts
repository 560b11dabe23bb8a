// What each command makes of the rows, as pure functions: the server stores what they give, the phone shows it before the
// server answers. The rules have been asked before.
import type { Day } from '../../kernel/day.ts'
import type { Agreed, AgreeProfile, ProfileAgreement } from './agreement.ts'
import type {
  Assessment,
  BeginAssessment,
  ChangeAssessment,
  ScoreInstitution,
  SettleAssessment,
} from './assessment.ts'
import {
  type ChangeInstitution,
  type EndInstitution,
  type Institution,
  mostLocalPlaces,
  mostOtherNames,
  type NewInstitution,
} from './institution.ts'
import type { AppointOfficer, ChangeOfficer, Officer } from './officer.ts'
import type { ChangeTie, Flow, Tie, TieInstitutions } from './tie.ts'
import { flowNames } from './tie.ts'

const next = <Row extends { version: number }>(row: Row): Row => ({ ...row, version: row.version + 1 })

/** Each name once, and none that is the first one. */
const otherNames = (name: string, others: readonly string[]): string[] =>
  [...new Set(others)].filter((each) => each !== name).slice(0, mostOtherNames)

export const registered = ({ different: _, ...told }: NewInstitution): Institution => ({
  ...told,
  otherNames: otherNames(told.name, told.otherNames),
  state: 'active',
  ended: null,
  mergedInto: null,
  version: 1,
})

export function changed(row: Institution, { changes }: Pick<ChangeInstitution, 'changes'>): Institution {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const told = { ...row, ...given }
  return next({ ...told, otherNames: otherNames(told.name, told.otherNames) })
}

export const ended = (row: Institution, { on, reason }: EndInstitution): Institution =>
  next({ ...row, state: 'ended', ended: { on, reason } })

/** Ties of what is no more end with it. */
export const tiesEnded = (ties: readonly Tie[], institution: string, on: Day): Tie[] =>
  ties
    .filter((each) => each.until === null && (each.from === institution || each.to === institution))
    .map((each) => next({ ...each, until: on }))

const fill = <Value>(kept: Value, dropped: Value): Value => (kept === null || kept === '' ? dropped : kept)

/** The kept record, filled up from the other where it says nothing; the other's names are other names of it. */
export function joined(keep: Institution, drop: Institution): Institution {
  const wholeVillage = [keep, drop].some(({ reach }) => reach !== 'local')
  const places = [...new Set([...keep.localPlaces, ...drop.localPlaces])].slice(0, mostLocalPlaces)
  return next({
    ...keep,
    otherNames: otherNames(keep.name, [...keep.otherNames, drop.name, ...drop.otherNames]),
    legal: keep.legal === 'none' ? drop.legal : keep.legal,
    legalNote: fill(keep.legalNote, drop.legalNote),
    reach: keep.reach === 'local' && wholeVillage ? drop.reach : keep.reach,
    localPlaces: wholeVillage ? keep.localPlaces : places,
    since: fill(keep.since, drop.since),
    services: fill(keep.services, drop.services),
    assets: fill(keep.assets, drop.assets),
    meets: fill(keep.meets, drop.meets),
    // Counted together or not at all: the women of one and the men of another were never its members.
    ...([keep.women, keep.men, keep.poor].every((each) => each === null)
      ? { women: drop.women, men: drop.men, poor: drop.poor }
      : {}),
    potentials: fill(keep.potentials, drop.potentials),
    constraints: fill(keep.constraints, drop.constraints),
    importance: fill(keep.importance, drop.importance),
    closeness: fill(keep.closeness, drop.closeness),
    origin: fill(keep.origin, drop.origin),
  })
}

/** What stands in the place of a record that was merged: where it went. */
export const signpost = (drop: Institution, keep: string): Institution =>
  next({ ...drop, state: 'merged', mergedInto: keep })

/** Officers of the dropped record are the kept one's. */
export const officersMoved = (officers: readonly Officer[], drop: string, keep: string): Officer[] =>
  officers.filter((each) => each.institution === drop).map((each) => next({ ...each, institution: keep }))

/** The two ends of a tie, in either order; a body beyond the village by its name. */
export const endsOf = ({ from, to, outside }: Pick<Tie, 'from' | 'to' | 'outside'>): string =>
  to === null
    ? `${from} > ${outside.trim().toLowerCase().replace(/\s+/g, ' ')}`
    : [from, to].sort().join(' - ')

const turned = (tie: Tie): Tie =>
  tie.to === null || tie.way === 'both' ? tie : { ...tie, way: tie.way === 'gives' ? 'takes' : 'gives' }

/** Two ties between the same two are one: all that flows over either, as strong as the stronger. */
function together(one: Tie, other: Tie): Tie {
  const way = one.from === other.from ? other.way : turned(other).way
  const all = new Set<Flow>([...one.flows, ...other.flows])
  const strengths = [one.strength, other.strength].filter((each) => each !== null)
  return {
    ...one,
    flows: flowNames.filter((each) => all.has(each)),
    strength: strengths.length > 0 ? Math.max(...strengths) : null,
    way: one.way === way ? way : 'both',
    note: one.note || other.note,
  }
}

/**
 * The ties after a merge, those alone that change: the dropped one's are the kept one's; one between the two ends, and of two
 * between the same ends one is left.
 */
export function tiesMerged(ties: readonly Tie[], drop: string, keep: string, on: Day): Tie[] {
  const standing = ties.filter((each) => each.until === null)
  const byEnds = new Map(
    standing.filter((each) => each.from !== drop && each.to !== drop).map((each) => [endsOf(each), each]),
  )
  const after = new Map<string, Tie>()
  for (const tie of standing.filter((each) => each.from === drop || each.to === drop)) {
    const moved = { ...tie, from: tie.from === drop ? keep : tie.from, to: tie.to === drop ? keep : tie.to }
    const there = byEnds.get(endsOf(moved))
    if (moved.from === moved.to) after.set(tie.id, next({ ...tie, until: on }))
    else if (there) {
      const one = together(there, moved)
      byEnds.set(endsOf(moved), one)
      after.set(one.id, one)
      after.set(tie.id, next({ ...tie, until: on }))
    } else {
      byEnds.set(endsOf(moved), moved)
      after.set(tie.id, moved)
    }
  }
  const before = new Map(ties.map((each) => [each.id, each.version]))
  return [...after.values()].map((each) => ({ ...each, version: (before.get(each.id) ?? 0) + 1 }))
}

export const appointed = (input: AppointOfficer): Officer => ({ ...input, version: 1 })
export const officerChanged = (row: Officer, { basedOn: _, ...told }: ChangeOfficer): Officer =>
  next({ ...row, ...told })

export const tied = (input: TieInstitutions): Tie => ({
  ...input,
  outside: input.to === null ? input.outside : '',
  until: null,
  version: 1,
})
export const tieChanged = (row: Tie, { basedOn: _, ...told }: ChangeTie): Tie => next({ ...row, ...told })

export function agreed(
  before: ProfileAgreement | undefined,
  { enrolment, meeting, on, note, institutions }: AgreeProfile,
  by: string,
): ProfileAgreement {
  const said: Agreed = { on, meeting, note, institutions: [...new Set(institutions)], by }
  return {
    id: enrolment,
    enrolment,
    agreed: [...(before?.agreed ?? []), said],
    version: (before?.version ?? 0) + 1,
  }
}

export const begun = (input: BeginAssessment): Assessment => ({
  ...input,
  scores: [],
  outcome: null,
  version: 1,
})
export const assessmentChanged = (row: Assessment, { basedOn: _, ...told }: ChangeAssessment): Assessment =>
  next({ ...row, ...told })
export const scored = (row: Assessment, { institution, scores }: ScoreInstitution): Assessment =>
  next({
    ...row,
    scores: [
      ...row.scores.filter((each) => each.institution !== institution),
      ...scores.map((each) => ({ institution, ...each })),
    ],
  })
export const settled = (row: Assessment, { agreed, on, note }: SettleAssessment): Assessment =>
  next({ ...row, outcome: { agreed, on, note } })
