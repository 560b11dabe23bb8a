// The commands of the face of workshops, on the server: rules, then store, then feed and facts.
import { Refused, refuse, refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { namesAtVillage } from '../people/door.ts'
import { localPlacesOf } from '../places/door.ts'
import { localCollection } from '../places/local-place.ts'
import { works } from './apply.ts'
import { aspirationCollection, noteAspiration, withdrawAspiration } from './aspiration.ts'
import { whyNotNoteAspiration } from './aspiration-rules.ts'
import * as rules from './rules.ts'
import * as session from './session.ts'
import { aspirationStore, noteStore, themeStore } from './store.ts'
import { enrolmentRows, keep, rowsOf, stampOf, tellOf, viewAt, workshopRows } from './work.ts'

const missing = (field: string) => new Refused([refuse('workshops.no-such-line', {}, field)])

export const workshopsCommands = [
  handle(session.setRoute, async (work) => {
    const view = viewAt(work, await workshopRows(work, work.input.meeting))
    refuseIfAny(rules.whyNotSetRoute(view, work.input))
    await keep(work, view, works.setRoute(view, work.input))
  }),
  handle(session.noteAnswer, async (work) => {
    const view = viewAt(work, await workshopRows(work, work.input.meeting))
    refuseIfAny(rules.whyNotNote(view, work.input))
    await keep(work, view, works.noteAnswer(view, work.input, stampOf(work)))
  }),
  handle(session.withdrawNote, async (work) => {
    const [note] = await noteStore(work).many([work.input.answer])
    refuseIfAny(rules.whyNotWithdraw(note, 'answer'))
    const view = viewAt(work, rowsOf(session.noteCollection, note ? [note] : []))
    await keep(work, view, works.withdrawNote(view, work.input, stampOf(work)))
  }),
  handle(session.agreeTheme, async (work) => {
    const { input } = work
    const about = input.meeting === null ? [] : await workshopRows(work, input.meeting)
    const view = viewAt(work, [...(await enrolmentRows(work, input.enrolment)), ...about])
    refuseIfAny(rules.whyNotAgreeTheme(view, input))
    await keep(work, view, works.agreeTheme(view, input, stampOf(work)))
  }),
  handle(session.dropTheme, async (work) => {
    const [theme] = await themeStore(work).many([work.input.theme])
    if (!theme) throw missing('theme')
    const view = viewAt(work, await enrolmentRows(work, theme.enrolment))
    refuseIfAny(rules.whyNotDropTheme(view, work.input))
    await keep(work, view, works.dropTheme(view, work.input, stampOf(work)))
  }),
  handle(session.discussTheme, async (work) => {
    const { input } = work
    const themes = rowsOf(session.themeCollection, await themeStore(work).many([input.theme]))
    const view = viewAt(work, [...(await workshopRows(work, input.meeting)), ...themes])
    refuseIfAny(rules.whyNotDiscuss(view, input))
    await keep(work, view, works.discussTheme(view, input))
    await tellOf(work, view, input.meeting)
  }),
  handle(noteAspiration, async (work) => {
    const { input } = work
    const themes = input.theme === null ? [] : await themeStore(work).many([input.theme])
    const places = input.localPlace === null ? [] : (await localPlacesOf(work)).values()
    const view = viewAt(work, [
      ...(await workshopRows(work, input.meeting)),
      ...rowsOf(aspirationCollection, await aspirationStore(work).ofMeeting(input.meeting)),
      ...rowsOf(session.themeCollection, themes),
      ...rowsOf(localCollection, places),
    ])
    refuseIfAny(whyNotNoteAspiration(view, input, await namesAtVillage(work)))
    await keep(work, view, works.noteAspiration(view, input, stampOf(work)))
    await tellOf(work, view, input.meeting)
  }),
  handle(withdrawAspiration, async (work) => {
    const [found] = await aspirationStore(work).many([work.input.aspiration])
    refuseIfAny(rules.whyNotWithdraw(found, 'aspiration'))
    const about = found ? await workshopRows(work, found.meeting) : []
    const view = viewAt(work, [...about, ...rowsOf(aspirationCollection, found ? [found] : [])])
    await keep(work, view, works.withdrawAspiration(view, work.input, stampOf(work)))
    await tellOf(work, view, found?.meeting ?? '')
  }),
]
