// What a meeting decided, wrote down and promised.
import './attendance.css'
import { useState } from 'react'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { finishFollowUp } from '../commands.ts'
import { hasDecided, optionsOf } from '../deciding.ts'
import { type Kind, questionOf } from '../kinds.ts'
import type { FollowUp, Meeting, MeetingDecision } from '../meeting.ts'
import { useSetting } from './use-meeting.ts'
import { dayText, may, t, todayAt, words } from './words.tsx'

export function optionTitle(kind: Kind | null | undefined, option: string): string {
  const asked = questionOf(kind)
  const found = asked && optionsOf(asked).find((each) => each.id === option)
  return found ? words(found.title) : option
}

export function howDecided(decision: MeetingDecision): string {
  if (!hasDecided({ decision })) return t('meetings.thinks-longer')
  if (decision.consensus || !decision.votes) return t('meetings.by-consensus')
  return t('meetings.by-votes', decision.votes)
}

function FollowUpRow({
  followUp,
  today,
  onFinish,
}: {
  followUp: FollowUp
  today: string
  onFinish: (() => void) | undefined
}) {
  const { text, responsible, due, done } = followUp
  const late = !done && due !== null && due < today
  const badge = done
    ? ({ status: 'done', label: t('meetings.follow-up-finished') } as const)
    : late
      ? ({ status: 'late', label: t('meetings.follow-up-late') } as const)
      : ({ status: 'running', label: t('meetings.follow-up-open') } as const)
  const detail = [
    responsible && t('meetings.responsible', { who: responsible }),
    due && t('meetings.due', { day: dayText(due) }),
    done?.note,
  ]
  return (
    <li>
      <p className="mt-text">{text}</p>
      <p>{detail.filter(Boolean).join(' · ')}</p>
      <Cluster>
        <StatusBadge {...badge} />
        {!done && onFinish && <Button onClick={onFinish}>{t('meetings.finish')}</Button>}
      </Cluster>
    </li>
  )
}

function FollowUps({ place, meeting }: { place: string; meeting: Meeting }) {
  const roles = useRoles(place)
  const [finishing, setFinishing] = useState<string | null>(null)
  if (meeting.decisions.length === 0) return null
  const finish = may(roles, finishFollowUp)
  return (
    <Section title={t('meetings.follow-ups')}>
      <ol className="rb-numbered">
        {meeting.decisions.map((each) => (
          <FollowUpRow
            key={each.id}
            followUp={each}
            today={todayAt(place)}
            onFinish={finish ? () => setFinishing(each.id) : undefined}
          />
        ))}
      </ol>
      {finishing && (
        <AskDialog
          {...{ place, screen: 'meetings.follow-up', record: `${meeting.id} ${finishing}` }}
          command={finishFollowUp}
          input={(note) => ({ meeting: meeting.id, followUp: finishing, note })}
          title={t('meetings.finish-title')}
          name="note"
          label={t('meetings.note')}
          optional
          most={400}
          submit={t('meetings.finish')}
          saved={t('meetings.saved')}
          onClose={() => setFinishing(null)}
        />
      )}
    </Section>
  )
}

export function MinutesShown({ place, meeting }: { place: string; meeting: Meeting }) {
  const { setting } = useSetting(meeting)
  if (meeting.state !== 'closed') return null
  const { decision } = meeting
  return (
    <>
      {decision && (
        <Section title={t('meetings.decision')} subtitle={howDecided(decision)}>
          <p>
            <strong>{optionTitle(setting.kind, decision.option)}</strong>
          </p>
          {decision.text && <p className="mt-text">{decision.text}</p>}
        </Section>
      )}
      <Section title={t('meetings.minutes')}>
        <FactGrid
          facts={[
            { label: t('meetings.chair'), value: meeting.chair },
            { label: t('meetings.notulis'), value: meeting.notulis },
          ]}
        />
        <p className="mt-text">{meeting.minutes}</p>
      </Section>
      <FollowUps place={place} meeting={meeting} />
    </>
  )
}
