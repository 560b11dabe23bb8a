// The maps of a village: of each kind that its programmes ask for, how far it is.
import '../maps.css'
import { Redirect, useSearch } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { type Enrolled, enrolledIn } from '../../programmes/serving.ts'
import { mapsIn } from '../looking.ts'
import { type MapRow, openMap } from '../map.ts'
import { mapsScreenTexts } from '../screen-texts.ts'
import { dayText, kindTitle, mapPath, mapRecord, may, t, words } from '../words.browser.ts'

export function standingOf(map: MapRow): { status: Status; label: string; on: string } {
  if (map.state === 'joined') return { status: 'archive', label: t('maps.joined'), on: map.openedOn }
  if (map.agreed) return { status: 'done', label: t('maps.agreed'), on: map.agreed.on }
  if (map.closed) return { status: 'done', label: t('maps.drawn'), on: map.closed.on }
  return { status: 'running', label: t('maps.open'), on: map.openedOn }
}

const newHref = (place: string, enrolment: string, kind: string) =>
  `/d/${place}/peta/baru?${new URLSearchParams({ jenis: kind, pendaftaran: enrolment })}`

/** The enrolments of the place whose programmes know maps, running ones first. */
function useEnrolled(): Enrolled[] {
  const view = usePlaceView()
  const rank = (row: EnrolmentRow) => (row.status === 'started' ? 0 : 1)
  return [...view.all<EnrolmentRow>('programmes.enrolment')]
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1))
    .flatMap((row) => enrolledIn(view, row.id) ?? [])
    .filter(({ programme }) => programme.kinds.maps.length > 0)
}

function Programme({ place, enrolled }: { place: string; enrolled: Enrolled }) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const { row, programme } = enrolled
  const mayOpen = may(roles, openMap) && row.status === 'started'
  const tasks = programme.kinds.maps.flatMap((kind): Task[] => {
    const maps = mapsIn(view, row.id, kind.id).filter(({ state }) => state !== 'joined')
    if (maps.length === 0)
      return [
        {
          id: kind.id,
          title: words(kind.title),
          status: 'later',
          statusLabel: t('maps.not-begun'),
          action: mayOpen ? { href: newHref(place, row.id, kind.id), label: t('maps.begin') } : undefined,
        },
      ]
    return maps.map((map) => {
      const { status, label, on } = standingOf(map)
      const why = [map.title === words(kind.title) ? '' : kindTitle(view, map), dayText(on)]
      return {
        ...{ id: map.id, title: map.title, status, statusLabel: label, href: mapPath(place, map.id) },
        why: why.filter(Boolean).join(' · '),
      }
    })
  })
  return (
    <Section tone="plain" title={words(programme.title)}>
      <TaskList label={words(programme.title)} tasks={tasks} />
    </Section>
  )
}

/** From a gate's link: to the map of that kind, or to beginning one. */
function useWanted(place: string): string | null {
  const view = usePlaceView()
  const search = new URLSearchParams(useSearch())
  const mayOpen = may(useRoles(place), openMap)
  const [kind, enrolment] = [search.get('jenis'), search.get('pendaftaran')]
  if (!kind || !enrolment) return null
  const [newest] = mapsIn(view, enrolment, kind).filter(({ state }) => state !== 'joined')
  if (newest) return mapPath(place, newest.id)
  return mayOpen ? newHref(place, enrolment, kind) : null
}

function MapsScreen({ place }: ScreenProps) {
  const view = usePlaceView()
  const enrolled = useEnrolled()
  const wanted = useWanted(place)
  if (wanted) return <Redirect to={wanted} replace />
  const any = view.all('programmes.enrolment').length > 0
  return (
    <Page title={t('maps.title')} subtitle={t('maps.subtitle')}>
      <Stack gap={5}>
        {enrolled.map((each) => (
          <Programme key={each.row.id} place={place} enrolled={each} />
        ))}
        {enrolled.length === 0 && (
          <EmptyState icon="pin" title={t('maps.none')}>
            {t(any ? 'maps.no-kinds' : 'maps.no-programme')}
          </EmptyState>
        )}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...mapRecord, title: mapsScreenTexts['maps.title'] }, MapsScreen)
