import './cycle-timeline.css'
import '../feedback/status.css'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { StatusBadge } from '../feedback/StatusBadge.tsx'
import type { Status } from '../feedback/status.ts'
import { Icon } from '../Icon.tsx'

export interface CycleStage {
  id: string
  /** As the programme numbers it, which is not always from one on. */
  number: string
  name: string
  status: Status
  statusLabel: string
  /** The stage the place is in now. */
  current?: boolean | undefined
  href?: string | undefined
  /** Planned and real days, already written out: "3–17 Mar 2026". */
  plan?: string | undefined
  actual?: string | undefined
  /** "Terlambat 12 hari". */
  late?: string | undefined
  /** How many gates hold, with the sentence that says so. */
  progress?: { done: number; total: number; text: string } | undefined
  note?: string | undefined
}

export interface CycleTimelineProps {
  label: string
  stages: readonly CycleStage[]
  /** "Rencana" and "Nyata". */
  planLabel: string
  actualLabel: string
}

/** The whole cycle at a glance: down the page on a phone, across it where there is room. */
export function CycleTimeline({ label, stages, planLabel, actualLabel }: CycleTimelineProps) {
  return (
    <div className="rb-cycle-box">
      <ol className="rb-cycle" aria-label={label}>
        {stages.map((stage) => (
          <Stage key={stage.id} {...{ stage, planLabel, actualLabel }} />
        ))}
      </ol>
    </div>
  )
}

const walked = (status: Status) => status === 'done' || status === 'archive'

function Stage(props: { stage: CycleStage; planLabel: string; actualLabel: string }) {
  const { stage } = props
  const { number, name, status, statusLabel, current, href, late, progress, note } = stage
  return (
    <li
      className={cx(
        'rb-cycle-stage',
        `rb-cycle-${status}`,
        current && 'rb-cycle-now',
        walked(status) && 'rb-cycle-walked',
      )}
      aria-current={current ? 'step' : undefined}
    >
      <span className="rb-cycle-node" aria-hidden="true">
        {walked(status) ? <Icon name="check" /> : number}
      </span>
      <div className="rb-cycle-body">
        <p className="rb-cycle-name">{href ? <Link href={href}>{name}</Link> : name}</p>
        <div className="rb-cycle-meta">
          <StatusBadge status={status} label={statusLabel} />
          {late && <StatusBadge status="late" label={late} />}
        </div>
        <Dates {...props} />
        {progress && <Progress {...progress} />}
        {note && <p className="rb-cycle-note">{note}</p>}
      </div>
    </li>
  )
}

function Dates({
  stage,
  planLabel,
  actualLabel,
}: {
  stage: CycleStage
  planLabel: string
  actualLabel: string
}) {
  if (!stage.plan && !stage.actual) return null
  return (
    <dl className="rb-cycle-dates">
      {stage.plan && (
        <div>
          <dt>{planLabel}</dt>
          <dd>{stage.plan}</dd>
        </div>
      )}
      {stage.actual && (
        <div>
          <dt>{actualLabel}</dt>
          <dd>{stage.actual}</dd>
        </div>
      )}
    </dl>
  )
}

function Progress({ done, total, text }: { done: number; total: number; text: string }) {
  return (
    <div className="rb-cycle-progress">
      <div className="rb-cycle-bar" aria-hidden="true">
        {Array.from({ length: Math.min(total, 24) }, (_, index) => (
          <span key={index} className={index < done ? 'rb-on' : ''} />
        ))}
      </div>
      {text}
    </div>
  )
}
