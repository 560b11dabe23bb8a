// The answers as the form asked for them: its groups, its words, its photos, with doubts beside their question.
import { useState } from 'react'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { CheckField } from '../../../../platform/browser/ui/form/CheckField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import type { FormModel, Group, Item, Question } from '../../../../xlsform/model.ts'
import { type HouseholdRow, householdCollection } from '../../../people/household.ts'
import { type PersonRow, personCollection } from '../../../people/person.ts'
import { answerText, labelIn, plainPath, type Speaking } from '../../screens/answer-words.ts'
import { useHouseholdName } from '../../screens/use-surveys.ts'
import { sentence } from '../../screens/words.ts'
import type { Doubt } from '../../submission.ts'
import type { Attachment } from '../questions.ts'
import { AnswerFile } from './AnswerFile.tsx'
import { r, speakingOf } from './review-words.ts'

type Answers = Readonly<Record<string, unknown>>
type Reading = {
  place: string
  model: FormModel
  speaking: Speaking
  doubts: readonly Doubt[]
  attachments: readonly Attachment[]
  everything: boolean
  recordName: (id: string) => string | undefined
}

const files = new Set(['image', 'audio', 'video', 'file'])
const silent = new Set(['note', 'hidden', 'metadata'])
const isTree = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A calculation nobody gave words to is the form's own business. */
function isShown(question: Question, speaking: Speaking): boolean {
  if (silent.has(question.type)) return false
  return question.type !== 'calculate' || labelIn(question.label, speaking.spoken) !== ''
}

function Doubts({ question, reading }: { question: Question; reading: Reading }) {
  const path = plainPath(question.path, reading.model.root)
  const mine = reading.doubts.filter((doubt) => plainPath(doubt.path, reading.model.root) === path)
  return [...new Set(mine.map((doubt) => doubt.code))].map((code) => (
    <p key={code} className="sv-doubt">
      <Icon name="alert" />
      <span>{sentence({ code })}</span>
    </p>
  ))
}

type LineProps = { question: Question; value: unknown; reading: Reading }

function Value({ question, value, reading }: LineProps) {
  const text = answerText(value, question, reading.model, reading.speaking)
  if (text === '') return <span className="rb-soft">{r('one.no-answer')}</span>
  if (files.has(question.type)) {
    const label = labelIn(question.label, reading.speaking.spoken)
    const found = reading.attachments.find((each) => each.name === value)
    return <AnswerFile place={reading.place} name={text} label={label} attachment={found} />
  }
  return <>{reading.recordName(text) ?? text}</>
}

function Line({ question, value, reading }: LineProps) {
  if (!isShown(question, reading.speaking)) return null
  const empty = value === undefined || value === null
  const doubted = reading.doubts.some(
    (doubt) => plainPath(doubt.path, reading.model.root) === plainPath(question.path, reading.model.root),
  )
  if (empty && !reading.everything && !doubted) return null
  return (
    <div className="sv-answer">
      <dt>
        {labelIn(question.label, reading.speaking.spoken) || question.name}
        {question.privacy === 'specific' && (
          <small className="sv-specific">
            <Icon name="lock" /> {r('one.specific')}
          </small>
        )}
      </dt>
      <dd>
        <Value question={question} value={value} reading={reading} />
        <Doubts question={question} reading={reading} />
      </dd>
    </div>
  )
}

/** `base` is the path of the nearest repeat: keys of the answers are told from there. */
type ItemsProps = { items: readonly Item[]; answers: Answers; base: string; reading: Reading }
const keyOf = (path: string, base: string) => path.slice(base.length + 1)

function hasAnswers(item: Item, { answers, base, reading }: Omit<ItemsProps, 'items'>): boolean {
  if (item.kind === 'question')
    return (
      isShown(item, reading.speaking) && (reading.everything || answers[keyOf(item.path, base)] !== undefined)
    )
  if (item.kind === 'repeat') return Array.isArray(answers[keyOf(item.path, base)])
  return item.children.some((child) => hasAnswers(child, { answers, base, reading }))
}

function Members({ group, answers, base, reading }: Omit<ItemsProps, 'items'> & { group: Group }) {
  const members = answers[keyOf(group.path, base)]
  const title = labelIn(group.label, reading.speaking.spoken) || group.name
  return (Array.isArray(members) ? members.filter(isTree) : []).map((member, index) => (
    <section key={index} className="sv-member" aria-label={r('one.member', { title, number: index + 1 })}>
      <h4>{r('one.member', { title, number: index + 1 })}</h4>
      <Items items={group.children} answers={member} base={group.path} reading={reading} />
    </section>
  ))
}

function Items({ items, answers, base, reading }: ItemsProps) {
  const given = { answers, base, reading }
  return items.map((item) => {
    if (item.kind === 'question')
      return (
        <dl key={item.path} className="sv-answers">
          <Line question={item} value={answers[keyOf(item.path, base)]} reading={reading} />
        </dl>
      )
    if (!hasAnswers(item, given)) return null
    const title = labelIn(item.label, reading.speaking.spoken)
    return (
      <div key={item.path} className="sv-answer-group">
        {title && <h3>{title}</h3>}
        {item.kind === 'repeat' ? (
          <Members group={item} {...given} />
        ) : (
          <Items items={item.children} {...given} />
        )}
      </div>
    )
  })
}

/** Names of households and persons of the registry that a form chose by their id. */
function useRecordName(): (id: string) => string | undefined {
  const view = usePlaceView()
  const householdName = useHouseholdName()
  return (id) => {
    if (id.length !== 36) return undefined
    const household = view.get<HouseholdRow>(householdCollection, id)
    return household ? householdName(household) : view.get<PersonRow>(personCollection, id)?.name
  }
}

type Props = {
  place: string
  model: FormModel
  answers: Answers
  doubts: readonly Doubt[]
  attachments: readonly Attachment[]
}

export function AnswersShown({ place, model, answers, doubts, attachments }: Props) {
  const [spoken, setSpoken] = useState<string | undefined>(undefined)
  const [everything, setEverything] = useState(false)
  const recordName = useRecordName()
  const speaking = speakingOf(model, spoken)
  const reading: Reading = { place, model, speaking, doubts, attachments, everything, recordName }
  return (
    <Section
      title={r('one.answers')}
      actions={
        model.languages.length > 1 && (
          <SelectField
            name="spoken"
            label={<span className="rb-hidden">{r('one.language')}</span>}
            value={speaking.spoken}
            onChange={setSpoken}
            options={model.languages.map((value) => ({ value, label: value }))}
          />
        )
      }
    >
      <div className="sv-reading">
        <Items items={model.items} answers={answers} base={model.root} reading={reading} />
      </div>
      <CheckField
        name="everything"
        label={r('one.unanswered')}
        checked={everything}
        onChange={setEverything}
      />
    </Section>
  )
}
