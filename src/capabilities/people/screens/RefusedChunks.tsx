// Chunks of an import that the server refused: which rows and why, and how to go on without them.
import { newId } from '../../../kernel/id.ts'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { say, translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { letterOf } from '../../places/tree.ts'
import { word } from '../hooks.browser.ts'
import { type RegisterMany, registerMany } from '../household.ts'
import { type HomeOf, leftByServer } from '../importing/left-out.ts'
import { withoutRefused } from '../importing/without-refused.ts'
import { peopleTexts } from '../texts.ts'
import { importTexts } from '../texts-import.ts'
import { changeLeft, columnWord } from './left-out.ts'
import { OwnerLink } from './OwnerLink.tsx'
import { type Pending, usePending } from './pending.ts'

const t = translate(importTexts)

export function RefusedChunks({ place }: { place: string }) {
  const pending = usePending<RegisterMany>(registerMany.name)
  const refused = pending.filter(({ entry }) => entry.status === 'refused' && entry.place === place)
  if (refused.length === 0) return null
  return (
    <Notice tone="refused" title={t('import.refused')}>
      <Stack gap={3}>
        <p>{t('import.refused-why')}</p>
        {refused.map((chunk) => (
          <RefusedChunk key={chunk.entry.n} chunk={chunk} />
        ))}
      </Stack>
    </Notice>
  )
}

const wordOfPoor = 'Ya'

/** RT, RW and hamlet as a list writes them, for those above a local place. */
const homeIn =
  (all: readonly LocalPlace[]): HomeOf =>
  (id) => {
    const told: Partial<Record<'rt' | 'rw' | 'hamlet', string>> = {}
    for (let at = all.find((each) => each.id === id); at; at = all.find((each) => each.id === at?.parent)) {
      if (at.kind === 'hamlet') told.hamlet = at.name ?? ''
      if (at.kind === 'rt' || at.kind === 'rw') told[at.kind] = `${at.number ?? ''}${letterOf(at)}`
    }
    return told
  }

const nameOf = (input: RegisterMany, field: string | undefined): string => {
  const [kind, index] = (field ?? '').split('.')
  if (kind === 'persons') return `${input.persons[Number(index)]?.name ?? ''}: `
  const home = kind === 'households' ? input.households[Number(index)] : undefined
  const head = input.persons.find((person) => person.household === home?.id && person.relation === 'head')
  return head ? `${head.name}: ` : ''
}

function RefusedChunk({ chunk: { entry, input } }: { chunk: Pending<RegisterMany> }) {
  const { give, giving } = useGiving()
  const { rest, dropped } = withoutRefused(input, entry.refusals)
  const homes = useRows<LocalPlace>(localCollection)
  const goOn = () =>
    give(async (phone) => {
      // Kept first: what is dropped from the outbox must wait somewhere.
      const stays = new Set(rest.persons.map(({ id }) => id))
      const now = new Date().toISOString()
      const list = { id: newId(), file: t('left.from-server'), at: now }
      const words = { column: columnWord, of: word, poor: wordOfPoor }
      const left = leftByServer(input, entry.refusals, stays, { ...list, words, home: homeIn(homes) })
      await changeLeft(phone.open, entry.place, (lists) => (left.rows.length > 0 ? [...lists, left] : lists))
      await (rest.persons.length + rest.households.length > 0
        ? phone.mend(entry.n, rest)
        : phone.discard(entry))
    })
  return (
    <div>
      <strong>{t('import.chunk', { count: input.persons.length })}</strong>
      <ul>
        {entry.refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.field}`}>
            {nameOf(input, refusal.field)}
            {say(refusal, peopleTexts)} <OwnerLink place={entry.place} refusal={refusal} />
          </li>
        ))}
      </ul>
      {dropped > 0 && (
        <Button loading={giving} onClick={() => void goOn()}>
          {t('import.go-on', { count: dropped })}
        </Button>
      )}
    </div>
  )
}
