import { expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { whyNotAdoptDates } from './schedule.ts'
import { shippedProgramme } from './shipped.testing.ts'

const today = daysFromToday(0)
const decided = { what: 'BA Rembug 004', on: daysFromToday(-5), by: 'Rembug warga' }
const adopted = { rkm: { ...decided, decidedOn: decided.on, notedOn: today, ends: daysFromToday(20) } }

type Dates = [step: string, ends: string | null, was?: string][]
const codes = (
  dates: Dates,
  more: { on?: string; start?: string; programme?: string; status?: 'completed' } = {},
) =>
  whyNotAdoptDates(
    shippedProgramme(more.programme ?? 'p2kp-2006'),
    { status: more.status ?? 'started', startedOn: more.start ?? daysFromToday(-30), adopted },
    {
      enrolment: newId(),
      decision: { ...decided, on: more.on ?? decided.on },
      dates: dates.map(([step, ends, was]) => ({ step, ends, was: was ?? null })),
    },
    today,
  ).map(({ code, field }) => `${field ?? ''} ${code}`.trim())

test('one decision adopts the dates of several steps in their order', () => {
  expect(
    codes([
      ['rkm', daysFromToday(25), daysFromToday(20)],
      ['volunteer_recruitment', daysFromToday(25)],
      ['basic_training', daysFromToday(40)],
    ]),
  ).toEqual([])
})

test.each<[string, Dates, Parameters<typeof codes>[1], string[]]>([
  [
    'of one step twice',
    [
      ['basic_training', daysFromToday(40)],
      ['basic_training', daysFromToday(41)],
    ],
    {},
    ['dates.1.step programmes.step-twice'],
  ],
  [
    'before the decision',
    [['rkm', daysFromToday(-6), daysFromToday(20)]],
    {},
    ['dates.0.ends programmes.date-before-decision'],
  ],
  [
    'by a decision still to come',
    [['basic_training', daysFromToday(29)]],
    { on: daysFromToday(1) },
    ['decision.on programmes.date-ahead'],
  ],
  [
    'before that of the step it waits for',
    [['volunteer_recruitment', daysFromToday(19)]],
    {},
    ['dates.0.ends programmes.date-before-earlier-step'],
  ],
  [
    'before that of a step of a stage it waits for',
    [['board_choice', daysFromToday(19)]],
    {},
    ['dates.0.ends programmes.date-before-earlier-step'],
  ],
  [
    'after that of a step that waits for it, though two stages lie between',
    [
      ['board_choice', daysFromToday(40)],
      ['rkm', daysFromToday(41), daysFromToday(20)],
    ],
    {},
    ['dates.0.ends programmes.date-before-earlier-step', 'dates.1.ends programmes.date-after-later-step'],
  ],
  [
    'before the programme starts here',
    [['basic_training', daysFromToday(21)]],
    { start: daysFromToday(22) },
    ['dates.0.ends programmes.before-start'],
  ],
  [
    'over what somebody else adopted',
    [['rkm', daysFromToday(30)]],
    {},
    ['dates.0.ends programmes.date-changed-meanwhile'],
  ],
  [
    'of a step that is not there',
    [['harvest', daysFromToday(30)]],
    {},
    ['dates.0.step programmes.no-such-step'],
  ],
  [
    'of what runs throughout',
    [['supervision', daysFromToday(30)]],
    { programme: 'kat-strengthening' },
    ['dates.0.step programmes.step-throughout'],
  ],
  [
    'where nothing runs',
    [['basic_training', daysFromToday(30)]],
    { status: 'completed' },
    ['programmes.enrolment-not-running'],
  ],
])('a date is not adopted %s', (_, dates, more, expected) => {
  expect(codes(dates, more)).toEqual(expected)
})
