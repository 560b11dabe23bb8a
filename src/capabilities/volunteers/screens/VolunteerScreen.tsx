// One volunteer: who, where from, in which teams, trained in what; to change, to call, to let go.

import { useState } from 'react'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordKind, type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { ServedProgrammes } from '../../programmes/door.browser.tsx'
import { enrolledIn, enrolmentsOf } from '../../programmes/serving.ts'
import { type Certificate, certificateCollection, issueCertificates } from '../certificate.ts'
import { whyNotServeAlso } from '../rules.ts'
import { volunteersScreenTexts } from '../screen-texts.ts'
import { volunteersTexts } from '../texts.ts'
import { trainingRecords } from '../training-record.ts'
import { teamsIn } from '../view.ts'
import {
  changeVolunteer,
  isActive,
  serveAlso,
  type Volunteer,
  volunteerCollection,
  volunteerReaders,
  withdrawVolunteer,
} from '../volunteer.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { PendingBadge } from './NamesPart.tsx'
import { PhoneNumber } from './PhoneNumber.tsx'
import { Certify } from './TrainingsPart.tsx'
import { useLives } from './use-volunteers.ts'
import { WithdrawPart } from './WithdrawPart.tsx'
import { dayText, may, nameOf, sexText, t, words } from './words.tsx'

type Props = { place: string; volunteer: Volunteer }

function Facts({ place, volunteer }: Props) {
  const livesAt = useLives()
  const { skills, motivation, interests } = volunteer
  return (
    <FactGrid
      facts={[
        { label: t('new.sex'), value: sexText(volunteer.sex) },
        { label: t('one.lives'), value: livesAt(volunteer) || '–' },
        { label: t('new.poor'), value: t(volunteer.poor ? 'one.poor-yes' : 'one.poor-no') },
        { label: t('one.registered'), value: dayText(volunteer.registeredOn) },
        { label: t('new.phone'), value: <PhoneNumber place={place} volunteer={volunteer} /> },
        ...(skills ? [{ label: t('new.skills'), value: skills }] : []),
        ...(motivation ? [{ label: t('new.motivation'), value: motivation }] : []),
        {
          label: t('one.interests'),
          value: interests || t(interests === '' ? 'one.interests-none' : 'one.interests-open'),
        },
        ...(volunteer.withdrawn
          ? [
              {
                label: t('one.withdrawn', { on: dayText(volunteer.withdrawn.on) }),
                value: volunteer.withdrawn.reason || '–',
              },
            ]
          : []),
      ]}
    />
  )
}

function Teams({ place, volunteer }: Props) {
  const view = usePlaceView()
  const teams = enrolmentsOf(volunteer).flatMap((each) => teamsIn(view, each))
  const tasks = teams.flatMap((team): Task[] => {
    const member = team.members.find((each) => each.volunteer === volunteer.id)
    if (!member) return []
    const href = `/d/${place}/relawan/tim?jenis=${team.kind}&pendaftaran=${team.enrolment}`
    return [{ id: team.id, title: team.name, status: 'done', statusLabel: t(`team.${member.duty}`), href }]
  })
  return (
    <Section title={t('one.teams')}>
      {tasks.length === 0 ? (
        <p className="rb-hint">{t('one.no-team')}</p>
      ) : (
        <TaskList label={t('one.teams')} tasks={tasks} />
      )}
    </Section>
  )
}

/** What they were trained in for each programme that they help. */
function useTrainings(volunteer: Volunteer) {
  const view = usePlaceView()
  return enrolmentsOf(volunteer).flatMap((enrolment) => {
    const trainings = enrolledIn(view, enrolment)?.programme.kinds.trainings
    const records = trainingRecords(view, enrolment).get(volunteer.id) ?? []
    return records.map((record) => {
      const found = trainings?.find((each) => each.id === record.kind)
      return { ...record, enrolment, title: found ? words(found.title) : record.kind }
    })
  })
}

function Trainings({ place, volunteer }: Props) {
  const roles = useRoles(place)
  const view = usePlaceView()
  const records = useTrainings(volunteer)
  const given = view.all<Certificate>(certificateCollection).filter((each) => each.volunteer === volunteer.id)
  const certificateText = (kind: string) => {
    const found = given.find((each) => each.kind === kind)
    if (!found) return ''
    return found.number ? t('one.certificate', { number: found.number }) : t('one.certificate-waits')
  }
  const tasks = records.map((record): Task => {
    const days = t('one.training-days', { some: record.days.length, needed: record.needed })
    return {
      id: `${record.enrolment} ${record.kind}`,
      title: record.title,
      status: record.complete ? 'done' : 'later',
      statusLabel: `${t(record.complete ? 'one.training-complete' : 'one.training-open')}, ${days}`,
      why:
        [record.days.map(dayText).join(', '), certificateText(record.kind)].filter(Boolean).join(' · ') ||
        undefined,
    }
  })
  const due = records.filter((each) => each.complete && certificateText(each.kind) === '')
  return (
    <Section title={t('one.trainings')}>
      {tasks.length === 0 ? (
        <p className="rb-hint">{t('one.no-training')}</p>
      ) : (
        <TaskList label={t('one.trainings')} tasks={tasks} />
      )}
      <Cluster>
        {may(roles, issueCertificates) &&
          due.map(({ kind, enrolment }) => (
            <Certify key={`${enrolment} ${kind}`} {...{ place, enrolment, kind }} due={[volunteer]} />
          ))}
        {given.length > 0 && (
          <LinkButton href={`/d/${place}/relawan/${volunteer.id}/sertifikat`} icon="printer">
            {t('one.certificate-print')}
          </LinkButton>
        )}
      </Cluster>
    </Section>
  )
}

const volunteerRecord: RecordKind<Volunteer> = {
  ...{ collection: volunteerCollection, called: ['relawan', 'volunteer'], icon: 'person' },
  ...{
    readers: volunteerReaders,
    list: () => 'relawan',
    listCalled: volunteersScreenTexts['volunteers.back'],
  },
}

function One({ place, row: volunteer }: RecordProps<Volunteer>) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const [changing, setChanging] = useState(false)
  const enrolled = enrolledIn(view, volunteer.enrolment)
  const active = isActive(volunteer)
  return (
    <Page
      title={nameOf(volunteer)}
      subtitle={enrolled && words(enrolled.programme.title)}
      back={{ href: `/d/${place}/relawan?pendaftaran=${volunteer.enrolment}`, label: t('volunteers.back') }}
      badge={
        <Cluster>
          <StatusBadge
            status={active ? 'done' : 'archive'}
            label={
              active ? t('one.active') : t('one.withdrawn', { on: dayText(volunteer.withdrawn?.on ?? '') })
            }
          />
          <PendingBadge collection={volunteerCollection} id={volunteer.id} />
        </Cluster>
      }
    >
      <Stack>
        {changing ? (
          <ChangeForm place={place} volunteer={volunteer} onDone={() => setChanging(false)} />
        ) : (
          <Section
            title={t('one.facts')}
            actions={
              active &&
              may(roles, changeVolunteer) && (
                <Button icon="pencil" onClick={() => setChanging(true)}>
                  {t('one.change')}
                </Button>
              )
            }
          >
            <Facts place={place} volunteer={volunteer} />
          </Section>
        )}
        <ServedProgrammes
          {...{ place, record: volunteer }}
          named={{
            title: t('one.helps'),
            also: t('new.also-for'),
            done: t(active ? 'one.on-roll' : 'one.left'),
          }}
          kindsOf={() => null}
          add={
            active && may(roles, serveAlso)
              ? {
                  command: serveAlso,
                  input: (alsoFor) => ({ volunteers: [volunteer.id], alsoFor }),
                  rules: (input) => whyNotServeAlso(view, [volunteer], input),
                  says: [volunteersTexts],
                  saved: t('one.served'),
                }
              : undefined
          }
        />
        <Trainings place={place} volunteer={volunteer} />
        <Teams place={place} volunteer={volunteer} />
        {active && may(roles, withdrawVolunteer) && <WithdrawPart place={place} volunteer={volunteer} />}
      </Stack>
    </Page>
  )
}

export default recordScreen(volunteerRecord, One)
