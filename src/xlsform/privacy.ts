// Which answers are about a person (UU 27/2022 on personal data): as the column `personal` says, else by type and name.
import type { Report } from './faults/faults.ts'
import type { Form } from './form.ts'
import type { Privacy } from './model.ts'
import { isCount, tokensOf } from './names.ts'
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
function namesAPerson(name: string): boolean {
  const tokens = tokensOf(name)
  if (isCount(tokens)) return false
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
const stricter = (one: Privacy, other: Privacy) => (rank[other] > rank[one] ? other : one)

type PrivacyForm = Pick<Form, 'root' | 'logic' | 'instances' | 'entities' | 'scope'>
type Column =
  | 'calculation'
  | 'default'
  | 'choice_filter'
  | 'repeat_count'
  | 'relevant'
  | 'label'
  | 'hint'
  | 'type'
/** Something that a node reads: what (a question, or a file by its name), in which cell. */
type Source = { node: SurveyNode | string; at: SurveyNode; column: Column }

/** Files whose words it takes, which may be lists of people. */
function filesRead({ logic, instances }: PrivacyForm, node: SurveyNode): Source[] {
  const files = new Map(instances.flatMap(({ id, file }) => (file === '' ? [] : [[id, file] as const])))
  return (['calculation', 'default'] as const).flatMap((column): Source[] => {
    const text = node.row.text(column)
    if (text === '') return []
    const named = [...text.matchAll(/\b(?:instance|pulldata)\s*\(\s*["'“”‘’]?\s*([^"'“”‘’),]*)/gu)].map(
      (match) => (match[1] ?? '').trim().replace(/\.csv$/i, ''),
    )
    const chosen = /choice-name/.test(text) ? (logic.get(node)?.reads[column] ?? []) : []
    const read = [
      ...named.flatMap((id) => (files.has(id) ? [files.get(id) ?? id] : /\bpulldata/.test(text) ? [id] : [])),
      ...chosen.flatMap(({ type }) => (type?.from === 'file' ? [type.list] : [])),
    ]
    return read.map((file) => ({ node: file, at: node, column }))
  })
}

/** What stands in the words of a note is what it holds. */
const wordsRead = ({ scope }: PrivacyForm, node: SurveyNode): Source[] =>
  node.type?.type === 'note'
    ? (['label', 'hint'] as const).flatMap((column) =>
        Object.values(node.row.words(column)).flatMap((text) =>
          [...text.matchAll(/\$\{([^{}]*)\}/g)].flatMap(([, name = '']) =>
            scope
              .called(name.trim().replace('last-saved#', ''))
              .map((read) => ({ node: read, at: node, column })),
          ),
        ),
      )
    : []

/** What its answer is made of: what it is worked out, filled in or chosen from, and how often it is asked. */
function sourcesOf(form: PrivacyForm, node: SurveyNode): Source[] {
  const { root, logic } = form
  const read = (at: SurveyNode, column: Exclude<Column, 'label' | 'hint' | 'type'>): Source[] =>
    (logic.get(at)?.sources[column] ?? []).map((source) => ({ node: source, at, column }))
  const found = (['calculation', 'default', 'choice_filter'] as const).flatMap((column) => read(node, column))
  for (let each: SurveyNode | null = node; each; each = each.parent)
    found.push(...read(each, 'repeat_count'), ...read(each, 'relevant'))
  const offered = node.type?.from === 'repeat' ? node.type.list : null
  for (const each of offered === null ? [] : nodesOf(root))
    if (each.name === offered) found.push({ node: each, at: node, column: 'type' })
  return [...found, ...wordsRead(form, node)]
}

/** Whether it draws an id, by which the registry then knows a household or a person. */
const drawsId = ({ row }: SurveyNode) => /\buuid\s*\(/.test(row.text('calculation') + row.text('default'))

type Judged = { node: SurveyNode; said: Privacy | null; own: Privacy; sources: readonly Source[] }

function judged(form: PrivacyForm, node: SurveyNode, report: Report): Judged {
  const said = asWritten(node, report)
  const files = node.kind === 'question' ? filesRead(form, node) : []
  const named = form.entities.some(({ identified }) => identified.includes(node)) && drawsId(node)
  const byItself = named || drawsId(node) || files.length > 0 ? 'personal' : byRule(node)
  const plain = said ?? (node.kind === 'question' ? byItself : 'open')
  // A list of things may be said to be open, a list of people may not.
  const people = files.filter(({ node: file }) => peopleFile.test(String(file)))
  const sources = [...people, ...sourcesOf(form, node)]
  return { node, said, own: named ? stricter(plain, 'personal') : plain, sources }
}

/** What a source brings along. Whether a question was asked at all tells little, unless it hangs on what is specific. */
function brought({ node, column }: Source, found: ReadonlyMap<SurveyNode, Privacy>): Privacy {
  const privacy = typeof node === 'string' ? 'personal' : (found.get(node) ?? 'open')
  return column === 'relevant' && privacy === 'personal' ? 'open' : privacy
}

/** Refuses a mark that says less than what the answer is made of. */
function checkMark(
  { node, said, own, sources }: Judged,
  found: ReadonlyMap<SurveyNode, Privacy>,
  report: Report,
) {
  const due = found.get(node) ?? 'open'
  if (node.kind !== 'question' || node.made || !said || rank[said] >= rank[due]) return
  const source = sources.find((each) => brought(each, found) === due)
  const place =
    node.row.has('personal') || !source ? node.row.at('personal') : source.at.row.at(source.column)
  const facts = { mend: due === 'specific' ? 'specific' : 'yes' }
  if (!source || own === due) report.fault('personal-id', place, node.name, facts)
  else if (typeof source.node === 'string')
    report.fault('personal-file', place, node.name, { ...facts, file: source.node })
  else
    report.fault('personal-read', place, node.name, {
      ...{ ...facts, source: source.node.name, line: source.node.row.row, cell: source.column },
    })
}

/**
 * Privacy of every question. What is worked out from a personal answer, filled in from it, chosen by it, asked as often as it
 * says or taken out of a list of people is as personal as that, however far away; what is asked only where a specific answer
 * is so, is specific. Faults: a mark that says less.
 */
export function privacyOf(form: PrivacyForm, report: Report): Map<SurveyNode, Privacy> {
  const all = [...nodesOf(form.root)].map((node) => judged(form, node, report))
  const found = new Map(all.map(({ node, own }) => [node, own]))
  for (let changed = true; changed; ) {
    changed = false
    for (const { node, sources } of all) {
      const own = found.get(node) ?? 'open'
      const most = sources.reduce((strictest, each) => stricter(strictest, brought(each, found)), own)
      if (most === own) continue
      found.set(node, most)
      changed = true
    }
  }
  for (const each of all) checkMark(each, found, report)
  return found
}
