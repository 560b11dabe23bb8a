// What to know before a programme is taken up whose era is over, and whether it is taken up as an archive. The archive comes
// first then; no source forbids to run it, so that is a tick and no refusal.
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { isOver } from '../era/era.ts'
import type { DefinitionEntry } from '../overview.ts'
import { t } from './all-words.ts'

export type Taken = { archive: boolean; afterEra: boolean }
/** How a programme is offered first. */
export const takenFirst = (era: DefinitionEntry['era'] | undefined, day: string): Taken => ({
  archive: era !== undefined && isOver(era, day),
  afterEra: false,
})

type Props = {
  era: DefinitionEntry['era']
  day: string
  value: Taken
  onChange: (value: Taken) => void
  error?: string | undefined
}

export function EraFields({ era, day, value, onChange, error }: Props) {
  const over = isOver(era, day)
  const choices = [
    { value: 'archive', label: t('era.archive'), hint: t('era.archive-hint') },
    { value: 'running', label: t('era.running'), hint: t('era.running-hint') },
  ]
  const said = { to: String(era.to), source: era.source ?? t('era.no-source') }
  return (
    <>
      {over && (
        <Notice tone="warn">{t(era.evidence === 'I' ? 'era.over-inferred' : 'era.over', said)}</Notice>
      )}
      <RadioCards
        name="archive"
        label={t('era.how')}
        value={value.archive ? 'archive' : 'running'}
        onChange={(how) => onChange({ archive: how === 'archive', afterEra: false })}
        choices={over ? choices : choices.toReversed()}
        columns={2}
      />
      {over && !value.archive && (
        <CheckField
          name="afterEra"
          label={t('era.know')}
          checked={value.afterEra}
          onChange={(afterEra) => onChange({ archive: false, afterEra })}
          error={error}
        />
      )}
    </>
  )
}
