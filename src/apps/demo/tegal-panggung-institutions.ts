// The organisations of Tegal Panggung as its volunteers registered them: who there is, how near to poor residents, and what flows
// between them. Invented but for the kinds.
import { type NewInstitution, registerInstitutions } from '../../capabilities/institutions/institution.ts'
import type { InstitutionKind } from '../../capabilities/institutions/kinds.ts'
import { type Flow, tieInstitutions } from '../../capabilities/institutions/tie.ts'
import { actorFor } from './accounts.ts'
import type { Story } from './story.ts'

type Line = readonly [
  key: string,
  name: string,
  kind: InstitutionKind,
  standing: readonly [importance: number, closeness: number],
  members: readonly [women: number, men: number, poor: number],
  potentials: string,
  constraints: string,
]

const lines: readonly Line[] = [
  ['pkk', 'PKK RW 05', 'women', [5, 4], [34, 0, 11], 'Kader di setiap RT', 'Dana kegiatan kecil'],
  [
    'posyandu',
    'Posyandu Melati 1',
    'health',
    [4, 5],
    [12, 1, 5],
    'Mengenal setiap balita',
    'Timbangan rusak',
  ],
  ['arisan', 'Arisan Ibu RT 03', 'savings', [3, 5], [18, 0, 9], 'Saling percaya', 'Belum ada pembukuan'],
  [
    'youth',
    'Karang Taruna Bina Muda',
    'youth',
    [3, 3],
    [9, 16, 6],
    'Banyak tenaga',
    'Sering berganti pengurus',
  ],
  [
    'mosque',
    'Takmir Masjid Al-Ikhlas',
    'religious',
    [4, 3],
    [6, 20, 8],
    'Zakat setiap tahun',
    'Belum ada data mustahik',
  ],
  [
    'lpmk',
    'LPMK Tegalpanggung',
    'formal',
    [3, 2],
    [4, 11, 1],
    'Dikenal kelurahan',
    'Jarang bertemu warga miskin',
  ],
  [
    'bamboo',
    'KSM Pengrajin Bambu',
    'business',
    [4, 4],
    [5, 9, 10],
    'Keterampilan turun-temurun',
    'Sulit modal',
  ],
  [
    'burial',
    'Rukun Kematian RW 05',
    'savings',
    [3, 4],
    [70, 66, 41],
    'Semua keluarga ikut',
    'Kas habis tiap tahun',
  ],
]

const ties: readonly (readonly [from: string, to: string, flows: readonly Flow[], strength: number])[] = [
  ['pkk', 'posyandu', ['help', 'information'], 5],
  ['pkk', 'arisan', ['information', 'money'], 4],
  ['mosque', 'burial', ['money', 'help'], 3],
  ['youth', 'mosque', ['help'], 3],
  ['lpmk', 'pkk', ['information', 'recognition'], 2],
  ['bamboo', 'arisan', ['money'], 2],
]

const entryOf = (
  story: Story,
  [key, name, kind, standing, members, potentials, constraints]: Line,
): NewInstitution => ({
  ...{
    id: story.id('institution', key),
    name,
    otherNames: [],
    kind,
    legal: 'none',
    legalNote: '',
    reach: 'village',
  },
  ...{ localPlaces: [], since: null, services: '', assets: '', meets: 'monthly', potentials, constraints },
  ...{
    women: members[0],
    men: members[1],
    poor: members[2],
    importance: standing[0],
    closeness: standing[1],
  },
  ...{ origin: null, different: false },
})

export async function tellInstitutions(story: Story): Promise<void> {
  const facilitator = actorFor('fasilitator')
  const institutions = lines.map((line) => entryOf(story, line))
  await story.give(facilitator, registerInstitutions, { institutions }, -36)
  for (const [from, to, flows, strength] of ties) {
    const ends = { from: story.id('institution', from), to: story.id('institution', to), outside: '' }
    const tie = { id: story.id('tie', from, to), ...ends, flows: [...flows], strength }
    await story.give(facilitator, tieInstitutions, { ...tie, way: 'both', bond: 'bridging', note: '' }, -35)
  }
  const outside = {
    from: story.id('institution', 'bamboo'),
    to: null,
    outside: 'Dinas Koperasi Kota (contoh)',
  }
  const aid = { id: story.id('tie', 'bamboo', 'outside'), ...outside, flows: ['money' as const], strength: 2 }
  await story.give(facilitator, tieInstitutions, { ...aid, way: 'takes', bond: 'linking', note: '' }, -35)
}
