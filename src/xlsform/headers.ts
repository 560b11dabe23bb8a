// The columns an XLSForm may have, by every name that has been published for them (xlsform.org, and pyxform's aliases
// since its first versions), and how a heading says its language.

export type SheetKind = 'survey' | 'choices' | 'settings' | 'entities' | 'external_choices'
/** What a heading means; `language` is '' where the heading names none. */
export type Heading = { key: string; language: string }

/** Sheet names, as written by people. */
export const sheetNames: Readonly<Record<string, SheetKind>> = {
  survey: 'survey',
  choices: 'choices',
  choices_and_columns: 'choices',
  columns: 'choices',
  settings: 'settings',
  entities: 'entities',
  external_choices: 'external_choices',
}

const media = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  'big-image': 'big-image',
  big_image: 'big-image',
}
const texts = { label: 'label', caption: 'label', ...media }

const survey: Readonly<Record<string, string>> = {
  ...texts,
  type: 'type',
  command: 'type',
  name: 'name',
  tag: 'name',
  value: 'name',
  hint: 'hint',
  guidance_hint: 'guidance_hint',
  relevant: 'relevant',
  relevance: 'relevant',
  required: 'required',
  required_message: 'required_message',
  requiredmsg: 'required_message',
  'jr:requiredmsg': 'required_message',
  constraint: 'constraint',
  constraint_message: 'constraint_message',
  constraining_message: 'constraint_message',
  constraintmsg: 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  calculation: 'calculation',
  calculate: 'calculation',
  default: 'default',
  trigger: 'trigger',
  appearance: 'appearance',
  choice_filter: 'choice_filter',
  parameters: 'parameters',
  repeat_count: 'repeat_count',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  read_only: 'read_only',
  readonly: 'read_only',
  no_app_error_string: 'no_app_error_string',
  noapperrorstring: 'no_app_error_string',
  'jr:noapperrorstring': 'no_app_error_string',
  autoplay: 'body::autoplay',
  rows: 'body::rows',
  accept: 'body::accept',
  intent: 'body::intent',
  compact_tag: 'instance::odk:tag',
  save_to: 'save_to',
  disabled: 'disabled',
  personal: 'personal',
}

const choices: Readonly<Record<string, string>> = {
  ...texts,
  list_name: 'list_name',
  list: 'list_name',
  name: 'name',
  value: 'name',
}

const settings: Readonly<Record<string, string>> = {
  form_title: 'form_title',
  set_form_title: 'form_title',
  title: 'form_title',
  form_id: 'form_id',
  set_form_id: 'form_id',
  id_string: 'form_id',
  version: 'version',
  instance_name: 'instance_name',
  default_language: 'default_language',
  style: 'style',
  public_key: 'public_key',
  submission_url: 'submission_url',
  auto_send: 'auto_send',
  auto_delete: 'auto_delete',
  allow_choice_duplicates: 'allow_choice_duplicates',
  name: 'name',
  namespaces: 'namespaces',
  instance_xmlns: 'instance_xmlns',
  omit_instanceid: 'omit_instance_id',
  client_editable: 'client_editable',
  prefix: 'prefix',
  delimiter: 'delimiter',
  sms_keyword: 'sms_keyword',
  sms_separator: 'sms_separator',
  sms_allow_media: 'sms_allow_media',
  sms_date_format: 'sms_date_format',
  sms_datetime_format: 'sms_datetime_format',
  sms_response: 'sms_response',
}

const entities: Readonly<Record<string, string>> = {
  list_name: 'dataset',
  dataset: 'dataset',
  label: 'label',
  entity_id: 'entity_id',
  create_if: 'create_if',
  update_if: 'update_if',
  repeat: 'repeat',
}

const known: Readonly<Record<SheetKind, Readonly<Record<string, string>>>> = {
  survey,
  choices,
  settings,
  entities,
  external_choices: choices,
}

/** Keys whose text may be written in several languages. */
const translatable = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'image',
  'big-image',
  'audio',
  'video',
])
export const mediaKeys = ['image', 'big-image', 'audio', 'video'] as const

/** Every name a sheet's headings may have, for suggestions. */
export const headingsOf = (kind: SheetKind): string[] => Object.keys(known[kind])

const own = (record: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
const plain = (part: string): string =>
  part
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_')

/** Attributes of a bind that have a column of their own. */
const binds: Readonly<Record<string, string>> = {
  relevant: 'relevant',
  readonly: 'read_only',
  required: 'required',
  constraint: 'constraint',
  calculate: 'calculation',
  'jr:constraintmsg': 'constraint_message',
  'jr:requiredmsg': 'required_message',
  'jr:noapperrorstring': 'no_app_error_string',
  'entities:saveto': 'save_to',
}
const bodies: Readonly<Record<string, string>> = { appearance: 'appearance', 'jr:count': 'repeat_count' }

/** Parts of a heading: 'label::English (en)', 'label:English', 'bind:jr:constraintMsg::English'. */
function partsOf(written: string): string[] {
  if (written.includes('::')) return written.split('::').map((part) => part.trim())
  const parts = written.split(':').map((part) => part.trim())
  const jr = parts.findIndex((part) => ['jr', 'odk', 'orx', 'entities', 'esri'].includes(part.toLowerCase()))
  if (jr >= 0 && parts[jr + 1]) parts.splice(jr, 2, `${parts[jr]}:${parts[jr + 1]}`)
  return parts
}

/** bind::…, body::…, instance::…, media::…: an own column where there is one, else passed through. */
function prefixed(parts: readonly string[]): Heading | null {
  const [prefix, name, language = ''] = [plain(parts[0] ?? ''), parts[1] ?? '', parts[2] ?? '']
  if (name === '') return null
  if (prefix === 'media') {
    const key = own(texts, plain(name))
    return key && key !== 'label' ? { key, language } : null
  }
  if (prefix === 'bind') return { key: own(binds, name.toLowerCase()) ?? `bind::${name}`, language }
  if (prefix === 'body' || prefix === 'control') {
    return { key: own(bodies, name.toLowerCase()) ?? `body::${name}`, language }
  }
  return prefix === 'instance' || prefix === 'attribute' ? { key: `${prefix}::${name}`, language } : null
}

/** What a heading means in a sheet, or null where nobody has published such a column. */
export function headingOf(kind: SheetKind, written: string): Heading | null {
  const whole = own(known[kind], plain(written)) ?? own(known[kind], plain(written).replace(/-/g, '_'))
  if (whole) return { key: whole, language: '' }
  const parts = partsOf(written)
  if (parts.length < 2) return null
  const key = own(known[kind], plain(parts[0] ?? ''))
  if (key && translatable.has(key)) return { key, language: parts.slice(1).join(':').trim() }
  return kind === 'survey' || kind === 'settings' || parts[0]?.trim().toLowerCase() === 'media'
    ? prefixed(parts)
    : null
}

/** 'label::English (en)': how a heading is written when the workbook is written anew. */
export function canonicalHeading(heading: Heading): string {
  const name = heading.key === 'dataset' ? 'list_name' : heading.key
  return heading.language === '' ? name : `${name}::${heading.language}`
}

export const spelling = (language: string): string => language.toLowerCase().replace(/\s+/g, '')

/** One language, however its capitals and spaces are written: 'Indonesia(id)' is no other than 'Indonesia (id)'. */
export class Spellings {
  readonly #first = new Map<string, string>()

  of(language: string): string {
    const key = spelling(language)
    const first = this.#first.get(key) ?? language
    this.#first.set(key, first)
    return first
  }
}
