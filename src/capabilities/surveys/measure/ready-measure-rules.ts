// The measure that is ready for the instruments that come with Rembug: ten indicators in three dimensions of equal weight, poor
// from a third on, as in the global MPI. Which of its cuts were read and which remembered, the instruments say themselves.
import type { Indicator, MeasureBody } from './measure.ts'

type Ready = [
  id: string,
  dimension: string,
  weight: number,
  indonesian: string,
  english: string,
  source: string,
]

/** Health and education weigh 1/6 each, the living standard 1/18: as whole numbers 3, 3 and 1 of 18. */
const ready: readonly Ready[] = [
  ['nutrition', 'health', 3, 'Gizi anak', 'Nutrition of children', 'Posyandu; batas disesuaikan (I)'],
  ['child_mortality', 'health', 3, 'Kematian anak', 'Child mortality', 'MPI global, perlu verifikasi (R)'],
  ['schooling', 'education', 3, 'Lama sekolah', 'Years of schooling', 'MPI global, perlu verifikasi (R)'],
  ['attendance', 'education', 3, 'Anak bersekolah', 'School attendance', 'MPI global, perlu verifikasi (R)'],
  ['fuel', 'living', 1, 'Bahan bakar memasak', 'Cooking fuel', 'MPI global, perlu verifikasi (R)'],
  ['sanitation', 'living', 1, 'Sanitasi', 'Sanitation', 'IKM Indonesia: jamban leher angsa sendiri (F)'],
  ['water', 'living', 1, 'Air minum', 'Drinking water', 'IKM Indonesia: sumber terlindung (F)'],
  ['electricity', 'living', 1, 'Listrik', 'Electricity', 'MPI global, perlu verifikasi (R)'],
  ['housing', 'living', 1, 'Rumah', 'Housing', 'MPI global, perlu verifikasi (R)'],
  ['assets', 'living', 1, 'Harta', 'Assets', 'MPI global, perlu verifikasi (R)'],
]

/** Where the form keeps what it worked out, d_nutrition and the others, by form id. */
const folders: Readonly<Record<string, string>> = { rembug_household: 'mpi/', rembug_multidimensional: '' }

/** The ready measure of a form, or null where there is none: then a village writes its own. */
export function readyMeasure(formId: string): MeasureBody | null {
  const folder = folders[formId]
  if (folder === undefined) return null
  return {
    title: 'Kemiskinan multidimensi',
    k: 0.3333,
    dimensions: [
      { id: 'health', label: ['Kesehatan', 'Health'] },
      { id: 'education', label: ['Pendidikan', 'Education'] },
      { id: 'living', label: ['Taraf hidup', 'Living standard'] },
    ],
    indicators: ready.map(
      ([id, dimension, weight, indonesian, english, source]): Indicator => ({
        ...{ id, dimension, weight, source },
        label: [indonesian, english],
        question: `${folder}d_${id}`,
        deprivedWhen: { in: ['1'] },
      }),
    ),
    missing: 'leave-out',
  }
}
