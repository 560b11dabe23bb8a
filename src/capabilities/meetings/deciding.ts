// What a meeting may leave: an option of its question, or that nothing was decided yet. A village that wants to think
// longer closes its meeting all the same and holds another; no programme need write that option down.
import type { Text } from '../../kernel/text.ts'
import type { MeetingKind } from '../programmes/definition.ts'
import type { Meeting } from './meeting.ts'

type Question = NonNullable<MeetingKind['decision']>
type Option = Question['options'][number]

/** No programme's own option: it gives no fact, and a letter never rests on it. */
export const undecided = 'undecided'
export const undecidedTitle: Text = ['Belum diputuskan', 'Not decided yet']
const [id, en] = undecidedTitle
const undecidedOption: Option = { id: undecided, title: { id, en } }

/** The options of a question; the third way stands last, where the programme has no "belum" of its own. */
export const optionsOf = ({ options }: Question): readonly Option[] =>
  options.some((each) => each.id === 'belum') ? options : [...options, undecidedOption]

/** Whether a meeting decided its question. */
export const hasDecided = ({ decision }: Pick<Meeting, 'decision'>): boolean =>
  decision !== null && decision.option !== undecided
