// Which agreed points stand at the foot of a profile.
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { viewOf } from '../../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { idealOf } from './ideal-rules.ts'

test('the decisions of closed discussions of the ideal condition that this programme counts', () => {
  const enrolment = newId()
  const meeting = (given: object) => {
    const id = newId()
    const row = {
      id,
      enrolment,
      kind: 'ideal_condition',
      group: 'workshop',
      state: 'closed',
      date: '2019-01-02',
      alsoFor: [],
      decisions: [{ number: 1, text: id }],
      ...given,
    }
    return { collection: meetingCollection, id, value: row as unknown as Meeting }
  }
  const [one, later] = [meeting({}), meeting({ date: '2019-02-01' })]
  const others = [
    meeting({ state: 'open' }),
    meeting({ kind: 'thematic' }),
    meeting({ group: 'meeting' }),
    meeting({ enrolment: newId() }),
  ]
  const view = viewOf('34.71.04.1002', [later, ...others, one])
  expect(idealOf(view, enrolment).map(({ text }) => text)).toEqual([one.id, later.id])
})
