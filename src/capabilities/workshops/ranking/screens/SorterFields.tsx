// Who sorts: a group of residents by what they are, and how many they are.
import './ranking.css'
import { newId } from '../../../../kernel/id.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { FieldError } from '../../../../platform/browser/ui/form/Field.tsx'
import { Stepper } from '../../../../platform/browser/ui/form/Stepper.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { type Sorter, sortersMost, sortersWanted } from '../ranking.ts'
import { t } from './words.ts'

export type SorterDraft = Sorter

export const blankSorters = (): SorterDraft[] => [
  { id: newId(), label: t('ranking.sorter-first'), women: 4, men: 0 },
  { id: newId(), label: t('ranking.sorter-second'), women: 0, men: 4 },
  { id: newId(), label: t('ranking.sorter-third'), women: 2, men: 2 },
]

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const sortersOf = (sorters: readonly SorterDraft[]): Sorter[] =>
  sorters.map((each) => ({ ...each, label: each.label.trim() }))

type Props = {
  sorters: readonly SorterDraft[]
  onChange: (sorters: SorterDraft[]) => void
  error: string | undefined
  /** Those who have sorted stay. */
  fixed?: ReadonlySet<string>
}

export function SorterFields({ sorters, onChange, error, fixed }: Props) {
  const change = (id: string, to: Partial<SorterDraft>) =>
    onChange(sorters.map((each) => (each.id === id ? { ...each, ...to } : each)))
  const step = { less: t('ranking.less'), more: t('ranking.more'), min: 0, max: 60 }
  return (
    <fieldset className="ranking-sorters" id="sorters" tabIndex={-1}>
      <legend className="rb-legend">{t('ranking.sorters')}</legend>
      <div className="rb-hint">{t('ranking.sorters-hint')}</div>
      <FieldError id="sorters" error={error} />
      {sorters.map((each, i) => (
        <div key={each.id} className="ranking-sorter">
          <TextField
            name={`sorter-${i + 1}`}
            label={t('ranking.sorter', { number: i + 1 })}
            value={each.label}
            onChange={(label) => change(each.id, { label })}
            maxLength={60}
          />
          {sorters.length > sortersWanted && !fixed?.has(each.id) && (
            <IconButton
              icon="x"
              label={t('ranking.sorter-drop', { label: each.label })}
              onClick={() => onChange(sorters.filter(({ id }) => id !== each.id))}
            />
          )}
          <div className="ranking-heads">
            <Stepper
              {...step}
              name={`women-${i + 1}`}
              label={t('ranking.sorter-women')}
              value={each.women}
              onChange={(women) => change(each.id, { women })}
            />
            <Stepper
              {...step}
              name={`men-${i + 1}`}
              label={t('ranking.sorter-men')}
              value={each.men}
              onChange={(men) => change(each.id, { men })}
            />
          </div>
        </div>
      ))}
      {sorters.length < sortersMost && (
        <Button
          icon="plus"
          onClick={() => onChange([...sorters, { id: newId(), label: '', women: 0, men: 0 }])}
        >
          {t('ranking.sorter-add')}
        </Button>
      )}
    </fieldset>
  )
}
