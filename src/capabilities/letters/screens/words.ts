// How letters are said on their screens.
import { useMemo } from 'react'
import { type Day, fullDay, longDay } from '../../../kernel/day.ts'
import { isSigned } from '../../../kernel/paper.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { language, translate } from '../../../platform/browser/language.ts'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import type { LetterKind, Programme, Words } from '../../programmes/definition.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import type { Incoming } from '../incoming.ts'
import { commonKinds } from '../kind.ts'
import type { Letter } from '../letter.ts'
import { sendingsOf } from '../sending.ts'
import { lettersTexts } from '../texts.ts'

export const t = translate(lettersTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day | null | undefined): string => (day ? longDay(day, language()) : '–')
export const dayInWords = (day: Day): string | undefined => (day ? fullDay(day, language()) : undefined)

export const stateOf = (letter: Letter): { status: Status; label: string } => {
  if (letter.state === 'cancelled') return { status: 'declined', label: t('letters.state-cancelled') }
  if (letter.state === 'draft') return { status: 'draft', label: t('letters.state-draft') }
  if (isSigned(letter.acknowledgement)) return { status: 'done', label: t('letters.state-acknowledged') }
  if (letter.state === 'sent') return { status: 'done', label: t('letters.state-sent') }
  return {
    status: 'running',
    label: t(sendingsOf(letter).length > 0 ? 'letters.state-partly' : 'letters.state-issued'),
  }
}

export const agendaText = ({ agenda, year }: Incoming): string =>
  agenda === null ? t('received.agenda-waits') : `${agenda}/${year}`

export const incomingState = ({ struck, dispositions }: Incoming): { status: Status; label: string } => {
  if (struck) return { status: 'declined', label: t('received.struck') }
  if (dispositions.some(({ done }) => done === null)) return { status: 'running', label: t('received.open') }
  return dispositions.length > 0
    ? { status: 'done', label: t('received.done') }
    : { status: 'draft', label: t('received.noted') }
}

export type KindChoice = {
  id: string
  title: string
  /** The programme's own kind, with who signs; null for a common one. */
  own: { enrolment: EnrolmentRow; programme: Programme; kind: LetterKind } | null
}

/** Kinds that can be written here: those of running programmes first, then the common ones. */
export function useLetterKinds(): readonly KindChoice[] {
  const enrolments = useRows<EnrolmentRow>('programmes.enrolment')
  const programmes = useRows<Programme & { key: string }>('programmes.programme')
  const spoken = language()
  return useMemo(() => {
    const running = enrolments.filter((enrolment) => enrolment.status === 'started')
    const own = running.flatMap((enrolment) => {
      const programme = programmes.find((each) => each.key === enrolment.programme)
      const kinds = programme?.kinds.letters ?? []
      return kinds.map((kind) => ({
        id: kind.id,
        title: kind.title[spoken],
        own: programme ? { enrolment, programme, kind } : null,
      }))
    })
    const common = Object.entries(commonKinds).map(([id, { title }]) => ({
      id,
      title: spoken === 'id' ? title[0] : title[1],
      own: null,
    }))
    return [...own, ...common]
  }, [enrolments, programmes, spoken])
}

export function kindTitle(kinds: readonly KindChoice[], kind: string): string {
  return kinds.find((each) => each.id === kind)?.title ?? kind.replaceAll('_', ' ')
}
