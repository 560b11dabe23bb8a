// A household survey as it is filled in: twenty questions, two to five members; all people are made up.
import { createHash } from 'node:crypto'
import type { AnswerType, FormModel, Item, Privacy, Question } from '../../src/xlsform/model.ts'

const ask = (
  path: string,
  type: AnswerType,
  privacy: Privacy = 'open',
  metadata: string | null = null,
): Question => ({
  ...{ kind: 'question', name: path.split('/').at(-1) ?? '', path, type, label: {}, hint: {}, list: null },
  ...{ required: false, readonly: false, appearance: '', metadata, privacy, row: 2 },
})

/** Those that are chosen from a list, so that charts and tables can be made of them. */
const lists = {
  water: ['sumur', 'pdam'],
  sanitation: ['sendiri', 'bersama'],
}
const choices = (words: readonly string[]) =>
  words.map((name) => ({ name, label: { '': name }, media: {}, extra: {} }))
const listed = (question: Question): Question =>
  question.name in lists ? { ...question, list: question.name } : question

const under = (base: string, of: Readonly<Record<string, readonly [AnswerType, Privacy]>>): Question[] =>
  Object.entries(of).map(([name, [type, privacy]]) => listed(ask(`${base}/${name}`, type, privacy)))

const open = (type: AnswerType) => [type, 'open'] as const
const personal = (type: AnswerType) => [type, 'personal'] as const

const items: Item[] = [
  ask('/data/start', 'metadata', 'open', 'start'),
  ask('/data/end', 'metadata', 'open', 'end'),
  ...under('/data', {
    ...{ village_code: open('text'), hamlet: open('text'), rt: open('integer'), rw: open('integer') },
    ...{ gps: personal('geopoint'), head_name: personal('text'), head_nik: personal('text') },
    ...{ head_birth: personal('date'), head_sex: open('select_one'), kk_no: personal('text') },
    ...{ water: open('select_one'), sanitation: open('select_one'), floor: open('select_one') },
    ...{
      electricity: open('select_one'),
      income: open('decimal'),
      disaster_exposed: open('select_multiple'),
    },
    ...{ photo: personal('image'), notes: personal('text') },
  }),
  {
    ...{
      kind: 'repeat',
      name: 'member',
      path: '/data/member',
      label: {},
      appearance: '',
      counted: false,
      row: 30,
    },
    children: under('/data/member', {
      ...{ name: personal('text'), nik: personal('text'), birth: personal('date'), sex: open('select_one') },
      ...{
        relation: open('select_one'),
        schooling: open('select_one'),
        disability: ['select_one', 'specific'],
      },
    }),
  },
]

export const household: FormModel = {
  ...{ formId: 'household', version: '1', title: 'Survei Rumah Tangga', root: '/data' },
  ...{
    languages: [''],
    defaultLanguage: '',
    items,
    lists: { water: choices(lists.water), sanitation: choices(lists.sanitation) },
    files: [],
    entities: [],
    named: false,
    settings: {},
  },
}

/** Numbers that are the same in every run. */
function dice(seed: number): () => number {
  let x = (seed * 2_654_435_761 + 1_013_904_223) >>> 0 || 1
  return () => {
    x ^= x << 13
    x >>>= 0
    x ^= x >>> 17
    x ^= x << 5
    x >>>= 0
    return x / 4_294_967_296
  }
}

const given =
  'Agus Ani Asep Budi Dewi Dian Eko Fitri Hadi Indah Joko Lestari Maria Nur Putri Rahmat Siti Sri Wayan'.split(
    ' ',
  )
const family =
  'Aritonang Basri Gunawan Harahap Hidayat Irawan Kurniawan Lubis Manurung Nugroho Pratama Sihombing Wibowo'.split(
    ' ',
  )

/** The nth household of a run; the same run and number give the same bytes. */
export function submission(
  run: string,
  n: number,
  photo: boolean,
): { instance: string; xml: string; file: string } {
  const hex = createHash('sha1').update(`${run}:${n}`).digest('hex')
  const instance = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  const throwDice = dice(Number.parseInt(hex.slice(0, 7), 16))
  const int = (from: number, to: number) => from + Math.floor(throwDice() * (to - from + 1))
  const pick = (words: readonly string[]) => words[int(0, words.length - 1)] as string
  const nik = () => `${int(110000, 940000)}${int(100000, 999999)}0000`
  const name = () => `${pick(given)} ${pick(family)}`
  const day = (from: number, to: number) => `${int(from, to)}-0${int(1, 9)}-${int(10, 28)}`
  const member = () =>
    `<member><name>${name()}</name><nik>${nik()}</nik><birth>${day(2005, 2025)}</birth><sex>${pick(['l', 'p'])}</sex><relation>${pick(['istri', 'anak'])}</relation><schooling>${pick(['sd', 'smp', 'sma'])}</schooling><disability>${pick(['tidak', 'ya'])}</disability></member>`
  const file = photo ? `${instance}.jpg` : ''
  const xml =
    '<?xml version="1.0"?>\n<data xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" id="household" version="1">' +
    '<start>2026-11-22T08:00:00.000+07:00</start><end>2026-11-22T08:25:00.000+07:00</end>' +
    `<village_code>${int(11, 94)}71041001</village_code><hamlet>Dusun ${int(1, 9)}</hamlet><rt>${int(1, 20)}</rt><rw>${int(1, 9)}</rw>` +
    `<gps>${(throwDice() * -8).toFixed(6)} ${(100 + throwDice() * 30).toFixed(6)} ${int(1, 900)} ${int(3, 30)}</gps>` +
    `<head_name>${name()}</head_name><head_nik>${nik()}</head_nik><head_birth>${day(1940, 1999)}</head_birth><head_sex>${pick(['l', 'p'])}</head_sex><kk_no>${nik()}</kk_no>` +
    `<water>${pick(['sumur', 'pdam'])}</water><sanitation>${pick(['sendiri', 'bersama'])}</sanitation><floor>${pick(['tanah', 'semen'])}</floor><electricity>${pick(['pln', 'non'])}</electricity>` +
    `<income>${int(300, 6000)}000</income><disaster_exposed>${pick(['banjir', 'gempa longsor'])}</disaster_exposed><photo>${file}</photo><notes>Catatan ${int(1, 1_000_000)} untuk keluarga</notes>` +
    `${Array.from({ length: int(2, 5) }, member).join('')}<meta><instanceID>uuid:${instance}</instanceID></meta></data>`
  return { instance, xml, file }
}
