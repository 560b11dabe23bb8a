// Answering an objection: upheld or not, why, and who decided.

import { CommandDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { translate } from '../../../../platform/browser/language.ts'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { answerObjection, type ListingRow, type ObjectionRow } from '../../listing.ts'
import { dayInWords, todayAt } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { whyNotAnswer } from '../list-rules.ts'
import { FamilyPick } from './FamilyPick.tsx'
import { objectionTexts } from './objection-texts.ts'
import type { Line } from './use-list.ts'

const o = translate(objectionTexts)

type Props = {
  place: string
  survey: SurveyRow
  listing: ListingRow
  objection: ObjectionRow
  lines: readonly Line[]
  onClose: () => void
}

export function AnswerDialog({ place, survey, listing, objection, lines, onClose }: Props) {
  const today = todayAt(place)
  const { id, about, version } = objection
  const form = useCommandForm({
    ...{ place, screen: 'surveys.answer', record: id, command: answerObjection, says: [surveysTexts] },
    start: () => ({ upheld: '', household: '', reason: '', decidedBy: '', on: today }),
    input: ({ upheld, household, ...rest }) => ({
      ...{ id, listing: listing.id, basedOn: version, household: household || null, ...rest },
      // Nothing is chosen for anybody: without a choice the shape of the input says so.
      upheld: upheld === '' ? (undefined as unknown as boolean) : upheld === 'ya',
    }),
    rules: (input) =>
      input.on === '' ? [] : whyNotAnswer(survey, listing, objection, input, { known: true, today }),
    saved: o('answer.saved'),
    done: onClose,
  })
  const { upheld, household, on } = form.draft
  const picks = upheld === 'ya' && about !== 'other' && objection.household === null
  return (
    <CommandDialog {...{ form, onClose }} title={o('answer.title')} submit={o('answer.save')}>
      <blockquote className="sv-sentence">{objection.objection}</blockquote>
      <RadioCards
        {...form.field('upheld', o('answer.how'))}
        choices={[
          { value: 'ya', label: o('answer.upheld'), hint: o(`answer.upheld-${about}`) },
          { value: 'tidak', label: o('answer.rejected'), hint: o('answer.rejected-hint') },
        ]}
      />
      {picks && (
        <FamilyPick
          listing={listing.id}
          lines={lines.filter((each) => each.listed === (about === 'listed'))}
          value={household}
          error={form.field('household', o('objection.found')).error}
          unknown={false}
          onChange={(next) => form.set({ household: next })}
        />
      )}
      <TextArea {...form.field('reason', o('answer.reason'))} rows={3} maxLength={1000} />
      <TextField
        {...form.field('decidedBy', o('answer.decided-by'))}
        hint={o('answer.decided-by-hint')}
        maxLength={200}
      />
      <DateField {...form.field('on', o('answer.on'))} inWords={dayInWords(on)} max={today} />
    </CommandDialog>
  )
}
