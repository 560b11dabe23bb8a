// The minutes of a meeting, for closing it and for amending it.
import { newId } from '../../../kernel/id.ts'
import { zoneName } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { MeetingKind, TrainingKind } from '../../programmes/definition.ts'
import type { FollowUpDraft, MinutesDraft } from './minutes-draft.ts'
import { dayInWords, errorAt, t, words } from './words.tsx'

type Props = {
  place: string
  draft: MinutesDraft
  onChange: (draft: MinutesDraft) => void
  kind: MeetingKind | TrainingKind | null | undefined
  refusals: readonly Refusal[]
}
type Question = NonNullable<MeetingKind['decision']>
type Texts = Exclude<keyof MinutesDraft, 'how' | 'decisions'>

function useFields({ draft, onChange, refusals }: Pick<Props, 'draft' | 'onChange' | 'refusals'>) {
  return (name: Texts, faultAt: string = name) => ({
    name: faultAt,
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
    error: errorAt(refusals, faultAt),
  })
}

function Votes(props: Pick<Props, 'draft' | 'onChange' | 'refusals'>) {
  const field = useFields(props)
  return (
    <FormRow>
      <NumberField {...field('agree', 'decision.votes')} label={t('meetings.votes-agree')} maxDigits={5} />
      <NumberField {...field('against')} label={t('meetings.votes-against')} maxDigits={5} />
      <NumberField {...field('abstain')} label={t('meetings.votes-abstain')} maxDigits={5} />
    </FormRow>
  )
}

function Decision(props: Pick<Props, 'draft' | 'onChange' | 'refusals'> & { question: Question }) {
  const { draft, onChange, refusals, question } = props
  const field = useFields(props)
  return (
    <Section title={t('meetings.decision')}>
      <RadioCards
        name="decision"
        label={words(question.question)}
        value={draft.option}
        onChange={(option) => onChange({ ...draft, option })}
        choices={question.options.map((each) => ({ value: each.id, label: words(each.title) }))}
        columns={2}
        error={errorAt(refusals, 'decision')}
      />
      <RadioCards
        name="how"
        label={t('meetings.how-decided')}
        value={draft.how}
        onChange={(how) => onChange({ ...draft, how: how === 'votes' ? 'votes' : 'consensus' })}
        choices={[
          { value: 'consensus', label: t('meetings.consensus') },
          { value: 'votes', label: t('meetings.votes') },
        ]}
        columns={2}
      />
      {draft.how === 'votes' && <Votes {...props} />}
      <TextArea
        {...field('decisionText', 'decision.text')}
        label={t('meetings.decision-text')}
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
  refusals: readonly Refusal[]
  onChange: (row: FollowUpDraft) => void
  onRemove: () => void
}

function FollowUpFields({ number, row, refusals, onChange, onRemove }: RowProps) {
  const at = (field: string) => `decisions.${number - 1}.${field}`
  return (
    <Section title={t('meetings.follow-up', { number })} level={3} tone="plain">
      <TextArea
        name={at('text')}
        label={t('meetings.follow-up-text')}
        value={row.text}
        onChange={(text) => onChange({ ...row, text: text.replace(/\n/g, ' ') })}
        error={errorAt(refusals, at('text'))}
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
          error={errorAt(refusals, at('due'))}
        />
      </FormRow>
      <Button variant="link" icon="trash" onClick={onRemove}>
        {t('meetings.remove-follow-up', { number })}
      </Button>
    </Section>
  )
}

function FollowUps({ draft, onChange, refusals }: Pick<Props, 'draft' | 'onChange' | 'refusals'>) {
  const set = (decisions: FollowUpDraft[]) => onChange({ ...draft, decisions })
  return (
    <Section title={t('meetings.follow-ups')}>
      {draft.decisions.map((row, i) => (
        <FollowUpFields
          key={row.id}
          number={i + 1}
          row={row}
          refusals={refusals}
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

export function MinutesForm(props: Props) {
  const { place, kind, draft } = props
  const field = useFields(props)
  const question = kind && 'decision' in kind ? kind.decision : undefined
  return (
    <>
      <Section title={t('meetings.held-when')}>
        <FormRow>
          <DateField {...field('date')} label={t('meetings.field-date')} inWords={dayInWords(draft.date)} />
          <TimeField {...field('start')} label={t('meetings.field-start')} zone={zoneName(place)} />
          <TimeField {...field('end')} label={t('meetings.field-end')} zone={zoneName(place)} />
        </FormRow>
        <FormRow>
          <TextField {...field('chair')} label={t('meetings.chair')} maxLength={120} />
          <TextField {...field('notulis')} label={t('meetings.notulis')} maxLength={120} />
        </FormRow>
      </Section>
      {question && <Decision {...props} question={question} />}
      <Section title={t('meetings.minutes')}>
        <TextArea
          {...field('minutes')}
          label={t('meetings.minutes-text')}
          hint={t('meetings.minutes-hint')}
          rows={10}
          maxLength={20_000}
        />
      </Section>
      <FollowUps {...props} />
    </>
  )
}
