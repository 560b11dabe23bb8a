// From the measure to the list of households: a proposal that the residents discuss before they agree.

import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { ask } from '../../../../platform/browser/api.ts'
import { type Fault, faultOf } from '../../../../platform/browser/asking/fault.ts'
import { faultSentence } from '../../../../platform/browser/asking/fault-sentence.ts'
import { ConfirmCommand } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { agreedRankings } from '../../../workshops/agreed.ts'
import { listStageOf } from '../../agreeing/list-rules.ts'
import { spokenOf } from '../../agreeing/spoken-rules.ts'
import { listedMost, setListing } from '../../listing.ts'
import { useListing } from '../../screens/use-surveys.ts'
import { dayText, may } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import type { MeasureAnswer } from '../measure.ts'
import { methodOf } from '../method.ts'
import { m } from './measure-words.ts'
import type { Draft, States } from './use-measure.ts'

type Props = {
  place: string
  survey: SurveyRow
  draft: Draft
  states: States
  answer: MeasureAnswer
}

export function MeasureListing({ place, survey, draft, states, answer }: Props) {
  const listing = useListing(survey.id)
  const [found, setFound] = useState<MeasureAnswer | null>(null)
  const [state, setState] = useState<'idle' | 'asking' | 'save-first' | 'done' | Fault>('idle')
  const view = usePlaceView()
  if (!may(useRoles(place), setListing)) return null
  const stage = listStageOf(survey, listing)
  if (stage !== 'proposed')
    return <Notice tone="info">{m(stage === 'shown' ? 'measure.shown' : 'measure.agreed')}</Notice>
  const rankings = agreedRankings(view).slice(0, 12)
  const method = methodOf(survey.formId)
  const poor = answer.poor ?? 0

  const look = async () => {
    if (draft.changed) return setState('save-first')
    setState('asking')
    const trial = method === 'multidimensional' ? { trial: JSON.stringify(draft.body) } : {}
    try {
      setFound(
        await ask<MeasureAnswer>('surveys.measure-result', {
          place,
          survey: survey.id,
          method,
          states,
          each: 'household',
          ...trial,
        }),
      )
      setState('idle')
    } catch (error) {
      setState(faultOf(error))
    }
  }
  const proposalOf = ({ poorHouseholds, lines }: MeasureAnswer) => ({
    ...{ id: listing?.id ?? newId(), survey: survey.id, basedOn: listing?.version ?? 0, method },
    households: poorHouseholds.slice(0, listedMost),
    spoken: spokenOf(lines, rankings),
    ...(rankings.length > 0 ? { ranked: rankings.map((each) => dayText(each.on)).join(', ') } : {}),
    note: m('measure.proposed-note', {
      title: method === 'multidimensional' ? draft.body.title : m(`measure.${method}`),
    }),
  })
  const notes = found && [
    m('measure.propose-why', { count: found.poorHouseholds.length }),
    found.poorUnknown > 0 && m('measure.propose-unknown', { count: found.poorUnknown }),
    rankings.length > 0 && m('measure.propose-ranked', { count: rankings.length }),
    listing && m('measure.propose-replace', { count: listing.households.length }),
  ]
  return (
    <Section title={m('measure.propose-title')}>
      <Stack gap={3}>
        {poor === 0 ? (
          <p className="rb-hint">{m('measure.none-poor')}</p>
        ) : (
          <p>{m('measure.propose-why', { count: poor })}</p>
        )}
        {state === 'save-first' && <Notice tone="advice">{m('measure.propose-save-first')}</Notice>}
        {typeof state !== 'string' && <Notice tone="warn">{faultSentence(state)}</Notice>}
        {state === 'done' && (
          <Notice
            tone="done"
            announce="status"
            action={
              <LinkButton href={`/d/${place}/survei/${survey.id}/daftar`}>
                {m('measure.open-list')}
              </LinkButton>
            }
          >
            {m('measure.proposed')}
          </Notice>
        )}
        {poor > 0 && (
          <div>
            <Button icon="tasks" loading={state === 'asking'} onClick={() => void look()}>
              {m('measure.propose')}
            </Button>
          </div>
        )}
      </Stack>
      {found && (
        <ConfirmCommand
          {...{ place, command: setListing, input: proposalOf(found) }}
          title={m('measure.propose-title')}
          submit={m('measure.propose-confirm', { count: found.poorHouseholds.length })}
          saved={m('measure.proposed')}
          done={() => setState('done')}
          onClose={() => setFound(null)}
        >
          {notes?.filter(Boolean).map((note) => (
            <p key={String(note)}>{note}</p>
          ))}
        </ConfirmCommand>
      )}
    </Section>
  )
}
