// One stage: its gates with the facts they rest on, its steps, its signatures, and what may be done with it.

import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Programme, Stage, Step } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { openAdvice, type Progress, type StageProgress } from '../progress.ts'
import { enrolmentRecord } from '../records.browser.ts'
import { isArchive, titleIn } from '../status.ts'
import { t } from './all-words.ts'
import { NotInProgramme } from './NotInProgramme.tsx'
import { StageActions } from './StageActions.tsx'
import { OpenGates, StepCard } from './StepCard.tsx'
import { useProgress } from './use-progress.ts'
import { dayText, gatesText, gateTask, nothingBlocks, standingStatus, words } from './words.tsx'

function History({ enrolment, stage }: { enrolment: EnrolmentRow; stage: string }) {
  const events = enrolment.history.filter((event) => event.stage === stage)
  if (events.length === 0) return null
  return (
    <Fold title={t('stage.history')}>
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
    </Fold>
  )
}

type Stepping = {
  place: string
  enrolment: EnrolmentRow
  programme: Programme
  now: StageProgress
  progress: Progress
}

function holdingText(now: StageProgress, enrolment: EnrolmentRow): string | undefined {
  if (isArchive(enrolment)) return undefined
  if (now.standing === 'archived') return t('stage.by-archive')
  return now.blocking > 0 ? gatesText(now) : nothingBlocks(openAdvice(now.gates))
}

/** The steps with what each still needs; then the gates of the stage itself, and what holds already, folded. */
function Steps({ place, enrolment, programme, now, progress }: Stepping) {
  const { stage } = now
  const next = stage.steps.find(({ id }) => !progress.done.has(id))
  const about = { place, enrolment, programme }
  const gatesOf = (owner: Stage | Step) => now.gates.filter(({ gate }) => owner.gates.includes(gate))
  const met = now.gates.filter(({ state }) => state === 'met')
  const metRules = met.filter(({ gate }) => gate.kind === 'rule').length
  const metTitle = [
    ...(metRules > 0 ? [t('gate.met-rules', { count: metRules })] : []),
    ...(met.length > metRules ? [t('gate.met-advice', { count: met.length - metRules })] : []),
  ].join(', ')
  return (
    <Section title={t('stage.steps')} subtitle={holdingText(now, enrolment)} tone="plain">
      {stage.steps.map((step) => (
        <StepCard
          key={step.id}
          {...{ ...about, stage, step, facts: progress.facts, gates: gatesOf(step) }}
          noted={progress.noted.has(step.id)}
          state={progress.done.has(step.id) ? 'done' : step === next ? 'next' : 'later'}
        />
      ))}
      <OpenGates {...about} gates={gatesOf(stage)} next={!next} />
      {met.length > 0 && (
        <Fold tone="plain" title={`${t('gate.met')}: ${metTitle}`}>
          <TaskList label={t('gate.met')} tasks={met.map((gate) => gateTask(programme, gate, null))} />
        </Fold>
      )}
    </Section>
  )
}

function StagePage({ place, params, row: enrolment }: RecordProps<EnrolmentRow>) {
  const known = useProgress(enrolment)
  const now = known?.progress.stages.find(({ stage }) => stage.id === params.stage)
  if (!known || !now) return <NotInProgramme place={place} programme={known?.programme} />
  const { programme, progress } = known
  const { stage, standing } = now
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
      {isArchive(enrolment) && <Notice tone="info">{t('era.kept')}</Notice>}
      <Steps {...{ place, enrolment, programme, now, progress }} />
      <StageActions
        place={place}
        enrolment={enrolment}
        programme={programme}
        stage={stage}
        facts={progress.facts}
      />
      <History enrolment={enrolment} stage={stage.id} />
    </Page>
  )
}

export default recordScreen(enrolmentRecord, StagePage)
