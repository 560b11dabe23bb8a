// The definitions that hold at a place, asked of the server; and one of them whole.
import type { Day } from '../../../kernel/day.ts'
import { type Answer, useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import type { Programme } from '../definition.ts'
import { isOver } from '../era/era.ts'
import type { DefinitionEntry } from '../overview.ts'
import { t } from './all-words.ts'
import { words } from './words.tsx'

/** `turn` asks anew after an import. */
export const useDefinitions = (
  place: string,
  turn = 0,
): { entries: readonly DefinitionEntry[] | undefined; answer: Answer<unknown> } => {
  const answer = useAnswer<{ definitions: DefinitionEntry[] }>('programmes.available', { place }, turn)
  return { entries: answer.value?.definitions, answer }
}

/** One of them; null while none is chosen. */
export const useDefinition = (place: string, key: string): Answer<{ body: Programme }> =>
  useAnswer<{ body: Programme }>('programmes.definition', key ? { place, key } : null)

/** Its title, and that its era is over. The year may be inferred only; `tellsApart` says how sure it is. */
export const withEnd = ({ title, era }: DefinitionEntry, day: Day): string =>
  isOver(era, day) ? `${words(title)} (${t('enrol.era-over')})` : words(title)

/** What tells one programme from another of a list: edition, years, who begins it, and its version once there were several. */
export function tellsApart({ edition, era, organiser, version }: DefinitionEntry): string {
  const about = era.evidence === 'I' ? 'about-' : ''
  return [
    words(edition),
    era.to === null
      ? t(`enrol.${about}since`, { from: String(era.from) })
      : t(`enrol.${about}years`, { from: String(era.from), to: String(era.to) }),
    t('enrol.begins-with', { organiser: words(organiser) }),
    ...(version > 1 ? [t('definitions.version', { version })] : []),
  ].join(' · ')
}
