// The way of a survey from the criteria to the list that the residents agree on: what is done, what is next.
import { worksInVillage } from '../../../kernel/role.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { respondentsOf, stillAgreed, waitingOf as waitingForJudgement } from '../evidence.ts'
import { type ListingRow, setListing } from '../listing.ts'
import { asksList } from '../rules.ts'
import { review, submit } from '../submission.ts'
import { type Agreement, agreeSurvey, closeSurvey, type SurveyRow } from '../survey.ts'
import { useEnrolled, useListing } from './use-surveys.ts'
import { dayText, may, surveyPath, t } from './words.ts'

type Step = { id: string; title: string; done: boolean; why: string; action: Task['action'] }

/** The first step that is not done is next; those after it wait. */
function tasksOf(steps: readonly Step[]): Task[] {
  const next = steps.findIndex((step) => !step.done)
  return steps.map(({ id, title, done, why, action }, index) => {
    const status: Status = done ? 'done' : index === next ? 'next' : 'later'
    const words = { done: 'over.done', next: 'over.todo', later: 'over.later' } as const
    return {
      id,
      title,
      status,
      statusLabel: t(words[status as keyof typeof words]),
      why: why || undefined,
      action: done && id !== 'list' ? undefined : action,
    }
  })
}

type Props = { place: string; survey: SurveyRow; left: number; known: number }

const agreedText = (agreed: Agreement | null, otherwise: string): string =>
  agreed
    ? [t('over.agreed-on', { on: dayText(agreed.on) }), agreed.note].filter(Boolean).join('. ')
    : otherwise

function useAsksList(survey: SurveyRow): boolean {
  const programme = useEnrolled().find((each) => each.row.id === survey.enrolment)?.programme
  return programme !== undefined && survey.kind !== null && asksList(programme, survey.kind)
}

function collecting({ survey, left, known }: Props, base: string, mayFill: boolean): Step {
  const households = survey.population === 'households' && known > 0
  const answers = respondentsOf(survey.counts)
  const closed = survey.state === 'closed'
  return {
    id: 'fill',
    title: t(households ? 'over.step-visit' : 'over.step-fill'),
    done: closed || (households ? left === 0 : survey.target !== null && answers >= survey.target),
    why: households
      ? left > 0
        ? t('over.visit-left', { count: left })
        : ''
      : t('survey.answers', { count: answers }),
    action: households
      ? { href: `${base}?bagian=kunjungan`, label: t('over.visit-who') }
      : mayFill
        ? { href: `${base}/isi`, label: t('over.fill') }
        : undefined,
  }
}

function listStep(base: string, listing: ListingRow | undefined, may: boolean): Step {
  const count = listing?.households.length ?? 0
  return {
    id: 'list',
    title: t('over.step-list'),
    done: count > 0,
    why: count > 0 ? t('over.listed', { count }) : '',
    action:
      count > 0 || may
        ? { href: `${base}/daftar`, label: t(count > 0 ? 'over.list-see' : 'over.list-do') }
        : undefined,
  }
}

export function SurveySteps(props: Props) {
  const { place, survey } = props
  const roles = useRoles(place)
  const listing = useListing(survey.id)
  const needsList = useAsksList(survey)
  const base = surveyPath(place, survey.id)
  const mayAgree = may(roles, agreeSurvey)
  const waiting = waitingForJudgement(survey.counts)
  const closed = survey.state === 'closed'
  const view = usePlaceView()
  const agreement = (agreed: Agreement | null, otherwise: string) => {
    const done = stillAgreed(survey, agreed, (id) => view.get<Meeting>(meetingCollection, id))
    return { done, why: agreed && !done ? t('over.agreed-unsigned') : agreedText(agreed, otherwise) }
  }
  const agree = (what: 'kriteria' | 'hasil') =>
    mayAgree ? { href: `${base}/kesepakatan/${what}`, label: t('over.agree-note') } : undefined
  const steps: Step[] = [
    {
      id: 'criteria',
      title: t('over.step-criteria'),
      ...agreement(survey.criteria, t('over.step-criteria-why')),
      action: agree('kriteria'),
    },
    collecting(props, base, may(roles, submit)),
    {
      id: 'review',
      title: t('over.step-review'),
      done: waiting === 0 && survey.counts.approved > 0,
      why: waiting > 0 ? t('survey.waiting', { count: waiting }) : '',
      action: may(roles, review) ? { href: `${base}/periksa`, label: t('over.review-do') } : undefined,
    },
    {
      id: 'close',
      title: t('over.step-close'),
      done: closed,
      why: survey.closed ? t('over.closed-on', { on: dayText(survey.closed.on) }) : '',
      action: may(roles, closeSurvey) ? { href: `${base}/tutup`, label: t('over.close-do') } : undefined,
    },
    ...((needsList && worksInVillage(roles)) || listing
      ? [listStep(base, listing, may(roles, setListing))]
      : []),
    {
      id: 'result',
      title: t('over.step-result'),
      ...agreement(survey.result, survey.closed?.complete ? '' : t('over.result-after')),
      action: survey.closed?.complete ? agree('hasil') : undefined,
    },
  ]
  // A survey of the village's own asks for no agreement; it may be noted all the same, from the menu.
  const shown = survey.kind === null ? steps.filter((step) => step.id !== 'criteria') : steps
  return (
    <Section title={t('over.next')}>
      <TaskList label={t('over.next')} tasks={tasksOf(shown)} />
    </Section>
  )
}
