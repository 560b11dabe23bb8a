// What a command does to an enrolment, as pure functions from row to row: the server stores what they
// give, and the phone shows it before the server has answered.

import type * as z from 'zod/mini'
import type { Day } from '../../kernel/day.ts'
import { behind, type Hand, officeOn, typed } from '../../kernel/paper.ts'
import type { Programme } from './definition.ts'
import { signRoles, stageOf } from './definition.ts'
import type {
  EnrolmentEvent,
  EnrolmentRow,
  enrol,
  noteStep,
  recordRefusal,
  reopen,
  StageRow,
  sign,
} from './enrolment.ts'
import type { setNumber } from './number.ts'
import { proofsIn } from './proof/proven.ts'
import { isCompleted, signed } from './rules.ts'
import type { adoptDates } from './schedule.ts'
import { signatureChecked } from './signing/rules.ts'
import type { checkSignature, signOnPaper } from './signing/signing.ts'
import type { setCategory, setCustomaryDay } from './site.ts'

type InputOf<C extends { input: z.ZodMiniType }> = z.infer<C['input']>
export type Who = { account: string; name: string; on: Day }

export const untouched: StageRow = {
  status: 'open',
  fromArchive: false,
  startedOn: null,
  closedOn: null,
  signOffs: [],
}

export function event(
  row: EnrolmentRow,
  who: Who,
  more: Omit<EnrolmentEvent, 'on' | 'by' | 'byName'>,
): EnrolmentEvent[] {
  return [...row.history, { ...more, on: who.on, by: who.account, byName: who.name }]
}

export function enrolled(input: InputOf<typeof enrol>, who: Who, isFacilitator: boolean): EnrolmentRow {
  const row: EnrolmentRow = {
    id: input.id,
    subject: input.subject,
    programme: input.programme,
    status: input.archive ? 'archive' : input.startOn ? 'started' : 'draft',
    startedOn: input.startOn,
    endedOn: null,
    category: input.category,
    eligibility: input.eligibility,
    numbers: {},
    actuals: {},
    customary: {},
    adopted: {},
    stages: {},
    history: [],
    facilitator: isFacilitator ? who.account : null,
    version: 1,
  }
  const taken = input.afterEra ? 'enrolled-after-era' : 'enrolled'
  return { ...row, history: event(row, who, { what: input.archive ? 'enrolled-archive' : taken }) }
}

export function started(row: EnrolmentRow, on: Day, who: Who): EnrolmentRow {
  return {
    ...row,
    status: 'started',
    startedOn: on,
    version: row.version + 1,
    history: event(row, who, { what: 'started', note: on }),
  }
}

export function withStage(row: EnrolmentRow, stage: string, state: StageRow): EnrolmentRow {
  return { ...row, stages: { ...row.stages, [stage]: state }, version: row.version + 1 }
}

/** Completes the enrolment when its last stage has just closed, and takes that back when one reopens. */
export function settled(programme: Programme, row: EnrolmentRow, on: Day): EnrolmentRow {
  if (row.status === 'started' && isCompleted(programme, row))
    return { ...row, status: 'completed', endedOn: on }
  if (row.status === 'completed' && !isCompleted(programme, row))
    return { ...row, status: 'started', endedOn: null }
  return row
}

export function withSignature(
  programme: Programme,
  row: EnrolmentRow,
  input: InputOf<typeof sign>,
  who: Who,
  hand?: Hand,
): EnrolmentRow {
  const stage = stageOf(programme, input.stage)
  if (!stage) return row
  const state = { ...untouched, ...row.stages[input.stage] }
  const roles = stage.signOffs.filter(({ as }) => as === input.as).flatMap(signRoles)
  const known = hand
    ? behind(
        hand,
        roles,
        state.signOffs.map(({ account }) => account),
      )
    : {}
  const next = {
    ...state,
    ...signed(stage, state, { as: input.as, on: who.on, by: who.name, account: who.account, ...known }),
  }
  const history = event(row, who, { what: 'signed', stage: input.stage, as: input.as, note: input.note })
  return settled(programme, { ...withStage(row, input.stage, next), history }, who.on)
}

/** The stage is not a day further before somebody has checked the paper. */
export function withPaperSignature(
  programme: Programme,
  row: EnrolmentRow,
  { stage: id, as, note, office, paper }: InputOf<typeof signOnPaper>,
  hand: Hand,
  who: Who,
): EnrolmentRow {
  const stage = stageOf(programme, id)
  if (!stage) return row
  const state = { ...untouched, ...row.stages[id] }
  const [first] = stage.signOffs.filter((each) => each.as === as).flatMap(signRoles)
  const asked = office ?? first
  const given = {
    as,
    on: paper.on,
    by: paper.name,
    ...(asked ? { office: asked } : {}),
    paper: typed(paper, hand),
  }
  const told = [`${paper.name}, ${officeOn(paper)}`, note].filter(Boolean).join('. ')
  const history = event(row, who, { what: 'signed-on-paper', stage: id, as, note: told })
  return { ...withStage(row, id, { ...state, ...signed(stage, state, given) }), history }
}

export function withCheckedSignature(
  programme: Programme,
  row: EnrolmentRow,
  input: InputOf<typeof checkSignature>,
  hand: Hand,
  who: Who,
): EnrolmentRow {
  const stage = stageOf(programme, input.stage)
  if (!stage) return row
  const state = { ...untouched, ...row.stages[input.stage] }
  const next = { ...state, ...signatureChecked(stage, state, { ...input, hand, on: who.on }) }
  const what = input.agrees ? ('paper-checked' as const) : ('paper-wrong' as const)
  const history = event(row, who, { what, stage: input.stage, as: input.as, note: input.reason })
  return settled(programme, { ...withStage(row, input.stage, next), history }, next.closedOn ?? who.on)
}

export function refusedByCommunity(
  row: EnrolmentRow,
  input: InputOf<typeof recordRefusal>,
  who: Who,
): EnrolmentRow {
  const history = event(row, who, { what: 'refused', stage: input.stage, note: input.note })
  return { ...row, status: 'refused', endedOn: who.on, version: row.version + 1, history }
}

export function reopened(
  programme: Programme,
  row: EnrolmentRow,
  input: InputOf<typeof reopen>,
  who: Who,
): EnrolmentRow {
  const history = event(row, who, { what: 'reopened', stage: input.stage, note: input.reason })
  const {
    archiveFile: _,
    archiveNote: __,
    archive: ___,
    // What they proved may be what was found wrong.
    proofs: ____,
    ...kept
  } = { ...untouched, ...row.stages[input.stage] }
  const anew = {
    status: 'open' as const,
    fromArchive: false,
    startedOn: who.on,
    closedOn: null,
    signOffs: [],
  }
  const state: StageRow = { ...kept, ...anew }
  return settled(programme, { ...withStage(row, input.stage, state), history }, who.on)
}

export function stepNoted(row: EnrolmentRow, input: InputOf<typeof noteStep>): EnrolmentRow {
  const actual = {
    ...(input.began ? { began: input.began } : {}),
    ...(input.ended ? { ended: input.ended } : {}),
  }
  return { ...row, actuals: { ...row.actuals, [input.step]: actual }, version: row.version + 1 }
}

export function numberSet(row: EnrolmentRow, input: InputOf<typeof setNumber>, who: Who): EnrolmentRow {
  const { [input.number]: before, ...others } = row.numbers
  const after = input.value === null ? {} : { [input.number]: input.value }
  const note = `${input.number}: ${before ?? '–'} → ${input.value ?? '–'}. ${input.reason}`
  return {
    ...row,
    numbers: { ...others, ...after },
    version: row.version + 1,
    history: event(row, who, { what: 'number-set', note }),
  }
}

export function categorySet(row: EnrolmentRow, input: InputOf<typeof setCategory>, who: Who): EnrolmentRow {
  const note = `${row.category ?? '–'} → ${input.category}. ${input.reason}`
  return {
    ...row,
    category: input.category,
    version: row.version + 1,
    history: event(row, who, { what: 'category-set', note }),
  }
}

export function customaryDaySet(
  row: EnrolmentRow,
  input: InputOf<typeof setCustomaryDay>,
  programme: Programme,
  who: Who,
): EnrolmentRow {
  const told = { on: input.on, toldBy: input.toldBy, notedOn: who.on }
  const stage = programme.stages.find(({ steps }) => steps.some((each) => each.id === input.step))?.id
  const more = { what: 'customary-day' as const, note: `${input.on}. ${input.toldBy}` }
  return {
    ...row,
    customary: { ...row.customary, [input.step]: told },
    version: row.version + 1,
    history: event(row, who, { ...more, ...(stage ? { stage } : {}) }),
  }
}

export function datesAdopted(
  programme: Programme,
  row: EnrolmentRow,
  input: InputOf<typeof adoptDates>,
  who: Who,
): EnrolmentRow {
  const { what, on: decidedOn, by } = input.decision
  const adopted = { ...row.adopted }
  for (const { step, ends } of input.dates) {
    if (ends === null) delete adopted[step]
    else adopted[step] = { ends, what, decidedOn, by, notedOn: who.on }
  }
  const numbers = new Map(
    programme.stages.flatMap(({ steps }) => steps.map(({ id, number }) => [id, number])),
  )
  const dates = input.dates.map(({ step, ends }) => `${numbers.get(step) ?? step}: ${ends ?? '–'}`).join(', ')
  const note = `${what}, ${decidedOn}, ${by}. ${dates}`
  const history = event(row, who, { what: 'dates-adopted', note })
  return { ...row, adopted, version: row.version + 1, history }
}

export function stopped(row: EnrolmentRow, reason: string, who: Who): EnrolmentRow {
  return {
    ...row,
    status: 'stopped',
    endedOn: who.on,
    version: row.version + 1,
    history: event(row, who, { what: 'stopped', note: reason }),
  }
}

/** Another facilitator accompanies the enrolment from now on. */
export function handedOver(row: EnrolmentRow, to: string, note: string, who: Who): EnrolmentRow {
  return {
    ...row,
    facilitator: to,
    version: row.version + 1,
    history: event(row, who, { what: 'handed-over', note }),
  }
}

/** A document goes on proving only what the gate of the same name asks there too. */
export function moved(
  row: EnrolmentRow,
  { from, to, toKey }: { from: Programme; to: Programme; toKey: string },
  reason: string,
  who: Who,
): EnrolmentRow {
  const stages = Object.entries(row.stages).map(([id, { proofs, ...state }]) => {
    const standing = proofsIn(to, from, id, proofs ?? [])
    return [id, standing.length > 0 ? { ...state, proofs: standing } : state] as const
  })
  return {
    ...row,
    programme: toKey,
    stages: Object.fromEntries(stages),
    version: row.version + 1,
    history: event(row, who, { what: 'moved', note: reason }),
  }
}
