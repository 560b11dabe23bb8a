// The measure as somebody works on it, and what the server counts by it; other weights and cut-offs are counted here at once.

import { useEffect, useMemo, useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { reasons, refuse } from '../../../../kernel/refusal.ts'
import { ask } from '../../../../platform/browser/api.ts'
import { type Fault, faultOf } from '../../../../platform/browser/asking/fault.ts'
import { type AnyForm, useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../../platform/browser/hooks.tsx'
import type { SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { answerOf, cellsFrom } from '../counting-rules.ts'
import {
  type MeasureAnswer,
  type MeasureBody,
  type MeasureRow,
  measureCollection,
  setMeasure,
} from '../measure.ts'
import { counted } from '../measure-rules.ts'
import { methodOf } from '../method.ts'
import { readyMeasure } from '../ready-measure-rules.ts'
import { measureTexts } from './measure-texts.ts'
import { m } from './measure-words.ts'

export type States = 'approved' | 'not-rejected'

const blank: MeasureBody = {
  title: 'Kemiskinan multidimensi',
  k: 0.3333,
  dimensions: [{ id: 'other', label: ['Lainnya', 'Other'] }],
  indicators: [],
  missing: 'leave-out',
}

export type Draft = {
  body: MeasureBody
  /** Otherwise than what is on record, or what is ready. */
  changed: boolean
  saved: MeasureRow | undefined
  ready: MeasureBody | null
  set: (body: MeasureBody) => void
  /** Back to what is on record. */
  reset: () => void
  form: AnyForm
}

export function useDraft(place: string, survey: SurveyRow): Draft {
  const saved = useRows<MeasureRow>(measureCollection).find((each) => each.survey === survey.id)
  const ready = readyMeasure(survey.formId)
  const start = saved?.body ?? ready ?? blank
  const version = saved?.version ?? 0
  const form = useCommandForm({
    ...{
      place,
      screen: 'surveys.measure',
      record: survey.id,
      says: [measureTexts, surveysTexts],
      command: setMeasure,
    },
    // What stood on record when the person began: a change meanwhile is refused, not overwritten.
    start: (): { given: MeasureBody | null; basedOn: number | null } => ({ given: null, basedOn: null }),
    input: ({ given, basedOn }) => ({
      ...{ id: saved?.id ?? newId(), survey: survey.id, basedOn: basedOn ?? version },
      body: given ?? start,
    }),
    rules: ({ body, basedOn }) =>
      reasons(
        body.indicators.length === 0 && refuse('measure.need-indicator'),
        basedOn !== version && refuse('surveys.measure-changed'),
      ),
    fieldOf: (path) => path.replace(/^body\./, ''),
    saved: m('measure.saved'),
    anew: true,
  })
  const { given } = form.draft
  const changed = given !== null && JSON.stringify(given) !== JSON.stringify(start)
  const set = (next: MeasureBody) => form.set({ given: next, basedOn: form.draft.basedOn ?? version })
  return { body: given ?? start, changed, saved, ready, set, reset: form.throwAway, form }
}

/** What the server must look at anew: which answers mean deprivation. Weights and cut-off are counted here. */
const askedOf = ({ indicators }: MeasureBody) =>
  JSON.stringify(indicators.map((each) => [each.question, each.deprivedWhen]))

/** As short as it can be: the server needs no names to count. */
const trialText = (body: MeasureBody): string =>
  JSON.stringify({
    ...body,
    title: '-',
    dimensions: [{ id: 'a', label: ['-', '-'] }],
    indicators: body.indicators.map((each) => ({ ...each, label: ['-', '-'], dimension: 'a', source: '' })),
  })

export type Counting =
  /** Not counted yet, or why not. */
  | { state: 'waiting'; fault: Fault | undefined; busy: boolean; again: () => void }
  /** `stale`: the figures are of the indicators before the last change. */
  | { state: 'here'; answer: MeasureAnswer; stale: boolean }

const typingPause = 400

/** What comes out, kept in step with the draft. Who may not try measures sees the one on record. */
export function useCounting(
  place: string,
  survey: SurveyRow,
  draft: Draft,
  states: States,
  mayTry: boolean,
): Counting {
  const method = methodOf(survey.formId)
  const tries = mayTry && method === 'multidimensional'
  const wanted = tries ? askedOf(draft.body) : `${method} ${draft.saved?.version ?? 0}`
  const [told, setTold] = useState<{ of: string; answer: MeasureAnswer } | null>(null)
  const [fault, setFault] = useState<Fault>()
  const [times, setTimes] = useState(0)
  const nothing = method === 'multidimensional' && draft.body.indicators.length === 0
  // Names and weights do not change what the server looks at.
  useEffect(() => {
    if (nothing) return
    const stop = new AbortController()
    const trial = tries ? { trial: trialText(draft.body) } : {}
    const timer = setTimeout(
      () => {
        ask<MeasureAnswer>(
          'surveys.measure-result',
          { place, survey: survey.id, method, states, ...trial },
          stop.signal,
        ).then(
          (answer) => {
            setTold({ of: wanted, answer })
            setFault(undefined)
          },
          (error: unknown) => {
            if (!stop.signal.aborted) setFault(faultOf(error))
          },
        )
      },
      told === null ? 0 : typingPause,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [place, survey.id, survey.version, method, states, wanted, nothing, times])
  const shown = useMemo(
    () => told && (told.of === wanted ? recounted(told.answer, draft.body) : told.answer),
    [told, wanted, draft.body],
  )
  const again = () => setTimes((n) => n + 1)
  if (fault || !shown) return { state: 'waiting', fault, busy: false, again }
  return { state: 'here', answer: shown, stale: told?.of !== wanted }
}

/** The same answers under the weights and the cut-off of now; officers have no patterns and see what the server told. */
function recounted(answer: MeasureAnswer, body: MeasureBody): MeasureAnswer {
  if (answer.method !== 'multidimensional' || answer.patterns.length === 0) return answer
  const patterns = answer.patterns.map((each) => ({ ...each, cells: cellsFrom(each.cells) }))
  const weights = body.indicators.map((each) => each.weight)
  return { ...answer, ...answerOf(counted(patterns, weights, body.k, body.missing), body) }
}
