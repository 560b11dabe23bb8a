// A form with every type of answer, in groups and in repeats within repeats, for tests of reading submissions.
import type { AnswerType, FormModel, Group, Item, Privacy, Question } from '../../../xlsform/model.ts'

const choices = ['satu', 'dua', 'tiga'].map((name) => ({ name, label: { '': name }, media: {}, extra: {} }))

export const ask = (path: string, type: AnswerType, given: Partial<Question> = {}): Question => ({
  ...{ kind: 'question', name: path.split('/').at(-1) ?? '', path, type, label: {}, hint: {} },
  list: type.startsWith('select') || type === 'rank' ? 'l' : null,
  ...{ required: false, readonly: false, appearance: '', metadata: null, privacy: 'open', row: 2 },
  ...given,
})

export const within = (kind: 'group' | 'repeat', path: string, children: readonly Item[]): Group => ({
  ...{
    kind,
    name: path.split('/').at(-1) ?? '',
    path,
    label: {},
    appearance: '',
    counted: false,
    children,
    row: 2,
  },
})

export const types = [
  ...([
    'text',
    'integer',
    'decimal',
    'range',
    'select_one',
    'select_multiple',
    'rank',
    'date',
    'time',
  ] as const),
  ...([
    'dateTime',
    'geopoint',
    'geotrace',
    'geoshape',
    'image',
    'audio',
    'video',
    'file',
    'calculate',
  ] as const),
  ...(['hidden', 'acknowledge', 'barcode'] as const),
]

const all = (base: string): Question[] =>
  types.flatMap((type) =>
    (['open', 'personal'] as const satisfies readonly Privacy[]).map((privacy) =>
      ask(`${base}/${type}_${privacy}`, type, { privacy }),
    ),
  )

export const everyType: FormModel = {
  ...{ formId: 'semua', version: '7', title: 'Semua', root: '/data', languages: [''], defaultLanguage: '' },
  items: [
    ask('/data/start', 'metadata', { metadata: 'start' }),
    ...all('/data'),
    within('group', '/data/g', all('/data/g')),
    within('repeat', '/data/r', [...all('/data/r'), within('repeat', '/data/r/g/rr', all('/data/r/g/rr'))]),
  ],
  lists: { l: choices },
  files: [],
  entities: [],
  named: true,
  settings: {},
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

type Node = { [name: string]: string | Node | readonly Node[] }

/** The XML of an instance, as a phone would write it. */
export function xmlOf(
  node: Node,
  about: { id: string; version: string; instance: string; meta?: string },
): string {
  const write = (inside: Node): string =>
    Object.entries(inside)
      .map(([name, value]) => {
        if (typeof value === 'string') return `<${name}>${escaped(value)}</${name}>`
        if (Array.isArray(value))
          return value.map((each) => `<${name}>${write(each as Node)}</${name}>`).join('')
        return `<${name}>${write(value as Node)}</${name}>`
      })
      .join('')
  return (
    `<?xml version="1.0"?><data xmlns:orx="http://openrosa.org/xforms" id="${about.id}" version="${about.version}">` +
    `${write(node)}<orx:meta><orx:instanceID>${about.instance}</orx:instanceID>${about.meta ?? ''}</orx:meta></data>`
  )
}
