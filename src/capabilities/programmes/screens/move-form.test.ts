import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { formDraftId, formDraftKind, leftDrafts } from '../../../platform/browser/local/left-drafts.ts'
import { PlaceView } from '../../../platform/browser/local/view.ts'
import { part } from '../part.ts'
import { moveForm } from './move-form.ts'

const place = '34.71.04.1001'
const draftOf = ({ screen, record }: ReturnType<typeof moveForm>) => ({
  ...{ id: formDraftId(screen, place, record), kind: formDraftKind(screen), place },
})

test('the reason for moving to one version does not stand in the dialog for another', () => {
  const enrolment = newId()
  const ids = ['p2kp@2', 'p2kp@3'].map((programme) => draftOf(moveForm(enrolment, programme)).id)
  expect(new Set(ids).size).toBe(2)
})

test('the move of a programme whose roll was acknowledged is kept while it runs, and goes when it is stopped', () => {
  const id = newId()
  const draft = draftOf(moveForm(id, 'p2kp@2'))
  const left = (status: string) => {
    const view = new PlaceView(place)
    view.takeFromServer([
      { collection: 'volunteers.acknowledgement', id, value: { id } },
      { collection: 'programmes.enrolment', id, value: { id, status } },
    ])
    const known = { view, readable: new Set(['programmes.enrolment']), held: new Set<string>() }
    return leftDrafts([draft], { ...known, now: new Date().toISOString() }, (screen) => part.forms?.[screen])
  }
  expect(left('started')).toEqual([])
  expect(left('stopped')).toEqual([draft.id])
})
