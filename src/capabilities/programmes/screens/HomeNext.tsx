// What to do next in an enrolment, and what of it is late.
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { openAdvice, type Progress } from '../progress.ts'
import { useWays } from './use-ways.ts'
import { gateTask, nothingBlocks, t, words } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; progress: Progress }

/** The stages that run beside the one whose tasks are shown. */
function AlsoRunning({ stages, current }: Progress) {
  const others = stages.filter(({ stage, standing }) => standing === 'current' && stage !== current?.stage)
  if (others.length === 0) return null
  const named = others.map(({ stage: { number, title } }) => `${number} ${words(title)}`).join(' · ')
  return <p className="rb-soft">{t('home.also-running', { stages: named })}</p>
}

export function NextTasks({ place, enrolment, programme, progress }: Props) {
  const wayTo = useWays(place, enrolment)
  const narrow = useNarrow()
  const { current } = progress
  if (!current || enrolment.status !== 'started') return null
  const open = current.gates.filter(({ state }) => state !== 'met')
  const blocking = open.filter(({ gate }) => gate.kind === 'rule')
  const ready = current.blocking > 0 && blocking.length === 0
  const stageLink = `/d/${place}/tahap/${enrolment.id}/${current.stage.id}`
  const tasks = [...blocking, ...open.filter(({ gate }) => gate.kind === 'advice')]
    .slice(0, 6)
    .map((state, index) => gateTask(programme, state, wayTo(state), index === 0 && state.state === 'unmet'))
  return (
    <Section
      title={t('home.next')}
      subtitle={t('home.next-stage', { number: current.stage.number })}
      actions={
        <LinkButton href={stageLink} variant={ready ? 'primary' : 'quiet'} iconAfter="chevron-right">
          {t('home.open-stage')}
        </LinkButton>
      }
    >
      {ready && <Notice tone="done">{t('home.all-met')}</Notice>}
      {current.blocking === 0 && <Notice tone="info">{nothingBlocks(openAdvice(current.gates))}</Notice>}
      {current.outside > 0 && <Notice tone="info">{t('home.outside-why')}</Notice>}
      {tasks.length > 0 && (
        <TaskList label={t('home.next')} tasks={narrow ? tasks.slice(0, 1) : tasks} foldFrom={1} />
      )}
      {narrow && tasks.length > 1 && (
        <Fold title={t('home.next-more', { count: tasks.length - 1 })} tone="plain">
          <TaskList label={t('home.next-others')} tasks={tasks.slice(1)} foldFrom={0} />
        </Fold>
      )}
      <AlsoRunning {...progress} />
    </Section>
  )
}

export function LateList({ programme, progress }: Pick<Props, 'programme' | 'progress'>) {
  if (progress.late.length === 0) return null
  const names = new Map(
    programme.stages
      .flatMap((stage) => [stage, ...stage.steps])
      .map((each) => [each.id, `${each.number} ${words(each.title)}`]),
  )
  const tasks = progress.late.map(
    (late): Task => ({
      id: late.id,
      title: t('home.late-step', { step: names.get(late.id) ?? late.id, count: late.days }),
      status: 'late',
      statusLabel: t('home.late'),
      why:
        late.endangers.length > 0
          ? t('home.endangers', {
              what: late.endangers.map((id) => names.get(id) ?? id).join(', '),
            })
          : undefined,
    }),
  )
  return (
    <Section title={t('home.late')}>
      <TaskList label={t('home.late')} tasks={tasks} />
    </Section>
  )
}
