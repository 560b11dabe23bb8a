// What an officer may do with an enrolment as a whole: move it to a newer version of its definition, on
// purpose and with a reason, or stop one that was made by mistake.
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Programme } from '../definition.ts'
import { type EnrolmentRow, move, stop } from '../enrolment.ts'
import { whyNotStop } from '../enrolment-rules.ts'
import { whyNotWhile } from '../status.ts'
import { t } from './all-words.ts'
import { moveForm } from './move-form.ts'
import { useDefinitions } from './use-definitions.ts'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme }

export default function EnrolmentDesk({ place, enrolment, programme }: Props) {
  const may = useRoles(place).some((role) => move.roles.includes(role))
  if (!may || whyNotStop(enrolment).length > 0) return null
  return <Desk place={place} enrolment={enrolment} programme={programme} />
}

function Desk({ place, enrolment, programme }: Props) {
  const { entries } = useDefinitions(place)
  const others = (entries ?? []).filter(
    (entry) =>
      entry.id === programme.id && entry.key !== enrolment.programme && whyNotWhile(enrolment) === false,
  )
  const asked = {
    ...{ place, record: enrolment.id, saved: t('stage.saved') },
    ...({ name: 'reason', label: t('desk.reason'), most: 500 } as const),
  }
  return (
    <Section
      title={t('desk.title')}
      subtitle={t('desk.on-version', { version: programme.version })}
      tone="plain"
    >
      <Cluster>
        {others.map(({ key, version }) => (
          <DialogButton
            key={key}
            icon="refresh"
            dialog={(close) => (
              <AskDialog
                {...asked}
                {...moveForm(enrolment.id, key)}
                command={move}
                input={(reason) => ({ enrolment: enrolment.id, programme: key, reason })}
                title={t('desk.move-to', { version })}
                submit={t('desk.move-to', { version })}
                onClose={close}
              >
                <p>{t('desk.move-why')}</p>
              </AskDialog>
            )}
          >
            {t('desk.move-to', { version })}
          </DialogButton>
        ))}
        <DialogButton
          variant="danger"
          icon="x-circle"
          dialog={(close) => (
            <AskDialog
              {...asked}
              screen="programmes.stop"
              command={stop}
              input={(reason) => ({ enrolment: enrolment.id, reason })}
              title={t('desk.stop')}
              submit={t('desk.stop')}
              danger
              onClose={close}
            >
              <p>{t('desk.stop-why')}</p>
            </AskDialog>
          )}
        >
          {t('desk.stop')}
        </DialogButton>
      </Cluster>
    </Section>
  )
}
