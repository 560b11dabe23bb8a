// What the phone loads of letters when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import { lettersApplies } from './apply.ts'
import { lettersEvidence } from './evidence.ts'
import { type Letter, letterCollection } from './letter.ts'

const stands = { of: letterCollection, fits: (letter: Letter) => letter.state !== 'cancelled' }

export const part: Part = {
  applies: lettersApplies,
  facts: lettersEvidence,
  forms: {
    'letters.send': stands,
    'letters.acknowledge': stands,
    'letters.cancel': stands,
  },
  titles: {
    'letters.set-letterhead': ['Kop surat', 'Letterhead'],
    'letters.reserve': ['Cadangan nomor surat', 'Reserve of letter numbers'],
    'letters.issue': ['Surat terbit', 'Letter issued'],
    'letters.mark-sent': ['Pengiriman surat', 'Letter sent'],
    'letters.acknowledge': ['Surat diketahui', 'Letter acknowledged'],
    'letters.cancel': ['Pembatalan surat', 'Letter cancelled'],
    'letters.explain-gap': ['Alasan nomor tidak dipakai', 'Reason for unused numbers'],
  },
}
