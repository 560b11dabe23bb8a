// What the phone loads of workshops when its outbox holds a command of it, or a screen of it is opened.
import type { Part } from '../../platform/browser/capability.ts'
import { workshopsApplies } from './apply.ts'
import { cardsApplies } from './cards/apply.ts'
import { workshopFacts } from './evidence.ts'
import { chartApplies } from './pra/apply.ts'
import { type Chart, chartCollection } from './pra/chart.ts'
import { rankingApplies } from './ranking/apply.ts'
import { rankingForms } from './ranking/forms.ts'

export const part: Part = {
  applies: { ...workshopsApplies, ...cardsApplies, ...rankingApplies, ...chartApplies },
  facts: workshopFacts,
  forms: {
    ...rankingForms,
    'workshops.change-chart': { of: chartCollection, fits: (row: Chart) => row.withdrawn === null },
    'workshops.withdraw-chart': { of: chartCollection, fits: (row: Chart) => row.withdrawn === null },
  },
  titles: {
    'workshops.set-route': ['Alur pertanyaan FGD', 'Question route of a workshop'],
    'workshops.note-answer': ['Catatan jawaban FGD', 'Note of an answer'],
    'workshops.withdraw-note': ['Penarikan catatan FGD', 'Note withdrawn'],
    'workshops.agree-theme': ['Tema FGD', 'Theme for discussion'],
    'workshops.drop-theme': ['Tema FGD dihapus dari daftar', 'Theme taken off the list'],
    'workshops.discuss-theme': ['Tema yang dibahas', 'Theme discussed'],
    'workshops.note-aspiration': ['Aspirasi warga', 'Aspiration'],
    'workshops.withdraw-aspiration': ['Penarikan aspirasi', 'Aspiration withdrawn'],
    'workshops.start-board': ['Papan kartu baru', 'New board of cards'],
    'workshops.change-board': ['Keterangan papan kartu', 'Details of a board'],
    'workshops.move-cards': ['Kartu di papan', 'Cards on a board'],
    'workshops.start-ranking': ['Ranking kesejahteraan', 'Wealth ranking'],
    'workshops.change-ranking': ['Perubahan ranking', 'Change of a ranking'],
    'workshops.sort-cards': ['Pilahan kartu keluarga', 'Sorting of households'],
    'workshops.withdraw-sorting': ['Penarikan pilahan', 'Sorting withdrawn'],
    'workshops.end-sorting': ['Penutupan pemilahan', 'End of sorting'],
    'workshops.settle-ranking': ['Keputusan pleno tentang ranking', 'What the plenary settled of a ranking'],
    'workshops.start-chart': ['Bagan PRA', 'PRA chart'],
    'workshops.change-chart': ['Perubahan bagan PRA', 'Change of a PRA chart'],
    'workshops.withdraw-chart': ['Penarikan bagan PRA', 'PRA chart withdrawn'],
    'workshops.withdraw-ranking': ['Penarikan ranking', 'Ranking withdrawn'],
  },
}
