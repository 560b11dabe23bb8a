// Chunks of an import that the server refused: which rows and why, and how to go on without them.
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { say, translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type RegisterMany, registerMany } from '../household.ts'
import { withoutRefused } from '../importing/without-refused.ts'
import { peopleTexts } from '../texts.ts'
import { importTexts } from '../texts-import.ts'
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
  const goOn = () =>
    give((phone) =>
      rest.persons.length + rest.households.length > 0 ? phone.mend(entry.n, rest) : phone.discard(entry),
    )
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
