// Letters of a test: a letterhead and a letter, each complete.
import { lastYear } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { emptyBody, type Issue } from './letter.ts'
import type { SetLetterhead } from './letterhead.ts'
import { defaultFormat } from './number.ts'

/** In March, so its number has III; of last year, so it is over. */
export const letterDay = lastYear('03-17')

export function headInput(changes: Partial<SetLetterhead> = {}): SetLetterhead {
  return {
    id: newId(),
    office: 'village',
    basedOn: 0,
    upper: ['Pemerintah Kota Yogyakarta', 'Kemantren Danurejan'],
    name: 'Kelurahan Tegal Panggung',
    address: 'Jalan Tukangan 1, Yogyakarta',
    contact: '',
    logo: null,
    city: 'Yogyakarta',
    headTitle: 'Lurah Tegal Panggung',
    headName: '',
    headNumber: '',
    numbering: { format: defaultFormat, unit: 'TGP', pad: 3, seriesBy: 'all' },
    kinds: [],
    ...changes,
  }
}

export function letterInput(letterhead: string, changes: Partial<Issue> = {}): Issue {
  return {
    id: newId(),
    office: 'village',
    letterhead,
    enrolment: null,
    kind: 'invitation',
    classification: '000.1.5',
    date: letterDay,
    subject: 'Undangan rembug kesiapan masyarakat',
    addressee: ['Ketua RW 03'],
    body: emptyBody,
    about: [],
    numbered: null,
    ...changes,
  }
}
