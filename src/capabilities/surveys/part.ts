// What the phone loads of surveys when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import { surveysApplies } from './apply.ts'
import { surveyFacts } from './evidence.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'

const isOpen = { of: surveyCollection, fits: (survey: SurveyRow) => survey.state === 'open' }
const isShut = { ...isOpen, fits: (survey: SurveyRow) => !isOpen.fits(survey) }

export const part: Part = {
  applies: surveysApplies,
  facts: surveyFacts,
  forms: {
    'surveys.change': isOpen,
    'surveys.close': isOpen,
    'surveys.agree': isOpen,
    'surveys.list': isOpen,
    'surveys.measure': isOpen,
    'surveys.reopen': isShut,
  },
  titles: {
    'surveys.import-form': ['Impor formulir', 'Import of a form'],
    'surveys.add-form-file': ['Berkas formulir', 'File of a form'],
    'surveys.retire-form': ['Penarikan formulir', 'Retiring of a form'],
    'surveys.open': ['Pembukaan survei', 'Opening of a survey'],
    'surveys.serve': ['Survei untuk program lain', 'Survey for another programme'],
    'surveys.change': ['Perubahan survei', 'Change of a survey'],
    'surveys.close': ['Penutupan survei', 'Closing of a survey'],
    'surveys.reopen': ['Pembukaan kembali survei', 'Reopening of a survey'],
    'surveys.agree': ['Kesepakatan warga', 'Agreement of the residents'],
    'surveys.set-listing': ['Daftar keluarga', 'List of households'],
    'surveys.decide-line': ['Perubahan daftar keluarga', 'Change of the list'],
    'surveys.show-list': ['Pengumuman daftar', 'Showing of the list'],
    'surveys.object': ['Keberatan warga', 'Objection'],
    'surveys.answer-objection': ['Jawaban keberatan', 'Answer to an objection'],
    'surveys.revise-list': ['Edisi baru daftar', 'New edition of the list'],
    'surveys.set-measure': ['Ukuran kemiskinan', 'Measure of poverty'],
    'surveys.submit': ['Isian formulir', 'Filled form'],
    'surveys.review': ['Pemeriksaan isian', 'Review of submissions'],
    'surveys.comment': ['Catatan isian', 'Comment on a submission'],
    'surveys.resolve-conflict': ['Penyelesaian perbedaan data', 'Settling of a conflict'],
    'surveys.register-device': ['Pendaftaran perangkat', 'Registration of a device'],
    'surveys.revoke-device': ['Pencabutan perangkat', 'Ending of a device'],
    'surveys.issue-token': ['Sambungan Excel atau Power BI', 'Excel or Power BI connection'],
    'surveys.end-token': ['Pengakhiran sambungan', 'Ending of a connection'],
  },
}
