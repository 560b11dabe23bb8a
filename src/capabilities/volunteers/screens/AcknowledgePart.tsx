// Whether the village head knows of the roll (diketahui), who is new since, and the one button to say so.
import { useState } from 'react'
import { usePhone, usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Acknowledgement, acknowledgementCollection, acknowledgeRoll } from '../roll.ts'
import { whyNotAcknowledge } from '../rules.ts'
import { acknowledgedIn } from '../view.ts'
import type { Volunteer } from '../volunteer.ts'
import { dayText, may, sentence, t } from './words.tsx'

type Props = { place: string; enrolment: string; active: readonly Volunteer[] }

function useStanding({ enrolment, active }: Props) {
  const view = usePlaceView()
  const known = acknowledgedIn(view, enrolment)
  const row = useRow<Acknowledgement>(acknowledgementCollection, enrolment)
  const fresh = active.filter((each) => !known.has(each.id))
  return { signing: row?.signings.at(-1), fresh, holds: fresh.length < active.length }
}

export function AcknowledgePart(props: Props) {
  const { place, active } = props
  const { signing, fresh, holds } = useStanding(props)
  const mayDo = may(useRoles(place), acknowledgeRoll)
  const action = mayDo && fresh.length > 0 && <AcknowledgeButton {...props} fresh={fresh} />
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
        : t('volunteers.ack-all', { count: active.length })}
    </Notice>
  )
}

function AcknowledgeButton({ place, enrolment, active, fresh }: Props & { fresh: readonly Volunteer[] }) {
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState(phone.open.account.name)
  const [note, setNote] = useState('')
  // Those on this screen, and nobody else.
  const input = { enrolment, volunteers: active.map((each) => each.id), name: name.trim(), note: note.trim() }
  const refusals = whyNotAcknowledge(view, input)
  const confirm = () => {
    if (input.name === '' || refusals.length > 0) return
    setAsking(false)
    void phone.give(acknowledgeRoll, place, input).then(() => announce(t('volunteers.ack-done')))
  }
  return (
    <>
      <Button variant="primary" icon="check" onClick={() => setAsking(true)}>
        {t('volunteers.ack-do', { count: fresh.length })}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('volunteers.ack-check')}
        confirmLabel={t('volunteers.ack-do', { count: fresh.length })}
        cancelLabel={t('volunteers.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Stack>
          <p>{t('volunteers.ack-final', { count: active.length })}</p>
          <RefusalList
            title={t('volunteers.fix')}
            reasons={refusals.map((each) => ({ text: sentence(each) }))}
          />
          <TextField
            name="ack-name"
            label={t('volunteers.ack-name')}
            value={name}
            onChange={setName}
            maxLength={120}
            error={input.name === '' ? t('volunteers.fill-in') : undefined}
          />
          <TextArea
            name="ack-note"
            label={t('volunteers.ack-note')}
            optional={t('new.optional')}
            value={note}
            onChange={setNote}
            maxLength={400}
          />
        </Stack>
      </ConfirmDialog>
    </>
  )
}
