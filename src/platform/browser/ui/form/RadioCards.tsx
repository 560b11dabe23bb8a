import { ChoiceCards, type ChoiceCardsProps } from './ChoiceCards.tsx'

export interface RadioCardsProps extends Omit<ChoiceCardsProps, 'kind' | 'chosen' | 'onPick'> {
  value: string
  onChange: (value: string) => void
}

/** One of a few, each big enough for a thumb. */
export function RadioCards({ value, onChange, ...rest }: RadioCardsProps) {
  return <ChoiceCards {...rest} kind="radio" chosen={[value]} onPick={onChange} />
}
