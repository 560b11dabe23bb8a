// What the phone loads of programmes when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import { programmesApplies } from './apply.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { isArchive } from './status.ts'

const runs = {
  of: 'programmes.enrolment',
  fits: ({ status }: EnrolmentRow) => status === 'draft' || status === 'started',
}

const runsOrKept = {
  ...runs,
  fits: (row: EnrolmentRow) => runs.fits(row) || isArchive(row),
}

export const part: Part = {
  applies: programmesApplies,
  forms: {
    'programmes.number': runs,
    'programmes.category': runs,
    'programmes.customary-day': runs,
    'programmes.adopt-dates': runs,
    'programmes.archive': runsOrKept,
    'programmes.prove-gates': runs,
    'programmes.move': runs,
    'programmes.stop': runsOrKept,
    'programmes.refuse': runs,
  },
  titles: {
    'programmes.enrol': ['Pendaftaran program', 'Enrolment in a programme'],
    'programmes.start': ['Mulai program', 'Start of a programme'],
    'programmes.sign': ['Tanda tangan penutupan tahap', 'Signature of a stage'],
    'programmes.sign-on-paper': ['Tanda tangan di kertas', 'Signature on paper'],
    'programmes.check-signature': ['Pemeriksaan kertas', 'Check of a paper'],
    'programmes.record-refusal': ['Penolakan warga', 'Refusal by the community'],
    'programmes.close-from-archive': ['Tutup dari arsip', 'Closing from the archive'],
    'programmes.check-archive': ['Pemeriksaan arsip', 'Check of an archive'],
    'programmes.prove-gates': ['Bukti syarat di luar Rembug', 'Proof of gates from outside'],
    'programmes.check-proof': ['Pemeriksaan bukti syarat', 'Check of a proof of gates'],
    'programmes.reopen': ['Buka kembali tahap', 'Reopening of a stage'],
    'programmes.note-step': ['Tanggal langkah', 'Dates of a step'],
    'programmes.set-number': ['Angka ketentuan', 'Number of the programme'],
    'programmes.set-category': ['Kategori lokasi', 'Category of the site'],
    'programmes.set-customary-day': ['Tanggal menurut kalender adat', 'Day by the customary calendar'],
    'programmes.adopt-dates': ['Penetapan tanggal rencana', 'Adoption of planned dates'],
    'programmes.stop': ['Penghentian program', 'Stop of a programme'],
    'programmes.import-definition': ['Impor naskah program', 'Import of a programme definition'],
    'programmes.move': ['Pindah versi naskah program', 'Move to another version'],
  },
}
