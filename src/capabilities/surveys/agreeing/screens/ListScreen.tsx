// The list of families a survey ends in: where it stands, what is next, and each family with its reasons.
import '../../screens/surveys.css'
import './agreeing.css'
import { useState } from 'react'
import { AskDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type KeyFigure, KeyFigures } from '../../../../platform/browser/ui/figures/KeyFigures.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import {
  decideLine,
  type ListingRow,
  reviseList,
  setListing,
  showList,
  takeObjection,
} from '../../listing.ts'
import { surveyRecord } from '../../records.browser.ts'
import { useListing, useObjections } from '../../screens/use-surveys.ts'
import { dayText, may, numberText, seesNames, surveyPath, todayAt } from '../../screens/words.ts'
import { agreeSurvey, type SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import {
  adoptedOf,
  editionOf,
  isLate,
  type ListStage,
  listStageOf,
  openOf,
  whyNotRevise,
} from '../list-rules.ts'
import { ComposeList } from './ComposeList.tsx'
import { ListLines } from './ListLines.tsx'
import { l, stageLook } from './list-words.ts'
import { ShowDialog } from './ShowDialog.tsx'
import { isDoubted, type Line, useLines } from './use-list.ts'

type Props = { place: string; survey: SurveyRow; listing: ListingRow }

function Figures({ place, survey, listing, lines }: Props & { lines: readonly Line[] }) {
  const objections = useObjections(listing.id)
  const base = surveyPath(place, survey.id, 'daftar')
  const open = openOf(objections)
  const rts = new Set(lines.filter((each) => each.listed).map((each) => each.household.localPlace))
  const doubted = lines.filter(isDoubted).length
  const figures: KeyFigure[] = [
    {
      label: l('list.families'),
      value: numberText(listing.households.length),
      ...(rts.size > 0 ? { note: l('list.families-note', { rt: rts.size }) } : {}),
    },
  ]
  if (doubted > 0)
    figures.push({
      label: l('list.look-at'),
      value: numberText(doubted),
      note: l('list.look-at-note'),
      href: `${base}?tampil=dilihat`,
    })
  if (listing.shown)
    figures.push({
      label: l('list.until'),
      value: dayText(listing.shown.until),
      note: l('list.until-note', { on: dayText(listing.shown.on) }),
    })
  if (listing.shown || objections.length > 0)
    figures.push({
      label: l('list.objections'),
      value: numberText(objections.length),
      note:
        objections.length === 0
          ? l('list.objections-none')
          : open > 0
            ? l('list.objections-open', { count: open })
            : l('list.objections-done'),
      href: `${base}/keberatan`,
    })
  return <KeyFigures label={l('list.title')} figures={figures} />
}

function Revising({ place, survey, listing }: Props) {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button onClick={() => setAsked(true)}>{l('list.revise')}</Button>
      {asked && (
        <AskDialog
          {...{ place, screen: 'surveys.revise', record: listing.id, command: reviseList, name: 'reason' }}
          says={[surveysTexts]}
          rules={(input) => whyNotRevise(survey, listing, input, todayAt(place))}
          input={(reason) => ({ id: listing.id, basedOn: listing.version, on: todayAt(place), reason })}
          title={l('list.revise')}
          label={l('list.revise-reason')}
          most={300}
          submit={l('list.revise')}
          saved={l('list.revised')}
          onClose={() => setAsked(false)}
        >
          <p>{l('list.revise-why')}</p>
        </AskDialog>
      )}
    </>
  )
}

/** One thing to do next, and what else may be done. */
function Next({ place, survey, listing, stage }: Props & { stage: ListStage }) {
  const roles = useRoles(place)
  const [showing, setShowing] = useState(false)
  const base = surveyPath(place, survey.id)
  const heard = listing.shown !== null && isLate(listing.shown, todayAt(place))
  const mayShow = may(roles, showList) && listing.households.length > 0
  const adopting = may(roles, agreeSurvey) && survey.closed?.complete === true
  return (
    <Cluster>
      {stage === 'proposed' && mayShow && (
        <Button variant="primary" icon="megaphone" onClick={() => setShowing(true)}>
          {l('list.show-do')}
        </Button>
      )}
      {stage === 'shown' && heard && adopting && (
        <LinkButton href={`${base}/kesepakatan/hasil`} variant="primary" icon="check">
          {l('list.adopt-do')}
        </LinkButton>
      )}
      {stage !== 'proposed' && may(roles, takeObjection) && (
        <LinkButton
          href={`${base}/daftar/keberatan/baru`}
          variant={stage === 'shown' && !heard ? 'primary' : 'quiet'}
          icon="plus"
        >
          {l('list.object-do')}
        </LinkButton>
      )}
      {listing.households.length > 0 && (
        <LinkButton href={`${base}/daftar/cetak`} icon="printer">
          {l('list.print')}
        </LinkButton>
      )}
      {stage === 'shown' && mayShow && (
        <Button onClick={() => setShowing(true)}>{l('list.show-again')}</Button>
      )}
      {stage === 'adopted' && may(roles, reviseList) && <Revising {...{ place, survey, listing }} />}
      {showing && <ShowDialog {...{ place, survey, listing }} onClose={() => setShowing(false)} />}
    </Cluster>
  )
}

function Editions({ survey, listing, stage }: Omit<Props, 'place'> & { stage: ListStage }) {
  const last = adoptedOf(listing)
  return (
    <>
      {stage !== 'adopted' && listing.revised && last && (
        <Notice
          tone="info"
          title={l('list.revising', { edition: editionOf(listing), reason: listing.revised.reason })}
        >
          {survey.result &&
            l('list.standing', {
              ...{ edition: last.edition, count: last.households.length, on: dayText(last.on) },
            })}
        </Notice>
      )}
      {stage === 'adopted' && last?.despite && (
        <Notice tone="info">{l('list.despite', { reason: last.despite })}</Notice>
      )}
    </>
  )
}

function ListPage({ place, row: survey }: RecordProps<SurveyRow>) {
  const listing = useListing(survey.id)
  const roles = useRoles(place)
  const lines = useLines(survey, listing)
  const stage = listStageOf(survey, listing)
  const look = stageLook(stage, listing, todayAt(place))
  // Put together by hand until it was proposed from something, or seen by residents.
  const composing =
    stage === 'proposed' &&
    (listing?.spoken ?? []).length === 0 &&
    !listing?.revised &&
    may(roles, setListing)
  return (
    <Page
      title={l('list.title')}
      subtitle={l('list.subtitle')}
      back={{ href: surveyPath(place, survey.id), label: l('settle.back') }}
      badge={
        <Cluster>
          <StatusBadge status={look.status} label={look.label} />
          {listing && editionOf(listing) > 1 && (
            <StatusBadge status="archive" label={l('list.edition', { edition: editionOf(listing) })} />
          )}
        </Cluster>
      }
    >
      <Stack gap={5}>
        {listing && (
          <>
            <Figures {...{ place, survey, listing, lines }} />
            <Next {...{ place, survey, listing, stage }} />
            <Editions {...{ survey, listing, stage }} />
          </>
        )}
        {!seesNames(roles) && <Notice tone="info">{l('list.unseen')}</Notice>}
        {composing && <ComposeList key={listing?.version ?? 0} {...{ place, survey, listing }} />}
        {!composing && listing && seesNames(roles) && (
          <ListLines
            {...{ place, survey, listing, lines }}
            editable={stage !== 'adopted' && may(roles, decideLine)}
          />
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(surveyRecord, ListPage)
