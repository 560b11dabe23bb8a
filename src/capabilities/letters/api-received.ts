// The handlers of what came in: letters of others with their dispositions, and documents that decide.
import { handOf } from '../../kernel/paper.ts'
import { reasons, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { type CommandWork, handle } from '../../platform/server/capability.ts'
import { expectScan, whyNotSeen } from '../../platform/server/files.ts'
import { factsToldOf, programmeOf } from '../programmes/door.ts'
import {
  checkedDocument,
  disposedRow,
  documentRow,
  finishedRow,
  incomingRow,
  struckRow,
} from './apply-received.ts'
import {
  checkDocument,
  type DecisionDocument,
  documentCollection,
  registerDocument,
  strike,
} from './document.ts'
import {
  dispose,
  finishDisposition,
  type Incoming,
  incomingCollection,
  registerIncoming,
} from './incoming.ts'
import {
  documentsSince,
  keepsDocuments,
  whyNotCheckDocument,
  whyNotDispose,
  whyNotFinish,
  whyNotRegisterDocument,
  whyNotRegisterIncoming,
  whyNotStrike,
} from './rules-received.ts'
import { letterStore } from './store.ts'
import { documentStore, incomingStore } from './store-received.ts'
import { tell } from './telling.ts'

type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

const incomingAt = ({ tx, district, place }: Work) => incomingStore(tx, district, place)
const documentsAt = ({ tx, district, place }: Work) => documentStore(tx, district, place)
const by = ({ actor, now }: Work) => ({ account: actor.account, now })

async function keepIncoming(work: Work, row: Incoming): Promise<void> {
  await incomingAt(work).change(row)
  work.changes.touch(incomingCollection, row.id)
  await tell(work, row.enrolment)
}

async function keepDocument(work: Work, row: DecisionDocument): Promise<void> {
  await documentsAt(work).change(row)
  work.changes.touch(documentCollection, row.id)
  await tell(work, row.enrolment)
}

const find = async (work: Work, id: string | null) =>
  id ? (await incomingAt(work).read([id]))[0] : undefined

export const receivedCommands = [
  handle(registerIncoming, async ({ input, ...work }) => {
    const letters = letterStore(work.tx, work.district, work.place)
    const answered = input.answers ? await letters.find(input.answers) : undefined
    const known = input.enrolment === null || (await programmeOf(work, input.enrolment))
    refuseIfAny([
      ...whyNotRegisterIncoming(input, answered, work.today),
      ...reasons(!known && refuseField('enrolment', 'letters.enrolment-not-running')),
    ])
    // What answers a letter of a programme belongs to the programme, whoever forgot to say so.
    const told = { ...input, enrolment: answered?.enrolment ?? input.enrolment }
    const agenda = await incomingAt(work).nextAgenda(Number(input.receivedOn.slice(0, 4)))
    await expectScan(work, { collection: incomingCollection, id: input.id }, input.scan)
    await incomingAt(work).add(incomingRow(told, agenda), by(work))
    work.changes.touch(incomingCollection, input.id)
    await tell(work, told.enrolment)
    return { agenda }
  }),
  handle(dispose, async ({ input, ...work }) => {
    const row = await find(work, input.incoming)
    refuseIfAny(whyNotDispose(row, input, work.today))
    await keepIncoming(work, disposedRow(row as Incoming, input, work.actor.name))
  }),
  handle(finishDisposition, async ({ input, ...work }) => {
    const row = await find(work, input.incoming)
    refuseIfAny(whyNotFinish(row, input, work.today, work.roles))
    await keepIncoming(work, finishedRow(row as Incoming, input))
  }),
  handle(registerDocument, async ({ input, ...work }) => {
    const enrolled = await programmeOf(work, input.enrolment)
    const programme = keepsDocuments(enrolled?.row) ? enrolled?.programme : undefined
    const incoming = await find(work, input.incoming)
    const facts = await factsToldOf(work, input.enrolment)
    const since = documentsSince(enrolled?.row)
    const about = { programme, since, facts, incoming, today: work.today }
    refuseIfAny(whyNotRegisterDocument(input, about))
    await expectScan(work, { collection: documentCollection, id: input.id }, input.scan)
    await documentsAt(work).add(documentRow(input, handOf(work)), by(work))
    work.changes.touch(documentCollection, input.id)
    await tell(work, input.enrolment)
  }),
  handle(checkDocument, async ({ input, ...work }) => {
    const [row] = await documentsAt(work).read([input.document])
    refuseIfAny(await whyNotSeen(work, input, whyNotCheckDocument(row, input, handOf(work))))
    await keepDocument(work, checkedDocument(row as DecisionDocument, input, handOf(work), work.today))
  }),
  handle(strike, async ({ input, ...work }) => {
    if (input.of === 'incoming') {
      const row = await find(work, input.id)
      refuseIfAny(whyNotStrike(row, input, work.today))
      return keepIncoming(work, struckRow(row as Incoming, input)).then(() => undefined)
    }
    const [row] = await documentsAt(work).read([input.id])
    refuseIfAny(whyNotStrike(row, input, work.today))
    return keepDocument(work, struckRow(row as DecisionDocument, input)).then(() => undefined)
  }),
]
