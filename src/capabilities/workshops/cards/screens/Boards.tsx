// The boards of one kind that a workshop has, and the beginning of another.
import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import type { RecordProps } from '../../../../platform/browser/RecordPage.tsx'
import { type Task, TaskList } from '../../../../platform/browser/ui/figures/TaskList.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { workshopsTexts } from '../../texts.ts'
import { may } from '../../words.browser.ts'
import { type BoardKind, type Card, cardCollection, startBoard } from '../board.ts'
import { boardsOf, whyNotStart } from '../rules.ts'
import { treeOf } from '../tree.ts'
import { t } from '../words.browser.ts'

type Props = RecordProps<Meeting> & { kind: BoardKind }

const said = {
  'problem-tree': {
    all: 'cards.trees',
    why: 'cards.trees-why',
    start: 'cards.new-tree',
    title: 'cards.title-tree',
  },
  consensus: {
    all: 'cards.consensus-all',
    why: 'cards.consensus-why',
    start: 'cards.new-consensus',
    title: 'cards.title-consensus',
  },
} as const

function StartForm({ place, row: meeting, kind }: Props) {
  const view = usePlaceView()
  const [id] = useState(newId)
  const words = said[kind]
  const form = useCommandForm({
    ...{ place, screen: 'workshops.start-board', record: `${meeting.id} ${kind}` },
    ...{ command: startBoard, says: [workshopsTexts], saved: t('cards.started') },
    start: () => ({ title: '', focus: '' }),
    input: ({ title, focus }) => ({
      id,
      meeting: meeting.id,
      kind,
      title: title.trim(),
      focus: focus.trim(),
    }),
    rules: (input) => whyNotStart(view, input),
    to: `/d/${place}/fgd/${meeting.id}/papan/${id}`,
  })
  return (
    <Section title={t(words.start)}>
      <CommandForm form={form} submit={t('cards.start')}>
        <TextField {...form.field('title', t(words.title))} maxLength={160} />
        {kind === 'consensus' && (
          <TextField
            {...form.field('focus', t('cards.focus'))}
            hint={t('cards.focus-hint')}
            maxLength={300}
          />
        )}
      </CommandForm>
    </Section>
  )
}

export function Boards(props: Props) {
  const { place, row: meeting, kind } = props
  const cards = useRows<Card>(cardCollection)
  const words = said[kind]
  const boards = boardsOf(usePlaceView(), meeting.id).filter(
    (each) => each.kind === kind && !each.fields.gone?.value,
  )
  const tasks = boards.map((board): Task => {
    const { byId } = treeOf(cards.filter((each) => each.board === board.id))
    return {
      ...{
        id: board.id,
        title: board.fields.title?.value ?? '',
        status: byId.size > 0 ? 'running' : 'later',
      },
      statusLabel: t(board.fields.resolved?.value ? 'cards.resolved' : 'cards.count', { count: byId.size }),
      href: `/d/${place}/fgd/${meeting.id}/papan/${board.id}`,
    }
  })
  return (
    <Page
      title={t(words.all)}
      subtitle={t(words.why)}
      back={{ href: `/d/${place}/fgd/${meeting.id}`, label: meeting.title }}
      width="narrow"
    >
      <Stack>
        {tasks.length > 0 && <TaskList label={t(words.all)} tasks={tasks} />}
        {may(useRoles(place), startBoard) && <StartForm {...props} />}
      </Stack>
    </Page>
  )
}
