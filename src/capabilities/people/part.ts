// What the phone loads of people when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import type { Applies } from '../../platform/browser/local/view.ts'
import { peopleApplies } from './apply.ts'
import { peopleFacts } from './evidence.ts'
import { type PersonRow, personCollection } from './person.ts'

const isOne = { of: personCollection, fits: (person: PersonRow) => person.state !== 'merged' }

export const part: Part = {
  applies: peopleApplies as unknown as Applies,
  facts: peopleFacts,
  forms: {
    'people.move': isOne,
    'people.merge': isOne,
  },
  titles: {
    'people.register-person': ['Warga baru', 'New person'],
    'people.change-person': ['Perubahan data warga', 'Change of a person'],
    'people.move-person': ['Pindah atau meninggal', 'Move or death'],
    'people.merge-duplicates': ['Penggabungan catatan ganda', 'Merge of duplicates'],
    'people.register-household': ['Keluarga baru', 'New household'],
    'people.change-household': ['Perubahan data keluarga', 'Change of a household'],
    'people.register-many': ['Impor warga', 'Import of people'],
    'people.log-views': ['Catatan pembukaan data', 'Journal of looks'],
    'people.find-number': ['Pencarian nomor', 'Search of a number'],
  },
}
