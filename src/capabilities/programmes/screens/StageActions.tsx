// What may be done with a stage by whoever looks at it: sign, record a refusal, close from the archive,
// reopen. Every reason against it is said before the button is pressed.
import type { Facts } from '../../../kernel/facts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { nextSignOff } from '../chain.ts'
import { type Programme, type Stage, signRoles } from '../definition.ts'
import { type EnrolmentRow, recordRefusal, reopen, sign } from '../enrolment.ts'
import { gateStates } from '../gates.ts'
import { provenGates } from '../proof/proven.ts'
import { isRefused, whyNotRefuse, whyNotReopen, whyNotSign } from '../rules.ts'
import { isArchive } from '../status.ts'
import { programmesTexts } from '../texts.ts'
import { ArchiveForm } from './ArchiveForm.tsx'
import { GateProofs } from './GateProofs.tsx'
import { PaperSignature } from './PaperSignature.tsx'
import { t, words } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; stage: Stage; facts: Facts }

const counted = {
  'programmes.gate-unmet': 'stage.gates-above',
  'programmes.gate-unavailable': 'stage.gates-outside',
} as const

/** Every reason against it; gates that are missing stand above one by one, and are counted here. */
function said(refusals: readonly Refusal[]) {
  const gates = Object.entries(counted).flatMap(([code, key]) => {
    const count = new Set(refusals.flatMap((each) => (each.code === code ? [each.facts?.labelId] : []))).size
    return count > 0 ? [t(key, { count })] : []
  })
  const others = refusals.filter(({ code }) => !(code in counted))
  return [...new Set([...gates, ...others.map((refusal) => say(refusal, programmesTexts))])].map((text) => ({
    text,
  }))
}

/** What the three dialogs of a stage have in common. */
const asked = ({ place, enrolment, stage }: Props, screen: string) => ({
  ...{ place, screen, record: `${enrolment.id} ${stage.id}` },
  ...{ says: [programmesTexts], saved: t('stage.saved') },
})

function SignNext(props: Props) {
  const { place, enrolment, programme, stage, facts } = props
  const roles = useRoles(place)
  const { account } = usePhone().open
  const next = nextSignOff(stage, enrolment.stages[stage.id]?.signOffs ?? [], roles)
  if (
    isArchive(enrolment) ||
    !next ||
    !signRoles(next).some((role) => roles.includes(role)) ||
    isRefused(stage, facts)
  )
    return null
  const { as } = next
  const refusals = whyNotSign(programme, stage, facts, enrolment, { as, roles, account: account.id })
  const gates = gateStates(stage, facts, provenGates(enrolment.stages[stage.id])).filter(
    ({ gate }) => gate.kind === 'rule',
  )
  const done = gates.filter(({ state }) => state === 'met').length
  return (
    <Section title={t(`stage.sign-${as}`)}>
      <RefusalList title={t('stage.why-not')} reasons={said(refusals)} />
      {refusals.length === 0 && (
        <DialogButton
          variant="primary"
          icon="pencil"
          dialog={(close) => (
            <AskDialog
              {...asked(props, `programmes.sign-${as}`)}
              command={sign}
              input={(note) => ({ enrolment: enrolment.id, stage: stage.id, as, note })}
              title={t('stage.sign-check')}
              name="note"
              label={t('stage.note')}
              optional
              most={1000}
              submit={t(`stage.sign-${as}`)}
              onClose={close}
            >
              <CheckAnswers
                answers={[
                  { label: t('mine.stage'), value: `${stage.number} ${words(stage.title)}` },
                  {
                    label: t('stage.decision-gates'),
                    value: t('home.gates', { done, total: gates.length }),
                  },
                ]}
                changeLabel=""
              />
              <p>{t('stage.sign-final')}</p>
            </AskDialog>
          )}
        >
          {t(`stage.sign-${as}`)}
        </DialogButton>
      )}
    </Section>
  )
}

function RecordRefusal(props: Props) {
  const { place, enrolment, programme, stage, facts } = props
  const may = useRoles(place).some((role) => recordRefusal.roles.includes(role))
  if (!may || enrolment.status !== 'started' || !isRefused(stage, facts)) return null
  return (
    <Section title={t('stage.refuse')} subtitle={t('stage.refuse-why')}>
      <DialogButton
        variant="danger"
        icon="x-circle"
        dialog={(close) => (
          <AskDialog
            {...asked(props, 'programmes.refuse')}
            command={recordRefusal}
            input={(note) => ({ enrolment: enrolment.id, stage: stage.id, note })}
            rules={() => whyNotRefuse(programme, stage, facts, enrolment)}
            title={t('stage.refuse')}
            name="note"
            label={t('stage.note')}
            optional
            most={1000}
            submit={t('stage.refuse')}
            danger
            onClose={close}
          >
            <p>{t('stage.refuse-why')}</p>
          </AskDialog>
        )}
      >
        {t('stage.refuse')}
      </DialogButton>
    </Section>
  )
}

function Reopen(props: Props) {
  const { place, enrolment, programme, stage } = props
  const may = useRoles(place).some((role) => reopen.roles.includes(role))
  if (!may || enrolment.stages[stage.id]?.status !== 'closed') return null
  const why = (reason: string) => whyNotReopen(programme, stage, reason, enrolment)
  const others = why('').filter((refusal) => refusal.field !== 'reason')
  return (
    <Section title={t('stage.reopen')} tone="plain">
      <RefusalList title={t('stage.why-not')} reasons={said(others)} />
      {others.length === 0 && (
        <DialogButton
          dialog={(close) => (
            <AskDialog
              {...asked(props, 'programmes.reopen')}
              command={reopen}
              input={(reason) => ({ enrolment: enrolment.id, stage: stage.id, reason })}
              rules={({ reason }) => why(reason)}
              title={t('stage.reopen')}
              name="reason"
              label={t('stage.reopen-reason')}
              most={500}
              submit={t('stage.reopen')}
              onClose={close}
            />
          )}
        >
          {t('stage.reopen')}
        </DialogButton>
      )}
    </Section>
  )
}

export function StageActions(props: Props) {
  return (
    <Stack>
      <SignNext {...props} />
      <PaperSignature {...props} />
      <GateProofs {...props} />
      <RecordRefusal {...props} />
      <ArchiveForm {...props} />
      <Reopen {...props} />
    </Stack>
  )
}
