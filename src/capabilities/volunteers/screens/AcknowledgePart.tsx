// Whether the village head knows of the roll (diketahui), who is new since, and the one button to say so.
import { isSigned } from '../../../kernel/paper.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePhone, usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { AppointedLine } from '../../../platform/browser/paper/AppointedLine.tsx'
import { PaperButton } from '../../../platform/browser/paper/PaperButton.tsx'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import {
  type Acknowledgement,
  acknowledgementCollection,
  acknowledgeRoll,
  acknowledgeRollOnPaper,
  checkRollPaper,
} from '../roll.ts'
import { whyNotAcknowledge } from '../roll-rules.ts'
import { volunteersTexts } from '../texts.ts'
import { acknowledgedIn, handsOnRoll, rollSince } from '../view.ts'
import { editionOf, type Volunteer } from '../volunteer.ts'
import { dayText, may, t } from './words.tsx'

type Props = { place: string; enrolment: string; active: readonly Volunteer[] }

function useStanding({ enrolment, active }: Props) {
  const view = usePlaceView()
  const known = acknowledgedIn(view, enrolment)
  const row = useRow<Acknowledgement>(acknowledgementCollection, enrolment)
  const fresh = active.filter((each) => !known.has(each.id))
  return {
    signing: row?.signings.findLast(isSigned),
    papers: papersOf(row),
    fresh,
    holds: fresh.length < active.length,
  }
}

/** The last signature on paper, until it was checked and is the one that holds. */
const papersOf = (row: Acknowledgement | undefined) => {
  const last = row?.signings.at(-1)
  return last?.paper ? [last.paper] : []
}

export function AcknowledgePart(props: Props) {
  const { place, enrolment } = props
  const { papers } = useStanding(props)
  const involved = handsOnRoll(usePlaceView(), enrolment)
  return (
    <>
      {papers.map((paper) => (
        <PaperState
          key={paper.scan?.id}
          {...{ place, paper, screen: 'volunteers.check-paper', record: enrolment }}
          command={checkRollPaper}
          involved={involved}
          input={(check) => ({ enrolment, ...check })}
        />
      ))}
      {papers.every(({ check }) => check !== null) && <Standing {...props} />}
    </>
  )
}

/** They are signed for as they stand on this screen. */
const seen = (active: readonly Volunteer[]) => ({
  volunteers: active.map((each) => each.id),
  editions: active.map(editionOf),
})

function Typing({ place, enrolment, active }: Props) {
  const view = usePlaceView()
  const lines = seen(active)
  return (
    <PaperButton
      {...{ place, screen: 'volunteers.paper', record: enrolment, says: [volunteersTexts] }}
      command={acknowledgeRollOnPaper}
      input={(paper) => ({ enrolment, ...lines, note: '', paper })}
      rules={(input) => whyNotAcknowledge(view, input)}
      since={rollSince(view, { enrolment, ...lines })}
    >
      <p>{t('volunteers.ack-final', { count: active.length })}</p>
    </PaperButton>
  )
}

function Standing(props: Props) {
  const { place, active } = props
  const { signing, fresh, holds } = useStanding(props)
  const mayDo = may(useRoles(place), acknowledgeRoll)
  const signs = mayDo && (
    <DialogButton
      variant="primary"
      icon="check"
      dialog={(close) => <Acknowledge {...props} count={fresh.length} onClose={close} />}
    >
      {t('volunteers.ack-do', { count: fresh.length })}
    </DialogButton>
  )
  const action = fresh.length > 0 && (
    <Cluster>
      {signs}
      <Typing {...props} />
    </Cluster>
  )
  if (!signing || !holds)
    return (
      <Notice tone={mayDo ? 'info' : 'warn'} title={t('volunteers.ack-none')} action={action}>
        {signing ? t('volunteers.ack-gone') : !mayDo && t('volunteers.ack-none-why')}
      </Notice>
    )
  const title = t('volunteers.ack-full', { name: signing.name, on: dayText(signing.on) })
  return (
    <Notice tone={fresh.length > 0 ? 'advice' : 'done'} title={title} action={action}>
      {fresh.length > 0
        ? t('volunteers.ack-fresh', { count: fresh.length })
        : t('volunteers.ack-all', { count: active.length })}{' '}
      <AppointedLine {...signing} />
    </Notice>
  )
}

type Asked = Props & { count: number; onClose: () => void }

function Acknowledge({ place, enrolment, active, count, onClose }: Asked) {
  const view = usePlaceView()
  const { account } = usePhone().open
  const form = useCommandForm({
    ...{ place, screen: 'volunteers.acknowledge', record: enrolment, says: [volunteersTexts] },
    command: acknowledgeRoll,
    start: () => ({ name: account.name, note: '' }),
    // Those on this screen, and nobody else.
    input: ({ name, note }) => ({
      ...{ enrolment, ...seen(active), name: name.trim(), note: note.trim() },
    }),
    rules: (input) => whyNotAcknowledge(view, input),
    saved: t('volunteers.ack-done'),
    done: onClose,
  })
  return (
    <CommandDialog
      form={form}
      title={t('volunteers.ack-check')}
      submit={t('volunteers.ack-do', { count })}
      onClose={onClose}
      hindered={form.refusals.filter((each) => each.code !== 'form.empty')}
    >
      <p>{t('volunteers.ack-final', { count: active.length })}</p>
      <TextField {...form.field('name', t('volunteers.ack-name'))} maxLength={120} />
      <TextArea
        {...form.field('note', t('volunteers.ack-note'))}
        optional={t('new.optional')}
        maxLength={400}
      />
    </CommandDialog>
  )
}
