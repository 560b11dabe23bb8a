// Kop surat: what stands above a village's letters, and how they are numbered. Each change is a new version; a
// letter keeps the one it was written under, so that an old letter prints as it went out.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { asRead, basedOn, id, line, optionalLine } from '../../kernel/fields.ts'

export const letterheadCollection = 'letters.letterhead'

/** Whose paper it is: the village's own government, or the board (BKM/LKM), which has its own letter book. */
export const offices = ['village', 'board'] as const
export type Office = (typeof offices)[number]

/** One series for all letters, one for each kind, or one for each classification. */
export const seriesChoices = ['all', 'kind', 'classification'] as const
export type SeriesBy = (typeof seriesChoices)[number]

export const classification = () =>
  z.string().check(z.regex(/^\d{3}(\.\d{1,3}){0,5}$/, 'letters.classification-malformed'))
const code = () => z.string().check(z.regex(/^[A-Z0-9.-]{1,20}$/, 'letters.code-malformed'))
export const letterKind = () => z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60))

const numbering = z.strictObject({
  /** Parts between strokes, see number.ts. */
  format: z.string().check(asRead(), z.minLength(6), z.maxLength(100)),
  /** The village's or board's own short name: TGP. */
  unit: code(),
  /** Digits of the running number: 3 writes 007. */
  pad: z.int().check(z.minimum(1), z.maximum(6)),
  seriesBy: z.enum(seriesChoices),
})
export type Numbering = z.infer<typeof numbering>

/** At most 90 KB as text: it travels with the letterhead, so that it is there without a network. */
const logo = z
  .string()
  .check(
    z.maxLength(120_000),
    z.regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/, 'letters.logo-malformed'),
  )

const fields = {
  /** Lines above the name: PEMERINTAH KOTA YOGYAKARTA, KEMANTREN DANUREJAN. */
  upper: z.array(line(120)).check(z.maxLength(4)),
  name: line(120),
  address: optionalLine(240),
  contact: optionalLine(160),
  logo: z.nullable(logo),
  /** Where letters are signed: "Yogyakarta, 17 Maret 2026". */
  city: line(80),
  /** The office and name of who signs as head: "Lurah Tegal Panggung". */
  headTitle: line(120),
  headName: optionalLine(120),
  /** Registration number of a civil servant; people of the community have none. */
  headNumber: optionalLine(60),
  numbering,
  /** The village's own codes, where it does not use the usual ones. */
  kinds: z
    .array(z.strictObject({ kind: letterKind(), classification: classification(), code: code() }))
    .check(z.maxLength(60)),
}

export type Letterhead = {
  id: string
  office: Office
  /** Counts up for each office, from 1; the highest is the one in use. */
  version: number
} & { [Field in keyof typeof fields]: z.infer<(typeof fields)[Field]> }

export const setLetterhead = command({
  name: 'letters.set-letterhead',
  version: 1,
  roles: ['facilitator', 'village-head', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({ id: id(), office: z.enum(offices), basedOn: basedOn(), ...fields }),
  records: (input) => [input.id],
  personal: ['headName', 'headNumber', 'logo'],
  summary:
    'Sets the letterhead and numbering of an office as a new version. Refused when the format cannot keep ' +
    'numbers apart, or the way of counting changes in a year that has numbers already.',
})
export type SetLetterhead = z.infer<typeof setLetterhead.input>

/** The letterhead in use, or none yet. */
export function currentHead(heads: readonly Letterhead[], office: Office): Letterhead | undefined {
  return heads
    .filter((head) => head.office === office)
    .reduce<Letterhead | undefined>(
      (best, head) => (best && best.version > head.version ? best : head),
      undefined,
    )
}
