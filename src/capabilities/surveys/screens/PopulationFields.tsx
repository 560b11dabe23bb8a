// Who answers and where: every household once, or whoever comes; the whole village, or some RT.
import type { Refusal } from '../../../kernel/refusal.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { householdCollection } from '../../people/household.ts'
import type { SurveyDraft } from './survey-draft.ts'
import { useLocals } from './use-surveys.ts'
import { errorAt, t } from './words.ts'

type Props = {
  draft: Pick<SurveyDraft, 'population' | 'some' | 'localPlaces' | 'target'>
  onChange: (next: Partial<SurveyDraft>) => void
  refusals: readonly Refusal[]
  /** Once it is open, who answers stays. */
  fixed?: boolean
}

export function PopulationFields({ draft, onChange, refusals, fixed }: Props) {
  const households = usePlaceView().all(householdCollection).length
  const { ends, lineOf } = useLocals()
  return (
    <>
      {!fixed && (
        <RadioCards
          name="population"
          label={t('open.population')}
          value={draft.population}
          onChange={(population) =>
            onChange({ population: population === 'households' ? 'households' : 'open' })
          }
          choices={[
            {
              value: 'households',
              label: t('open.households'),
              hint: t('open.households-hint', { count: households }),
              icon: 'house',
            },
            { value: 'open', label: t('open.open'), hint: t('open.open-hint'), icon: 'people' },
          ]}
        />
      )}
      {draft.population === 'open' && (
        <NumberField
          name="target"
          label={t('open.target')}
          optional={t('survey.optional')}
          value={draft.target}
          onChange={(target) => onChange({ target })}
          maxDigits={6}
          error={errorAt(refusals, 'target')}
        />
      )}
      {ends.length > 0 && (
        <RadioCards
          name="reach"
          label={t('open.reach')}
          columns={2}
          value={draft.some ? 'some' : 'whole'}
          onChange={(reach) => onChange({ some: reach === 'some' })}
          choices={[
            { value: 'whole', label: t('open.whole') },
            { value: 'some', label: t('open.some-rt') },
          ]}
        />
      )}
      {draft.some && (
        <CheckCards
          name="localPlaces"
          label={t('open.rt')}
          columns={2}
          values={draft.localPlaces}
          onChange={(localPlaces) => onChange({ localPlaces })}
          error={errorAt(refusals, 'localPlaces')}
          choices={ends.map((each) => ({ value: each.id, label: lineOf(each.id) }))}
        />
      )}
    </>
  )
}
