// A list that is put together by hand: residents choose household by household, before anybody has seen it.
import { useMemo, useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { FormNotices } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../../platform/browser/hooks.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { type HouseholdRow, householdCollection } from '../../../people/household.ts'
import { type ListingRow, listMethods, type SetListing, setListing } from '../../listing.ts'
import { s } from '../../screens/settle-words.ts'
import { surveyTexts } from '../../screens/survey-texts.ts'
import { useLocals } from '../../screens/use-surveys.ts'
import { surveyPath } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { withinReach } from '../../visits/visits.ts'
import { whyNotSetListing } from '../list-rules.ts'
import { ComposeHouseholds } from './ComposeHouseholds.tsx'

type Method = SetListing['method']

function useEditing(place: string, survey: SurveyRow, listing: ListingRow | undefined) {
  const [id] = useState(newId)
  const all = useRows<HouseholdRow>(householdCollection)
  const known = useMemo(() => new Set(all.map((each) => each.id)), [all])
  const form = useCommandForm({
    ...{ place, screen: 'surveys.list', record: `${survey.id} ${listing?.version ?? 0}` },
    ...{ says: [surveyTexts, surveysTexts], command: setListing },
    start: () => ({
      households: [...(listing?.households ?? [])],
      method: (listing?.method as Method | undefined) ?? ('residents' as Method),
      note: listing?.note ?? '',
    }),
    input: ({ households, method, note }) => ({
      ...{ id: listing?.id ?? id, survey: survey.id, basedOn: listing?.version ?? 0 },
      ...{ households: households.filter((each) => known.has(each)), method, note: note.trim() },
    }),
    rules: (input) => whyNotSetListing(survey, listing, input, known),
    saved: s('settle.saved'),
  })
  const { input } = form
  const before = new Set(listing?.households)
  const changed =
    input.households.length !== before.size ||
    input.households.some((each) => !before.has(each)) ||
    (listing !== undefined && (input.method !== listing.method || input.note !== listing.note))
  const toggle = (household: string) => {
    const { households } = form.draft
    const without = households.filter((each) => each !== household)
    form.set({ households: without.length < households.length ? without : [...households, household] })
  }
  return { form, chosen: new Set(form.draft.households), toggle, changed }
}

export function ComposeList({
  place,
  survey,
  listing,
}: {
  place: string
  survey: SurveyRow
  listing: ListingRow | undefined
}) {
  const { all } = useLocals()
  const rows = useRows<HouseholdRow>(householdCollection)
  const households = useMemo(() => withinReach(survey, rows, all), [survey, rows, all])
  const { form, chosen, toggle, changed } = useEditing(place, survey, listing)
  return (
    <Stack gap={5}>
      {chosen.size === 0 && (
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
      <FormNotices form={form} />
      <ComposeHouseholds survey={survey} households={households} chosen={chosen} onToggle={toggle} />
      {
        <Section>
          <SelectField
            {...form.field('method', s('list.method'))}
            options={listMethods.map((value) => ({ value, label: s(`list.method-${value}`) }))}
          />
          <TextArea
            {...form.field('note', s('settle.note'))}
            optional={s('settle.optional')}
            rows={2}
            maxLength={1000}
          />
        </Section>
      }
      {changed && (
        <div className="sv-judge-bar">
          <span role="status">
            <strong>{s('list.count', { count: form.input.households.length })}</strong>
            <br />
            <small className="rb-soft">{s('list.changed')}</small>
          </span>
          <Button variant="primary" loading={form.saving} onClick={() => void form.save()}>
            {s('list.save')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
