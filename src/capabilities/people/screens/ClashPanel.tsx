// An edit that met somebody else's: field by field, mine or theirs, and then it is sent again.
import { useState } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { useLocalPlaces, word } from '../hooks.browser.ts'
import { type ChangePerson, changePerson, type PersonRow } from '../person.ts'
import { screenTexts } from '../texts-screens.ts'
import { type Pending, usePending } from './pending.ts'

const t = translate(screenTexts)
const clashCode = 'people.changed-meanwhile'

export function ClashPanel({ row }: { row: PersonRow }) {
  const edits = usePending<ChangePerson>(changePerson.name, row.id)
  const clashing = edits.filter(({ entry }) => entry.refusals.some((refusal) => refusal.code === clashCode))
  return clashing.map((edit) => <Clash key={edit.entry.n} edit={edit} />)
}

const labels = new Set(Object.keys(screenTexts).filter((key) => key.startsWith('field.')))
const labelOf = (field: string) =>
  labels.has(`field.${field}`) ? t(`field.${field}` as 'field.name') : field

const fieldOf = (clash: Refusal) => String(clash.facts?.field ?? '')

function Clash({ edit }: { edit: Pending<ChangePerson> }) {
  const { give } = useGiving()
  const { lineOf } = useLocalPlaces()
  const { entry, input } = edit
  const [chosen, setChosen] = useState<Record<string, boolean>>({})
  const clashes = entry.refusals.filter((refusal) => refusal.code === clashCode)
  const shown = (field: string, value: string | number | undefined): string => {
    if (value === undefined || value === '') return t('person.nothing')
    if (field === 'localPlace') return lineOf(String(value)) ?? t('list.no-place')
    if (field === 'sex' || field === 'relation') return word(field, String(value))
    return String(value)
  }
  /** Once every field is chosen it goes again, on top of theirs; an edit with nothing left leaves the outbox. */
  const choose = async (field: string, mine: boolean) => {
    const next = { ...chosen, [field]: mine }
    setChosen(next)
    const open = clashes.filter((clash) => next[fieldOf(clash)] === undefined)
    if (open.length > 0) return
    const changes = Object.fromEntries(Object.entries(input.changes).filter(([name]) => next[name] !== false))
    const version = Math.max(input.basedOn, ...clashes.map((clash) => Number(clash.facts?.version ?? 0)))
    const kept = await give((phone) =>
      Object.keys(changes).length === 0
        ? phone.discard(entry)
        : phone.mend(entry.n, { ...input, changes, basedOn: version }),
    )
    // The last choice is asked once more: without it nothing would be left to tap.
    if (!kept) setChosen(chosen)
  }
  return (
    <Notice tone="refused" title={t('person.clash')}>
      <Stack gap={3}>
        {clashes.map((clash) => {
          const field = fieldOf(clash)
          if (chosen[field] !== undefined) return null
          return (
            <div key={field}>
              <strong>{labelOf(field)}</strong>
              <Cluster>
                <Button onClick={() => void choose(field, true)}>
                  {t('person.mine', { value: shown(field, clash.facts?.yours) })}
                </Button>
                <Button onClick={() => void choose(field, false)}>
                  {t('person.theirs', { value: shown(field, clash.facts?.theirs) })}
                </Button>
              </Cluster>
            </div>
          )
        })}
      </Stack>
    </Notice>
  )
}
