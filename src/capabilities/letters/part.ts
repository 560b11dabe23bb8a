// What the phone loads of letters when its outbox holds a command of it, or a screen of it is opened.

import { awaitsCheck, isTaken } from '../../kernel/paper.ts'
import type { Part } from '../../platform/browser/capability.ts'
import { lettersApplies } from './apply.ts'
import { type DecisionDocument, documentCollection } from './document.ts'
import { lettersEvidence } from './evidence.ts'
import { type Incoming, incomingCollection } from './incoming.ts'
import { type Letter, letterCollection } from './letter.ts'

const unsigned = {
  of: letterCollection,
  fits: (letter: Letter) => letter.state !== 'cancelled' && !isTaken(letter.acknowledgement),
}
const onPaper = { of: letterCollection, fits: (letter: Letter) => awaitsCheck(letter.acknowledgement) }
const entered = { of: incomingCollection, fits: (row: Incoming) => row.struck === null }
const stands = { of: letterCollection, fits: (letter: Letter) => letter.state !== 'cancelled' }

export const part: Part = {
  applies: lettersApplies,
  facts: lettersEvidence,
  forms: {
    'letters.send': stands,
    'letters.acknowledge': unsigned,
    'letters.paper': unsigned,
    'letters.check-paper': onPaper,
    'letters.sign': stands,
    'letters.check-signatures': stands,
    'letters.receipt': stands,
    'letters.dispose': entered,
    'letters.cancel': stands,
    'letters.check-document': {
      of: documentCollection,
      fits: (row: DecisionDocument) => row.struck === null && row.typing.check === null,
    },
  },
  titles: {
    'letters.set-letterhead': ['Kop surat', 'Letterhead'],
    'letters.reserve': ['Cadangan nomor surat', 'Reserve of letter numbers'],
    'letters.issue': ['Surat terbit', 'Letter issued'],
    'letters.mark-sent': ['Pengiriman surat', 'Letter sent'],
    'letters.acknowledge': ['Surat diketahui', 'Letter acknowledged'],
    'letters.cancel': ['Pembatalan surat', 'Letter cancelled'],
    'letters.acknowledge-on-paper': ['Tanda tangan di kertas', 'Signature on paper'],
    'letters.check-paper': ['Pemeriksaan kertas', 'Check of a paper'],
    'letters.sign': ['Surat bertanda tangan', 'Signed letter'],
    'letters.check-signatures': ['Pemeriksaan tanda tangan surat', 'Check of the signatures on a letter'],
    'letters.record-receipt': ['Tanda terima surat', 'Receipt of a letter'],
    'letters.register-incoming': ['Surat masuk', 'Letter that came in'],
    'letters.dispose': ['Disposisi', 'Disposition'],
    'letters.finish-disposition': ['Disposisi selesai', 'Disposition done'],
    'letters.register-document': ['Dokumen keputusan', 'Deciding document'],
    'letters.check-document': ['Pemeriksaan dokumen keputusan', 'Check of a deciding document'],
    'letters.strike': ['Pencoretan dari buku', 'Entry struck out'],
    'letters.explain-gap': ['Alasan nomor tidak dipakai', 'Reason for unused numbers'],
  },
}
