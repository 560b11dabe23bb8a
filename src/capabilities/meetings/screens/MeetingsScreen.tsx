// All meetings and trainings of a village: what runs, what comes, what is done.
import { useState } from 'react'
import { Redirect, useSearch } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { SearchField } from '../../../platform/browser/ui/form/SearchField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { servesAs } from '../../programmes/serving.ts'
import { readCode } from '../code.ts'
import { planMeeting } from '../commands.ts'
import { awaitsHead, isPending, type Meeting, meetingCollection } from '../meeting.ts'
import { meetingRecord } from '../records.browser.ts'
import { meetingsTexts } from '../texts.ts'
import { tableOf } from './export-meetings.ts'
import { useMeetings } from './use-meeting.ts'
import { batchText, dayText, lookOf, may, t, todayAt, whenText } from './words.tsx'

type Part = 'now' | 'training' | 'done'
const partOf = (search: string): Part => {
  const part = new URLSearchParams(search).get('bagian')
  return part === 'pelatihan' ? 'training' : part === 'selesai' ? 'done' : 'now'
}

const byDay = (a: Meeting, b: Meeting) => `${a.date}${a.start}`.localeCompare(`${b.date}${b.start}`)
const latestFirst = (a: Meeting, b: Meeting) => byDay(b, a)

/** The meeting that a gate asks about, where there is one: the last that was held, else the one that comes next. */
function askedIn(search: string, meetings: readonly Meeting[]): Meeting | undefined {
  const params = new URLSearchParams(search)
  const kind = params.get('jenis')
  const of = meetings
    .filter((each) => each.state !== 'cancelled' && servesAs(each, params.get('pendaftaran'), kind))
    .sort(byDay)
  return kind === null ? undefined : (of.findLast(({ state }) => state === 'closed') ?? of[0])
}

function matches(meeting: Meeting, typed: string): boolean {
  const text = typed.trim().toLowerCase()
  if (text === '') return true
  return meeting.title.toLowerCase().includes(text) || meeting.code === readCode(typed)
}

function useTask(place: string): (meeting: Meeting) => Task {
  const view = usePlaceView()
  const now = todayAt(place)
  return (meeting) => {
    const look = lookOf(meeting, now)
    const unsent = view.pending(meetingCollection, meeting.id) === 'queued' ? t('meetings.unsent') : ''
    const heads = meeting.closing ? t('meetings.people-count', { count: meeting.closing.tally.total }) : ''
    const why = [batchText(meeting), whenText(meeting, place), meeting.placeText, heads, unsent]
    return {
      id: meeting.id,
      title: meeting.title,
      status: look.status,
      statusLabel: look.label,
      why: why.filter(Boolean).join(' · '),
      href: `/d/${place}/rembug/${meeting.id}`,
    }
  }
}

function List({ title, place, meetings }: { title: string; place: string; meetings: readonly Meeting[] }) {
  const task = useTask(place)
  if (meetings.length === 0) return null
  return (
    <Section title={title} tone="plain">
      <TaskList label={title} tasks={meetings.map(task)} />
    </Section>
  )
}

/** The days of each batch together, the newest training first. */
function Trainings({ place, meetings }: { place: string; meetings: readonly Meeting[] }) {
  const batches = Map.groupBy(
    [...meetings].sort(byDay),
    (each) => `${each.enrolment}/${each.title}/${each.batch}`,
  )
  return [...batches].reverse().map(([key, days]) => {
    const first = days[0]
    const title = first ? `${first.title} · ${t('meetings.batch', { batch: first.batch ?? 1 })}` : ''
    return <List key={key} title={title} place={place} meetings={days} />
  })
}

function Done({ place, meetings }: { place: string; meetings: readonly Meeting[] }) {
  const months = Map.groupBy([...meetings].sort(latestFirst), (each) => each.date.slice(0, 7))
  return [...months].map(([month, found]) => (
    <List key={month} title={dayText(`${month}-01`).replace(/^1 /, '')} place={place} meetings={found} />
  ))
}

function Current({ place, meetings }: { place: string; meetings: readonly Meeting[] }) {
  const open = meetings.filter((each) => each.state === 'open')
  const coming = meetings.filter((each) => isPending(each) && each.state !== 'open').sort(byDay)
  const signing = meetings.filter(awaitsHead).sort(byDay)
  return (
    <>
      <List title={t('meetings.running')} place={place} meetings={open} />
      <List title={t('meetings.to-acknowledge')} place={place} meetings={signing} />
      <List title={t('meetings.upcoming')} place={place} meetings={coming} />
    </>
  )
}

const emptyTitles = {
  now: 'meetings.empty',
  training: 'meetings.empty-training',
  done: 'meetings.empty-done',
} as const

function emptyTitle(part: Part, any: boolean, typed: string): string {
  if (typed.trim() !== '') return t('meetings.empty-search')
  return part === 'now' && any ? t('meetings.none-coming') : t(emptyTitles[part])
}

function MeetingsScreen({ place }: ScreenProps) {
  const all = useMeetings()
  const view = usePlaceView()
  const part = partOf(useSearch())
  const roles = useRoles(place)
  const [typed, setTyped] = useState('')
  const mayPlan = may(roles, planMeeting)
  const parts: Record<Part, Meeting[]> = {
    now: all.filter((each) => isPending(each) || awaitsHead(each)),
    training: all.filter((each) => each.group === 'training'),
    done: all.filter((each) => !isPending(each)),
  }
  // Who searches wants to find, wherever it is.
  const shown = (typed.trim() === '' ? parts[part] : all).filter((each) => matches(each, typed))
  const base = `/d/${place}/rembug`
  const View = typed.trim() !== '' ? Done : part === 'training' ? Trainings : part === 'done' ? Done : Current
  const newMeeting = (
    <LinkButton href={`${base}/baru`} variant="primary" icon="plus">
      {t('meetings.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('meetings.title')}
      subtitle={t('meetings.subtitle')}
      actions={mayPlan && all.length > 0 && newMeeting}
    >
      <Stack>
        <Tabs
          label={t('meetings.tabs')}
          tabs={[
            { href: base, label: t('meetings.tab-now'), count: parts.now.length, current: part === 'now' },
            {
              href: `${base}?bagian=pelatihan`,
              label: t('meetings.tab-training'),
              count: parts.training.length,
              current: part === 'training',
            },
            {
              href: `${base}?bagian=selesai`,
              label: t('meetings.tab-done'),
              count: parts.done.length,
              current: part === 'done',
            },
          ]}
        />
        {all.length > 0 && (
          <SearchField
            name="search"
            label={t('meetings.search')}
            value={typed}
            onChange={setTyped}
            clearLabel={t('meetings.clear')}
          />
        )}
        {shown.length > 0 && <View place={place} meetings={shown} />}
        {shown.length > 0 && (
          <Cluster>
            <ExportButton name={`rembug-${place}`} table={() => tableOf(view, [...shown].sort(byDay))} />
          </Cluster>
        )}
        {shown.length === 0 && (
          <EmptyState
            icon="calendar"
            title={emptyTitle(part, all.length > 0, typed)}
            actions={mayPlan && all.length === 0 && newMeeting}
          >
            {part === 'now' && all.length === 0 && t('meetings.empty-why')}
          </EmptyState>
        )}
        {mayPlan && part === 'training' && (
          <LinkButton href={`/d/${place}/pelatihan/baru`} icon="plus">
            {t('meetings.new-training')}
          </LinkButton>
        )}
      </Stack>
    </Page>
  )
}

/** The meeting that a gate asks about; without one, all of them. */
function MeetingsOrOne(props: ScreenProps) {
  const asked = askedIn(useSearch(), useMeetings())
  if (asked) return <Redirect to={`/d/${props.place}/rembug/${asked.id}`} replace />
  return <MeetingsScreen {...props} />
}

export default listScreen({ ...meetingRecord, title: meetingsTexts['meetings.title'] }, MeetingsOrOne)
