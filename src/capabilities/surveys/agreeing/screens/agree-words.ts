// The words of agreeing, and criteria said in the reader's language.
import { language, translate } from '../../../../platform/browser/language.ts'
import type { FormModel } from '../../../../xlsform/model.ts'
import type { MeasureBody, MeasureMethod } from '../../measure/measure.ts'
import { type CriteriaWords, criteriaSaid } from '../criteria-rules.ts'
import { agreeTexts } from './agree-texts.ts'

export const a = translate(agreeTexts)

const words: CriteriaWords = {
  in: (label, answers) => a('said.in', { label, answers }),
  below: (label, bound) => a('said.below', { label, bound }),
  above: (label, bound) => a('said.above', { label, bound }),
  missing: (label) => a('said.missing', { label }),
  cut: (percent) => a('said.cut', { percent }),
  get stages() {
    return a('said.stages')
  },
  criteria: (count) => a('said.criteria', { count }),
  get or() {
    return a('said.or')
  },
}

export const criteriaIn = (method: MeasureMethod, body: MeasureBody | null, model: FormModel): string[] =>
  criteriaSaid(method, body, { model, language: language(), words })

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
