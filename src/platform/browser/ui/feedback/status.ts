import type { IconName } from '../Icon.tsx'

/** Every state a thing can be shown in. The word that goes with it comes from the screen's catalogue. */
export type Status =
  | 'done'
  | 'running'
  | 'next'
  | 'later'
  | 'blocked'
  | 'late'
  | 'unavailable'
  | 'advice'
  | 'draft'
  | 'waiting'
  | 'refused'
  | 'unverified'
  | 'archive'
  | 'declined'

export const statusIcon: Readonly<Record<Status, IconName>> = {
  done: 'check-circle',
  running: 'play-circle',
  next: 'arrow-circle',
  later: 'circle',
  blocked: 'lock',
  late: 'clock',
  unavailable: 'slash-circle',
  advice: 'bulb',
  draft: 'pencil',
  waiting: 'outbox',
  refused: 'alert-circle',
  unverified: 'question-circle',
  archive: 'archive',
  declined: 'x-circle',
}
