// The berita acara with its signatures: typed from its scan by one, checked by a second person of another role, and
// counted only then. It is a paper as the others are (kernel/paper.ts), signed by several.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { id } from '../../kernel/fields.ts'
import {
  awaitsCheck,
  checked,
  checkInput,
  editionInput,
  type Hand,
  isSigned,
  paperHands,
  typed,
  whyNotEdition,
  whyNotOnPaper,
} from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import { signedSheetInput } from './fields.ts'
import { whyNotBring } from './file-rules.ts'
import {
  editionOf,
  type Meeting,
  minutesSigners,
  replacedMost,
  type Stamp,
  signedMinutesOf,
} from './meeting.ts'
import { under } from './rules.ts'
import { withFiles, withoutFile } from './steps.ts'

export const signMinutes = command({
  name: 'meetings.sign-minutes',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({ meeting: id(), edition: editionInput(), sheet: signedSheetInput() }),
  records: (input) => [input.meeting],
  personal: ['sheet.signed.chair', 'sheet.signed.notulis', 'sheet.signed.residents'],
  summary:
    'Types who signed the berita acara of a closed meeting, with the scan. It counts once checked. Refused while a signature is missing.',
})
export type SignMinutes = z.infer<typeof signMinutes.input>

export const checkMinutes = command({
  name: 'meetings.check-minutes',
  version: 1,
  confirmed: () => true,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({ meeting: id(), ...checkInput() }),
  records: (input) => [input.meeting],
  personal: ['reason'],
  summary:
    'Says whether the scan of a berita acara shows the signatures that were typed. Who typed them, or has no other role, says only that it does not.',
})
export type CheckMinutes = z.infer<typeof checkMinutes.input>

const said: Record<(typeof minutesSigners)[number], { whoId: string; whoEn: string }> = {
  chair: { whoId: 'ketua rembug', whoEn: 'the chair' },
  notulis: { whoId: 'notulis', whoEn: 'the note-taker' },
  residents: { whoId: 'wakil warga', whoEn: 'the residents’ representatives' },
}

/** Why a scan is not the signed berita acara of a meeting: it is signed by all who sign it, on its day or after. */
export function whyNotSignMinutes(meeting: Meeting, { sheet, edition }: SignMinutes, today: Day): Refusal[] {
  const { closing } = meeting
  const signedMinutes = signedMinutesOf(meeting)
  const { scan } = sheet
  return reasons(
    closing === null && refuse('meetings.not-closed'),
    isSigned(signedMinutes) && refuse('meetings.minutes-signed-already'),
    awaitsCheck(signedMinutes) && refuse('platform.paper-waits'),
    whyNotEdition(edition, editionOf(meeting)),
    ...minutesSigners.map(
      (each) =>
        sheet.signed[each] === null &&
        refuseField(`sheet.signed.${each}`, 'meetings.signature-missing', said[each]),
    ),
    ...under('sheet', whyNotOnPaper(sheet, today, meeting.date)),
    // Whatever else was attached, there is room for this one: nobody fills the list against the signatures.
    ...(scan ? whyNotBring(meeting, [scan]) : []),
  )
}

/** A scan that was found wrong makes way for the next. */
function withoutWrong(meeting: Meeting, stamp: Stamp): Meeting {
  const { scan, check } = meeting.signedMinutes?.paper ?? {}
  return scan && check?.agrees === false
    ? { ...withoutFile(meeting, scan.id, check.reason, stamp), signedMinutes: meeting.signedMinutes ?? null }
    : meeting
}

export function minutesSigned(meeting: Meeting, { sheet }: SignMinutes, stamp: Stamp, hand: Hand): Meeting {
  const scanned = sheet.scan ? [{ ...sheet.scan, document: 'minutes', caption: '' }] : []
  return {
    ...withFiles(withoutWrong(meeting, stamp), scanned, stamp),
    signedMinutes: { ...stamp, edition: editionOf(meeting), paper: typed(sheet, hand) },
    replaced: [...(meeting.replaced ?? []), ...(meeting.signedMinutes ? [meeting.signedMinutes] : [])].slice(
      -replacedMost,
    ),
  }
}

export function minutesChecked(meeting: Meeting, input: CheckMinutes, hand: Hand, on: Day): Meeting {
  const { signedMinutes } = meeting
  if (!signedMinutes) return meeting
  const paper = checked(signedMinutes.paper, input, hand, on)
  return { ...meeting, signedMinutes: { ...signedMinutes, paper } }
}
