// Who was trained, and certificates for those who were there on every day.
import { newId } from '../../../kernel/id.ts'
import { ConfirmCommand } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { ProgressBar } from '../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { planTraining } from '../../meetings/commands.ts'
import type { TrainingKind } from '../../programmes/definition.ts'
import type { Enrolled } from '../../programmes/serving.ts'
import { type Certificate, certificateCollection, issueCertificates } from '../certificate.ts'
import { mostAtOnce, type Volunteer } from '../volunteer.ts'
import { useTrainingRecords } from './use-volunteers.ts'
import { may, t, todayAt, words } from './words.tsx'

type Props = { place: string; enrolled: Enrolled; active: readonly Volunteer[] }

export function TrainingsPart(props: Props) {
  const { trainings } = props.enrolled.programme.kinds
  if (trainings.length === 0) return null
  return (
    <Section title={t('volunteers.trainings')}>
      {trainings.map((kind) => (
        <TrainingOf key={kind.id} {...props} kind={kind} />
      ))}
    </Section>
  )
}

function TrainingOf({ place, enrolled, active, kind }: Props & { kind: TrainingKind }) {
  const { id } = enrolled.row
  const roles = useRoles(place)
  const records = useTrainingRecords(id)
  const certificates = useRows<Certificate>(certificateCollection).filter(
    (each) => each.enrolment === id && each.kind === kind.id,
  )
  const complete = active.filter((each) =>
    records.get(each.id)?.some((record) => record.kind === kind.id && record.complete),
  )
  const has = new Set(certificates.map((each) => each.volunteer))
  const due = complete.filter((each) => !has.has(each.id))
  const base = `/d/${place}`
  return (
    <>
      <ProgressBar
        label={`${words(kind.title)}: ${t('volunteers.trained')}`}
        value={complete.length}
        max={active.length}
        text={t('volunteers.trained-text', { some: complete.length, all: active.length })}
        tone={complete.length === active.length ? 'done' : 'next'}
      />
      <Cluster>
        {due.length > 0 && may(roles, issueCertificates) && (
          <Certify place={place} enrolment={id} kind={kind.id} due={due} />
        )}
        {certificates.length > 0 && (
          <LinkButton href={`${base}/relawan/sertifikat?jenis=${kind.id}&pendaftaran=${id}`} icon="printer">
            {t('volunteers.print-all', { count: certificates.length })}
          </LinkButton>
        )}
        {complete.length < active.length && may(roles, planTraining) && (
          <LinkButton href={`${base}/pelatihan/baru?jenis=${kind.id}&pendaftaran=${id}`} icon="calendar">
            {t('volunteers.plan-training')}
          </LinkButton>
        )}
      </Cluster>
    </>
  )
}

type CertifyProps = { place: string; enrolment: string; kind: string; due: readonly Volunteer[] }

export function Certify({ place, enrolment, kind, due }: CertifyProps) {
  const inputOf = (some: readonly Volunteer[]) => ({
    ...{ enrolment, kind, on: todayAt(place) },
    certificates: some.map((each) => ({ id: newId(), volunteer: each.id })),
  })
  const give = async (phone: Phone) => {
    for (let from = 0; from < due.length; from += mostAtOnce)
      await phone.give(issueCertificates, place, inputOf(due.slice(from, from + mostAtOnce)))
  }
  return (
    <DialogButton
      icon="check-circle"
      dialog={(close) => (
        <ConfirmCommand
          {...{ place, command: issueCertificates, input: inputOf(due.slice(0, mostAtOnce)), give }}
          title={t('volunteers.certify-check')}
          submit={t('volunteers.certify', { count: due.length })}
          saved={t('volunteers.certified')}
          onClose={close}
        >
          <p>{t('volunteers.certify-final', { count: due.length })}</p>
        </ConfirmCommand>
      )}
    >
      {t('volunteers.certify', { count: due.length })}
    </DialogButton>
  )
}
