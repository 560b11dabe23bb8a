// What the phone loads of institutions when its outbox holds a command of them, or their screen is opened.
import type { Part } from '../../platform/browser/capability.ts'
import { institutionsApplies } from './apply.ts'
import { type Assessment, assessmentCollection } from './assessment.ts'
import { institutionFacts } from './evidence.ts'
import { type Institution, institutionCollection } from './institution.ts'
import { type Tie, tieCollection } from './tie.ts'

const active = { of: institutionCollection, fits: (row: Institution) => row.state === 'active' }
const open = { of: assessmentCollection, fits: (row: Assessment) => row.outcome === null }

export const part: Part = {
  applies: institutionsApplies,
  facts: institutionFacts,
  forms: {
    'institutions.change': active,
    'institutions.end': active,
    'institutions.change-tie': { of: tieCollection, fits: (row: Tie) => row.until === null },
    'institutions.change-assessment': open,
    'institutions.settle-assessment': open,
  },
  titles: {
    'institutions.register': ['Pendaftaran lembaga', 'Registration of institutions'],
    'institutions.change': ['Perubahan data lembaga', 'Change of an institution'],
    'institutions.end': ['Lembaga bubar', 'Institution ended'],
    'institutions.merge': ['Penggabungan dua catatan lembaga', 'Two records of an institution merged'],
    'institutions.appoint': ['Pengurus lembaga', 'Officer of an institution'],
    'institutions.change-officer': ['Perubahan pengurus', 'Change of an officer'],
    'institutions.tie': ['Hubungan antarlembaga', 'Tie between institutions'],
    'institutions.change-tie': ['Perubahan hubungan', 'Change of a tie'],
    'institutions.agree-profile': ['Kesepakatan profil lembaga', 'Agreement on the profile of institutions'],
    'institutions.begin-assessment': ['FGD Kelembagaan', 'Discussion of institutions'],
    'institutions.change-assessment': ['Perubahan FGD Kelembagaan', 'Change of a discussion of institutions'],
    'institutions.score': ['Penilaian lembaga', 'Scores of an institution'],
    'institutions.settle-assessment': [
      'Kesepakatan FGD Kelembagaan',
      'Outcome of a discussion of institutions',
    ],
  },
}
