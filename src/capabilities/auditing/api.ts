// Answers about the log: nothing of what its entries say, only where it stands.
import { headIn } from '../../kernel/head.ts'
import { covers, nation } from '../../kernel/place-code.ts'
import { Refused, refuseField } from '../../kernel/refusal.ts'
import { answer, type Services } from '../../platform/server/capability.ts'
import { goneHeads } from '../../platform/server/kept-heads.ts'
import { fault, type Probe, well } from '../../platform/server/running/health.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import { entryAt, newestHead } from '../../platform/server/verify.ts'
import { logAt } from './log.ts'

const dayMs = 86_400_000
const ever = new Date(0)

export const auditingQueries = [
  answer(logAt, async ({ tx, place, input }) => {
    const typed = input.head === undefined ? null : headIn(input.head)
    if (input.head !== undefined && !typed) throw new Refused([refuseField('head', 'auditing.no-head')])
    if (typed && !covers(place, typed.place)) throw new Refused([refuseField('head', 'auditing.elsewhere')])
    const at = typed && (await entryAt(tx, typed))
    return {
      newest: await newestHead(tx, place),
      judged: typed && { ...typed, at },
      gone: await goneHeads(tx, ever),
    }
  }),
]

/** So long a find is told to who watches the server. */
const told = 14 * dayMs

async function lookAtHeads({ db }: Services) {
  const found = await inPlace(db, nation, nobody, (tx) => goneHeads(tx, new Date(Date.now() - told)))
  const [first] = found
  if (!first)
    return well(['Log masih memuat yang disimpan ponsel.', 'The logs still hold what phones have kept.'])
  return fault(
    [
      `Log ${first.place} tidak lagi memuat entri ${first.seq} yang pernah diberikan kepada ponsel.`,
      `The log of ${first.place} no longer holds entry ${first.seq}, which a phone was once given.`,
    ],
    [
      'Seseorang mengubah log di luar Rembug, atau cadangan lama dipasang. Beri tahu auditor; jangan hapus apa pun; cocokkan dengan cadangan: rembug verify --against.',
      'Somebody has changed the log behind Rembug, or put an older backup in its place. Tell the auditor, remove nothing, hold it against a backup: rembug verify --against.',
    ],
    { gone: found.length },
  )
}

export const auditingProbes = (services: Services): Probe[] => [
  { part: 'heads', vital: false, needsDatabase: true, look: () => lookAtHeads(services) },
]
