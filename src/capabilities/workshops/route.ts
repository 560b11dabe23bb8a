// The question route (alur pertanyaan) of a workshop: as it was set, else as its programme proposes, else as the house does.
import type { View } from '../../kernel/view.ts'
import { kindOf } from '../meetings/kinds.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Words } from '../programmes/definition.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { type Level, levels, type Question, type Session, sessionCollection } from './session.ts'

export type Origin = 'set' | 'programme' | 'house'
export type Route = { questions: readonly Question[]; from: Origin }

/** Grade R: written for this house, after the order of ORID (Technology of Participation) and the three roots of Siklus 2006. */
const ours: readonly { level: Level; question: Words }[] = [
  {
    level: 'objective',
    question: {
      id: 'Apa yang kita lihat dan alami sehari-hari tentang hal ini di kampung kita?',
      en: 'What do we see and live through here every day about this?',
    },
  },
  {
    level: 'objective',
    question: {
      id: 'Siapa yang mengalaminya, di mana, dan sejak kapan?',
      en: 'Who lives through it, where, and since when?',
    },
  },
  {
    level: 'reflective',
    question: {
      id: 'Apa yang kita rasakan ketika melihat hal itu?',
      en: 'What do we feel when we see it?',
    },
  },
  {
    level: 'interpretive',
    question: {
      id: 'Mengapa hal itu terjadi? Apa yang ada di balik sebab itu?',
      en: 'Why does it happen? What lies behind that cause?',
    },
  },
  {
    level: 'interpretive',
    question: {
      id: 'Bagaimana sikap dan kebiasaan kita sendiri ikut menyebabkannya?',
      en: 'How do our own ways and habits play a part in it?',
    },
  },
  {
    level: 'decisional',
    question: {
      id: 'Apa yang kita sepakati untuk dilakukan, siapa melakukannya, dan kapan?',
      en: 'What do we agree to do, who does it, and by when?',
    },
  },
]

const proposed = (route: typeof ours, say: (words: Words) => string): Question[] =>
  route.map(({ level, question }, at) => ({ id: `${level}_${at + 1}`, level, text: say(question) }))

/** `say`: in whose language what was not set by people is read. */
export function routeOf(view: View, meeting: Meeting, say: (words: Words) => string): Route {
  const set = view.get<Session>(sessionCollection, meeting.id)?.questions
  if (set) return { questions: set, from: 'set' }
  const enrolled = enrolledIn(view, meeting.enrolment)
  const kind = enrolled && kindOf(enrolled.programme, meeting.group, meeting.kind)
  const route = kind && 'route' in kind ? kind.route : undefined
  return route
    ? { questions: proposed(route, say), from: 'programme' }
    : { questions: proposed(ours, say), from: 'house' }
}

/** The levels of which there is no question, and whether they come in their order. */
export function levelsOf(questions: readonly Pick<Question, 'level'>[]): {
  missing: Level[]
  ordered: boolean
} {
  const at = questions.map(({ level }) => levels.indexOf(level))
  return {
    missing: levels.filter((level) => questions.every((each) => each.level !== level)),
    ordered: at.every((level, n) => n === 0 || level >= (at[n - 1] ?? 0)),
  }
}
