// What a meeting's programme says about it: found in the same way on the phone and on the server.
import type { View } from '../../kernel/view.ts'
import { type Enrolled, enrolledIn, type Serving } from '../programmes/serving.ts'
import { elementsFor, elementsOf } from './elements.ts'
import { kindOf, questionOf } from './kinds.ts'
import type { MeetingGroup } from './meeting.ts'
import type { Also, Setting } from './plan-rules.ts'

export const enrolmentCollection = 'programmes.enrolment'
export const programmeCollection = 'programmes.programme'

export type About = {
  enrolment: string | null
  group: MeetingGroup
  kind: string | null
  alsoFor?: readonly Serving[] | undefined
}

/** The setting of a meeting of an enrolment; for a general meeting pass null. `also`: the others that it serves. */
export function settingOf(enrolled: Enrolled | null, about: About, also: readonly Also[] = []): Setting {
  const named = elementsOf([enrolled, ...also.map((each) => each.enrolled)].map((each) => each?.programme))
  const elements = new Set(elementsFor({ elements: named }).map((each) => each.id))
  if (!enrolled) return { kind: null, running: false, startedOn: null, elements, also }
  return {
    kind: kindOf(enrolled.programme, about.group, about.kind),
    running: enrolled.row.status === 'started',
    startedOn: enrolled.row.startedOn,
    elements,
    also,
  }
}

/** The other programmes that it serves, each with its question, if its kind there asks one. */
export function alsoOf(about: About, find: (enrolment: string) => Enrolled | null): Also[] {
  return (about.alsoFor ?? []).map((each) => {
    const enrolled = find(each.enrolment)
    return {
      ...each,
      enrolled,
      question: questionOf(enrolled && kindOf(enrolled.programme, about.group, each.kind)),
    }
  })
}

export const settingIn = (view: View, about: About): Setting =>
  settingOf(
    enrolledIn(view, about.enrolment),
    about,
    alsoOf(about, (id) => enrolledIn(view, id)),
  )
