// The closed lists of institutions, with what people call each entry.
import type { Text } from '../../kernel/text.ts'

/** Kinds of local organisations, as issue and seed documents 002 to 004 name them. */
const kinds = {
  formal: ['Lembaga kemasyarakatan (LPM, RT/RW, BKM)', 'Community institution (LPM, RT/RW, BKM)'],
  customary: ['Lembaga adat', 'Customary institution'],
  religious: ['Kelompok keagamaan', 'Religious group'],
  women: ['Kelompok perempuan (PKK, dasawisma)', 'Women’s group (PKK, dasawisma)'],
  youth: ['Kelompok pemuda', 'Youth group'],
  savings: ['Simpan pinjam, arisan, koperasi', 'Savings group, arisan, co-operative'],
  health: ['Kesehatan (posyandu, poskesdes)', 'Health (posyandu, health post)'],
  school: ['Sekolah, PAUD, taman bacaan', 'School, early education, reading room'],
  business: ['Usaha (KSM, kelompok tani, BUMDes)', 'Business (KSM, farmers’ group, village enterprise)'],
  government: ['Lembaga pemerintah', 'Government body'],
} as const satisfies Record<string, Text>
export type InstitutionKind = keyof typeof kinds
export const institutionKindNames = Object.keys(kinds) as [InstitutionKind, ...InstitutionKind[]]
export const kindText = (kind: InstitutionKind): Text => kinds[kind]

/** What it stands on; without any it lives by custom alone. */
const legals = {
  none: ['Tanpa dasar tertulis', 'Nothing in writing'],
  rules: ['Aturan tertulis (AD/ART)', 'Written rules (AD/ART)'],
  decree: ['SK lurah/kepala desa atau di atasnya', 'Decree of the village head or above'],
  deed: ['Akta notaris', 'Notary’s deed'],
  registered: ['Badan hukum terdaftar', 'Registered legal body'],
} as const satisfies Record<string, Text>
export type Legal = keyof typeof legals
export const legalNames = Object.keys(legals) as [Legal, ...Legal[]]
export const legalText = (legal: Legal): Text => legals[legal]

const reaches = {
  local: ['Sebagian desa', 'Part of the village'],
  village: ['Seluruh desa', 'The whole village'],
  beyond: ['Lebih luas dari desa', 'Beyond the village'],
} as const satisfies Record<string, Text>
export type Reach = keyof typeof reaches
export const reachNames = Object.keys(reaches) as [Reach, ...Reach[]]
export const reachText = (reach: Reach): Text => reaches[reach]

/** As the questionnaire of institutions asks it (instruments/institutions.yaml). */
const rhythms = {
  weekly: ['Tiap minggu', 'Every week'],
  monthly: ['Tiap bulan', 'Every month'],
  quarterly: ['Beberapa kali setahun', 'Several times a year'],
  yearly: ['Setahun sekali atau kurang', 'Once a year or less'],
  never: ['Sudah tidak bertemu', 'No longer meets'],
} as const satisfies Record<string, Text>
export type Rhythm = keyof typeof rhythms
export const rhythmNames = Object.keys(rhythms) as [Rhythm, ...Rhythm[]]
export const rhythmText = (rhythm: Rhythm): Text => rhythms[rhythm]
