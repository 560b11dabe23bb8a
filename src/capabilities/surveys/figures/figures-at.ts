// The figures of a survey as all who look from above its village are told them: decided once for one state of its answers, and
// the same for each of them, so that what two are told gives no more than what one is told.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { smallestFigure } from '../../../platform/server/installation.ts'
import { Once } from '../../../platform/server/running/once.ts'
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

export class Figures {
  readonly #make: typeof figuresMade
  readonly #kept = new Map<string, Kept>()
  /** By survey and state. */
  readonly #underWay = new Once<void>()
  constructor(make: typeof figuresMade) {
    this.#make = make
  }

  #keep(survey: string, made: Kept): void {
    this.#kept.delete(survey)
    this.#kept.set(survey, made)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > keptMost && oldest !== undefined) this.#kept.delete(oldest)
  }

  async #work(entering: Entering, survey: string, { state, versions, asked }: State): Promise<void> {
    const figures = await this.#make(entering, asked)
    // It was read bit by bit: what was changed meanwhile, and perhaps changed back, may stand in it half.
    const after = await entering((tx) => stateOf({ ...asked, tx }, asked.survey.id))
    if (after.state !== state || after.versions !== versions) return
    this.#keep(survey, { state, figures, until: figures ? Number.POSITIVE_INFINITY : Date.now() + tryAgain })
  }

  /** Works, or waits for whoever does. Their quota is no reason against others, who then ask anew and work themselves. */
  #working(entering: Entering, survey: string, found: State): Promise<void> {
    let mine = false
    const working = this.#underWay.do(`${survey} ${found.state}`, () => {
      mine = true
      return this.#work(entering, survey, found)
    })
    if (mine) return working
    return working.catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
  }

  /**
   * Refuses a survey that is still open: who looks day after day would see whose answers came in between. How many there are is
   * told meanwhile (`surveys.overview`). Asks for the work first where nobody has looked since something changed.
   */
  async at({ tx, place, district, vault, actor }: Reading, id: string): Promise<SurveyFigures> {
    const here = { tx, place, district, vault, account: actor?.account ?? place, k: smallestFigure() }
    const found = await stateOf(here, id)
    const survey = `${place} ${id}`
    const known = this.#kept.get(survey)
    if (known?.state === found.state && known.until > Date.now()) {
      this.#keep(survey, known)
      if (!known.figures) throw new Refused([refuse('surveys.figures-too-heavy')])
      return known.figures
    }
    throw new WorkFirst(
      (entering) => this.#working(entering, survey, found),
      refuse('surveys.figures-changing'),
    )
  }
}

const figures = new Figures(figuresMade)
export const figuresAt = (reading: Reading, id: string) => figures.at(reading, id)

type Wanted = { survey: string; question: string }

/** The chart of a question. Refuses a selection, and what is not told above the village: words, days, RT, repeats, what a form works out. */
export async function chartAbove(reading: Reading, { survey, question, ...chosen }: Wanted): Promise<Chart> {
  const plain = Object.values(chosen).every((each) => each === undefined)
  const chart = plain ? (await figuresAt(reading, survey)).charts.get(question) : undefined
  if (!chart) throw new Refused([refuse('surveys.figures-fixed')])
  return chart
}
