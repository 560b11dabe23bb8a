// The question route of a workshop: asked in its order, with what people answered under each question.
import './workshops.css'
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { Meeting } from '../../meetings/meeting.ts'
import { routeOf } from '../route.ts'
import { notesOf, whyNotBegun, whyNotNote, whyNotSetRoute, whyNotWithdraw } from '../rules.ts'
import {
  levels,
  type Note,
  noteAnswer,
  type Question,
  type Session,
  sessionCollection,
  setRoute,
  withdrawNote,
} from '../session.ts'
import { workshopsTexts } from '../texts.ts'
import { may, t, words, workshopRecord } from '../words.browser.ts'

type Props = { place: string; meeting: Meeting }

function NoteForm({ place, meeting, question }: Props & { question: Question }) {
  const view = usePlaceView()
  const form = useCommandForm({
    ...{ place, screen: 'workshops.note-answer', record: `${meeting.id} ${question.id}` },
    ...{ command: noteAnswer, says: [workshopsTexts], saved: t('route.noted'), anew: true },
    among: question.id,
    start: () => ({ text: '' }),
    input: ({ text }) => ({ id: newId(), meeting: meeting.id, question: question.id, text: text.trim() }),
    rules: (input) => whyNotNote(view, input),
  })
  return (
    <CommandForm form={form} submit={t('route.note')} look={{ variant: 'quiet' }}>
      <TextArea {...form.field('text', t('route.answer'))} rows={2} maxLength={2000} />
    </CommandForm>
  )
}

function NoteLine({ place, note, mayTakeBack }: { place: string; note: Note; mayTakeBack: boolean }) {
  const [asking, setAsking] = useState(false)
  if (note.withdrawn)
    return <li className="ws-gone">{t('route.withdrawn', { reason: note.withdrawn.reason })}</li>
  return (
    <li>
      <p>{note.text}</p>
      {mayTakeBack && (
        <Button variant="link" onClick={() => setAsking(true)}>
          {t('route.withdraw')}
        </Button>
      )}
      {asking && (
        <AskDialog
          {...{ place, command: withdrawNote, says: [workshopsTexts], name: 'reason', most: 300 }}
          screen="workshops.withdraw-note"
          record={note.id}
          title={t('route.withdraw')}
          label={t('route.reason')}
          submit={t('route.withdraw')}
          danger
          input={(reason) => ({ answer: note.id, reason })}
          rules={() => whyNotWithdraw(note, 'answer')}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

function Asked({ place, meeting, question, number }: Props & { question: Question; number: number }) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const notes = notesOf(view, meeting.id).filter((each) => each.question === question.id)
  const open = whyNotBegun(view, meeting.id).length === 0 && may(roles, noteAnswer)
  return (
    <Section title={`${number}. ${question.text}`} subtitle={t(`route.level-${question.level}`)} level={3}>
      {notes.length > 0 && (
        <ul className="ws-notes">
          {notes.map((note) => (
            <NoteLine key={note.id} {...{ place, note }} mayTakeBack={may(roles, withdrawNote)} />
          ))}
        </ul>
      )}
      {open && <NoteForm {...{ place, meeting, question }} />}
    </Section>
  )
}

/** The route as lines of text, a heading for each level: written by who prepares the workshop. */
function RouteForm({ place, meeting, onDone }: Props & { onDone: () => void }) {
  const view = usePlaceView()
  const session = useRow<Session>(sessionCollection, meeting.id)
  const { questions } = routeOf(view, meeting, words)
  const linesOf = (level: Question['level']) =>
    questions
      .filter((each) => each.level === level)
      .map(({ text }) => text)
      .join('\n')
  const form = useCommandForm({
    ...{ place, screen: 'workshops.set-route', record: meeting.id },
    ...{ command: setRoute, says: [workshopsTexts], saved: t('route.saved'), done: onDone },
    start: () => ({
      ...{ objective: linesOf('objective'), reflective: linesOf('reflective') },
      ...{ interpretive: linesOf('interpretive'), decisional: linesOf('decisional') },
      basedOn: session?.version ?? 0,
    }),
    input: ({ basedOn, ...draft }) => ({
      ...{ meeting: meeting.id, basedOn },
      questions: levels.flatMap((level) =>
        draft[level]
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .map((text) => ({ level, text, id: questions.find((each) => each.text === text)?.id ?? newId() })),
      ),
    }),
    rules: (input) => whyNotSetRoute(view, input),
    fieldOf: (path) => (path.startsWith('questions') ? 'objective' : path),
  })
  return (
    <CommandForm form={form} submit={t('route.save')}>
      {levels.map((level) => (
        <TextArea
          key={level}
          {...form.field(level, t(`route.level-${level}`))}
          hint={t(`route.hint-${level}`)}
          rows={3}
          maxLength={4000}
        />
      ))}
    </CommandForm>
  )
}

function RoutePage({ place, row: meeting }: RecordProps<Meeting>) {
  const view = usePlaceView()
  const [again, setAgain] = useState(0)
  const { questions, from } = routeOf(view, meeting, words)
  const known = new Set(questions.map(({ id }) => id))
  const lost = notesOf(view, meeting.id).filter((each) => !known.has(each.question) && !each.withdrawn)
  return (
    <Page
      title={t('route.title')}
      subtitle={t('route.why')}
      back={{ href: `/d/${place}/fgd/${meeting.id}`, label: meeting.title }}
      width="narrow"
      actions={
        <LinkButton href={`/d/${place}/fgd/${meeting.id}/cetak`} icon="printer">
          {t('sheet.print')}
        </LinkButton>
      }
    >
      <Stack>
        {from !== 'set' && <Notice tone="advice">{t(`route.from-${from}`)}</Notice>}
        {questions.map((question, n) => (
          <Asked key={question.id} {...{ place, meeting, question }} number={n + 1} />
        ))}
        {lost.length > 0 && (
          <Section title={t('route.lost')} level={3}>
            <ul className="ws-notes">
              {lost.map((note) => (
                <NoteLine key={note.id} {...{ place, note }} mayTakeBack={false} />
              ))}
            </ul>
          </Section>
        )}
        {may(useRoles(place), setRoute) && (
          <Fold key={again} title={t('route.change')}>
            <RouteForm {...{ place, meeting }} onDone={() => setAgain((n) => n + 1)} />
          </Fold>
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(workshopRecord, RoutePage)
