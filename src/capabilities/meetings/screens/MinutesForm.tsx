// The minutes of a meeting, for closing it and for amending it.
import { newId } from '../../../kernel/id.ts'
import { zoneName } from '../../../kernel/place-code.ts'
import type { FieldsOf } from '../../../platform/browser/forms/use-command-form.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { MeetingKind } from '../../programmes/definition.ts'
import { titleOf } from '../../programmes/door.browser.tsx'
import { optionsOf, undecided } from '../deciding.ts'
import { questionOf } from '../kinds.ts'
import type { Meeting } from '../meeting.ts'
import type { Also, Setting } from '../plan-rules.ts'
import type { FollowUpDraft, MinutesDraft } from './minutes-draft.ts'
import { dayInWords, t, words } from './words.tsx'

type Fields = FieldsOf<MinutesDraft>
type Question = NonNullable<MeetingKind['decision']>

function Votes({ field }: Fields) {
  return (
    <FormRow>
      <NumberField {...field('agree', t('meetings.votes-agree'), 'decision.votes')} maxDigits={5} />
      <NumberField {...field('against', t('meetings.votes-against'))} maxDigits={5} />
      <NumberField {...field('abstain', t('meetings.votes-abstain'))} maxDigits={5} />
    </FormRow>
  )
}

function HowDecided(form: Fields) {
  return (
    <>
      <RadioCards
        {...form.field('how', t('meetings.how-decided'))}
        choices={[
          { value: 'consensus', label: t('meetings.consensus') },
          { value: 'votes', label: t('meetings.votes') },
        ]}
        columns={2}
      />
      {form.draft.how === 'votes' && <Votes {...form} />}
    </>
  )
}

function AlsoDecision({ form, also }: { form: Fields; also: Also }) {
  const { alsoOptions } = form.draft
  const { enrolled, question, enrolment } = also
  if (!enrolled || !question) return null
  return (
    <RadioCards
      name={`also-${enrolment}`}
      label={t('meetings.decision-for', { programme: titleOf(enrolled), question: words(question.question) })}
      value={alsoOptions[enrolment] ?? ''}
      onChange={(option) => form.set({ alsoOptions: { ...alsoOptions, [enrolment]: option } })}
      choices={optionsOf(question).map((each) => ({ value: each.id, label: words(each.title) }))}
      columns={2}
    />
  )
}

type Asked = { form: Fields; question: Question | undefined; also: readonly Also[] }

function Decision({ form, question, also }: Asked) {
  const { draft, field } = form
  const answers = [draft.option, ...Object.values(draft.alsoOptions)].filter(Boolean)
  return (
    <Section title={t('meetings.decision')}>
      {question && (
        <RadioCards
          {...field('option', words(question.question), 'decision')}
          choices={optionsOf(question).map((each) => ({ value: each.id, label: words(each.title) }))}
          columns={2}
        />
      )}
      {also.map((each) => (
        <AlsoDecision key={each.enrolment} form={form} also={each} />
      ))}
      {(answers.length === 0 || answers.some((each) => each !== undecided)) && <HowDecided {...form} />}
      <TextArea
        {...field('decisionText', t('meetings.decision-text'), 'decision.text')}
        optional={t('meetings.optional')}
        rows={3}
        maxLength={2000}
      />
    </Section>
  )
}

type RowProps = {
  number: number
  row: FollowUpDraft
  errorOf: Fields['errorOf']
  onChange: (row: FollowUpDraft) => void
  onRemove: () => void
}

function FollowUpFields({ number, row, errorOf, onChange, onRemove }: RowProps) {
  const at = (field: string) => `decisions.${number - 1}.${field}`
  return (
    <Section title={t('meetings.follow-up', { number })} level={3} tone="plain">
      <TextArea
        name={at('text')}
        label={t('meetings.follow-up-text')}
        value={row.text}
        onChange={(text) => onChange({ ...row, text: text.replace(/\n/g, ' ') })}
        error={errorOf(at('text'))}
        rows={2}
        maxLength={600}
      />
      <FormRow>
        <TextField
          name={at('responsible')}
          label={t('meetings.follow-up-who')}
          optional={t('meetings.optional')}
          value={row.responsible}
          onChange={(responsible) => onChange({ ...row, responsible })}
          maxLength={160}
        />
        <DateField
          name={at('due')}
          label={t('meetings.follow-up-due')}
          optional={t('meetings.optional')}
          value={row.due}
          onChange={(due) => onChange({ ...row, due })}
          inWords={dayInWords(row.due)}
          error={errorOf(at('due'))}
        />
      </FormRow>
      <Button variant="link" icon="trash" onClick={onRemove}>
        {t('meetings.remove-follow-up', { number })}
      </Button>
    </Section>
  )
}

function FollowUps({ draft, set: change, errorOf, proposed }: Fields & { proposed: Meeting['proposed'] }) {
  const set = (decisions: FollowUpDraft[]) => change({ decisions })
  const known = new Set(draft.decisions.map((each) => each.id))
  const fresh = (proposed ?? []).filter((each) => !known.has(each.id))
  return (
    <Section title={t('meetings.follow-ups')} subtitle={t('meetings.promise')}>
      {fresh.length > 0 && (
        <Button
          icon="download"
          onClick={() =>
            set([...draft.decisions, ...fresh.map((each) => ({ ...each, responsible: '', due: '' }))])
          }
        >
          {t('meetings.take-proposed', { count: fresh.length })}
        </Button>
      )}
      {draft.decisions.map((row, i) => (
        <FollowUpFields
          key={row.id}
          number={i + 1}
          row={row}
          errorOf={errorOf}
          onChange={(next) => set(draft.decisions.map((each) => (each.id === row.id ? next : each)))}
          onRemove={() => set(draft.decisions.filter((each) => each.id !== row.id))}
        />
      ))}
      <Button
        icon="plus"
        onClick={() => set([...draft.decisions, { id: newId(), text: '', responsible: '', due: '' }])}
      >
        {t('meetings.add-follow-up')}
      </Button>
    </Section>
  )
}

type FormProps = {
  place: string
  form: Fields
  setting: Setting
  /** What was brought to the meeting; when its minutes are amended, nothing. */
  proposed?: Meeting['proposed'] | undefined
}

export function MinutesForm({ place, form, setting, proposed }: FormProps) {
  const { draft, field } = form
  const question = questionOf(setting.kind)
  const also = (setting.also ?? []).filter((each) => each.question)
  return (
    <>
      <Section title={t('meetings.held-when')}>
        <FormRow>
          <DateField {...field('date', t('meetings.field-date'))} inWords={dayInWords(draft.date)} />
          <TimeField {...field('start', t('meetings.field-start'))} zone={zoneName(place)} />
          <TimeField {...field('end', t('meetings.field-end'))} zone={zoneName(place)} />
        </FormRow>
        <FormRow>
          <TextField {...field('chair', t('meetings.chair'))} maxLength={120} />
          <TextField {...field('notulis', t('meetings.notulis'))} maxLength={120} />
        </FormRow>
      </Section>
      {(question || also.length > 0) && <Decision {...{ form, question, also }} />}
      <Section title={t('meetings.minutes')}>
        <TextArea
          {...field('minutes', t('meetings.minutes-text'))}
          hint={t('meetings.minutes-hint')}
          rows={10}
          maxLength={20_000}
        />
      </Section>
      <FollowUps {...form} proposed={proposed} />
    </>
  )
}
