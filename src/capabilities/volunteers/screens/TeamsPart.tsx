// The teams that the programme asks for, formed or not.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Enrolled } from '../../programmes/serving.ts'
import { membersOf } from '../evidence.ts'
import { teamsIn } from '../view.ts'
import type { Volunteer } from '../volunteer.ts'
import { t, words } from './words.tsx'

type Props = { place: string; enrolled: Enrolled; active: readonly Volunteer[] }

export function TeamsPart({ place, enrolled, active }: Props) {
  const view = usePlaceView()
  const { id } = enrolled.row
  const tasks = enrolled.programme.kinds.teams.map((kind): Task => {
    const teams = teamsIn(view, id, kind.id)
    return {
      id: kind.id,
      title: words(kind.title),
      status: teams.length > 0 ? 'done' : 'later',
      statusLabel:
        teams.length > 0
          ? t('volunteers.team-some', { count: membersOf(teams, active).length })
          : t('volunteers.team-none'),
      why: words(kind.task),
      href: `/d/${place}/relawan/tim?jenis=${kind.id}&pendaftaran=${id}`,
    }
  })
  if (tasks.length === 0) return null
  return (
    <Section title={t('volunteers.teams')}>
      <TaskList label={t('volunteers.teams')} tasks={tasks} />
    </Section>
  )
}
