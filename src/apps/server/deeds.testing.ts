// What somebody may do next in a village, for tests that let any of it happen in any order.
import { registerIncoming } from '../../capabilities/letters/incoming.ts'
import { cancel, issue, type Letter, markSent } from '../../capabilities/letters/letter.ts'
import { letterInput } from '../../capabilities/letters/letters.testing.ts'
import * as meetings from '../../capabilities/meetings/commands.ts'
import { hasSignedMinutes, type Meeting } from '../../capabilities/meetings/meeting.ts'
import {
  attendee,
  minutes,
  plan,
  ready,
  signedMinutes,
} from '../../capabilities/meetings/meetings.testing.ts'
import { checkMinutes, signMinutes } from '../../capabilities/meetings/signed-minutes.ts'
import {
  noteObservation,
  type Observation,
  withdrawObservation,
} from '../../capabilities/observations/observation.ts'
import { blankHousehold, registerHousehold } from '../../capabilities/people/household.ts'
import { sari } from '../../capabilities/people/people.testing.ts'
import { registerPerson } from '../../capabilities/people/person.ts'
import type { EnrolmentRow } from '../../capabilities/programmes/enrolment.ts'
import { proveGates } from '../../capabilities/programmes/proof/proof.ts'
import { serves } from '../../capabilities/programmes/serving.ts'
import {
  agreeSurvey,
  closeSurvey,
  openSurvey,
  reopenSurvey,
  type SurveyRow,
  serveAlso as surveysServeAlso,
} from '../../capabilities/surveys/survey.ts'
import { surveyInput } from '../../capabilities/surveys/surveys.testing.ts'
import { acknowledgeRoll } from '../../capabilities/volunteers/roll.ts'
import { dissolveTeam, formTeam, type Team } from '../../capabilities/volunteers/team.ts'
import {
  registerVolunteers,
  type Volunteer,
  serveAlso as volunteersServeAlso,
  withdrawVolunteer,
} from '../../capabilities/volunteers/volunteer.ts'
import { newcomer } from '../../capabilities/volunteers/volunteers.testing.ts'
import { noteAspiration } from '../../capabilities/workshops/aspiration.ts'
import { noteAnswer } from '../../capabilities/workshops/session.ts'
import { addDays, today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { awaitsCheck, isTaken, rightCheck } from '../../kernel/paper.ts'
import { type About, type Deed, deed, type Rows } from './deed.testing.ts'
import { institutionDeeds } from './institution-deeds.testing.ts'
import { mapDeeds } from './map-deeds.testing.ts'

const yesterday = () => addDays(today(), -1)

const workshopIn = (rows: Rows) =>
  ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
    ({ group, state }) => group === 'workshop' && state === 'closed',
  )

/** What somebody may do next, on what the village has; null where there is nothing to do it to. */
export const deeds: Record<string, (rows: Rows, about: About) => Deed | null> = {
  'a resident is registered': () =>
    deed('facilitator', registerPerson, sari({ id: newId(), noNik: 'not-recorded' })),
  // One that comes after a survey was opened is counted by the server when the survey next moves.
  'a household is registered': (rows) =>
    rows['surveys.survey'] ? null : deed('facilitator', registerHousehold, blankHousehold({ id: newId() })),
  'a document proves what no fact can': (rows, { enrolment }) => {
    const here = ((rows['programmes.enrolment'] ?? []) as unknown as EnrolmentRow[]).find(
      ({ id }) => id === enrolment,
    )
    if (!here || here.stages.groups?.proofs) return null
    const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 9, sha256: 'a'.repeat(64) }
    return deed('facilitator', proveGates, {
      ...{ enrolment, stage: 'groups', gates: ['groups_formed'] },
      sheet: { checkedBy: 'Bu Sri', number: '12/KK', on: yesterday(), scan },
    })
  },
  'volunteers come': (_rows, { enrolment }) =>
    deed('facilitator', registerVolunteers, {
      ...{ enrolment, on: yesterday() },
      volunteers: [
        newcomer({ name: `Siti ${newId()}` }),
        newcomer({ name: `Budi ${newId()}`, sex: 'male', poor: true }),
      ],
    }),
  'a volunteer comes for two programmes': (_rows, { enrolment, beside }) => {
    const volunteers = [newcomer({ name: `Wati ${newId()}`, poor: true })]
    const alsoFor = [{ enrolment: beside, kind: null }]
    return deed('facilitator', registerVolunteers, { enrolment, on: yesterday(), alsoFor, volunteers })
  },
  'volunteers help another programme too': (rows, { beside }) => {
    const active = (rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]
    const mine = active.filter((each) => each.state === 'active' && !serves(each, beside))
    const volunteers = mine.map(({ id }) => id)
    const alsoFor = [{ enrolment: beside, kind: null }]
    return mine.length > 0 ? deed('facilitator', volunteersServeAlso, { volunteers, alsoFor }) : null
  },
  'a volunteer steps back': (rows) => {
    const active = (rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]
    const one = active.find((each) => each.state === 'active')
    return one
      ? deed('facilitator', withdrawVolunteer, { volunteer: one.id, on: today(), reason: 'Pindah' })
      : null
  },
  'a team is formed': (rows, { enrolment }) => {
    const one = ((rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]).find(
      (each) => each.state === 'active',
    )
    const about = { enrolment, kind: 'reflection', name: 'Tim Refleksi', formedOn: today(), meeting: null }
    if (!one) return null
    return deed('facilitator', formTeam, {
      ...about,
      team: newId(),
      members: [{ volunteer: one.id, duty: 'member' }],
    })
  },
  'a team is dissolved': (rows) => {
    const [team] = (rows['volunteers.team'] ?? []) as unknown as Team[]
    return team ? deed('facilitator', dissolveTeam, { team: team.id, on: today(), reason: 'Selesai' }) : null
  },
  'the village head knows the roll': (rows, { enrolment }) => {
    const volunteers = ((rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]).map((each) => each.id)
    if (volunteers.length === 0) return null
    return deed('village-head', acknowledgeRoll, { enrolment, volunteers, name: 'Lurah', note: '' })
  },
  'a meeting is planned': (_rows, { enrolment }) =>
    deed(
      'facilitator',
      meetings.planMeeting,
      plan({ enrolment, kind: 'rkm', date: today(), start: '19:30', end: '22:00' }),
    ),
  'a meeting is planned for two programmes': (_rows, { enrolment, beside }) => {
    const about = plan({ enrolment, kind: 'rkm', date: today(), start: '19:30', end: '22:00' })
    return deed('facilitator', meetings.planMeeting, {
      ...about,
      alsoFor: [{ enrolment: beside, kind: 'socialisation' }],
    })
  },
  'a meeting is held for two programmes': (_rows, { enrolment, beside }) => {
    const held = { date: yesterday(), start: '19:30', end: '22:00' }
    const about = plan({ enrolment: beside, kind: 'socialisation', ...held, invitees: ['networks'] })
    const alsoDecided = [{ enrolment, decision: ready }]
    const { meeting: _, ...closing } = minutes(about.meeting, { ...held, alsoDecided })
    return deed('facilitator', meetings.recordMeeting, {
      plan: { ...about, alsoFor: [{ enrolment, kind: 'rkm' }] },
      headCount: { women: 5, men: 4, poor: 2, elements: { networks: 3, rt_heads: 1 } },
      attendees: [],
      closing,
    })
  },
  'a meeting serves another programme too': (rows, { beside }) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => each.state === 'planned' && each.enrolment !== beside && !each.alsoFor?.length,
    )
    const alsoFor = [{ enrolment: beside, kind: 'socialisation' }]
    return mine ? deed('facilitator', meetings.serveAlso, { meetings: [mine.id], alsoFor }) : null
  },
  'a held meeting is recorded': (_rows, { enrolment }) => {
    const held = { date: yesterday(), start: '19:30', end: '22:00' }
    const about = plan({ enrolment, kind: 'rkm', ...held, invitees: ['rt_heads'] })
    const { meeting: _, ...closing } = minutes(about.meeting, { ...held, decision: ready })
    const attendees = [attendee({ elements: ['rt_heads'] }), attendee({ sex: 'male', poor: true })]
    return deed('facilitator', meetings.recordMeeting, { plan: about, headCount: null, attendees, closing })
  },
  'a workshop is held and agrees on its steps': (_rows, { enrolment }) => {
    const held = { date: yesterday(), start: '09:00', end: '12:00' }
    const about = plan({ enrolment, group: 'workshop', kind: 'poverty_reflection', ...held })
    const decisions = [{ id: newId(), text: 'Pemetaan', responsible: 'Tim', due: today() }]
    const { meeting: _, ...closing } = minutes(about.meeting, { ...held, decisions })
    const headCount = { women: 5, men: 4, poor: 2, elements: {} }
    return deed('facilitator', meetings.recordMeeting, { plan: about, headCount, attendees: [], closing })
  },
  'an aspiration is noted': (rows) => {
    const held = workshopIn(rows)
    return held
      ? deed('volunteer', noteAspiration, {
          ...{ id: newId(), meeting: held.id, text: 'Ingin air bersih', group: 'poor' },
          ...{ theme: null, localPlace: null },
        })
      : null
  },
  'what people answered is noted': (rows) => {
    const held = workshopIn(rows)
    const note = { id: newId(), question: 'objective_1', text: 'Sumur asin' }
    return held ? deed('facilitator', noteAnswer, { ...note, meeting: held.id }) : null
  },
  'a meeting is called off': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => each.state === 'planned',
    )
    return mine ? deed('facilitator', meetings.cancelMeeting, { meeting: mine.id, reason: 'Hujan' }) : null
  },
  'a lurah signs on paper': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).filter(
      (each) => each.state === 'closed' && !isTaken(each.acknowledgement),
    )
    if (mine.length === 0) return null
    const scan = { id: newId(), mediaType: 'image/jpeg' as const, bytes: 9, sha256: 'a'.repeat(64) }
    const paper = { name: 'Sri', position: 'Lurah', standing: 'own' as const, on: today(), scan }
    const sheet = { meetings: mine.map(({ id }) => id), note: '', paper }
    return deed('facilitator', meetings.acknowledgeOnPaper, sheet)
  },
  'the paper is found wrong': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).filter(({ acknowledgement }) =>
      awaitsCheck(acknowledgement),
    )
    const { scan } = rightCheck(mine[0]?.acknowledgement?.paper)
    const check = { meetings: mine.map(({ id }) => id), agrees: false, reason: 'Tanpa cap', scan }
    return mine.length > 0 ? deed('village-head', meetings.checkPaper, check) : null
  },
  'signed minutes are scanned': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => each.state === 'closed' && !isTaken(each.signedMinutes),
    )
    return mine ? deed('facilitator', signMinutes, signedMinutes(mine.id)) : null
  },
  'signed minutes are checked': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find((each) =>
      awaitsCheck(each.signedMinutes),
    )
    const check = { meeting: mine?.id ?? '', ...rightCheck(mine?.signedMinutes?.paper) }
    return mine ? deed('village-head', checkMinutes, check) : null
  },
  'the village head acknowledges a meeting': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).filter(
      (each) => each.state === 'closed',
    )
    if (mine.length === 0) return null
    const about = { meetings: mine.map((each) => each.id), name: 'Lurah', note: '' }
    return deed('village-head', meetings.acknowledgeMeetings, about)
  },
  'a letter goes out': (rows, { enrolment }) => {
    const [head] = (rows['letters.letterhead'] ?? []) as unknown as { id: string }[]
    if (!head) return null
    const [block] = (rows['letters.block'] ?? []) as unknown as { id: string; device: string }[]
    const number = (rows['letters.letter'] ?? []).length + 1
    // Without signal a letter takes its number from the stock; one without a number is a draft, and no evidence.
    const numbered = block ? { block: block.id, device: block.device, number } : null
    const about = { enrolment, kind: 'notice', date: today(), numbered }
    return deed('facilitator', issue, letterInput(head.id, about))
  },
  'a letter is sent': (rows) => {
    const one = ((rows['letters.letter'] ?? []) as unknown as Letter[]).find(
      (each) => each.state === 'issued',
    )
    if (!one) return null
    return deed('facilitator', markSent, {
      letter: one.id,
      basedOn: one.version,
      on: today(),
      how: 'hand',
      to: '',
      note: '',
      signed: [],
    })
  },
  'an answer comes in': (rows) => {
    const ours = (rows['letters.letter'] ?? []) as unknown as Letter[]
    const one = ours.find(({ state }) => state === 'sent')
    if (!one) return null
    const said = { sender: 'Bappeda', number: '', date: today(), subject: 'Jawaban', scan: null }
    const input = { ...said, id: newId(), enrolment: one.enrolment, receivedOn: today(), answers: one.id }
    return deed('facilitator', registerIncoming, input)
  },
  'a letter is cancelled': (rows) => {
    const one = ((rows['letters.letter'] ?? []) as unknown as Letter[]).find(
      (each) => each.state !== 'cancelled',
    )
    if (!one) return null
    return deed('facilitator', cancel, {
      letter: one.id,
      basedOn: one.version,
      on: today(),
      reason: 'Salah nomor',
    })
  },
  'something is seen': (_rows, { enrolment }) =>
    deed('facilitator', noteObservation, {
      ...{
        id: newId(),
        enrolment,
        outcome: 'understanding',
        on: today(),
        quote: '',
        photo: null,
        checks: [],
      },
      seen: 'Para ibu menjelaskan tahap program kepada tetangganya',
    }),
  'what was seen is withdrawn': (rows) => {
    const one = ((rows['observations.observation'] ?? []) as unknown as Observation[]).find(
      (each) => each.withdrawn === null,
    )
    return one ? deed('facilitator', withdrawObservation, { observation: one.id, reason: 'Keliru' }) : null
  },
  'a survey is opened': (_rows, { enrolment, form }) =>
    deed('facilitator', openSurvey, surveyInput(form, { enrolment, kind: 'poor_families' })),
  'a survey serves another programme too': (rows, { beside }) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => !serves(each, beside),
    )
    const alsoFor = [{ enrolment: beside, kind: 'resilience' }]
    return one ? deed('facilitator', surveysServeAlso, { id: one.id, basedOn: one.version, alsoFor }) : null
  },
  'residents agree on criteria': (rows, { enrolment }) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => each.criteria === null,
    )
    const held = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) =>
        each.state === 'closed' &&
        each.group !== 'training' &&
        hasSignedMinutes(each) &&
        serves(each, enrolment),
    )
    if (!one || !held) return null
    const about = {
      what: 'criteria' as const,
      on: today(),
      meeting: held.id,
      note: '',
      points: ['Lantai tanah'],
    }
    return deed('facilitator', agreeSurvey, { id: one.id, basedOn: one.version, ...about })
  },
  'a survey is closed': (rows) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => each.closed === null,
    )
    if (!one) return null
    const about = { on: today(), complete: false, reason: 'Banjir' }
    return deed('facilitator', closeSurvey, { id: one.id, basedOn: one.version, ...about })
  },
  'a survey is opened again': (rows) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => each.closed !== null,
    )
    return one
      ? deed('facilitator', reopenSurvey, { id: one.id, basedOn: one.version, reason: 'RT 02' })
      : null
  },
  ...institutionDeeds,
  ...mapDeeds,
}
