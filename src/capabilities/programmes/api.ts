// What the server does with the commands of programmes: the same rules as the phone, then the store.
import { handOf, wordsAt } from '../../kernel/paper.ts'
import { withAncestors } from '../../kernel/place-code.ts'
import { Refused, refuse, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { handle, handlePrepared } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { expectScan, whyNotSeen } from '../../platform/server/files.ts'
import { isNoVillage } from '../places/door.ts'
import * as change from './changes.ts'
import { type Programme, type Stage, stageOf } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import * as commands from './enrolment.ts'
import {
  whyNotAgain,
  whyNotMove,
  whyNotNoted,
  whyNotNoteStep,
  whyNotStart,
  whyNotStop,
} from './enrolment-rules.ts'
import { checkArchive } from './era/archive.ts'
import { whyNotCheckArchive } from './era/archive-rules.ts'
import * as archived from './era/changes.ts'
import { isOver, whyNotAfterEra } from './era/era.ts'
import { setNumber, whyNotSetNumber } from './number.ts'
import { ownFacts } from './progress.ts'
import { withoutAbsentFiles } from './proof/absent-files.ts'
import * as proof from './proof/changes.ts'
import { checkProof, proveGates, whyNotCheckProof, whyNotProve } from './proof/proof.ts'
import { definitionRead } from './reading/importing.ts'
import * as rules from './rules.ts'
import { adoptDates, whyNotAdoptDates } from './schedule.ts'
import { whyNotCheckSignature, whyNotSignOnPaper } from './signing/rules.ts'
import { checkSignature, signOnPaper } from './signing/signing.ts'
import { setCategory, setCustomaryDay, whyNotSetCategory, whyNotSetCustomaryDay } from './site.ts'
import { definitionKey, definitionStore, enrolmentStore, replacing } from './store.ts'

type Work = {
  tx: Tx
  district: string
  place: string
  today: string
  actor: { account: string; name: string }
}

const who = ({ actor, today }: Work): change.Who => ({ account: actor.account, name: actor.name, on: today })
const collection = 'programmes.enrolment'

async function load(work: Work, id: string): Promise<{ row: EnrolmentRow; programme: Programme }> {
  const row = await enrolmentStore(work.tx, work.district, work.place).find(id)
  if (!row) throw new Refused([refuseField('enrolment', 'programmes.no-such-enrolment')])
  const programme = await definitionStore(work.tx).body(row.programme)
  if (!programme) throw new Error(`definition ${row.programme} is gone`)
  return { row, programme }
}

function stageIn(programme: Programme, id: string): Stage {
  const stage = stageOf(programme, id)
  if (!stage) throw new Refused([refuseField('stage', 'programmes.no-such-stage', { stage: id })])
  return stage
}

async function factsOf(work: Work, programme: Programme, row: EnrolmentRow) {
  const given = await enrolmentStore(work.tx, work.district, work.place).facts(row.id)
  return { ...(await withoutAbsentFiles(work, given)), ...ownFacts(programme, row) }
}

/** The enrolments of a village besides this one, and which definitions are one of this programme. */
async function besides(work: Work, programme: string, own?: string) {
  const others = (await enrolmentStore(work.tx, work.district, work.place).all()).filter(
    ({ id }) => id !== own,
  )
  const bodies = await definitionStore(work.tx).bodies(others.map((row) => row.programme))
  return { others, same: (key: string) => bodies.get(key)?.id === programme }
}

const enrolment = [
  handle(commands.enrol, async (work) => {
    const { input, tx, district, place, today, roles, changes } = work
    if (await isNoVillage(tx, place))
      throw new Refused([refuse('programmes.no-such-village', { code: place })])
    const store = enrolmentStore(tx, district, place)
    const definition = await definitionStore(tx).find(input.programme)
    if (!definition || !withAncestors(place).includes(definition.place))
      throw new Refused([refuseField('programme', 'programmes.no-such-programme')])
    const successors = replacing(await definitionStore(tx).holdingAt(withAncestors(place)), definition.id)
    const { others, same } = await besides(work, definition.id)
    refuseIfAny([
      ...whyNotAgain(others, input.programme, same, input),
      ...rules.whyNotEnrol(definition.body, input),
      ...whyNotAfterEra(definition.body.era, input, today),
      ...rules.whyNotReplaced(successors.map(({ title }) => title)),
      ...(input.startOn && input.startOn > today
        ? [refuseField('startOn', 'programmes.start-ahead', { on: input.startOn })]
        : []),
    ])
    // The tick says something only where the era is over; an older app never asked.
    const afterEra = input.afterEra && isOver(definition.body.era, today)
    const row = change.enrolled({ ...input, afterEra }, who(work), roles.includes('facilitator'))
    await store.add(row, work.actor.account, work.now)
    changes.touch(collection, row.id)
    changes.touch('programmes.programme', input.programme)
  }),
  handle(commands.start, async (work) => {
    const { row } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotStart(row, work.input.on, work.today))
    await save(work, change.started(row, work.input.on, who(work)))
  }),
  handle(commands.noteStep, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotNoteStep(programme, row, work.input.step, work.input, work.today))
    await save(work, change.stepNoted(row, work.input))
  }),
  handle(setNumber, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotSetNumber(programme, row, work.input, work.roles))
    await save(work, change.numberSet(row, work.input, who(work)))
  }),
  handle(setCategory, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotSetCategory(programme, row, work.input))
    await save(work, change.categorySet(row, work.input, who(work)))
  }),
  handle(setCustomaryDay, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotSetCustomaryDay(programme, row, work.input))
    await save(work, change.customaryDaySet(row, work.input, programme, who(work)))
  }),
  handle(adoptDates, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotAdoptDates(programme, row, work.input, work.today))
    await save(work, change.datesAdopted(programme, row, work.input, who(work)))
  }),
  handle(commands.move, async (work) => {
    const { row, programme: from } = await load(work, work.input.enrolment)
    const to = await definitionStore(work.tx).find(work.input.programme)
    if (!to || !withAncestors(work.place).includes(to.place))
      throw new Refused([refuseField('programme', 'programmes.no-such-programme')])
    const { others, same } = await besides(work, to.id, row.id)
    refuseIfAny(whyNotMove(row, { from, to: to.body, toKey: to.key, others }, same))
    await save(work, change.moved(row, { from, to: to.body, toKey: to.key }, work.input.reason, who(work)))
    work.changes.touch('programmes.programme', to.key)
  }),
  handle(commands.stop, async (work) => {
    const { row } = await load(work, work.input.enrolment)
    refuseIfAny(whyNotStop(row))
    await save(work, change.stopped(row, work.input.reason, who(work)))
  }),
]

async function save(
  work: Work & { changes: { touch(collection: string, id: string): void } },
  row: EnrolmentRow,
): Promise<void> {
  refuseIfAny(whyNotNoted(row.history))
  await enrolmentStore(work.tx, work.district, work.place).save(row)
  work.changes.touch(collection, row.id)
}

const closing = [
  handle(commands.sign, async (work) => {
    const { input } = work
    const { row, programme } = await load(work, input.enrolment)
    const stage = stageIn(programme, input.stage)
    const facts = await factsOf(work, programme, row)
    refuseIfAny(
      rules.whyNotSign(programme, stage, facts, row, {
        ...{ as: input.as, roles: work.roles, account: work.actor.account },
        words: wordsAt(work.actor.holdings, work.place),
      }),
    )
    const next = change.withSignature(programme, row, input, who(work), handOf(work))
    await save(work, next)
    return { stage: next.stages[input.stage]?.status ?? 'open', enrolment: next.status }
  }),
  handle(signOnPaper, async (work) => {
    const { input, today } = work
    const { row, programme } = await load(work, input.enrolment)
    const stage = stageIn(programme, input.stage)
    const facts = await factsOf(work, programme, row)
    refuseIfAny(
      whyNotSignOnPaper(programme, stage, facts, row, { ...input, today, account: work.actor.account }),
    )
    await expectScan(work, { collection, id: row.id }, input.paper.scan)
    await save(work, change.withPaperSignature(programme, row, input, handOf(work), who(work)))
  }),
  handle(checkSignature, async (work) => {
    const { input } = work
    const { row, programme } = await load(work, input.enrolment)
    const stage = stageIn(programme, input.stage)
    const facts = await factsOf(work, programme, row)
    const hand = handOf(work)
    refuseIfAny(
      await whyNotSeen(work, input, whyNotCheckSignature(programme, stage, facts, row, { ...input, hand })),
    )
    const next = change.withCheckedSignature(programme, row, input, hand, who(work))
    await save(work, next)
    return { stage: next.stages[input.stage]?.status ?? 'open', enrolment: next.status }
  }),
  handle(commands.recordRefusal, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    const stage = stageIn(programme, work.input.stage)
    refuseIfAny(rules.whyNotRefuse(programme, stage, await factsOf(work, programme, row), row))
    await save(work, change.refusedByCommunity(row, work.input, who(work)))
  }),
  handle(commands.closeFromArchive, async (work) => {
    const { input, today } = work
    const { row, programme } = await load(work, input.enrolment)
    const stage = stageIn(programme, input.stage)
    const scan = input.scan?.id ?? null
    const closing = { on: input.on, scan, note: input.note, enrolledOn: commands.enrolledOn(row) }
    const facts = await factsOf(work, programme, row)
    refuseIfAny(rules.whyNotCloseFromArchive(programme, stage, facts, closing, row, today))
    await expectScan(work, { collection, id: row.id }, input.scan, 'archive')
    await save(work, archived.archiveTyped(row, input, handOf(work), who(work)))
  }),
  handle(checkArchive, async (work) => {
    const { input, today } = work
    const { row, programme } = await load(work, input.enrolment)
    const stage = stageIn(programme, input.stage)
    const hand = handOf(work)
    const check = { ...input, hand, enrolledOn: commands.enrolledOn(row), today }
    refuseIfAny(
      await whyNotSeen(
        work,
        input,
        whyNotCheckArchive(programme, stage, await factsOf(work, programme, row), row, check),
      ),
    )
    const next = archived.withCheckedArchive(programme, row, input, hand, who(work))
    await save(work, next)
    return { stage: next.stages[input.stage]?.status ?? 'open', enrolment: next.status }
  }),
  handle(proveGates, async (work) => {
    const { input, today } = work
    const { row, programme } = await load(work, input.enrolment)
    const stage = stageIn(programme, input.stage)
    refuseIfAny(whyNotProve(programme, stage, await factsOf(work, programme, row), row, input, today))
    await expectScan(work, { collection, id: row.id }, input.sheet.scan)
    await save(work, proof.gatesProved(row, input, handOf(work), who(work)))
  }),
  handle(checkProof, async (work) => {
    const { input } = work
    const { row } = await load(work, input.enrolment)
    const hand = handOf(work)
    const against = whyNotCheckProof(row.stages[input.stage], { ...input, hand })
    refuseIfAny(await whyNotSeen(work, input, against))
    await save(work, proof.proofChecked(row, input, hand, who(work)))
  }),
  handle(commands.reopen, async (work) => {
    const { row, programme } = await load(work, work.input.enrolment)
    const stage = stageIn(programme, work.input.stage)
    refuseIfAny(rules.whyNotReopen(programme, stage, work.input.reason, row))
    await save(work, change.reopened(programme, row, work.input, who(work)))
  }),
]

const importing = handlePrepared(commands.importDefinition, definitionRead, async (work) => {
  const { input, place, tx, actor, now, answerFor, prepared: programme } = work
  const { checkedOn: on } = programme
  refuseIfAny(on > work.today ? [refuseField('text', 'programmes.checked-ahead', { on })] : [])
  const outcome = await definitionStore(tx).add(programme, place, input.text, actor.account, now)
  refuseIfAny(
    outcome === 'differs'
      ? [refuseField('text', 'programmes.version-taken', { id: programme.id, version: programme.version })]
      : [],
  )
  work.changes.keep('programmes.programme', definitionKey(programme.id, programme.version, place))
  // What it replaces or is a version of is another's to take up from now on.
  await answerFor(await definitionStore(tx).keysOf([programme.id, ...(programme.replaces ?? [])], place))
  return { id: programme.id, version: programme.version }
})

export const programmesCommands = [...enrolment, ...closing, importing]
