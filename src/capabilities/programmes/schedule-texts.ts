// The words of a step: the four questions that everybody who takes part is to be able to answer (Siklus Pelaksanaan P2KP, 2006,
// Umum); and of its plan: what is an estimate, what is a date that counts.
import { texts } from '../../kernel/text.ts'

export const scheduleTexts = texts({
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
  'programmes.step-throughout': [
    'Langkah ini berjalan sepanjang program; tanggal selesainya tidak ditetapkan',
    'This step runs throughout the programme; no end is adopted for it',
  ],
  'programmes.date-before-decision': [
    'Tanggal selesai tidak boleh sebelum tanggal keputusannya',
    'The end cannot lie before the day of its decision',
  ],
  'programmes.date-changed-meanwhile': [
    'Tanggal ini diubah orang lain: sekarang {now}, tadi {was}. Lihat lagi lalu putuskan.',
    'Somebody else changed this date: now {now}, before {was}. Look again, then decide.',
  ],
  'programmes.date-before-earlier-step': [
    'Langkah {number} ({titleId}) harus selesai dahulu, dan tanggalnya lebih kemudian',
    'Step {number} ({titleEn}) must end first, and its date is later',
  ],
  'programmes.date-after-later-step': [
    'Langkah {number} ({titleId}) menunggu langkah ini, dan tanggalnya lebih awal',
    'Step {number} ({titleEn}) waits for this one, and its date is earlier',
  ],
  'plan.title': ['Jadwal', 'Schedule'],
  'plan.subtitle': [
    'Perkiraan tidak pernah dihitung terlambat. Tanggal yang ditetapkan dengan keputusan dihitung.',
    'An estimate is never counted as late. A date adopted by decision is.',
  ],
  'plan.step': ['Langkah', 'Step'],
  'plan.ends': ['Rencana selesai', 'Planned end'],
  'plan.kind': ['Sifat', 'Kind'],
  'plan.estimate': ['perkiraan', 'estimate'],
  'plan.sourced': ['menurut program', 'by the programme'],
  'plan.adopted': ['ditetapkan', 'adopted'],
  'plan.about': ['Perkiraan', 'Estimate'],
  'plan.noted': ['dicatat, syarat belum', 'noted, gates do not hold'],
  'plan.held': ['syarat terpenuhi', 'gates hold'],
  'plan.adopt': ['Tetapkan tanggal', 'Adopt a date'],
  'plan.adopt-for': ['Tetapkan tanggal: {step}', 'Adopt a date: {step}'],
  'plan.adopt-why': [
    'Isi tanggal menurut keputusan warga atau kota. Kosongkan agar kembali menjadi perkiraan.',
    'Give the date of the decision of residents or city. Leave empty to make it an estimate again.',
  ],
  'plan.what': ['Keputusan', 'Decision'],
  'plan.what-hint': [
    'Misalnya BA Rembug 004/2026 atau SK nomor …',
    'For example minutes 004/2026 or decree number …',
  ],
  'plan.decided-on': ['Tanggal keputusan', 'Day of the decision'],
  'plan.by': ['Diputuskan oleh', 'Decided by'],
  'plan.by-hint': ['Rembug, jabatan, atau nama', 'A meeting, a position, or a name'],
  'plan.rests-on': ['{what}, {on}, oleh {by}', '{what}, {on}, by {by}'],
  'event.dates-adopted': ['Tanggal rencana ditetapkan', 'Planned dates adopted'],
})
