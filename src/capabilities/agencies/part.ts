// What the phone loads of who is who when its outbox holds a command of it, or its screen is opened.
import type { Part } from '../../platform/browser/capability.ts'
import { type Agency, agencyCollection, postCollection } from './agency.ts'
import { agenciesApplies } from './apply.ts'

const running = { of: agencyCollection, fits: (row: Agency) => row.until === null }

export const part: Part = {
  applies: agenciesApplies,
  forms: {
    'agencies.agency': running,
    'agencies.close': running,
    'agencies.post': { of: postCollection, fits: () => true },
  },
  titles: {
    'agencies.found': ['Instansi baru', 'New agency'],
    'agencies.change': ['Perubahan instansi', 'Change of an agency'],
    'agencies.close': ['Instansi berakhir', 'Agency ended'],
    'agencies.appoint': ['Pemegang jabatan', 'Holder of a post'],
    'agencies.change-post': ['Perubahan jabatan', 'Change of a post'],
  },
}
