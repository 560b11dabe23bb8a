import { ChoiceCards, type ChoiceCardsProps } from './ChoiceCards.tsx'

export interface CheckCardsProps extends Omit<ChoiceCardsProps, 'kind' | 'chosen' | 'onPick'> {
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** Any of a few. */
export function CheckCards({ values, onChange, ...rest }: CheckCardsProps) {
  return (
    <ChoiceCards
      {...rest}
      kind="checkbox"
      chosen={values}
      onPick={(value, picked) =>
        onChange(picked ? [...values, value] : values.filter((each) => each !== value))
      }
    />
  )
}
