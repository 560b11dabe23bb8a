// Province, regency, district, village: invented, about as many as the country has, in the shape in which people write such a
// form.
import type { Workbook } from '../../src/xlsform/workbook.ts'

const counts = { prov: 38, kab: 514, kec: 7285, desa: 83_000 } as const
type Level = keyof typeof counts
const above: Readonly<Record<Level, Level | null>> = { prov: null, kab: 'prov', kec: 'kab', desa: 'kec' }
const words: Readonly<Record<Level, string>> = {
  ...{ prov: 'Provinsi', kab: 'Kabupaten', kec: 'Kecamatan', desa: 'Desa' },
}
const first = ['Suka', 'Karang', 'Tegal', 'Sumber', 'Banyu', 'Wono', 'Tanjung', 'Muara', 'Pulau', 'Rawa']
const second = ['maju', 'sari', 'rejo', 'mulya', 'asih', 'agung', 'jaya', 'indah', 'baru', 'lor', 'kidul']

const many = (level: Level, share: number): number => Math.max(3, Math.floor(counts[level] * share))

/** The n-th of a level lies in the place above it that stands at the same height in its own list. */
const parentOf = (level: Level, n: number, share: number): string => {
  const up = above[level]
  return up === null ? '' : `${up}${Math.floor((n * many(up, share)) / many(level, share))}`
}

/** `share` of the country. */
export function cascade(share = 1): Workbook {
  const levels = Object.keys(counts) as Level[]
  const rows = levels.flatMap((level) =>
    Array.from({ length: many(level, share) }, (_, n) => {
      const name = `${first[n % 10]}${second[n % 11]} ${n}`
      const parents = levels
        .slice(0, 3)
        .map((each) => (each === above[level] ? parentOf(level, n, share) : null))
      return [level, `${level}${n}`, level === 'desa' ? name : `${words[level]} ${name}`, ...parents]
    }),
  )
  return {
    sheets: [
      {
        name: 'survey',
        rows: [
          ['type', 'name', 'label', 'choice_filter', 'required', 'appearance'],
          ...levels.map((level) => {
            const up = above[level]
            const filter = up === null ? null : [up, ' = $', '{', up, '}'].join('')
            return [
              `select_one ${level}`,
              level,
              words[level],
              filter,
              'yes',
              level === 'prov' ? 'minimal' : null,
            ]
          }),
          ['text', 'catatan', 'Catatan', null, null, null],
        ],
      },
      { name: 'choices', rows: [['list_name', 'name', 'label', 'prov', 'kab', 'kec'], ...rows] },
      {
        name: 'settings',
        rows: [
          ['form_title', 'form_id', 'version'],
          ['Desa asal', 'desa_asal', '1'],
        ],
      },
    ],
  }
}
