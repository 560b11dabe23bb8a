// The kinds of agencies and of posts, as closed lists: what they are called, where they are found, and who says so.
import type { PlaceLevel } from '../../kernel/place-code.ts'
import type { AgencyKind } from '../../kernel/role.ts'
import type { Text } from '../../kernel/text.ts'

type AgencyWords = { name: Text; levels: readonly PlaceLevel[]; source: string }
const regional = ['province', 'regency'] as const
const seed = (number: string) => `seed document ${number}`

/**
 * A programme names those that act in it (`agencies` of its definition), so an id here is never changed. `other` acts in no
 * programme that names its agencies.
 */
const agencyKinds = {
  'social-ministry': {
    name: ['Kementerian Sosial', 'Ministry of Social Affairs'],
    levels: ['nation'],
    source: seed('000'),
  },
  'social-research': {
    name: ['Puslitbang Kesos', 'Centre for social welfare research'],
    levels: ['nation'],
    source: seed('001'),
  },
  'social-agency': { name: ['Dinas Sosial', 'Social agency'], levels: regional, source: seed('000') },
  'planning-agency': {
    name: ['Bappeda', 'Planning agency (Bappeda)'],
    levels: regional,
    source: seed('004'),
  },
  'community-agency': {
    name: ['Dinas Pemberdayaan Masyarakat', 'Community empowerment agency'],
    levels: regional,
    source: 'Permendagri 42/2010',
  },
  'works-agency': {
    name: ['Dinas Pekerjaan Umum dan Permukiman', 'Public works and settlements agency'],
    levels: regional,
    source: 'SIM KOTAKU 2017',
  },
  'poverty-team': {
    name: ['TKPKD', 'Poverty co-ordination team (TKPKD)'],
    levels: regional,
    source: 'Permendagri 42/2010',
  },
  consultant: {
    name: ['KMW (konsultan manajemen wilayah)', 'Regional management consultant (KMW)'],
    levels: regional,
    source: seed('004'),
  },
  coordinator: {
    name: ['Korkot (koordinator kota)', 'City co-ordinator (Korkot)'],
    levels: ['regency'],
    source: 'SIM KOTAKU 2017',
  },
  'work-unit': {
    name: ['Satker/PPK', 'Project work unit (Satker/PPK)'],
    levels: ['nation', 'province', 'regency'],
    source: 'SIM KOTAKU 2017',
  },
  'technical-unit': {
    name: ['UPT (panti)', 'Technical service unit (UPT)'],
    levels: ['nation', 'province', 'regency'],
    source: seed('001'),
  },
  'project-office': {
    name: ['PJOK (penanggung jawab operasional kegiatan)', 'Operational officer of the programme (PJOK)'],
    levels: ['district'],
    source: 'Siklus 2006',
  },
  'district-office': {
    name: ['Kantor kecamatan', 'District office'],
    levels: ['district'],
    source: seed('002'),
  },
  'village-office': {
    name: ['Kantor kelurahan/desa', 'Village office'],
    levels: ['village'],
    source: seed('004'),
  },
  other: {
    name: ['Instansi lain', 'Other agency'],
    levels: ['nation', 'province', 'regency', 'district', 'village'],
    source: 'Rembug',
  },
} as const satisfies Readonly<Record<AgencyKind, AgencyWords>>

export const agencyWords = (kind: AgencyKind): AgencyWords => agencyKinds[kind]

const village = ['village'] as const
const above = ['nation', 'province', 'regency', 'district'] as const
const anywhere = [...village, ...above] as const
type PostWords = { name: Text; levels: readonly PlaceLevel[]; numbered?: 'rt' | 'rw' }

/** `numbered`: it is of one RT or RW, and one person holds it at a time. */
const postKinds = {
  'village-head': { name: ['Lurah/kepala desa', 'Village head'], levels: village },
  'village-staff': {
    name: ['Staf/perangkat kelurahan atau desa', 'Staff of the village office'],
    levels: village,
  },
  'rw-head': { name: ['Ketua RW', 'Head of RW'], levels: village, numbered: 'rw' },
  'rt-head': { name: ['Ketua RT', 'Head of RT'], levels: village, numbered: 'rt' },
  'hamlet-head': { name: ['Kepala dusun/lingkungan', 'Head of hamlet'], levels: village },
  'senior-facilitator': {
    name: ['Fasilitator senior', 'Senior facilitator'],
    levels: ['village', 'district', 'regency'],
  },
  'field-facilitator': {
    name: ['Fasilitator bidang', 'Facilitator of a field'],
    levels: ['village', 'district', 'regency'],
  },
  companion: {
    name: ['Pendamping sosial', 'Companion (pendamping)'],
    levels: ['village', 'district', 'regency'],
  },
  psm: { name: ['PSM (pekerja sosial masyarakat)', 'Community social worker (PSM)'], levels: village },
  tksk: {
    name: ['TKSK (tenaga kesejahteraan sosial kecamatan)', 'District social welfare worker (TKSK)'],
    levels: ['district'],
  },
  'district-head': { name: ['Camat', 'Head of district (camat)'], levels: ['district'] },
  pjok: { name: ['PJOK', 'Operational officer (PJOK)'], levels: ['district'] },
  'city-coordinator': { name: ['Korkot', 'City co-ordinator (Korkot)'], levels: ['regency'] },
  'assistant-coordinator': { name: ['Asisten Korkot', 'Assistant city co-ordinator'], levels: ['regency'] },
  'agency-head': { name: ['Kepala dinas/badan', 'Head of agency'], levels: above },
  'commitment-officer': { name: ['PPK/kepala Satker', 'Commitment officer (PPK)'], levels: above },
  'agency-staff': { name: ['Staf instansi', 'Staff of the agency'], levels: above },
  other: { name: ['Tugas lain', 'Other post'], levels: anywhere },
} as const satisfies Readonly<Record<string, PostWords>>

export type PostKind = keyof typeof postKinds
export const postKindNames = Object.keys(postKinds) as [PostKind, ...PostKind[]]
export const postWords = (kind: PostKind): PostWords => postKinds[kind]
