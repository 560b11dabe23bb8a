// What somebody may do next with the institutions of a village.
import { agreeProfile } from '../../capabilities/institutions/agreement.ts'
import {
  endInstitution,
  type Institution,
  mergeInstitutions,
  registerInstitutions,
} from '../../capabilities/institutions/institution.ts'
import { institution, tie } from '../../capabilities/institutions/institutions.testing.ts'
import { tieInstitutions } from '../../capabilities/institutions/tie.ts'
import type { Meeting } from '../../capabilities/meetings/meeting.ts'
import { provesProfile } from '../../capabilities/surveys/institutions/meeting-rules.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type About, type Deed, deed, type Rows } from './deed.testing.ts'

const active = (rows: Rows) =>
  ((rows['institutions.institution'] ?? []) as unknown as Institution[]).filter(
    (each) => each.state === 'active',
  )

export const institutionDeeds: Record<string, (rows: Rows, about: About) => Deed | null> = {
  'two institutions are registered': () =>
    deed('volunteer', registerInstitutions, {
      institutions: [0, 1].map(() => institution({ name: `Arisan ${newId()}`, different: true })),
    }),
  'two institutions are tied': (rows) => {
    const [one, other] = active(rows)
    return one && other ? deed('volunteer', tieInstitutions, tie(one.id, other.id)) : null
  },
  'residents agree on the profile of institutions': (rows, { enrolment }) => {
    const [one] = active(rows)
    const meeting = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => provesProfile(each, enrolment) && each.date <= today(),
    )
    const about = { enrolment, on: today(), note: '' }
    return one && meeting
      ? deed('facilitator', agreeProfile, { ...about, meeting: meeting.id, institutions: [one.id] })
      : null
  },
  'two records of an institution are merged': (rows) => {
    const [keep, drop] = active(rows)
    if (!keep || !drop) return null
    const versions = { keepBasedOn: keep.version, dropBasedOn: drop.version }
    return deed('facilitator', mergeInstitutions, { keep: keep.id, drop: drop.id, ...versions })
  },
  'an institution ends': (rows) => {
    const [one] = active(rows)
    return one
      ? deed('facilitator', endInstitution, { institution: one.id, on: today(), reason: 'Bubar' })
      : null
  },
}
