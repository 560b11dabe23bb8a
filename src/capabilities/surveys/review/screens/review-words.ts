// How submissions are said to those who review them.
import { language, translate } from '../../../../platform/browser/language.ts'
import type { Status } from '../../../../platform/browser/ui/feedback/status.ts'
import type { FormModel } from '../../../../xlsform/model.ts'
import { type Speaking, spokenFor } from '../../screens/answer-words.ts'
import type { SubmissionRow, SubmissionState } from '../../submission.ts'
import { reviewScreenTexts } from './review-texts.ts'

export const r = translate(reviewScreenTexts)

const looks: Readonly<Record<SubmissionState, Status>> = {
  received: 'next',
  edited: 'unverified',
  'has-issues': 'refused',
  approved: 'done',
  rejected: 'declined',
}

export const stateText = (state: SubmissionState): string => r(`sub.${state}`)

/** `pending`: what the outbox says of it. */
export function submissionLook(
  { state, returned }: Pick<SubmissionRow, 'state' | 'returned'>,
  pending?: string,
): { status: Status; label: string } {
  if (pending === 'refused') return { status: 'refused', label: r('sub.refused') }
  if (pending === 'queued') return { status: 'waiting', label: r('sub.unsent') }
  return { status: looks[state], label: returned ? r('sub.returned') : stateText(state) }
}

export const speakingOf = (model: FormModel, spoken?: string): Speaking => ({
  language: language(),
  spoken: spoken ?? spokenFor(model, language()),
  yes: r('one.yes'),
  accuracy: (metres) => r('one.accuracy', { metres }),
  points: (count) => r('one.points', { count }),
})

export const propertyText = (property: string): string => {
  const key = `prop.${property}`
  return key in reviewScreenTexts ? r(key as 'prop.nama') : property
}
