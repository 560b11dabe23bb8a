// What may be done with a stage by whoever looks at it: sign, record a refusal, close from the archive,
// reopen. Every reason against it is said before the button is pressed.
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { recordRefusal, reopen } from '../enrolment.ts'
import { isRefused, whyNotRefuse, whyNotReopen } from '../rules.ts'
import { ArchiveForm } from './ArchiveForm.tsx'
import { t } from './all-words.ts'
import { GateProofs } from './GateProofs.tsx'
import { PaperSignature } from './PaperSignature.tsx'
import { Signing } from './Signing.tsx'
import { asked, type StageProps, said } from './stage-asked.ts'

function RecordRefusal(props: StageProps) {
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

function Reopen(props: StageProps) {
  const { place, enrolment, programme, stage } = props
  const may = useRoles(place).some((role) => reopen.roles.includes(role))
  if (!may || enrolment.stages[stage.id]?.status !== 'closed') return null
  const why = (reason: string) => whyNotReopen(programme, stage, reason, enrolment)
  const others = why('').filter((refusal) => refusal.field !== 'reason')
  return (
    <Section title={t('stage.reopen')} tone="plain">
      <RefusalList title={t('stage.why-not-reopen')} reasons={said(others)} />
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

export function StageActions(props: StageProps) {
  return (
    <Stack>
      <Signing {...props} />
      <PaperSignature {...props} />
      <GateProofs {...props} />
      <RecordRefusal {...props} />
      <ArchiveForm {...props} />
      <Reopen {...props} />
    </Stack>
  )
}
