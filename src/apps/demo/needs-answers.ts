// What groups of Tegal Panggung say they need, to the survey of the neighbourhood team (instruments/needs.yaml).
import { type Filled, group, questions } from './filled.ts'

type Problem = {
  field: string
  text: string
  cause: string
  reach: string
  gravity: number
  at?: readonly [number, number]
}
type Potential = { field: string; text: string; use: string }
export type Voice = {
  who: string
  rt: string
  speakers: number
  problems: readonly Problem[]
  potentials: readonly Potential[]
  needs: Filled
}

const river: Problem = {
  ...{
    field: 'environment',
    text: 'Sampah menumpuk di tepi Kali Code',
    cause: 'Tempat sampah jauh, gerobak tidak sampai ke gang',
    reach: 'many',
    gravity: 4,
  },
  at: [-7.79452, 110.37012],
}
const lane: Problem = {
  ...{
    field: 'works',
    text: 'Gang menuju talut gelap dan licin',
    cause: 'Lampu jalan mati, paving lepas',
    reach: 'many',
    gravity: 3,
  },
  at: [-7.79338, 110.37065],
}
const drain: Problem = {
  ...{
    field: 'works',
    text: 'Saluran mampet, air masuk rumah saat hujan deras',
    cause: 'Saluran sempit dan tertutup sedimen',
    reach: 'few',
    gravity: 5,
  },
  at: [-7.79611, 110.37148],
}
const toilets: Problem = {
  ...{
    field: 'works',
    text: 'MCK komunal antre dan kurang terawat',
    cause: 'Satu MCK dipakai lebih dari dua puluh keluarga',
    reach: 'many',
    gravity: 4,
  },
  at: [-7.79529, 110.37041],
}
const work: Problem = {
  field: 'economy',
  text: 'Penghasilan harian tidak tentu',
  cause: 'Pesanan katering dan parkir sepi',
  reach: 'many',
  gravity: 4,
}
const idle: Problem = {
  field: 'people',
  text: 'Pemuda lulus SMK belum bekerja',
  cause: 'Belum ada pelatihan yang cocok',
  reach: 'few',
  gravity: 3,
}
const alone: Problem = {
  field: 'social',
  text: 'Lansia tinggal sendiri',
  cause: 'Anak merantau',
  reach: 'few',
  gravity: 3,
}
const stairs: Problem = {
  ...{
    field: 'works',
    text: 'Tangga ke kampung bawah terlalu curam untuk kursi roda',
    cause: 'Tidak ada jalur landai dan pegangan',
    reach: 'few',
    gravity: 5,
  },
  at: [-7.79387, 110.37021],
}

const cooks: Potential = {
  field: 'economy',
  text: 'Dua puluh ibu pandai memasak untuk hajatan',
  use: 'Katering bersama',
}
const youth: Potential = { field: 'social', text: 'Karang taruna aktif', use: 'Kerja bakti dan survei' }
const builders: Potential = {
  field: 'people',
  text: 'Tukang batu dan kayu di hampir setiap RT',
  use: 'Perbaikan gang dan rumah',
}
const view: Potential = { field: 'environment', text: 'Tepi sungai yang teduh', use: 'Wisata kampung' }

/** One line a group: who, RT, how many, problems, potentials; the first two needs with the reason, and what they give. */
const voice = (
  who: string,
  rt: string,
  speakers: number,
  problems: Problem[],
  potentials: Potential[],
  needs: Filled,
): Voice => ({
  ...{ who, rt, speakers, problems, potentials, needs },
})
const wants = (
  need_kind: string,
  first_need: string,
  second_need: string,
  need_reason: string,
  own_share: string,
): Filled => ({
  ...{ need_kind, first_need, second_need, need_reason, own_share },
})

export const voices: readonly Voice[] = [
  voice(
    'women',
    '001/001',
    18,
    [toilets, work],
    [cooks],
    wants('works', 'sanitation', 'capital', 'Anak dan lansia paling terdampak', 'labour thought'),
  ),
  voice(
    'men',
    '002/001',
    14,
    [lane, drain],
    [builders],
    wants('works', 'drainage', 'road', 'Banjir datang setiap musim hujan', 'labour goods'),
  ),
  voice(
    'youth',
    '004/002',
    21,
    [idle],
    [youth, view],
    wants('economy', 'skills', 'capital', 'Keahlian dulu, modal kemudian', 'labour thought'),
  ),
  voice(
    'elderly',
    '005/002',
    9,
    [alone, lane],
    [],
    wants('social', 'care', 'power', 'Banyak yang tidak bisa turun ke puskesmas', 'thought'),
  ),
  voice(
    'disabled',
    '006/002',
    6,
    [stairs],
    [],
    wants('works', 'road', 'care', 'Tanpa jalur landai kami tidak bisa keluar rumah', 'thought'),
  ),
  voice(
    'women',
    '007/003',
    23,
    [work, river],
    [cooks],
    wants('economy', 'capital', 'market', 'Pinjaman harian bunganya tinggi', 'money thought'),
  ),
  voice(
    'mixed',
    '008/003',
    31,
    [river, toilets],
    [youth, builders],
    wants('works', 'sanitation', 'waste', 'Bau dan penyakit dari tepi sungai', 'labour goods'),
  ),
  voice(
    'men',
    '010/004',
    12,
    [drain],
    [builders],
    wants('works', 'drainage', 'housing', 'Rumah rendah terendam paling dulu', 'labour'),
  ),
  voice(
    'youth',
    '011/004',
    16,
    [idle, river],
    [view],
    wants('environment', 'waste', 'skills', 'Kampung bersih membuka usaha wisata', 'labour thought'),
  ),
]

const problemQuestions = 'problem_field problem_text cause problem_reach gravity problem_point problem_photo'

const problemXml = ({ field, text, cause, reach, gravity, at }: Problem): string =>
  group('problem', problemQuestions, {
    ...{ problem_field: field, problem_text: text, cause, problem_reach: reach, gravity },
    problem_point: at && `${at[0]} ${at[1]} 112 6.0`,
  })

/** The name of the instance, and all questions of the form. */
export function needsAnswers(said: Voice, began: string, ended: string): { name: string; body: string } {
  const { who, rt, speakers, problems, potentials, needs } = said
  const body = [
    questions('start end', { start: began, end: ended }),
    group('speaker', 'who household rt speakers', { who, rt, speakers }),
    ...problems.map(problemXml),
    ...potentials.map(({ field, text, use }) =>
      group('potential', 'potential_field potential_text potential_use', {
        potential_field: field,
        potential_text: text,
        potential_use: use,
      }),
    ),
    group('needs', 'needs_note need_kind first_need second_need need_reason own_share ideal', needs),
  ].join('')
  return { name: `${who}, RT ${rt}`, body }
}
