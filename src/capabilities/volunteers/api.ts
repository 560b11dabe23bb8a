// The commands of volunteers, on the server: rules, then store, then feed and facts.
import { dayWithin } from '../../kernel/day.ts'
import { handOf, whyNotCheck } from '../../kernel/paper.ts'
import { Refused, refuse, refuseIfAny } from '../../kernel/refusal.ts'
import { viewOf } from '../../kernel/view.ts'
import { answer, handle } from '../../platform/server/capability.ts'
import { expectScan, whyNotSeen } from '../../platform/server/files.ts'
import { meetingById } from '../meetings/door.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import { works } from './apply.ts'
import { type Certificate, certificateCollection, issueCertificates } from './certificate.ts'
import { acknowledgementCollection, acknowledgeRoll, acknowledgeRollOnPaper, checkRollPaper } from './roll.ts'
import { whyNotAcknowledge, whyNotAcknowledgeOnPaper } from './roll-rules.ts'
import * as rules from './rules.ts'
import { certificateStore, teamStore, volunteerStore } from './store.ts'
import { changeTeam, dissolveTeam, formTeam, type Team } from './team.ts'
import * as teamRules from './team-rules.ts'
import { handsOnRoll, rollIn, rollSince, uncheckedIn } from './view.ts'
import {
  changeVolunteer,
  registerVolunteers,
  serveAlso,
  type Volunteer,
  volunteerPhone,
  withdrawVolunteer,
} from './volunteer.ts'
import {
  doerOf,
  saveAll,
  settle,
  teamAt,
  trainingRows,
  type Village,
  villageAt,
  volunteerAt,
  type Work,
} from './work.ts'

/** With the meeting that is said to have formed a team. */
async function withMeeting(work: Work, village: Village, id: string | null | undefined): Promise<Village> {
  const meeting = id ? await meetingById(work, id) : undefined
  if (!meeting) return village
  const rows = [...village.rows, { collection: meetingCollection, id: meeting.id, value: meeting }]
  return { rows, view: viewOf(work.place, rows) }
}

/** With the days of training, who came to them, and the certificates that were given. */
async function withTrainings(work: Work, village: Village, enrolment: string): Promise<Village> {
  const roll = rollIn(village.view, enrolment).map((each) => each.id)
  const given = await certificateStore(work).ofVolunteers(roll)
  const rows = [
    ...village.rows,
    ...(await trainingRows(work, enrolment)),
    ...given.map((value) => ({ collection: certificateCollection, id: value.id, value })),
  ]
  return { rows, view: viewOf(work.place, rows) }
}

export const volunteersCommands = [
  handle(registerVolunteers, async (work) => {
    const { input } = work
    const persons = input.volunteers.map((each) => each.person)
    const served = enrolmentsOf(input)
    const village = await villageAt(work, served, persons)
    refuseIfAny(rules.whyNotRegister(village.view, input, work.today))
    const changes = works.register(village.view, input, doerOf(work))
    const phones = new Map(input.volunteers.map((each) => [each.id, each.phone]))
    await volunteerStore(work).add(
      changes.map((change) => change.value as Volunteer),
      phones,
    )
    await settle(work, village, served, changes)
  }),
  handle(changeVolunteer, async (work) => {
    const { input } = work
    const volunteer = await volunteerAt(work, input.volunteer)
    const village = await villageAt(work, enrolmentsOf(volunteer), [input.changes.person ?? null])
    refuseIfAny(rules.whyNotChange(village.view, volunteer, input))
    const changes = works.change(village.view, input, doerOf(work))
    await saveAll(work, changes, input.changes.phone)
    await settle(work, village, enrolmentsOf(volunteer), changes)
  }),
  handle(serveAlso, async (work) => {
    const { input } = work
    const volunteers: Volunteer[] = []
    for (const id of input.volunteers) volunteers.push(await volunteerAt(work, id))
    const served = [...volunteers.flatMap(enrolmentsOf), ...input.alsoFor.map((each) => each.enrolment)]
    const persons = volunteers.map((each) => each.person)
    const village = await villageAt(work, served, persons)
    refuseIfAny(rules.whyNotServeAlso(village.view, volunteers, input))
    const changes = works.serve(village.view, input)
    await saveAll(work, changes)
    await settle(work, village, served, changes)
  }),
  handle(withdrawVolunteer, async (work) => {
    const { input } = work
    const volunteer = await volunteerAt(work, input.volunteer)
    refuseIfAny(rules.whyNotWithdraw(volunteer, input, work.today))
    const village = await villageAt(work, enrolmentsOf(volunteer))
    const changes = works.withdraw(village.view, input, doerOf(work))
    await saveAll(work, changes)
    await settle(work, village, enrolmentsOf(volunteer), changes)
  }),
  handle(formTeam, async (work) => {
    const { input } = work
    const village = await withMeeting(work, await villageAt(work, [input.enrolment]), input.meeting)
    refuseIfAny(teamRules.whyNotFormTeam(village.view, input, work.today))
    const changes = works.formTeam(village.view, input)
    await teamStore(work).add(changes[0]?.value as Team)
    await settle(work, village, [input.enrolment], changes)
  }),
  handle(changeTeam, async (work) => {
    const { input } = work
    const team = await teamAt(work, input.team)
    const meeting = input.changes.meeting === undefined ? team.meeting : input.changes.meeting
    const village = await withMeeting(work, await villageAt(work, [team.enrolment]), meeting)
    refuseIfAny(teamRules.whyNotChangeTeam(village.view, team, input, work.today))
    const changes = works.changeTeam(village.view, input, doerOf(work))
    await saveAll(work, changes)
    await settle(work, village, [team.enrolment], changes)
  }),
  handle(dissolveTeam, async (work) => {
    const { input } = work
    const team = await teamAt(work, input.team)
    refuseIfAny(teamRules.whyNotDissolve(team, input, work.today))
    const village = await villageAt(work, [team.enrolment])
    const changes = works.dissolveTeam(village.view, input, doerOf(work))
    await saveAll(work, changes)
    await settle(work, village, [team.enrolment], changes)
  }),
  handle(acknowledgeRoll, async (work) => {
    const { input } = work
    const village = await villageAt(work, [input.enrolment])
    refuseIfAny(whyNotAcknowledge(village.view, input))
    const doer = doerOf(work)
    // A clock may be wrong: nobody signs before the roll was there, or later than today.
    const on = dayWithin(doer.on, rollSince(village.view, input) ?? work.today, work.today)
    const changes = works.acknowledge(village.view, input, { ...doer, on })
    await saveAll(work, changes)
    await settle(work, village, [input.enrolment], changes)
  }),
  handle(acknowledgeRollOnPaper, async (work) => {
    const { input } = work
    const village = await villageAt(work, [input.enrolment])
    refuseIfAny(whyNotAcknowledgeOnPaper(village.view, input, work.today))
    await expectScan(work, { collection: acknowledgementCollection, id: input.enrolment }, input.paper.scan)
    const changes = works.acknowledgeOnPaper(village.view, input, doerOf(work))
    await saveAll(work, changes)
    await settle(work, village, [input.enrolment], changes)
  }),
  handle(checkRollPaper, async (work) => {
    const { input } = work
    const village = await villageAt(work, [input.enrolment])
    const waiting = uncheckedIn(village.view, input.enrolment)
    const involved = handsOnRoll(village.view, input.enrolment)
    refuseIfAny(await whyNotSeen(work, input, whyNotCheck(waiting, input, handOf(work), involved)))
    const changes = works.checkPaper(village.view, input, doerOf(work))
    await saveAll(work, changes)
    await settle(work, village, [input.enrolment], changes)
  }),
  handle(issueCertificates, async (work) => {
    const { input } = work
    const village = await withTrainings(work, await villageAt(work, [input.enrolment]), input.enrolment)
    refuseIfAny(rules.whyNotIssue(village.view, input, work.today))
    const rows = works.issue(village.view, input).map((change) => change.value as Certificate)
    const store = certificateStore(work)
    await store.add(rows, work.actor.account)
    for (const { id } of rows) work.changes.touch(certificateCollection, id)
    const numbered = await store.many(rows.map((each) => each.id))
    return { numbers: Object.fromEntries(numbered.map((each) => [each.id, each.number])) }
  }),
]

export const volunteersQueries = [
  answer(volunteerPhone, async ({ input, viewed, ...at }) => {
    const store = volunteerStore(at)
    const [found] = await store.many([input.volunteer])
    if (!found) throw new Refused([refuse('volunteers.no-such-volunteer', {}, 'volunteer')])
    viewed('volunteers.phone', [found.person ?? found.id])
    return { phone: await store.phoneOf(found.id) }
  }),
]
