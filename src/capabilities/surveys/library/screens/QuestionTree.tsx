// The questions of a form as they will be asked: groups that open, types in words, choices to look at.
import { useState } from 'react'
import { language } from '../../../../platform/browser/language.ts'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import type { FormModel, Group, Item, Question } from '../../../../xlsform/model.ts'
import { meantType } from '../../../../xlsform/names.ts'
import { labelIn, spokenFor } from '../../screens/answer-words.ts'
import { l } from './library-words.ts'

const choicesMost = 8

type Shared = { model: FormModel; spoken: string }

function Choices({ question, model, spoken }: Shared & { question: Question }) {
  if (!question.list) return null
  const choices = model.lists[question.list]
  if (!choices) return <small>{l('tree.from-file', { name: question.list })}</small>
  const shown = choices.slice(0, choicesMost).map((choice) => labelIn(choice.label, spoken) || choice.name)
  const more = choices.length - shown.length
  return (
    <details className="sv-choices">
      <summary>{l('tree.choices', { count: choices.length })}</summary>
      <ul>
        {shown.map((text, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
        {more > 0 && <li>{l('tree.more', { count: more })}</li>}
      </ul>
    </details>
  )
}

function QuestionLine({ question, model, spoken }: Shared & { question: Question }) {
  const label = labelIn(question.label, spoken)
  const hint = labelIn(question.hint, spoken)
  const marks = [
    l(`type.${meantType(question)}`),
    question.required ? l('tree.required') : '',
    question.privacy === 'open' ? '' : l(question.privacy === 'specific' ? 'tree.specific' : 'tree.personal'),
  ]
  return (
    <li className="sv-question">
      <span>
        {label || <code>{question.name}</code>}
        {hint && <small>{hint}</small>}
      </span>
      <small className="sv-question-type">{marks.filter(Boolean).join(' · ')}</small>
      <Choices question={question} model={model} spoken={spoken} />
    </li>
  )
}

function GroupLine({ group, ...shared }: Shared & { group: Group }) {
  const title = labelIn(group.label, shared.spoken) || group.name
  return (
    <li>
      <details className="sv-group" open>
        <summary>
          <span className="sv-group-name">
            <Icon name="chevron-right" />
            {title}
          </span>
          <span>{l(group.kind === 'repeat' ? 'tree.repeat' : 'tree.group')}</span>
        </summary>
        <Tree items={group.children} {...shared} />
      </details>
    </li>
  )
}

function Tree({ items, ...shared }: Shared & { items: readonly Item[] }) {
  return (
    <ul className="sv-tree">
      {items.map((item) =>
        item.kind === 'question' ? (
          item.type !== 'metadata' && <QuestionLine key={item.path} question={item} {...shared} />
        ) : (
          <GroupLine key={item.path} group={item} {...shared} />
        ),
      )}
    </ul>
  )
}

export function QuestionTree({ model }: { model: FormModel }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const spoken = chosen ?? spokenFor(model, language())
  return (
    <Stack>
      {model.languages.length > 1 && (
        <SelectField
          name="spoken"
          narrow
          label={l('form.languages')}
          value={spoken}
          onChange={setChosen}
          options={model.languages.map((value) => ({ value, label: value }))}
        />
      )}
      <Tree items={model.items} model={model} spoken={spoken} />
    </Stack>
  )
}
