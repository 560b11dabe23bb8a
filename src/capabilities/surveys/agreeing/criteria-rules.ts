// Criteria as residents can read them: what a measure counts, said in sentences that are then theirs to change. Pure.
// The cuts come from the measure of the village (measure/measure.ts) or from the two older ways (measure/stage-rules.ts).
import type { FormModel, Question } from '../../../xlsform/model.ts'
import { questionsOf } from '../../../xlsform/model.ts'
import type { Condition, Indicator, MeasureBody, MeasureMethod } from '../measure/measure.ts'
import { criteriaForPoor, criteriaQuestions, stageQuestions } from '../measure/stage-rules.ts'
import { pointMost, pointsMost } from '../survey.ts'

/** The words that stand between label, question and answers, in the reader's language. */
export type CriteriaWords = {
  in: (label: string, answers: string) => string
  below: (label: string, bound: number) => string
  above: (label: string, bound: number) => string
  missing: (label: string) => string
  cut: (percent: number) => string
  stages: string
  criteria: (count: number) => string
  or: string
}

type Reading = { model: FormModel; language: 'id' | 'en'; words: CriteriaWords }

/** A label in the reader's language, in the form's own, or the bare name. */
function labelIn(
  { model, language }: Reading,
  label: Readonly<Record<string, string>>,
  name: string,
): string {
  const own = model.languages.find((each) => each.includes(`(${language})`)) ?? model.defaultLanguage
  return (label[own] || label[''] || name).trim()
}

const pathOf = ({ path }: Question, { root }: FormModel) => path.slice(root.length + 1)
const found = ({ model }: Reading, path: string): Question | undefined =>
  questionsOf(model).find(({ question }) => pathOf(question, model) === path)?.question

function answersOf(reading: Reading, question: Question | undefined, names: readonly string[]): string {
  const choices = question?.list ? (reading.model.lists[question.list] ?? []) : []
  const said = names.map((name) => {
    const choice = choices.find((each) => each.name === name)
    return choice ? labelIn(reading, choice.label, name) : name
  })
  return said.join(` ${reading.words.or} `)
}

/** A question that the form works out itself has no answer that anybody gave: its label says all. */
function sentenceOf(reading: Reading, { label, question, deprivedWhen }: Indicator): string {
  const asked = found(reading, question)
  const title = reading.language === 'id' ? label[0] : label[1]
  const worked = asked === undefined || !Object.values(asked.label).some(Boolean)
  return worked ? title : conditionSaid(reading, title, asked, deprivedWhen)
}

function conditionSaid(reading: Reading, title: string, asked: Question, when: Condition): string {
  const { words } = reading
  if ('in' in when) return words.in(title, answersOf(reading, asked, when.in))
  if ('below' in when) return words.below(title, when.below)
  return 'above' in when ? words.above(title, when.above) : words.missing(title)
}

/** The questions of one of the older ways, by their own words. */
function asked(reading: Reading, names: readonly string[]): string[] {
  return questionsOf(reading.model).flatMap(({ question }) =>
    names.includes(question.name) && Object.values(question.label).some(Boolean)
      ? [labelIn(reading, question.label, question.name).replace(/^\d+\.\s*/, '')]
      : [],
  )
}

/** What a family is held against, sentence by sentence; the last says from when on it is poor. */
export function criteriaSaid(method: MeasureMethod, body: MeasureBody | null, reading: Reading): string[] {
  const { words } = reading
  const limits = criteriaQuestions.filter((name) => !/^limit_|^criteria_met$|^people$/.test(name))
  const said =
    method === 'bkkbn'
      ? [...asked(reading, stageQuestions.slice(0, 14)), words.stages]
      : method === 'bps14'
        ? [...asked(reading, limits), words.criteria(criteriaForPoor)]
        : body
          ? [...body.indicators.map((each) => sentenceOf(reading, each)), words.cut(Math.round(body.k * 100))]
          : []
  return [...new Set(said.map((each) => each.replace(/\s+/g, ' ').slice(0, pointMost)))].slice(-pointsMost)
}
