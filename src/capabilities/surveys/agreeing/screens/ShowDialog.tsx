// Showing a list: from which day, and for how long objections are heard.
import { CommandDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { NumberField } from '../../../../platform/browser/ui/form/NumberField.tsx'
import { type ListingRow, showList } from '../../listing.ts'
import { dayInWords, dayText, todayAt } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { objectionDaysAt, untilOf, whyNotShow } from '../list-rules.ts'
import { l } from './list-words.ts'

type Props = { place: string; survey: SurveyRow; listing: ListingRow; onClose: () => void }

export function ShowDialog({ place, survey, listing, onClose }: Props) {
  const view = usePlaceView()
  const known = objectionDaysAt(view, survey)
  const { usual, min, max, binding } = known
  const today = todayAt(place)
  const form = useCommandForm({
    ...{ place, screen: 'surveys.show', record: listing.id, command: showList, says: [surveysTexts] },
    start: () => ({ on: today, objectionDays: String(usual) }),
    input: ({ on, objectionDays }) => ({
      ...{ id: listing.id, basedOn: listing.version, on, objectionDays: Number(objectionDays) },
    }),
    rules: (input) => whyNotShow(survey, listing, input, known, today),
    saved: l('show.done'),
    done: onClose,
  })
  const { on, objectionDays } = form.draft
  const days = Number(objectionDays)
  return (
    <CommandDialog {...{ form, onClose }} title={l('show.title')} submit={l('show.submit')}>
      <p>{l('show.why')}</p>
      {!survey.criteria && survey.kind !== null && <Notice tone="advice">{l('show.no-criteria')}</Notice>}
      {listing.shown && <Notice tone="info">{l('show.again')}</Notice>}
      <DateField {...form.field('on', l('show.on'))} inWords={dayInWords(on)} max={today} />
      <NumberField
        {...form.field('objectionDays', l('show.days'))}
        hint={l(binding ? 'show.days-sourced' : 'show.days-hint', { usual, min, max })}
        maxDigits={2}
      />
      {on && days > 0 && <p>{l('show.until', { until: dayText(untilOf(on, days)) })}</p>}
    </CommandDialog>
  )
}
