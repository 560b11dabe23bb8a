// A definition that somebody brings: read in a thread of its own, before anything is held up.
import type * as z from 'zod/mini'
import { Refused, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { CommandPreparing } from '../../../platform/server/capability.ts'
import { away } from '../../../platform/server/running/away.ts'
import type { Programme } from '../definition.ts'
import type { importDefinition } from '../enrolment.ts'
import { type Fault, faultLine, type Reading } from './load.ts'

type Asked = z.infer<typeof importDefinition.input>

const script = new URL('./read.worker.ts', import.meta.url)
/** Nobody mends more in one sitting. */
const faultsMost = 100

function refusalOf(fault: Fault) {
  const said = { reasonId: faultLine(fault, 'id'), reasonEn: faultLine(fault, 'en') }
  return refuse('programmes.bad-definition', said, 'text')
}

export const definitionRead: CommandPreparing<Asked, Programme> = async ({ input, actor }) => {
  const { text, file } = input
  const reading = await away<Reading>(actor.account, script, { text, file })
  if (!reading) throw new Refused([refuseField('text', 'programmes.definition-too-heavy')])
  if (!reading.programme) throw new Refused(reading.faults.slice(0, faultsMost).map(refusalOf))
  return reading.programme
}
