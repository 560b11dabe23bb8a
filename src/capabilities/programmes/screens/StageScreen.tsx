// One stage: its gates with the facts they rest on, its steps, its signatures, and what may be done with it.

import { awaitsCheck, isSigned } from '../../../kernel/paper.ts'
import { usePlaceServices } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Stage } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { enrolmentRecord } from '../records.browser.ts'
import { isArchive, titleIn } from '../status.ts'
import { NotInProgramme } from './NotInProgramme.tsx'
import { StageActions } from './StageActions.tsx'
import { StepCard } from './StepCard.tsx'
import { useProgress } from './use-progress.ts'
import { dayText, gateTask, standingStatus, t, words } from './words.tsx'

function SignOffs({ stage, enrolment }: { stage: Stage; enrolment: EnrolmentRow }) {
  const given = enrolment.stages[stage.id]?.signOffs ?? []
  const tasks = stage.signOffs.map((wanted): Task => {
    const found = given.find((each) => each.as === wanted.as)
    const done = found && isSigned(found) ? found : undefined
    return {
      id: wanted.as,
      title: words(wanted.title),
      status: done ? 'done' : awaitsCheck(found) ? 'next' : 'later',
      statusLabel: done
        ? t('stage.signed', { on: dayText(done.on), by: done.by ?? '' })
        : t(awaitsCheck(found) ? 'stage.on-paper' : 'stage.not-signed'),
    }
  })
  return (
    <Section title={t('stage.sign-offs')}>
      <TaskList label={t('stage.sign-offs')} tasks={tasks} />
    </Section>
  )
}

function History({ enrolment, stage }: { enrolment: EnrolmentRow; stage: string }) {
  const events = enrolment.history.filter((event) => event.stage === stage)
  if (events.length === 0) return null
  return (
    <Section title={t('stage.history')} tone="plain">
      <FactGrid
        facts={events.map((event, index) => ({
          label: `${index + 1}. ${dayText(event.on)}`,
          value:
            event.what === 'signed' && event.as
              ? t(`event.${event.as as 'submitted'}`)
              : t(`event.${event.what}`),
          note: [event.byName, event.note].filter(Boolean).join(': ') || undefined,
        }))}
      />
    </Section>
  )
}

function StagePage({ place, params, row: enrolment }: RecordProps<EnrolmentRow>) {
  const { linkOf } = usePlaceServices()
  const known = useProgress(enrolment)
  const now = known?.progress.stages.find(({ stage }) => stage.id === params.stage)
  if (!known || !now) return <NotInProgramme place={place} programme={known?.programme} />
  const { programme, progress } = known
  const { stage, standing, gates } = now
  const state = enrolment.stages[stage.id]
  return (
    <Page
      title={t('stage.title', { number: stage.number, title: words(stage.title) })}
      subtitle={words(stage.purpose)}
      back={{
        href: `/d/${place}`,
        label: [words(titleIn(programme, enrolment)), enrolment.subject?.name].filter(Boolean).join(' · '),
      }}
      badge={<StatusBadge status={standingStatus[standing]} label={t(`standing.${standing}`)} />}
    >
      {standing === 'refused' && <Notice tone="warn">{t('stage.refuse-why')}</Notice>}
      {state?.fromArchive && (
        <Notice tone="info" title={t('standing.archived')}>
          {[dayText(state.closedOn), state.archiveNote].filter(Boolean).join(' · ')}
        </Notice>
      )}
      {isArchive(enrolment) ? (
        <Notice tone="info">{t('era.kept')}</Notice>
      ) : (
        <>
          <Section
            title={t('stage.gates')}
            subtitle={t('home.gates', { done: now.met, total: now.blocking })}
          >
            <TaskList
              label={t('stage.gates')}
              tasks={gates.map((gate) =>
                gateTask(programme, gate, linkOf(gate.gate.satisfiedBy, place, enrolment.id), false),
              )}
            />
          </Section>
          <SignOffs stage={stage} enrolment={enrolment} />
        </>
      )}
      <StageActions
        place={place}
        enrolment={enrolment}
        programme={programme}
        stage={stage}
        facts={progress.facts}
      />
      <Section title={t('stage.steps')} tone="plain">
        {stage.steps.map((step) => (
          <StepCard key={step.id} {...{ place, enrolment, programme, stage, step, facts: progress.facts }} />
        ))}
      </Section>
      <History enrolment={enrolment} stage={stage.id} />
    </Page>
  )
}

export default recordScreen(enrolmentRecord, StagePage)
