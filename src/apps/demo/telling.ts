// What the stories of several villages have in common: registers, meetings, what was done before Rembug.

import type { Attendee } from '../../capabilities/meetings/attendance.ts'
import { checkIn } from '../../capabilities/meetings/attendance.ts'
import {
  acknowledgeMeetings,
  acknowledgeOnPaper,
  checkPaper,
  closeMeeting,
  inviteToMeeting,
  openMeeting,
  planMeeting,
  recordMeeting,
} from '../../capabilities/meetings/commands.ts'
import { noteObservation } from '../../capabilities/observations/observation.ts'
import { chunkMost, registerMany } from '../../capabilities/people/household.ts'
import type { PersonInput } from '../../capabilities/people/person.ts'
import { addLocalPlaces, type NewLocalPlace } from '../../capabilities/places/local-place.ts'
import { closeFromArchive } from '../../capabilities/programmes/enrolment.ts'
import { checkArchive } from '../../capabilities/programmes/era/archive.ts'
import { rightCheck } from '../../kernel/paper.ts'
import type { Actor } from '../../platform/server/capability.ts'
import { type Register, residentsOf, type Village } from './people.ts'
import { scan } from './pictures.ts'
import type { Story } from './story.ts'

const bare = { number: null, name: null, parent: null, households: null, settlement: null }
export const localPlace = (
  given: Pick<NewLocalPlace, 'id' | 'kind'> & Partial<NewLocalPlace>,
): NewLocalPlace => ({
  ...bare,
  ...given,
})

/** RT under each of the places above them, numbered through. */
export function neighbourhoods(story: Story, above: readonly NewLocalPlace[], each: number): NewLocalPlace[] {
  return above.flatMap((parent, p) =>
    Array.from({ length: each }, (_, i) =>
      localPlace({ id: story.id('rt', p, i), kind: 'rt', number: p * each + i + 1, parent: parent.id }),
    ),
  )
}

/** Puts local places and residents on record. */
export async function settle(
  story: Story,
  who: Actor,
  places: readonly NewLocalPlace[],
  village: Omit<Village, 'place'>,
  offset: number,
): Promise<Register> {
  await story.give(who, addLocalPlaces, { places: [...places] }, offset, '08:30')
  const register = residentsOf({ ...village, place: story.place })
  const { households, persons } = register
  for (let from = 0; from < persons.length; from += chunkMost) {
    const chunk = persons.slice(from, from + chunkMost)
    // A person comes with its household or after it.
    const input = {
      batch: story.id('import'),
      households: from === 0 ? households.slice(0, chunkMost) : [],
      persons: chunk,
    }
    await story.give(who, registerMany, input, offset, '10:00')
  }
  return register
}

export const adultsOf = (register: Register): PersonInput[] =>
  register.persons.filter((person) => (person.birthYear ?? 0) < 2005)

/** Somebody on record, as they sign the attendance list. */
export function attendee(
  story: Story,
  meeting: string,
  person: PersonInput,
  elements: readonly string[],
): Attendee {
  return {
    id: story.id('attendance', meeting, person.id),
    person: person.id,
    name: person.name,
    sex: person.sex,
    poor: person.poor,
    elements: [...elements],
    localPlace: person.localPlace,
    localPlaceText: '',
    walkIn: false,
    checkedInBy: 'name',
  }
}

type Kind = { enrolment: string; kind: string; group?: 'meeting' | 'training'; batch?: number; day?: number }
export type Told = Kind & {
  key: string
  title: string
  placeText: string
  organiser: string
  agenda: readonly string[]
  invitees: readonly string[]
  /** Day and clock. */
  on: number
  start: string
  end: string
}

export function plan(story: Story, told: Told) {
  return {
    meeting: story.id('meeting', told.key),
    enrolment: told.enrolment,
    group: told.group ?? ('meeting' as const),
    kind: told.kind,
    batch: told.batch ?? null,
    day: told.day ?? null,
    title: told.title,
    agenda: [...told.agenda],
    placeText: told.placeText,
    localPlace: null,
    date: story.day(told.on),
    start: told.start,
    end: told.end,
    organiser: told.organiser,
    invitees: [...told.invitees],
    expected: null,
  }
}

export type Minutes = {
  chair: string
  notulis: string
  minutes: string
  option: string | null
  decision?: string
  followUps?: readonly { text: string; responsible: string; due: number }[]
}

export function minutesOf(story: Story, told: Told, said: Minutes) {
  return {
    date: story.day(told.on),
    start: told.start,
    end: told.end,
    chair: said.chair,
    notulis: said.notulis,
    minutes: said.minutes,
    decision:
      said.option === null
        ? null
        : { option: said.option, text: said.decision ?? '', consensus: true, votes: null },
    decisions: (said.followUps ?? []).map(({ text, responsible, due }, i) => ({
      id: story.id('follow-up', told.key, i),
      text,
      responsible,
      due: story.day(due),
    })),
  }
}

/** A meeting from plan to minutes, with names. Gives its id. */
export async function hold(
  story: Story,
  who: Actor,
  told: Told,
  attendees: readonly Attendee[],
  said: Minutes,
  letter: string | null = null,
): Promise<string> {
  const planned = plan(story, told)
  const { meeting } = planned
  await story.give(who, planMeeting, planned, told.on - 7)
  await story.give(
    who,
    inviteToMeeting,
    { meeting, letter, note: 'Undangan diantar ke setiap RT' },
    told.on - 5,
  )
  await story.give(who, openMeeting, { meeting }, told.on, told.start)
  for (let from = 0; from < attendees.length; from += 20)
    await story.give(
      who,
      checkIn,
      { meeting, attendees: attendees.slice(from, from + 20) },
      told.on,
      told.start,
    )
  await story.give(who, closeMeeting, { meeting, ...minutesOf(story, told, said) }, told.on, told.end)
  return meeting
}

/** A meeting noted down afterwards by head-count. Gives its id. */
export async function note(
  story: Story,
  who: Actor,
  told: Told,
  heads: { women: number; men: number; poor: number; elements?: Record<string, number> },
  said: Minutes,
): Promise<string> {
  const planned = plan(story, told)
  const headCount = { elements: {}, ...heads }
  const closing = minutesOf(story, told, said)
  await story.give(who, recordMeeting, { plan: planned, headCount, attendees: [], closing }, told.on, '21:00')
  return planned.meeting
}

export async function acknowledge(
  story: Story,
  head: Actor,
  meetings: readonly string[],
  offset: number,
): Promise<void> {
  await story.give(
    head,
    acknowledgeMeetings,
    { meetings: [...meetings], name: head.name, note: '' },
    offset,
    '11:00',
  )
}

/** Notes what was seen of an outcome that only people can see. */
export async function observe(
  story: Story,
  who: Actor,
  told: {
    enrolment: string
    outcome: string
    seen: string
    quote?: string
    checks?: readonly string[]
    on: number
  },
): Promise<void> {
  const { enrolment, outcome, seen, quote = '', checks = [], on } = told
  const id = story.id('observation', enrolment, outcome, on)
  const input = { id, enrolment, outcome, seen, quote, checks: [...checks], on: story.day(on), photo: null }
  await story.give(who, noteObservation, input, on, '18:00')
}

/** Closes a stage "dari arsip", with a scan of its minutes that another person checks. */
export async function archive(
  story: Story,
  who: Actor,
  checking: Actor,
  stage: { enrolment: string; stage: string; title: string; on: number },
  offset: number,
): Promise<void> {
  const said = ['ARSIP (contoh, bukan dokumen asli)', stage.title, story.place, story.day(stage.on)]
  const file = paperFile(story, `archive-${stage.stage}`, said)
  const input = {
    enrolment: stage.enrolment,
    stage: stage.stage,
    on: story.day(stage.on),
    note: `${stage.title}: dilakukan sebelum memakai Rembug`,
    scan: file.scan,
  }
  await story.give(who, closeFromArchive, input, offset, '14:00')
  await file.keep(who, offset)
  const check = { enrolment: stage.enrolment, stage: stage.stage, ...rightCheck(input) }
  await story.give(checking, checkArchive, check, offset, '15:00')
}

/** A sheet of paper that a command announces, and that is laid down after it. */
export function paperFile(story: Story, name: string, said: readonly string[]) {
  const content = scan(said)
  const { id, bytes, sha256 } = story.file(name, 'application/pdf', content)
  const file = { id, bytes, sha256, mediaType: 'application/pdf' as const }
  return { scan: file, keep: (who: Actor, offset: number) => story.keepFile(who, file, content, offset) }
}

type OnPaper = { meeting: string; title: string; name: string; position: string; on: number }

/** What the village head signed on paper: typed by one, and checked by another where there is one. */
export async function acknowledgeByPaper(
  story: Story,
  { meeting, title, name, position, on }: OnPaper,
  typing: Actor,
  checking?: Actor,
): Promise<void> {
  const { scan, keep } = paperFile(story, `signed-${meeting}`, [
    'LEMBAR PENGETAHUAN (contoh, bukan dokumen asli)',
    ...[title, `${position}: ${name}`, story.day(on)],
  ])
  const paper = { name, position, standing: 'own' as const, on: story.day(on), scan }
  await story.give(typing, acknowledgeOnPaper, { meetings: [meeting], note: '', paper }, on + 1, '10:00')
  await keep(typing, on + 1)
  const right = { meetings: [meeting], ...rightCheck(paper) }
  if (checking) await story.give(checking, checkPaper, right, on + 1, '13:00')
}
