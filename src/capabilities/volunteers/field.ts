// Volunteers, as the field app composes them.
import type { FieldCapability } from '../../platform/browser/capability.ts'
import { volunteersApplies } from './apply.ts'
import { volunteerFacts } from './evidence.ts'
import { volunteersTexts } from './texts.ts'

export const volunteersField: FieldCapability = {
  name: 'volunteers',
  texts: volunteersTexts,
  applies: volunteersApplies,
  facts: volunteerFacts,
  screens: [],
  commandTitles: {
    'volunteers.register': ['Pendaftaran relawan', 'Registration of volunteers'],
    'volunteers.change': ['Perubahan data relawan', 'Change of a volunteer'],
    'volunteers.withdraw': ['Relawan mundur', 'A volunteer steps back'],
    'volunteers.form-team': ['Pembentukan tim', 'Forming of a team'],
    'volunteers.change-team': ['Perubahan tim', 'Change of a team'],
    'volunteers.dissolve-team': ['Pembubaran tim', 'Dissolving of a team'],
    'volunteers.acknowledge-roll': ['Diketahui: daftar relawan', 'Roll of volunteers acknowledged'],
    'volunteers.issue-certificate': ['Sertifikat pelatihan', 'Certificates of training'],
  },
}
