// What a consensus workshop has beside its cards: the context in which it asks, and the step in which the names are agreed on.
import { useState } from 'react'
import { CommandDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { useGiving } from '../../../../platform/browser/forms/use-giving.ts'
import { usePlaceView, useRow } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../../platform/browser/ui/records/FactGrid.tsx'
import { type Meeting, meetingCollection } from '../../../meetings/meeting.ts'
import { proposedMost, proposePoints, whyNotPropose } from '../../../meetings/proposing.ts'
import { workshopsTexts } from '../../texts.ts'
import { may } from '../../words.browser.ts'
import { type Board, changeBoard } from '../board.ts'
import { ideasAdvised, symbolOf, wordsOf } from '../laying.ts'
import { clockIn, whyNotChangeBoard } from '../rules.ts'
import type { Tree } from '../tree.ts'
import { useMoving } from '../use-board.browser.ts'
import { t } from '../words.browser.ts'

type Props = { place: string; board: Board }

function ContextDialog({ place, board, onClose }: Props & { onClose: () => void }) {
  const view = usePlaceView()
  const { title, focus, rational, experiential } = board.fields
  const newest = clockIn(view, board.id)
  const form = useCommandForm({
    ...{
      place,
      screen: 'workshops.change-board',
      record: board.id,
      command: changeBoard,
      says: [workshopsTexts],
    },
    start: () => ({
      ...{ title: title?.value ?? '', focus: focus?.value ?? '' },
      ...{ rational: rational?.value ?? '', experiential: experiential?.value ?? '' },
    }),
    input: (draft) => ({ board: board.id, clock: newest + 1, set: draft }),
    rules: (input) => whyNotChangeBoard(view, input, newest),
    fieldOf: (path) => path.replace(/^set\./, ''),
    done: onClose,
  })
  return (
    <CommandDialog form={form} title={t('cards.context')} submit={t('cards.save')} onClose={onClose}>
      <TextField {...form.field('title', t('cards.title-consensus'))} maxLength={160} />
      <TextField {...form.field('focus', t('cards.focus'))} hint={t('cards.focus-hint')} maxLength={300} />
      <TextArea {...form.field('rational', t('cards.rational'))} rows={2} maxLength={600} />
      <TextArea {...form.field('experiential', t('cards.experiential'))} rows={2} maxLength={600} />
    </CommandDialog>
  )
}

export function Context({ place, board }: Props) {
  const [asking, setAsking] = useState(false)
  const { focus, rational, experiential } = board.fields
  const said = [
    { label: t('cards.focus'), value: focus?.value },
    { label: t('cards.rational'), value: rational?.value },
    { label: t('cards.experiential'), value: experiential?.value },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []))
  return (
    <Section
      title={t('cards.context')}
      actions={
        may(useRoles(place), changeBoard) && (
          <Button icon="pencil" onClick={() => setAsking(true)}>
            {t('cards.edit-context')}
          </Button>
        )
      }
    >
      {said.length > 0 && <FactGrid facts={said} />}
      {asking && <ContextDialog {...{ place, board }} onClose={() => setAsking(false)} />}
    </Section>
  )
}

/** The names of the clusters are what the group agreed on; nothing that is advised holds it up. */
export function Resolving({ place, board, tree }: Props & { tree: Tree }) {
  const { change } = useMoving(place, board)
  const roles = useRoles(place)
  const clusters = tree.tops.filter(({ kind }) => kind === 'cluster')
  const ideas = tree.byId.size - clusters.length
  const odd = clusters.filter(({ text }) => wordsOf(text) < 3 || wordsOf(text) > 7)
  const resolved = board.fields.resolved?.value ?? false
  const { give } = useGiving()
  const meeting = useRow<Meeting>(meetingCollection, board.meeting)
  const resolve = async () => {
    const points = clusters.slice(0, proposedMost).map(({ id, text }) => ({ id, text }))
    if (!(await change({ resolved: true })) || !meeting) return
    if (whyNotPropose(meeting, { points }).length === 0)
      await give((phone) => phone.give(proposePoints, place, { meeting: meeting.id, points }))
  }
  if (clusters.length === 0)
    return ideas > 0 && ideas < ideasAdvised ? (
      <Notice tone="advice">{t('cards.ideas-few', { count: ideas, most: ideasAdvised })}</Notice>
    ) : null
  return (
    <Section
      title={t('cards.resolve')}
      actions={resolved && <StatusBadge status="done" label={t('cards.resolved')} />}
    >
      <Stack gap={3}>
        <p>{t('cards.resolve-why')}</p>
        <ol className="rb-numbered">
          {clusters.map(({ id, text, children }) => (
            <li key={id}>
              {symbolOf(tree, id)} <strong>{text}</strong> ({t('cards.count', { count: children.length })})
            </li>
          ))}
        </ol>
        {odd.map(({ id, text }) => (
          <Notice key={id} tone="advice">
            {t('cards.name-advice', { text })}
          </Notice>
        ))}
        {!resolved && may(roles, changeBoard) && (
          <Button variant="primary" icon="check-circle" onClick={() => void resolve()}>
            {t('cards.resolve')}
          </Button>
        )}
      </Stack>
    </Section>
  )
}
