// The letter that rests on what a meeting decided: which of the programme's letters it is, and where it is written.
import type { LetterKind, Programme } from '../../programmes/definition.ts'
import type { Meeting } from '../meeting.ts'

/** The kind of letter that names this meeting and this decision as its basis. */
export const letterRestingOn = (
  meeting: Meeting,
  programme: Pick<Programme, 'kinds'> | undefined,
): LetterKind | undefined =>
  meeting.state === 'closed'
    ? programme?.kinds.letters.find(
        ({ basis }) => basis?.meeting === meeting.kind && basis?.decision === meeting.decision?.option,
      )
    : undefined

/** Its address, or null where the programme asks for none. `surat/baru` composes it from the facts of the enrolment. */
export function requestLetterHref(
  place: string,
  meeting: Meeting,
  programme: Pick<Programme, 'kinds'> | undefined,
): string | null {
  const letter = letterRestingOn(meeting, programme)
  return letter && meeting.enrolment
    ? `/d/${place}/surat/baru?jenis=${letter.id}&pendaftaran=${meeting.enrolment}`
    : null
}
