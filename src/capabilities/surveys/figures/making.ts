// Makes the figures of a survey: its answers are read in short transactions, and counted away from the thread that answers everybody.
import { away } from '../../../platform/server/running/away.ts'
import type { Entering } from '../../../platform/server/work-first.ts'
import type { MeasureBody } from '../measure/measure.ts'
import { whyNotMeasure } from '../measure/measure-rules.ts'
import {
  askable,
  classForms,
  classPaths,
  formsOf,
  pageMost,
  type Reading,
  sealedAnswers,
} from '../measure/reading.ts'
import { measureStore } from '../measure/store-measure.ts'
import type { SurveyRow } from '../survey.ts'
import { tablesOfForms } from '../tables/forms-store.ts'
import type { Counted, Page, SurveyFigures } from './counting.ts'
import { figureStore } from './store-figures.ts'
import { isTold } from './told.ts'

const script = new URL('./figures.worker.ts', import.meta.url)

/** Answers that are counted at most: 20,000 submissions of 200 questions. Twelve megabytes for each million, and as much again in the thread. */
export const answersMost = 4_000_000

const classMethods = ['bkkbn', 'bps14'] as const
export const methodOf = ({ formId }: SurveyRow) =>
  classMethods.find((method) => classForms[method].formId === formId) ?? null

export type Asked = Pick<Reading, 'place' | 'district' | 'vault'> & {
  account: string
  survey: SurveyRow
  body: MeasureBody | null
  /** Submissions that count. */
  rows: number
  k: number
}

/** What is counted and how, and whether any of it is sealed. */
async function planOf(tx: Reading['tx'], { survey, body, k, ...at }: Asked) {
  const forms = formsOf(survey)
  const asked = askable(await measureStore({ tx, ...at }).models(forms))
  const { tables } = await tablesOfForms(tx, forms)
  const columns = (tables.find(({ path }) => path === '')?.columns ?? []).filter(isTold)
  const method = methodOf(survey)
  const mine = !method && body && whyNotMeasure(body, new Set(asked.keys())).length === 0 ? body : null
  const measured = method
    ? classPaths(method, asked)
    : (mine?.indicators ?? []).map(({ question }) => question)
  const paths = [...new Set([...columns.map(({ key }) => key), ...measured])]
  return {
    columns,
    method,
    body: mine,
    k,
    paths,
    measured,
    withSealed: paths.some((path) => asked.get(path)),
  }
}

async function pagesOf(
  entering: Entering,
  { survey, vault, ...at }: Asked,
  paths: readonly string[],
  withSealed: boolean,
): Promise<Page[]> {
  const pages: Page[] = []
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const from: number = before
    before = await entering(async (tx) => {
      const lines = await figureStore({ tx, ...at }).page(survey.id, paths, withSealed, from, pageMost)
      const opened = withSealed ? await sealedAnswers({ vault, tx, ...at }, lines, paths) : null
      pages.push({
        households: lines.map(({ household }) => household),
        answers: `[${lines.map(({ answers }) => answers).join()}]`,
        sealed: opened && JSON.stringify(lines.map(({ id }) => opened.get(id) ?? {})),
      })
      return lines.length < pageMost ? null : (lines.at(-1)?.seq ?? null)
    })
  }
  return pages
}

/** All that is told of a survey; null where that takes too much time or memory, or there are more than `answersMost`. */
export async function figuresMade(entering: Entering, asked: Asked): Promise<SurveyFigures | null> {
  const { withSealed, ...plan } = await entering((tx) => planOf(tx, asked))
  if (plan.paths.length * asked.rows > answersMost) return null
  const counted = async (): Promise<Counted> => ({
    ...plan,
    pages: await pagesOf(entering, asked, plan.paths, withSealed),
  })
  return away<SurveyFigures>(asked.account, script, counted, { failing: 'thrown' })
}
