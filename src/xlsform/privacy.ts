// Which answers are about a person (UU 27/2022 on personal data): as the column `personal` says, else by type and name.
import type { Report } from './faults.ts'
import type { Logic } from './logic.ts'
import type { Privacy } from './model.ts'
import { nodesOf, type SurveyNode } from './tree.ts'

const written: Readonly<Record<string, Privacy>> = {
  yes: 'personal',
  ya: 'personal',
  true: 'personal',
  personal: 'personal',
  pribadi: 'personal',
  no: 'open',
  tidak: 'open',
  false: 'open',
  open: 'open',
  specific: 'specific',
  spesifik: 'specific',
}

const personalTypes = new Set([
  'text',
  'barcode',
  'image',
  'audio',
  'video',
  'file',
  'geopoint',
  'geotrace',
  'geoshape',
])
const personalMetadata = new Set([
  'deviceid',
  'username',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'start-geopoint',
  'background-geopoint',
  'background-audio',
])
const whole = new Set([
  'nik',
  'kk',
  'nokk',
  'nama',
  'name',
  'names',
  'alamat',
  'address',
  'telepon',
  'telp',
  'phone',
  'hp',
  'nohp',
])
const beginning = /^(nama|alamat|telepon|telpon|phone|nik\d|nokk)/
/** A number of families or of phones is a figure, not a number that finds somebody. */
const counts = new Set([
  'jumlah',
  'jml',
  'total',
  'banyak',
  'banyaknya',
  'count',
  'number',
  'num',
  'rata',
  'persen',
  'ada',
  'punya',
  'has',
])

const tokensOf = (name: string): string[] =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)

function namesAPerson(name: string): boolean {
  const tokens = tokensOf(name)
  if (tokens.some((token) => counts.has(token))) return false
  return tokens.some((token) => whole.has(token) || beginning.test(token))
}

function byRule(node: SurveyNode): Privacy {
  const type = node.type?.type ?? 'text'
  if (type === 'note') return 'open'
  if (type === 'metadata') return personalMetadata.has(node.type?.metadata ?? '') ? 'personal' : 'open'
  if (personalTypes.has(type) || namesAPerson(node.name)) return 'personal'
  const day = type === 'date' || type === 'dateTime'
  return day && /lahir|birth/i.test(node.name) ? 'personal' : 'open'
}

/** What the cell says, or that of the nearest group around that says something. */
function asWritten(node: SurveyNode, report: Report): Privacy | null {
  for (let each: SurveyNode | null = node; each; each = each.parent) {
    const text = each.row.text('personal').toLowerCase()
    if (text === '') continue
    const said = Object.hasOwn(written, text) ? written[text] : undefined
    if (said) return said
    report.warn('personal-unknown', each.row.at('personal'), text)
  }
  return null
}

const rank: Readonly<Record<Privacy, number>> = { open: 0, personal: 1, specific: 2 }
const builders = ['calculation', 'default'] as const

/** Privacy of every question. What is worked out from a personal answer is personal too, however far away. */
export function privacyOf(
  root: SurveyNode,
  logic: ReadonlyMap<SurveyNode, Logic>,
  report: Report,
): Map<SurveyNode, Privacy> {
  const found = new Map<SurveyNode, Privacy>()
  const built: [SurveyNode, readonly SurveyNode[]][] = []
  for (const node of nodesOf(root)) {
    if (node.kind !== 'question') continue
    const said = asWritten(node, report)
    found.set(node, said ?? byRule(node))
    const reads = builders.flatMap((kind) => logic.get(node)?.reads[kind] ?? [])
    if (!said && reads.length > 0) built.push([node, reads])
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const [node, reads] of built) {
      const own = found.get(node) ?? 'open'
      const most = reads.reduce(
        (high, read) => (rank[found.get(read) ?? 'open'] > rank[high] ? (found.get(read) ?? high) : high),
        own,
      )
      if (most === own) continue
      found.set(node, most)
      changed = true
    }
  }
  return found
}
