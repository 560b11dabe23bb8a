// The joint request letter that follows a yes: which of the programme's letters it is, and where it is written.
import type { Programme } from '../../programmes/definition.ts'
import type { Meeting } from '../meeting.ts'

/**
 * The address of the joint request for a closed meeting whose decision was the first option (yes), or null where
 * the programme asks for none. `surat/baru` composes it from the facts of the enrolment.
 */
export function requestLetterHref(
  place: string,
  meeting: Meeting,
  programme: Pick<Programme, 'kinds'> | undefined,
): string | null {
  if (!programme || meeting.closing === null || meeting.decision === null || meeting.enrolment === null)
    return null
  const kind = programme.kinds.meetings.find((each) => each.id === meeting.kind)
  const yes = kind?.decision?.options[0]?.id
  const letter = programme.kinds.letters.find((each) => each.signatories.length > 1)
  if (!letter || yes === undefined || meeting.decision.option !== yes) return null
  return `/d/${place}/surat/baru?jenis=${letter.id}&pendaftaran=${meeting.enrolment}`
}
