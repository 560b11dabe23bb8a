// Which answers are about a person (UU 27/2022 on personal data): as the column `personal` says, else by type and name.
import type { Report } from './faults/faults.ts'
import type { Form } from './form.ts'
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

/** Files that list people, as they are usually called: what is chosen from them is somebody. */
const peopleFile =
  /keluarga|rumah_?tangga|warga|penduduk|anggota|orang|nama|family|families|household|resident|people|person|member/i

function byRule(node: SurveyNode): Privacy {
  if (node.type?.from === 'file' && peopleFile.test(node.type.list)) return 'personal'
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

type PrivacyForm = Pick<Form, 'root' | 'logic' | 'instances'>

/** Whether it takes words out of a file, which may be a list of people. */
function readsFile({ logic, instances }: PrivacyForm, node: SurveyNode): boolean {
  const files = new Set(instances.flatMap(({ id, file }) => (file === '' ? [] : [id])))
  return builders.some((kind) => {
    const text = node.row.text(kind)
    const named = [...text.matchAll(/\binstance\s*\(\s*["'“”‘’]?\s*([^"'“”‘’)]*)/gu)].map(
      (match) => match[1] ?? '',
    )
    const chosen = logic.get(node)?.reads[kind]?.some((read) => read.type?.from === 'file') ?? false
    return (
      /\bpulldata\s*\(/.test(text) ||
      named.some((id) => files.has(id.trim())) ||
      (chosen && /choice-name/.test(text))
    )
  })
}

/** Questions whose answers become this one's: those a calculation reads, and the one whose answers are the choices. */
function sourcesOf({ root, logic }: PrivacyForm, node: SurveyNode): SurveyNode[] {
  const offered = node.type?.from === 'repeat' ? node.type.list : null
  return [
    ...builders.flatMap((kind) => logic.get(node)?.reads[kind] ?? []),
    ...(offered === null ? [] : [...nodesOf(root)].filter((each) => each.name === offered)),
  ]
}

type Found = Map<SurveyNode, Privacy>
const strictest = (own: Privacy, sources: readonly SurveyNode[], found: Found): Privacy =>
  sources
    .map((source) => found.get(source) ?? 'open')
    .reduce((most, each) => (rank[each] > rank[most] ? each : most), own)

/**
 * Privacy of every question. What is worked out from a personal answer, or taken out of a file, is personal too, however
 * far away.
 */
export function privacyOf(form: PrivacyForm, report: Report): Found {
  const found: Found = new Map()
  const built: [SurveyNode, readonly SurveyNode[]][] = []
  for (const node of nodesOf(form.root)) {
    if (node.kind !== 'question') continue
    const said = asWritten(node, report)
    found.set(node, said ?? (readsFile(form, node) ? 'personal' : byRule(node)))
    if (!said) built.push([node, sourcesOf(form, node)])
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const [node, sources] of built) {
      const own = found.get(node) ?? 'open'
      const most = strictest(own, sources, found)
      if (most === own) continue
      found.set(node, most)
      changed = true
    }
  }
  return found
}
