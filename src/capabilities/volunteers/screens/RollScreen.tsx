// The volunteers of a village under a programme: how many, where from, in which teams, acknowledged or not.
import { useLocation } from 'wouter'
import { worksInVillage } from '../../../kernel/role.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useFacts, useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { Enrolled } from '../../programmes/serving.ts'
import { titleIn } from '../../programmes/status.ts'
import { acknowledgeRoll } from '../roll.ts'
import { volunteersScreenTexts } from '../screen-texts.ts'
import { acknowledgedIn, activeIn } from '../view.ts'
import { registerVolunteers, type Volunteer } from '../volunteer.ts'
import { AcknowledgePart } from './AcknowledgePart.tsx'
import { CoveragePart } from './CoveragePart.tsx'
import { NamesPart } from './NamesPart.tsx'
import { TeamsPart } from './TeamsPart.tsx'
import { TrainingsPart } from './TrainingsPart.tsx'
import { rollList, useEnrolled, useEnrolments } from './use-volunteers.ts'
import { may, numberText, t, words } from './words.tsx'

function Figures({ active, told }: { active: readonly Volunteer[]; told: number | null | undefined }) {
  const women = active.filter((each) => each.sex === 'female').length
  const poor = told === undefined ? active.filter((each) => each.poor).length : told
  const share = (part: number) =>
    active.length > 0
      ? t('volunteers.percent', { percent: Math.floor((part * 100) / active.length) })
      : undefined
  return (
    <KeyFigures
      label={t('volunteers.figures')}
      figures={[
        { label: t('volunteers.all'), value: numberText(active.length) },
        { label: t('volunteers.women'), value: numberText(women), note: share(women) },
        { label: t('volunteers.men'), value: numberText(active.length - women) },
        poor === null
          ? { label: t('volunteers.poor'), value: t('volunteers.hidden') }
          : { label: t('volunteers.poor'), value: numberText(poor), note: share(poor) },
      ]}
    />
  )
}

function ChooseEnrolment({ place, enrolled }: { place: string; enrolled: Enrolled }) {
  const all = useEnrolments()
  const [, go] = useLocation()
  if (all.length < 2) return null
  return (
    <SelectField
      name="enrolment"
      label={t('volunteers.enrolment')}
      value={enrolled.row.id}
      onChange={(id) => go(`/d/${place}/relawan?pendaftaran=${id}`)}
      options={all.map(({ row, programme }) => ({
        value: row.id,
        label: `${words(titleIn(programme, row))}${row.startedOn ? ` (${row.startedOn.slice(0, 4)})` : ''}`,
      }))}
    />
  )
}

function NoProgramme({ place }: { place: string }) {
  return (
    <EmptyState
      icon="people"
      title={t('volunteers.no-programme')}
      actions={
        <LinkButton href={`/d/${place}/program/baru`} variant="primary">
          {t('volunteers.go-enrol')}
        </LinkButton>
      }
    >
      {t('volunteers.no-programme-why')}
    </EmptyState>
  )
}

/** How many are poor, for who is not told of whom; null where they are too few to be told. */
function usePoorTold(place: string, enrolment: string): number | null | undefined {
  const value = useFacts(enrolment)['volunteers.poor']?.value
  return worksInVillage(useRoles(place)) ? undefined : typeof value === 'number' ? value : null
}

function Roll({ place, enrolled }: { place: string; enrolled: Enrolled }) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const { id } = enrolled.row
  const active = activeIn(view, id)
  const known = acknowledgedIn(view, id)
  const poor = usePoorTold(place, id)
  const asked = may(roles, acknowledgeRoll) && active.some((each) => !known.has(each.id))
  const register = may(roles, registerVolunteers) && enrolled.row.status === 'started' && (
    <LinkButton
      href={`/d/${place}/relawan/baru?pendaftaran=${id}`}
      variant={asked ? 'quiet' : 'primary'}
      icon="plus"
    >
      {t('volunteers.register')}
    </LinkButton>
  )
  return (
    <Page
      title={t('volunteers.title')}
      subtitle={words(titleIn(enrolled.programme, enrolled.row))}
      actions={active.length > 0 && register}
    >
      <Stack>
        <ChooseEnrolment place={place} enrolled={enrolled} />
        {active.length === 0 && (
          <EmptyState
            icon="people"
            title={t('volunteers.empty')}
            steps={[t('volunteers.empty-1'), t('volunteers.empty-2'), t('volunteers.empty-3')]}
            actions={register}
          />
        )}
        {active.length > 0 && (
          <>
            <AcknowledgePart place={place} enrolment={id} active={active} />
            <Figures active={active} told={poor} />
            <CoveragePart place={place} enrolment={id} />
          </>
        )}
        <TeamsPart place={place} enrolled={enrolled} active={active} />
        {active.length > 0 && <TrainingsPart place={place} enrolled={enrolled} active={active} />}
        <NamesPart place={place} enrolment={id} />
      </Stack>
    </Page>
  )
}

function RollScreen({ place }: ScreenProps) {
  const enrolled = useEnrolled()
  if (enrolled) return <Roll place={place} enrolled={enrolled} />
  return (
    <Page title={t('volunteers.title')}>
      <NoProgramme place={place} />
    </Page>
  )
}

export default listScreen({ ...rollList, title: volunteersScreenTexts['volunteers.title'] }, RollScreen)
