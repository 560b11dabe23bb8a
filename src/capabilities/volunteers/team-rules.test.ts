import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { works } from './apply.ts'
import type { Team } from './team.ts'
import * as teamRules from './team-rules.ts'
import { activeIn } from './view.ts'
import { enrolled, me, newcomer, onRoll, row, today, village, villageWith } from './volunteers.testing.ts'

const enrolment = newId()
const said = (refusals: readonly { code: string; field?: string }[]) =>
  refusals.map((each) => `${each.code} ${each.field ?? ''}`.trim())

describe('a team', () => {
  const [a, b, c] = [newcomer({ name: 'A' }), newcomer({ name: 'B' }), newcomer({ name: 'C' })]
  const roll = onRoll(enrolment, [a, b, c])
  const view = villageWith(enrolment, roll)
  const forming = (more: object = {}) => ({
    team: newId(),
    enrolment,
    kind: 'reflection',
    name: 'Tim Refleksi',
    members: [{ volunteer: a.id, duty: 'coordinator' as const }],
    formedOn: addDays(today, -9),
    meeting: null,
    ...more,
  })
  const why = (more: object, at = view) => said(teamRules.whyNotFormTeam(at, forming(more), today))

  test('is of a kind of the programme, with active volunteers of it, each once', () => {
    expect(why({})).toEqual([])
    expect(why({ kind: 'football' })).toEqual(['volunteers.unknown-team kind'])
    expect(why({ members: [{ volunteer: newId(), duty: 'member' }] })).toEqual([
      'volunteers.member-not-on-roll members.0.volunteer',
    ])
    const twice = { volunteer: a.id, duty: 'member' }
    expect(why({ members: [twice, twice] })).toEqual(['volunteers.member-twice members'])
    const gone = works.withdraw(view, { volunteer: a.id, on: today, reason: 'Sibuk' }, me)
    expect(why({}, villageWith(enrolment, [...roll, ...gone]))).toEqual([
      'volunteers.member-withdrawn members.0.volunteer',
    ])
    const stranger = newcomer()
    const elsewhere = villageWith(enrolment, [...roll, ...onRoll(newId(), [stranger])])
    expect(why({ members: [{ volunteer: stranger.id, duty: 'member' }] }, elsewhere)).toEqual([
      'volunteers.member-not-on-roll members.0.volunteer',
    ])
  })

  test('has one coordinator, one secretary and one treasurer at most', () => {
    for (const duty of ['coordinator', 'secretary', 'treasurer'])
      expect(
        why({
          members: [
            { volunteer: a.id, duty },
            { volunteer: b.id, duty },
          ],
        }),
      ).toEqual([`volunteers.one-${duty} members`])
  })

  test('has a name of its own among its kind, and was formed by a meeting that there is', () => {
    const first = works.formTeam(view, forming())
    const at = villageWith(enrolment, [...roll, ...first])
    expect(why({ name: 'tim  refleksi' }, at)).toEqual(['volunteers.team-name-taken name'])
    expect(why({ name: 'tim refleksi', kind: 'mapping' }, at)).toEqual([])
    expect(why({ meeting: newId() })).toEqual(['volunteers.no-such-meeting meeting'])
  })

  test('is changed on its own version, and no more once it is dissolved', () => {
    const team = works.formTeam(view, forming())[0]?.value as Team
    const at = villageWith(enrolment, [...roll, row('volunteers.team', team)])
    const input = {
      team: team.id,
      basedOn: 1,
      changes: { members: [{ volunteer: c.id, duty: 'member' as const }] },
    }
    expect(teamRules.whyNotChangeTeam(at, team, input, today)).toEqual([])
    expect(said(teamRules.whyNotChangeTeam(at, { ...team, version: 2 }, input, today))).toEqual([
      'volunteers.changed-meanwhile changes.members',
    ])
    const over = works.dissolveTeam(at, { team: team.id, on: today, reason: 'Selesai' }, me)[0]?.value as Team
    expect(said(teamRules.whyNotChangeTeam(at, over, { ...input, basedOn: 2 }, today))).toEqual([
      'volunteers.team-dissolved team',
    ])
    expect(said(teamRules.whyNotDissolve(over, { team: team.id, on: today, reason: 'x' }, today))).toEqual([
      'volunteers.team-dissolved team',
    ])
  })

  test('has only active volunteers left, whoever steps back', () => {
    const team = works.formTeam(
      view,
      forming({ members: [a, b, c].map(({ id }) => ({ volunteer: id, duty: 'member' })) }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray([a.id, b.id, c.id]), (leaving) => {
        let rows = [...enrolled(enrolment), ...roll, ...team]
        for (const volunteer of leaving)
          rows = [
            ...rows,
            ...works.withdraw(viewOf(village, rows), { volunteer, on: today, reason: 'Sibuk' }, me),
          ]
        const after = viewOf(village, rows)
        const left = after
          .all<Team>('volunteers.team')[0]
          ?.members.map((each) => each.volunteer)
          .sort()
        expect(left).toEqual(
          activeIn(after, enrolment)
            .map((each) => each.id)
            .sort(),
        )
      }),
    )
  })
})
