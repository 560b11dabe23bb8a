// Who answers and where: every household once, or whoever comes; the whole village, or some RT.
import type { FieldsOf } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { householdCollection } from '../../people/household.ts'
import type { SurveyDraft } from './survey-draft.ts'
import { useLocals } from './use-surveys.ts'
import { t } from './words.ts'

type Props = {
  form: FieldsOf<Pick<SurveyDraft, 'population' | 'some' | 'localPlaces' | 'target'>>
  /** Once it is open, who answers stays. */
  fixed?: boolean
}

export function PopulationFields({ form, fixed }: Props) {
  const { draft, set, field } = form
  const households = usePlaceView().all(householdCollection).length
  const { ends, lineOf } = useLocals()
  return (
    <>
      {!fixed && (
        <RadioCards
          {...field('population', t('open.population'))}
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
        <NumberField {...field('target', t('open.target'))} optional={t('survey.optional')} maxDigits={6} />
      )}
      {ends.length > 0 && (
        <RadioCards
          name="reach"
          label={t('open.reach')}
          columns={2}
          value={draft.some ? 'some' : 'whole'}
          onChange={(reach) => set({ some: reach === 'some' })}
          choices={[
            { value: 'whole', label: t('open.whole') },
            { value: 'some', label: t('open.some-rt') },
          ]}
        />
      )}
      {draft.some && (
        <CheckCards
          {...field('localPlaces', t('open.rt'))}
          columns={2}
          values={draft.localPlaces}
          choices={ends.map((each) => ({ value: each.id, label: lineOf(each.id) }))}
        />
      )}
    </>
  )
}
