// The figures of a survey as all who look from above its village are told them: decided once for one state of its answers, and
// the same for each of them, so that what two are told gives no more than what one is told.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { smallestFigure } from '../../../platform/server/installation.ts'
import { type Entering, WorkFirst } from '../../../platform/server/work-first.ts'
import { formsOf, type Reading, surveyHere } from '../measure/reading.ts'
import { readyMeasure } from '../measure/ready-measure-rules.ts'
import { measureStore } from '../measure/store-measure.ts'
import type { Chart } from '../tables/questions.ts'
import type { SurveyFigures } from './counting.ts'
import { type Asked, figuresMade, methodOf } from './making.ts'
import { figureStore } from './store-figures.ts'

/** Of one survey one state is kept. A hundred questions told are about a hundred kilobytes. */
const keptMost = 200
/** Milliseconds after which it is tried again what took too long. */
const tryAgain = 600_000

type Kept = { state: string; figures: SurveyFigures | null; until: number }
const kept = new Map<string, Kept>()
/** By survey and state: who asks meanwhile waits for the same. */
const underWay = new Map<string, Promise<void>>()

function keep(survey: string, made: Kept): void {
  kept.delete(survey)
  kept.set(survey, made)
  const [oldest] = kept.keys()
  if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest)
}

type State = { state: string; versions: string; asked: Asked }

/** All that the figures depend on: the form and its versions, the measure, who answered what, what can be opened of it, and k. */
async function stateOf(
  at: Omit<Asked, 'survey' | 'body' | 'rows'> & Pick<Reading, 'tx'>,
  id: string,
): Promise<State> {
  const survey = await surveyHere(at, id)
  if (survey.state !== 'closed') throw new Refused([refuse('surveys.figures-when-closed')])
  const [set] = await measureStore(at).ofSurvey(id)
  const body = set?.body ?? readyMeasure(survey.formId)
  const { rows, print, versions } = await figureStore(at).print(id)
  const { tx, ...asking } = at
  const opened = body || methodOf(survey) ? await at.vault.destroyed(tx, at.district, at.place) : 0
  const state = JSON.stringify([formsOf(survey), set ?? survey.formId, rows, print, opened, at.k])
  return { state, versions, asked: { ...asking, survey, body, rows } }
}

async function make(entering: Entering, survey: string, { state, versions, asked }: State): Promise<void> {
  const figures = await figuresMade(entering, asked)
  // It was read bit by bit: what was changed meanwhile, and perhaps changed back, may stand in it half.
  const after = await entering((tx) => stateOf({ ...asked, tx }, asked.survey.id))
  if (after.state !== state || after.versions !== versions) return
  keep(survey, { state, figures, until: figures ? Number.POSITIVE_INFINITY : Date.now() + tryAgain })
}

/**
 * Refuses a survey that is still open: who looks day after day would see whose answers came in between. How many there are is
 * told meanwhile (`surveys.overview`). Asks for the work first where nobody has looked since something changed.
 */
export async function figuresAt(
  { tx, place, district, vault, actor }: Reading,
  id: string,
): Promise<SurveyFigures> {
  const here = { tx, place, district, vault, account: actor?.account ?? place, k: smallestFigure() }
  const found = await stateOf(here, id)
  const survey = `${place} ${id}`
  const known = kept.get(survey)
  if (known?.state === found.state && known.until > Date.now()) {
    keep(survey, known)
    if (!known.figures) throw new Refused([refuse('surveys.figures-too-heavy')])
    return known.figures
  }
  throw new WorkFirst((entering) => {
    const what = `${survey} ${found.state}`
    const working = underWay.get(what) ?? make(entering, survey, found).finally(() => underWay.delete(what))
    underWay.set(what, working)
    return working
  }, refuse('surveys.figures-changing'))
}

type Wanted = { survey: string; question: string }

/** The chart of a question. Refuses a selection, and what is not told above the village: words, days, RT, repeats, what a form works out. */
export async function chartAbove(reading: Reading, { survey, question, ...chosen }: Wanted): Promise<Chart> {
  const plain = Object.values(chosen).every((each) => each === undefined)
  const chart = plain ? (await figuresAt(reading, survey)).charts.get(question) : undefined
  if (!chart) throw new Refused([refuse('surveys.figures-fixed')])
  return chart
}
