// What surveys do after institutions noted an agreement, and after a meeting changed: they know both.
import { refuseIfAny } from '../../../kernel/refusal.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { Follower } from '../../../platform/server/capability.ts'
import { agreementCollection } from '../../institutions/agreement.ts'
import { profileAgreements, proofOfMeeting } from '../../institutions/door.ts'
import { meetingById } from '../../meetings/door.ts'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { provesProfile, whyNotProfileMeeting } from './meeting-rules.ts'

type At = Parameters<Follower['work']>[0]

async function meetingsOf(at: At, ids: readonly string[]): Promise<Meeting[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => meetingById(at, id)))
  return found.filter((each) => each !== undefined)
}

/** The agreement that was just noted is the last of its list; what stood before has been asked then. */
async function refuseUnproven(at: At): Promise<void> {
  for (const { enrolment, agreed } of await profileAgreements(at)) {
    const last = agreed.at(-1)
    if (!at.records.includes(enrolment) || !last || last.unproven) continue
    const rows = (await meetingsOf(at, [last.meeting])).map((value) => ({
      ...{ collection: meetingCollection, id: value.id, value },
    }))
    refuseIfAny(whyNotProfileMeeting(viewOf(at.place, rows), enrolment, last))
  }
}

export const institutionFollowers: readonly Follower[] = [
  { collections: [agreementCollection], work: refuseUnproven },
  {
    collections: [meetingCollection],
    work: async ({ records, ...at }) => {
      const agreements = await profileAgreements(at)
      const named = new Map(
        agreements.flatMap(({ enrolment, agreed }) =>
          agreed.map((each) => [each.meeting, enrolment] as const),
        ),
      )
      const touched = records.filter((id) => named.has(id))
      if (touched.length === 0) return
      const meetings = new Map(
        (await meetingsOf({ ...at, records }, [...named.keys()])).map((each) => [each.id, each]),
      )
      await proofOfMeeting(at, (id) => provesProfile(meetings.get(id), named.get(id) ?? ''))
    },
  },
]
