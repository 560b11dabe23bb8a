// What a command of programmes does to the local copy before the server has answered.
import type { Envelope } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import { unknownHand } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import * as change from './changes.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import * as archived from './era/changes.ts'
import * as proof from './proof/changes.ts'

const collection = 'programmes.enrolment'
/** On the phone the doer is whoever holds it; the server's row brings the name. */
const meOn = (envelope: Envelope<unknown>): change.Who => ({
  account: '',
  name: '',
  on: today(zoneOf(envelope.place), new Date(envelope.at)),
})

type Changing = (row: EnrolmentRow, programme: Programme, envelope: Envelope<never>) => EnrolmentRow

function changing(make: Changing) {
  return (view: View, envelope: Envelope<never>): Change[] => {
    const { enrolment } = envelope.input as { enrolment: string }
    const row = view.get<EnrolmentRow>(collection, enrolment)
    const programme = row && view.get<Programme>('programmes.programme', row.programme)
    if (!row || !programme) return []
    return [{ collection, id: row.id, value: make(row, programme, envelope) }]
  }
}

export const programmesApplies = {
  'programmes.enrol': (_view: View, envelope: Envelope<never>): Change[] => {
    const row = change.enrolled(envelope.input, meOn(envelope), false)
    return [{ collection, id: row.id, value: row }]
  },
  'programmes.start': changing((row, _, envelope) =>
    change.started(row, (envelope.input as { on: string }).on, meOn(envelope)),
  ),
  'programmes.sign': changing((row, programme, envelope) =>
    change.withSignature(programme, row, envelope.input, meOn(envelope)),
  ),
  'programmes.sign-on-paper': changing((row, programme, envelope) =>
    change.withPaperSignature(programme, row, envelope.input, unknownHand, meOn(envelope)),
  ),
  'programmes.check-signature': changing((row, programme, envelope) =>
    change.withCheckedSignature(programme, row, envelope.input, unknownHand, meOn(envelope)),
  ),
  'programmes.record-refusal': changing((row, _, envelope) =>
    change.refusedByCommunity(row, envelope.input, meOn(envelope)),
  ),
  'programmes.close-from-archive': changing((row, _, envelope) =>
    archived.archiveTyped(row, envelope.input, unknownHand, meOn(envelope)),
  ),
  'programmes.check-archive': changing((row, programme, envelope) =>
    archived.withCheckedArchive(programme, row, envelope.input, unknownHand, meOn(envelope)),
  ),
  'programmes.prove-gates': changing((row, _, envelope) =>
    proof.gatesProved(row, envelope.input, unknownHand, meOn(envelope)),
  ),
  'programmes.check-proof': changing((row, _, envelope) =>
    proof.proofChecked(row, envelope.input, unknownHand, meOn(envelope)),
  ),
  'programmes.reopen': changing((row, programme, envelope) =>
    change.reopened(programme, row, envelope.input, meOn(envelope)),
  ),
  'programmes.note-step': changing((row, _, envelope) => change.stepNoted(row, envelope.input)),
  'programmes.set-number': changing((row, _, envelope) =>
    change.numberSet(row, envelope.input, meOn(envelope)),
  ),
  'programmes.set-category': changing((row, _, envelope) =>
    change.categorySet(row, envelope.input, meOn(envelope)),
  ),
  'programmes.set-customary-day': changing((row, programme, envelope) =>
    change.customaryDaySet(row, envelope.input, programme, meOn(envelope)),
  ),
  'programmes.adopt-dates': changing((row, programme, envelope) =>
    change.datesAdopted(programme, row, envelope.input, meOn(envelope)),
  ),
  'programmes.stop': changing((row, _, envelope) =>
    change.stopped(row, (envelope.input as { reason: string }).reason, meOn(envelope)),
  ),
}
