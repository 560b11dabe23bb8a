// The letter that rests on what a meeting decided: which of the programme's letters it is, and where it is written.
import type { LetterKind } from '../../programmes/definition.ts'
import { type Enrolled, servingsOf } from '../../programmes/serving.ts'
import { seenFor } from '../counted.ts'
import type { Meeting } from '../meeting.ts'

type Resting = { letter: LetterKind; enrolment: string }

/** Of the programmes that it serves, those with a kind of letter that names this meeting and this decision as its basis. */
export function lettersRestingOn(meeting: Meeting, find: (enrolment: string) => Enrolled | null): Resting[] {
  if (meeting.state !== 'closed') return []
  return servingsOf(meeting).flatMap(({ enrolment }) => {
    const enrolled = find(enrolment)
    const seen = seenFor(meeting, enrolment, enrolled)
    const letter =
      seen &&
      enrolled?.programme.kinds.letters.find(
        ({ basis }) => basis?.meeting === seen.kind && basis?.decision === seen.decision?.option,
      )
    return letter ? [{ letter, enrolment }] : []
  })
}

/** Where it is written: `surat/baru` composes it from the facts of its enrolment. */
export const requestLetterHref = (place: string, { letter, enrolment }: Resting): string =>
  `/d/${place}/surat/baru?jenis=${letter.id}&pendaftaran=${enrolment}`
