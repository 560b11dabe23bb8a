// Noting aspirations in a workshop, one after the other.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { Meeting } from '../../meetings/meeting.ts'
import { type PersonRow, personCollection } from '../../people/person.ts'
import { LocalPlacePicker } from '../../places/door.browser.tsx'
import { enrolmentsOf } from '../../programmes/serving.ts'
import { type AspirationGroup, aspirationGroups, noteAspiration } from '../aspiration.ts'
import { aspirationsOf, standing, whyNotNoteAspiration } from '../aspiration-rules.ts'
import { themesOf, whyNotBegun } from '../rules.ts'
import { workshopsTexts } from '../texts.ts'
import { may, t, workshopRecord } from '../words.browser.ts'
import { AspirationList, groupTitle } from './AspirationList.tsx'

function AspirationForm({ place, meeting }: { place: string; meeting: Meeting }) {
  const view = usePlaceView()
  const names = useRows<PersonRow>(personCollection).map(({ name }) => name)
  const [id, setId] = useState(newId)
  const themes = enrolmentsOf(meeting)
    .flatMap((each) => themesOf(view, each))
    .filter(({ withdrawn }) => !withdrawn)
  const form = useCommandForm({
    ...{ place, screen: 'workshops.note-aspiration', record: meeting.id },
    ...{ command: noteAspiration, says: [workshopsTexts], saved: t('aspirations.saved'), anew: true },
    start: () => ({
      text: '',
      group: 'poor' as AspirationGroup,
      theme: '',
      localPlace: meeting.localPlace,
    }),
    input: ({ text, group, theme, localPlace }) => ({
      ...{ id, meeting: meeting.id, text: text.trim(), group, theme: theme || null, localPlace },
    }),
    rules: (input) => whyNotNoteAspiration(view, input, names),
    done: () => setId(newId()),
  })
  const optional = t('aspirations.optional')
  return (
    <Section title={t('aspirations.note')}>
      <CommandForm form={form} submit={t('aspirations.add')}>
        <RadioCards
          {...form.field('group', t('aspirations.group'))}
          onChange={(group) => form.set({ group: group as AspirationGroup })}
          choices={aspirationGroups.map((value) => ({ value, label: groupTitle(value) }))}
        />
        <TextArea
          {...form.field('text', t('aspirations.text'))}
          hint={t('aspirations.text-hint')}
          rows={3}
          maxLength={600}
        />
        <FormRow>
          <LocalPlacePicker {...form.field('localPlace', t('aspirations.part'))} optional={optional} />
          {themes.length > 0 && (
            <SelectField
              {...form.field('theme', t('aspirations.theme'))}
              optional={optional}
              emptyLabel={t('aspirations.no-theme')}
              options={themes.map(({ id: value, title }) => ({ value, label: title }))}
            />
          )}
        </FormRow>
      </CommandForm>
    </Section>
  )
}

function AspirationsHere({ place, row: meeting }: RecordProps<Meeting>) {
  const view = usePlaceView()
  const rows = standing(aspirationsOf(view, meeting.id)).reverse()
  const begun = whyNotBegun(view, meeting.id).length === 0
  return (
    <Page
      title={t('aspirations.title')}
      subtitle={t('aspirations.why')}
      back={{ href: `/d/${place}/fgd/${meeting.id}`, label: meeting.title }}
      width="narrow"
    >
      <Stack>
        {!begun && <Notice tone="info">{t('workshops.not-begun-yet')}</Notice>}
        {begun && may(useRoles(place), noteAspiration) && <AspirationForm {...{ place, meeting }} />}
        {rows.length > 0 && (
          <Section title={t('aspirations.noted', { count: rows.length })}>
            <AspirationList {...{ place, rows }} />
          </Section>
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(workshopRecord, AspirationsHere)
