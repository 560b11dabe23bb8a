// The list a survey ends in: chosen household by household, or proposed by a measure and then discussed.
import '../../screens/surveys.css'
import { useMemo, useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { usePhone, useRows } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../../platform/browser/ui/form/ErrorSummary.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { type HouseholdRow, householdCollection } from '../../../people/household.ts'
import { whyNotSetListing } from '../../rules.ts'
import { inputFaults } from '../../screens/input-faults.ts'
import { NoSurvey } from '../../screens/NoSurvey.tsx'
import { s } from '../../screens/settle-words.ts'
import { useListing, useLocals, useSurvey } from '../../screens/use-surveys.ts'
import { faultsOf, may, surveyPath } from '../../screens/words.ts'
import { type ListingRow, type SetListing, type SurveyRow, setListing } from '../../survey.ts'
import { withinReach } from '../visits.ts'
import { ListingHouseholds } from './ListingHouseholds.tsx'

type Method = SetListing['method']
const methods = ['residents', 'bkkbn', 'bps14', 'multidimensional'] as const

function useEditing(survey: SurveyRow, listing: ListingRow | undefined) {
  const [id] = useState(() => listing?.id ?? newId())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(listing?.households))
  const [method, setMethod] = useState<Method>((listing?.method as Method | undefined) ?? 'residents')
  const [note, setNote] = useState(listing?.note ?? '')
  const all = useRows<HouseholdRow>(householdCollection)
  const known = useMemo(() => new Set(all.map((each) => each.id)), [all])
  const input: SetListing = {
    ...{ id: listing?.id ?? id, survey: survey.id, basedOn: listing?.version ?? 0 },
    ...{ households: [...chosen].filter((each) => known.has(each)), method, note: note.trim() },
  }
  const refusals = [
    ...inputFaults(setListing.input, input),
    ...whyNotSetListing(survey, listing, input, known),
  ]
  const before = new Set(listing?.households)
  const changed =
    input.households.length !== before.size ||
    input.households.some((each) => !before.has(each)) ||
    (listing !== undefined && (method !== listing.method || input.note !== listing.note))
  const toggle = (household: string) =>
    setChosen((now) => {
      const next = new Set(now)
      if (!next.delete(household)) next.add(household)
      return next
    })
  return { chosen, toggle, method, setMethod, note, setNote, input, refusals, changed }
}

function Editing({
  place,
  survey,
  listing,
}: {
  place: string
  survey: SurveyRow
  listing: ListingRow | undefined
}) {
  const phone = usePhone()
  const announce = useAnnounce()
  const { all } = useLocals()
  const rows = useRows<HouseholdRow>(householdCollection)
  const households = useMemo(() => withinReach(survey, rows, all), [survey, rows, all])
  const editing = useEditing(survey, listing)
  const [attempt, setAttempt] = useState(0)
  const mayEdit = may(useRoles(place), setListing) && survey.result === null
  const save = async () => {
    setAttempt(attempt + 1)
    if (editing.refusals.length > 0) return
    await phone.give(setListing, place, editing.input)
    announce(s('settle.saved'))
  }
  return (
    <Stack gap={5}>
      {survey.result && <Notice tone="done">{s('list.agreed')}</Notice>}
      {editing.chosen.size === 0 && mayEdit && (
        <EmptyState
          icon="house"
          title={s('list.empty')}
          actions={
            <LinkButton href={surveyPath(place, survey.id, 'ukuran')} icon="ballot">
              {s('list.from-measure')}
            </LinkButton>
          }
        >
          {s('list.empty-why')}
        </EmptyState>
      )}
      <ErrorSummary
        title={s('settle.mend')}
        faults={faultsOf(attempt > 0 ? editing.refusals : [])}
        attempt={attempt}
      />
      <ListingHouseholds
        survey={survey}
        households={households}
        chosen={editing.chosen}
        onToggle={mayEdit ? editing.toggle : null}
      />
      {mayEdit && (
        <Section>
          <SelectField
            name="method"
            label={s('list.method')}
            value={editing.method}
            onChange={(value) => editing.setMethod(value as Method)}
            options={methods.map((value) => ({ value, label: s(`list.method-${value}`) }))}
          />
          <TextArea
            name="note"
            label={s('settle.note')}
            optional={s('settle.optional')}
            value={editing.note}
            onChange={editing.setNote}
            rows={2}
            maxLength={1000}
          />
        </Section>
      )}
      {mayEdit && editing.changed && (
        <div className="sv-judge-bar">
          <span role="status">
            <strong>{s('list.count', { count: editing.input.households.length })}</strong>
            <br />
            <small className="rb-soft">{s('list.changed')}</small>
          </span>
          <Button variant="primary" onClick={() => void save()}>
            {s('list.save')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

export default function ListingScreen({ place, params }: ScreenProps) {
  const survey = useSurvey(params.id)
  const listing = useListing(params.id ?? '')
  if (!survey) return <NoSurvey place={place} />
  return (
    <Page
      title={s('list.title')}
      subtitle={s('list.subtitle')}
      back={{ href: surveyPath(place, survey.id), label: s('settle.back') }}
    >
      {/* A list that somebody else set meanwhile is shown as it is now. */}
      <Editing key={listing?.version ?? 0} place={place} survey={survey} listing={listing} />
    </Page>
  )
}
