// The teams of one kind: who is in them; forming one, changing one by ticking names, dissolving one.
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import type { TeamKind } from '../../programmes/definition.ts'
import type { Enrolled } from '../../programmes/serving.ts'
import { volunteersScreenTexts } from '../screen-texts.ts'
import { changeTeam, duties, formTeam, type Team, teamCollection } from '../team.ts'
import { activeIn, teamsIn } from '../view.ts'
import { DissolvePart } from './DissolvePart.tsx'
import { PendingBadge } from './NamesPart.tsx'
import { TeamForm } from './TeamForm.tsx'
import { rollList, useEnrolled } from './use-volunteers.ts'
import { dayText, may, nameOf, sexText, t, words } from './words.tsx'

type OneProps = { place: string; team: Team; onChange: (() => void) | null }

function TeamCard({ place, team, onChange }: OneProps) {
  const active = new Map(activeIn(usePlaceView(), team.enrolment).map((each) => [each.id, each]))
  const members = [...team.members].sort((a, b) => duties.indexOf(a.duty) - duties.indexOf(b.duty))
  return (
    <Section
      title={team.name}
      subtitle={t('team.since', { on: dayText(team.formedOn) })}
      actions={
        <>
          <PendingBadge collection={teamCollection} id={team.id} />
          {onChange && (
            <Button icon="pencil" onClick={onChange}>
              {t('team.change')}
            </Button>
          )}
        </>
      }
    >
      <ul className="volunteers-names">
        {members.map(({ volunteer, duty }) => {
          const found = active.get(volunteer)
          return (
            <li key={volunteer}>
              <PersonLine
                name={found ? nameOf(found) : t('volunteers.nameless')}
                detail={[t(`team.${duty}`), found && sexText(found.sex)].filter(Boolean).join(' · ')}
                href={`/d/${place}/relawan/${volunteer}`}
              />
            </li>
          )
        })}
      </ul>
      {onChange && <DissolvePart place={place} team={team} />}
    </Section>
  )
}

function TeamsOfKind({ place, enrolled, kind }: { place: string; enrolled: Enrolled; kind: TeamKind }) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const { id, status } = enrolled.row
  const teams = teamsIn(view, id, kind.id)
  const mayForm = may(roles, formTeam) && status === 'started'
  const [editing, setEditing] = useState<string | null>(null)
  const done = () => setEditing(null)
  if (activeIn(view, id).length === 0)
    return (
      <EmptyState
        icon="people"
        title={t('volunteers.empty')}
        actions={
          <LinkButton href={`/d/${place}/relawan/baru?pendaftaran=${id}`}>
            {t('volunteers.register')}
          </LinkButton>
        }
      >
        {t('team.needs-volunteers')}
      </EmptyState>
    )
  // Who comes to form the first team finds the form open.
  const forming = editing === 'new' || (teams.length === 0 && mayForm)
  const title = words(kind.title)
  return (
    <Stack>
      {teams.map((team) =>
        editing === team.id ? (
          <TeamForm
            key={team.id}
            place={place}
            enrolment={id}
            kind={kind.id}
            team={team}
            name={team.name}
            onDone={done}
          />
        ) : (
          <TeamCard
            key={team.id}
            place={place}
            team={team}
            onChange={may(roles, changeTeam) ? () => setEditing(team.id) : null}
          />
        ),
      )}
      {forming && (
        <TeamForm
          place={place}
          enrolment={id}
          kind={kind.id}
          team={null}
          name={teams.length === 0 ? title : `${title} ${teams.length + 1}`}
          onDone={done}
        />
      )}
      {!forming && teams.length === 0 && <EmptyState icon="people" title={t('volunteers.team-none')} />}
      {!forming && teams.length > 0 && mayForm && (
        <div>
          <Button icon="plus" onClick={() => setEditing('new')}>
            {t('team.another')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

function TeamScreen({ place }: ScreenProps) {
  const enrolled = useEnrolled()
  const wanted = new URLSearchParams(useSearch()).get('jenis')
  const kinds = enrolled?.programme.kinds.teams ?? []
  const kind = kinds.find((each) => each.id === wanted) ?? kinds[0]
  const base = `/d/${place}/relawan`
  return (
    <Page
      title={kind ? words(kind.title) : t('team.title')}
      subtitle={kind && words(kind.task)}
      back={{ href: enrolled ? `${base}?pendaftaran=${enrolled.row.id}` : base, label: t('volunteers.back') }}
    >
      <Stack>
        {enrolled && kinds.length > 1 && (
          <Tabs
            label={t('team.kind')}
            tabs={kinds.map((each) => ({
              href: `${base}/tim?jenis=${each.id}&pendaftaran=${enrolled.row.id}`,
              label: words(each.title),
              current: each.id === kind?.id,
            }))}
          />
        )}
        {enrolled && kind ? (
          <TeamsOfKind key={`${enrolled.row.id}/${kind.id}`} place={place} enrolled={enrolled} kind={kind} />
        ) : (
          <EmptyState icon="people" title={t(enrolled ? 'team.no-kinds' : 'volunteers.no-programme')} />
        )}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...rollList, title: volunteersScreenTexts['team.title'] }, TeamScreen)
