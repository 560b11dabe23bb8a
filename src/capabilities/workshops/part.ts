// What the phone loads of workshops when its outbox holds a command of it, or a screen of it is opened.
import type { Part } from '../../platform/browser/capability.ts'
import { workshopsApplies } from './apply.ts'
import { workshopFacts } from './evidence.ts'

export const part: Part = {
  applies: { ...workshopsApplies },
  facts: workshopFacts,
  titles: {
    'workshops.set-route': ['Alur pertanyaan FGD', 'Question route of a workshop'],
    'workshops.note-answer': ['Catatan jawaban FGD', 'Note of an answer'],
    'workshops.withdraw-note': ['Penarikan catatan FGD', 'Note withdrawn'],
    'workshops.agree-theme': ['Tema FGD', 'Theme for discussion'],
    'workshops.drop-theme': ['Tema FGD dihapus dari daftar', 'Theme taken off the list'],
    'workshops.discuss-theme': ['Tema yang dibahas', 'Theme discussed'],
  },
}
