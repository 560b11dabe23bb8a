// A letterhead while it is filled in: plain fields, and what they become. Pure.
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Letterhead, Office, SeriesBy, SetLetterhead } from '../letterhead.ts'
import { defaultFormat } from '../number.ts'
import { linesOf } from './letter-draft.ts'

export type HeadDraft = {
  upper: string
  name: string
  address: string
  contact: string
  logo: string | null
  city: string
  headTitle: string
  headName: string
  headNumber: string
  unit: string
  format: string
  pad: string
  seriesBy: SeriesBy
}

/** A short name out of the capitals of a name: "Kelurahan Tegal Panggung" gives KTP. */
const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .filter((letter) => /[A-Z0-9]/.test(letter))
    .join('')
    .slice(0, 8)

/** What is known of the place fills an empty form: its own name, and the lines above it. */
export function startHead(
  head: Letterhead | undefined,
  office: Office,
  place: { title: string; line: string },
): HeadDraft {
  if (head) {
    const { numbering, upper, ...rest } = head
    return { ...rest, ...numbering, pad: String(numbering.pad), upper: upper.join('\n') }
  }
  const bare = place.title.replace(/^\S+\s+/, '')
  const above = place.line
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return {
    upper:
      office === 'village'
        ? above
            .slice(0, 2)
            .reverse()
            .map((part, at) => (at === 0 ? `Pemerintah ${part}` : part))
            .join('\n')
        : 'Badan Keswadayaan Masyarakat',
    name: office === 'village' ? place.title : `BKM ${bare}`,
    address: '',
    contact: '',
    logo: null,
    city: bare,
    headTitle:
      office === 'village'
        ? `${place.title.startsWith('Kelurahan') ? 'Lurah' : 'Kepala Desa'} ${bare}`
        : `Koordinator BKM ${bare}`,
    headName: '',
    headNumber: '',
    unit: office === 'village' ? initials(bare) : `BKM-${initials(bare)}`,
    format: defaultFormat,
    pad: '3',
    seriesBy: 'all',
  }
}

export function headOf(
  draft: HeadDraft,
  about: { id: string; office: Office; basedOn: number; kinds: Letterhead['kinds'] },
): SetLetterhead {
  const { unit, format, pad, seriesBy, upper, logo, ...lines } = draft
  return {
    id: about.id,
    office: about.office,
    basedOn: about.basedOn,
    kinds: about.kinds,
    upper: linesOf(upper).slice(0, 4),
    logo,
    name: lines.name.trim(),
    address: lines.address.trim(),
    contact: lines.contact.trim(),
    city: lines.city.trim(),
    headTitle: lines.headTitle.trim(),
    headName: lines.headName.trim(),
    headNumber: lines.headNumber.trim(),
    numbering: { format: format.trim(), unit: unit.trim().toUpperCase(), pad: Number(pad), seriesBy },
  }
}

export function headFaults(draft: HeadDraft): Refusal[] {
  const fields = ['name', 'city', 'headTitle', 'unit', 'format'] as const
  const empty = fields.filter((field) => draft[field].trim() === '')
  const code = draft.unit.trim() !== '' && !/^[A-Z0-9.-]{1,20}$/.test(draft.unit.trim().toUpperCase())
  return [
    ...empty.map((field) => ({ code: 'letters.required', field })),
    ...(code ? [{ code: 'letters.code-malformed', field: 'unit' }] : []),
  ]
}
