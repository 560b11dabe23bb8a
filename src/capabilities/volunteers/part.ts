// What the phone loads of volunteers when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import { volunteersApplies } from './apply.ts'
import { volunteerFacts } from './evidence.ts'
import { type Team, teamCollection } from './team.ts'
import { isActive, volunteerCollection } from './volunteer.ts'

const active = { of: volunteerCollection, fits: isActive }

export const part: Part = {
  applies: volunteersApplies,
  facts: volunteerFacts,
  forms: {
    'volunteers.change': active,
    'volunteers.withdraw': active,
    'volunteers.dissolve': { of: teamCollection, fits: (team: Team) => team.state === 'formed' },
  },
  titles: {
    'volunteers.register': ['Pendaftaran relawan', 'Registration of volunteers'],
    'volunteers.change': ['Perubahan data relawan', 'Change of a volunteer'],
    'volunteers.serve': ['Relawan untuk program lain', 'Volunteers for another programme'],
    'volunteers.withdraw': ['Relawan mundur', 'A volunteer steps back'],
    'volunteers.form-team': ['Pembentukan tim', 'Forming of a team'],
    'volunteers.change-team': ['Perubahan tim', 'Change of a team'],
    'volunteers.dissolve-team': ['Pembubaran tim', 'Dissolving of a team'],
    'volunteers.acknowledge-roll': ['Diketahui: daftar relawan', 'Roll of volunteers acknowledged'],
    'volunteers.acknowledge-roll-on-paper': [
      'Daftar relawan, tanda tangan di kertas',
      'Roll signed on paper',
    ],
    'volunteers.check-paper': ['Pemeriksaan kertas', 'Check of a paper'],
    'volunteers.issue-certificate': ['Sertifikat pelatihan', 'Certificates of training'],
  },
}
