// The definitions that hold at a place, asked of the server; and one of them whole.
import { type Answer, useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import type { Programme } from '../definition.ts'
import type { DefinitionEntry } from '../overview.ts'

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
