// The words of a step: the four questions that everybody who takes part is to be able to answer (Siklus Pelaksanaan P2KP, 2006, Umum).
import { texts } from '../../kernel/text.ts'

export const stepTexts = texts({
  'step.why': ['Mengapa', 'Why'],
  'step.why-note': ['konsep dasar', 'the idea behind it'],
  'step.what': ['Apa', 'What'],
  'step.what-for': ['Untuk apa', 'What for'],
  'step.what-for-note': ['hasil yang diharapkan', 'what it is to leave'],
  'step.how': ['Bagaimana', 'How'],
  'step.seen': ['Tampak, {count} catatan', 'Seen, {count} observation|Seen, {count} observations'],
  'step.not-seen': ['Belum tampak', 'Not seen yet'],
  'step.companion': ['Pendamping', 'Companion'],
  'step.how-note': ['siapa dan berapa lama', 'who, and how long'],
})
