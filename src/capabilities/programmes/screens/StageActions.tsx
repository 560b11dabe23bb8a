// What may be done with a stage by whoever looks at it: sign, record a refusal, close from the archive,
// reopen. Every reason against it is said before the button is pressed.
import { useState } from 'react'
import type { Facts } from '../../../kernel/facts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { Programme, Stage } from '../definition.ts'
import { type EnrolmentRow, recordRefusal, reopen, sign } from '../enrolment.ts'
import { gateStates } from '../gates.ts'
import { isRefused, nextSignOff, whyNotReopen, whyNotSign } from '../rules.ts'
import { programmesTexts } from '../texts.ts'
import { ArchiveForm } from './ArchiveForm.tsx'
import { t, words } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; stage: Stage; facts: Facts }

const said = (refusals: readonly Refusal[]) =>
  [...new Set(refusals.map((refusal) => say(refusal, programmesTexts)))].map((text) => ({ text }))

function SignNext({ place, enrolment, programme, stage, facts }: Props) {
  const phone = usePhone()
  const announce = useAnnounce()
  const roles = useRoles(place)
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const next = nextSignOff(stage, enrolment.stages[stage.id]?.signOffs ?? [])
  if (!next || !roles.includes(next.role) || isRefused(stage, facts)) return null
  const refusals = whyNotSign(programme, stage, facts, enrolment, { as: next.as, roles })
  const gates = gateStates(stage, facts).filter(({ gate }) => gate.kind === 'rule')
  const confirm = () => {
    setAsking(false)
    void phone
      .give(sign, place, { enrolment: enrolment.id, stage: stage.id, as: next.as, note })
      .then(() => announce(t('stage.saved')))
  }
  return (
    <Section title={t(`stage.sign-${next.as}`)}>
      <RefusalList title={t('stage.why-not')} reasons={said(refusals)} />
      {refusals.length === 0 && (
        <Button variant="primary" icon="pencil" onClick={() => setAsking(true)}>
          {t(`stage.sign-${next.as}`)}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('stage.sign-check')}
        confirmLabel={t(`stage.sign-${next.as}`)}
        cancelLabel={t('stage.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <CheckAnswers
          answers={[
            { label: t('mine.stage'), value: `${stage.number} ${words(stage.title)}` },
            {
              label: t('stage.decision-gates'),
              value: t('home.gates', {
                done: gates.filter(({ state }) => state === 'met').length,
                total: gates.length,
              }),
            },
          ]}
          changeLabel=""
        />
        <TextArea name="note" label={t('stage.note')} value={note} onChange={setNote} maxLength={1000} />
        <p>{t('stage.sign-final')}</p>
      </ConfirmDialog>
    </Section>
  )
}

function RecordRefusal({ place, enrolment, stage, facts }: Props) {
  const phone = usePhone()
  const roles = useRoles(place)
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const may = roles.some((role) => recordRefusal.roles.includes(role))
  if (!may || enrolment.status !== 'started' || !isRefused(stage, facts)) return null
  return (
    <Section title={t('stage.refuse')} subtitle={t('stage.refuse-why')}>
      <Button variant="danger" icon="x-circle" onClick={() => setAsking(true)}>
        {t('stage.refuse')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('stage.refuse')}
        confirmLabel={t('stage.refuse')}
        cancelLabel={t('stage.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          void phone.give(recordRefusal, place, { enrolment: enrolment.id, stage: stage.id, note })
        }}
      >
        <p>{t('stage.refuse-why')}</p>
        <TextArea
          name="refusal-note"
          label={t('stage.note')}
          value={note}
          onChange={setNote}
          maxLength={1000}
        />
      </ConfirmDialog>
    </Section>
  )
}

function Reopen({ place, enrolment, programme, stage }: Props) {
  const phone = usePhone()
  const roles = useRoles(place)
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const may = roles.some((role) => reopen.roles.includes(role))
  if (!may || enrolment.stages[stage.id]?.status !== 'closed') return null
  const refusals = whyNotReopen(programme, stage, reason, enrolment)
  const others = refusals.filter((refusal) => refusal.field !== 'reason')
  const missing = refusals.find((refusal) => refusal.field === 'reason')
  return (
    <Section title={t('stage.reopen')} tone="plain">
      <RefusalList title={t('stage.why-not')} reasons={said(others)} />
      {others.length === 0 && <Button onClick={() => setAsking(true)}>{t('stage.reopen')}</Button>}
      <ConfirmDialog
        open={asking}
        title={t('stage.reopen')}
        confirmLabel={t('stage.reopen')}
        cancelLabel={t('stage.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          if (missing) return
          setAsking(false)
          void phone.give(reopen, place, { enrolment: enrolment.id, stage: stage.id, reason: reason.trim() })
        }}
      >
        <TextArea
          name="reason"
          label={t('stage.reopen-reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={missing ? say(missing, programmesTexts) : undefined}
        />
      </ConfirmDialog>
    </Section>
  )
}

export function StageActions(props: Props) {
  return (
    <Stack>
      <SignNext {...props} />
      <RecordRefusal {...props} />
      <ArchiveForm {...props} />
      <Reopen {...props} />
    </Stack>
  )
}
