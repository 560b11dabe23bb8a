// The objections to a list: what waits for an answer first, and how each was answered.
import '../../screens/surveys.css'
import './agreeing.css'
import { useState } from 'react'
import { translate } from '../../../../platform/browser/language.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { answerObjection, type ListingRow, type ObjectionRow, takeObjection } from '../../listing.ts'
import { surveyRecord } from '../../records.browser.ts'
import { useListing, useLocals, useObjections } from '../../screens/use-surveys.ts'
import { dayText, may, surveyPath, t } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { isOpenObjection } from '../list-rules.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { objectionTexts } from './objection-texts.ts'
import { type Line, useLines } from './use-list.ts'

const o = translate(objectionTexts)

type Shared = { place: string; survey: SurveyRow; listing: ListingRow; lines: readonly Line[] }

function State({ objection }: { objection: ObjectionRow }) {
  const last = objection.answers.at(-1)
  return (
    <Cluster>
      {objection.late && <StatusBadge status="late" label={o('objection.late')} />}
      {last ? (
        <StatusBadge
          status={last.upheld ? 'done' : 'declined'}
          label={o(last.upheld ? 'objection.upheld' : 'objection.rejected')}
        />
      ) : (
        <StatusBadge status="next" label={o('objection.open')} />
      )}
    </Cluster>
  )
}

/** Of which family, as far as this phone knows it. */
function useFamily(objection: ObjectionRow, lines: readonly Line[]): string {
  const { lineOf } = useLocals()
  const id = objection.household ?? objection.answers.at(-1)?.household
  const line = id ? lines.find((each) => each.household.id === id) : undefined
  if (!line) return objection.family
  return [line.name || t('survey.nameless'), lineOf(line.household.localPlace)].join(', ')
}

function One({ objection, ...shared }: Shared & { objection: ObjectionRow }) {
  const [answering, setAnswering] = useState(false)
  const roles = useRoles(shared.place)
  const family = useFamily(objection, shared.lines)
  const last = objection.answers.at(-1)
  const day = dayText(objection.on)
  return (
    <li className="ag-card">
      <div className="ag-card-head">
        <h3>{o(`objection.about-${objection.about}`)}</h3>
        <State objection={objection} />
      </div>
      {family && <strong>{family}</strong>}
      {objection.objection && <blockquote>{objection.objection}</blockquote>}
      <small className="rb-soft">
        {objection.objector
          ? o('objection.by', { objector: objection.objector, on: day })
          : o('objection.hidden', { on: day })}
      </small>
      {objection.answers.map(
        (each) =>
          each.reason && (
            <p key={`${each.on} ${each.reason}`}>
              {o('objection.answered', {
                decidedBy: each.decidedBy,
                on: dayText(each.on),
                reason: each.reason,
              })}
            </p>
          ),
      )}
      {last?.upheld && last.household && (
        <small>{o(objection.about === 'missing' ? 'objection.changed-in' : 'objection.changed-out')}</small>
      )}
      {may(roles, answerObjection) && !last?.upheld && (
        <div>
          <Button variant={last ? 'quiet' : 'primary'} onClick={() => setAnswering(true)}>
            {o(last ? 'answer.again' : 'answer.do')}
          </Button>
        </div>
      )}
      {answering && <AnswerDialog {...shared} objection={objection} onClose={() => setAnswering(false)} />}
    </li>
  )
}

function Objections({ place, survey, listing }: Omit<Shared, 'lines'>) {
  const lines = useLines(survey, listing)
  const all = useObjections(listing.id)
  const roles = useRoles(place)
  const heard = listing.shown ?? null
  const take = may(roles, takeObjection) && (
    <LinkButton href={surveyPath(place, survey.id, 'daftar/keberatan/baru')} icon="plus">
      {o('objection.take')}
    </LinkButton>
  )
  if (all.length === 0)
    return (
      <EmptyState icon="ballot" title={o('objection.none')} actions={heard && take}>
        {heard ? o('objection.none-why', { until: dayText(heard.until) }) : o('objection.not-shown')}
      </EmptyState>
    )
  const open = all.filter(isOpenObjection)
  return (
    <Stack>
      <div>{take}</div>
      <ul className="sv-cards">
        {[...open, ...all.filter((each) => !isOpenObjection(each))].map((objection) => (
          <One key={objection.id} {...{ place, survey, listing, lines, objection }} />
        ))}
      </ul>
    </Stack>
  )
}

function ObjectionsPage({ place, row: survey }: RecordProps<SurveyRow>) {
  const listing = useListing(survey.id)
  return (
    <Page
      title={o('objection.title')}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id, 'daftar'), label: o('objection.back') }}
    >
      {listing ? (
        <Objections {...{ place, survey, listing }} />
      ) : (
        <EmptyState icon="ballot">{o('objection.not-shown')}</EmptyState>
      )}
    </Page>
  )
}

export default recordScreen(surveyRecord, ObjectionsPage)
