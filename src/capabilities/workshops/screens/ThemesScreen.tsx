// The themes that discussions were agreed to be about, and in which workshops each was discussed.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { titleOf } from '../../programmes/door.browser.tsx'
import { type Enrolled, runningIn } from '../../programmes/serving.ts'
import { discussedIn, themesOf, whyNotAgreeTheme } from '../rules.ts'
import { workshopsScreenTexts } from '../screen-texts.ts'
import { agreeTheme, type Theme } from '../session.ts'
import { workshopsTexts } from '../texts.ts'
import { dayText, may, t, workshopRecord } from '../words.browser.ts'
import { Parts } from './Parts.tsx'

function ThemeForm({ place, running }: { place: string; running: readonly Enrolled[] }) {
  const view = usePlaceView()
  const [id, setId] = useState(newId)
  const form = useCommandForm({
    ...{ place, screen: 'workshops.agree-theme', record: 'new' },
    ...{ command: agreeTheme, says: [workshopsTexts], saved: t('themes.saved'), anew: true },
    start: () => ({ title: '', enrolment: running[0]?.row.id ?? '' }),
    input: ({ title, enrolment }) => ({ id, enrolment, title: title.trim(), meeting: null }),
    rules: (input) => whyNotAgreeTheme(view, input),
    done: () => setId(newId()),
  })
  return (
    <Section title={t('themes.new')}>
      <CommandForm form={form} submit={t('themes.add')}>
        {running.length > 1 && (
          <SelectField
            {...form.field('enrolment', t('themes.programme'))}
            options={running.map((each) => ({ value: each.row.id, label: titleOf(each) }))}
          />
        )}
        <TextField
          {...form.field('title', t('themes.title-field'))}
          hint={t('themes.title-hint')}
          maxLength={160}
        />
      </CommandForm>
    </Section>
  )
}

function useThemeTask(place: string): (theme: Theme) => Task {
  const view = usePlaceView()
  const meetings = new Map(useRows<Meeting>(meetingCollection).map((each) => [each.id, each]))
  return (theme) => {
    const held = discussedIn(view, theme.id).flatMap(({ id }) => meetings.get(id) ?? [])
    const last = held.at(-1)
    return {
      ...{ id: theme.id, title: theme.title, status: held.length > 0 ? 'done' : 'later' },
      statusLabel: held.length > 0 ? t('themes.discussed', { count: held.length }) : t('themes.not-yet'),
      why: held.map((each) => `${each.title}, ${dayText(each.date)}`).join(' · '),
      href: last && `/d/${place}/fgd/${last.id}`,
    }
  }
}

function ThemesScreen({ place }: ScreenProps) {
  const view = usePlaceView()
  const running = runningIn(view)
  const task = useThemeTask(place)
  const listed = running.map((each) => ({
    each,
    themes: themesOf(view, each.row.id).filter(({ withdrawn }) => !withdrawn),
  }))
  const mayAdd = may(useRoles(place), agreeTheme) && running.length > 0
  return (
    <Page title={t('workshops.title')} subtitle={t('themes.subtitle')}>
      <Stack>
        <Parts place={place} part="themes" />
        {listed
          .filter(({ themes }) => themes.length > 0)
          .map(({ each, themes }) => (
            <Section key={each.row.id} title={titleOf(each)} tone="plain">
              <TaskList label={titleOf(each)} tasks={themes.map(task)} />
            </Section>
          ))}
        {listed.every(({ themes }) => themes.length === 0) && (
          <EmptyState icon="tasks" title={t('themes.empty')}>
            {t('themes.empty-why')}
          </EmptyState>
        )}
        {mayAdd && <ThemeForm {...{ place, running }} />}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...workshopRecord, title: workshopsScreenTexts['workshops.title'] }, ThemesScreen)
