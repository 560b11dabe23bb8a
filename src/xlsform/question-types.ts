// The type cell of the survey sheet, by every name published for it.
import type { AnswerType } from './model.ts'

export type QuestionType = {
  is: 'question'
  type: AnswerType
  /** Name of the list, file or repeated question that the choices come from; '' for others. */
  list: string
  from: 'none' | 'choices' | 'file' | 'external' | 'repeat'
  orOther: boolean
  metadata: string
}
export type ParsedType =
  | QuestionType
  | { is: 'begin'; what: 'group' | 'repeat' }
  | { is: 'end'; what: 'group' | 'repeat' }
  | { is: 'instance'; format: 'xml' | 'csv' }
  | { is: 'unsupported'; mend: string }
  | { is: 'no-list'; written: string }

const plainTypes: Readonly<Record<string, AnswerType>> = {
  text: 'text',
  string: 'text',
  'add text prompt': 'text',
  'q string': 'text',
  integer: 'integer',
  int: 'integer',
  'add integer prompt': 'integer',
  'q int': 'integer',
  decimal: 'decimal',
  'add decimal prompt': 'decimal',
  'q decimal': 'decimal',
  range: 'range',
  date: 'date',
  'add date prompt': 'date',
  'q date': 'date',
  time: 'time',
  'add time prompt': 'time',
  datetime: 'dateTime',
  'date time': 'dateTime',
  'add date time prompt': 'dateTime',
  'add datetime prompt': 'dateTime',
  'q date time': 'dateTime',
  'q datetime': 'dateTime',
  geopoint: 'geopoint',
  gps: 'geopoint',
  location: 'geopoint',
  'add location prompt': 'geopoint',
  'q geopoint': 'geopoint',
  'q location': 'geopoint',
  geotrace: 'geotrace',
  geoshape: 'geoshape',
  image: 'image',
  photo: 'image',
  'add image prompt': 'image',
  'add photo prompt': 'image',
  'q picture': 'image',
  'q image': 'image',
  audio: 'audio',
  'add audio prompt': 'audio',
  'q audio': 'audio',
  video: 'video',
  'add video prompt': 'video',
  'q video': 'video',
  file: 'file',
  'add file prompt': 'file',
  note: 'note',
  'add note prompt': 'note',
  'q note': 'note',
  calculate: 'calculate',
  'add calculate prompt': 'calculate',
  'q calculate': 'calculate',
  hidden: 'hidden',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  'add acknowledge prompt': 'acknowledge',
  'q acknowledge': 'acknowledge',
  barcode: 'barcode',
  'add barcode prompt': 'barcode',
  'q barcode': 'barcode',
}

const metadataTypes: Readonly<Record<string, string>> = {
  start: 'start',
  'start time': 'start',
  'get start time': 'start',
  end: 'end',
  'end time': 'end',
  'get end time': 'end',
  today: 'today',
  'get today': 'today',
  deviceid: 'deviceid',
  'device id': 'deviceid',
  'get device id': 'deviceid',
  imei: 'deviceid',
  username: 'username',
  phonenumber: 'phonenumber',
  'get phone number': 'phonenumber',
  email: 'email',
  simserial: 'simserial',
  'sim id': 'simserial',
  'get sim id': 'simserial',
  subscriberid: 'subscriberid',
  'subscriber id': 'subscriberid',
  'get subscriber id': 'subscriberid',
  audit: 'audit',
  'start-geopoint': 'start-geopoint',
  'start geopoint': 'start-geopoint',
  'background-geopoint': 'background-geopoint',
  'background geopoint': 'background-geopoint',
  'background-audio': 'background-audio',
  'background audio': 'background-audio',
}

const unsupported: Readonly<Record<string, string>> = {
  osm: 'geoshape',
  loop: 'begin repeat',
  'cascading select': 'choice_filter',
  'phone number': 'text',
  percentage: 'integer',
}

type Select = { words: readonly string[]; type: AnswerType; from: QuestionType['from'] }
/** Longest names first, so that 'select one from file' is not read as 'select one from' with a list called file. */
const selects: readonly Select[] = [
  { words: ['select_one_from_file', 'select one from file'], type: 'select_one', from: 'file' },
  {
    words: ['select_multiple_from_file', 'select multiple from file'],
    type: 'select_multiple',
    from: 'file',
  },
  { words: ['select_one_external', 'select one external'], type: 'select_one', from: 'external' },
  {
    words: [
      'add select one prompt using',
      'select one from',
      'select one using',
      'select_one',
      'select one',
      'select1',
    ],
    type: 'select_one',
    from: 'choices',
  },
  {
    words: [
      'add select multiple prompt using',
      'select all that apply from',
      'select all that apply',
      'select multiple from',
      'select multiple using',
      'select_multiple',
      'select multiple',
    ],
    type: 'select_multiple',
    from: 'choices',
  },
  { words: ['rank'], type: 'rank', from: 'choices' },
]

const question = (type: AnswerType, more: Partial<QuestionType> = {}): QuestionType => ({
  is: 'question',
  type,
  list: '',
  from: 'none',
  orOther: false,
  metadata: '',
  ...more,
})

const orOther = /[\s_]+(or[\s_]+specify[\s_]+other|or[\s_]+other)$/i

function selectOf(written: string): ParsedType | null {
  const lower = written.toLowerCase()
  for (const { words, type, from } of selects) {
    const word = words.find((each) => lower === each || lower.startsWith(`${each} `))
    if (word === undefined) continue
    const list = written.slice(word.length).trim()
    const bare = list.replace(orOther, '')
    if (bare === '' || /^or[\s_](specify[\s_])?other$/i.test(bare)) return { is: 'no-list', written }
    const repeat = /^\$\{([^{}]+)\}$/.exec(bare)
    return question(type, {
      from: repeat ? 'repeat' : from,
      list: repeat?.[1]?.trim() ?? bare,
      orOther: bare !== list,
    })
  }
  return null
}

const sections = /^(begin|end)[\s_]+(group|repeat|lgroup|looped group)$/

/** What the type cell means, or null where no such type was ever published. */
export function typeOf(written: string): ParsedType | null {
  const clean = written.replace(/\s+/g, ' ').trim()
  if (clean.length > 300) return null
  const lower = clean.toLowerCase()
  const section = sections.exec(lower)
  if (section) {
    return { is: section[1] === 'begin' ? 'begin' : 'end', what: section[2] === 'group' ? 'group' : 'repeat' }
  }
  if (/^xml[\s_-]external$/.test(lower)) return { is: 'instance', format: 'xml' }
  if (/^csv[\s_-]external$/.test(lower)) return { is: 'instance', format: 'csv' }
  if (Object.hasOwn(plainTypes, lower)) return question(plainTypes[lower] as AnswerType)
  if (Object.hasOwn(metadataTypes, lower))
    return question('metadata', { metadata: metadataTypes[lower] ?? '' })
  const select = selectOf(clean)
  if (select) return select
  const refused = Object.keys(unsupported).find(
    (each) => lower === each || lower.replace(/_/g, ' ').includes(each),
  )
  if (refused && !/select_/.test(lower)) return { is: 'unsupported', mend: unsupported[refused] ?? '' }
  return null
}
