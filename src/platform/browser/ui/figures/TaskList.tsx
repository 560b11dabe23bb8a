import '../action/button.css'
import './task-list.css'
import '../feedback/status.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { StatusBadge } from '../feedback/StatusBadge.tsx'
import { type Status, statusIcon } from '../feedback/status.ts'
import { Icon } from '../Icon.tsx'

export interface Task {
  id: string
  title: string
  status: Status
  /** The word on the badge: "selesai", "terhalang", "belum tersedia" … */
  statusLabel: string
  /** Why it does not hold yet, as a sentence. */
  why?: string | undefined
  /** The facts it is judged by, as they stand now. */
  facts?: readonly { label: string; value: ReactNode }[] | undefined
  /** Where the rule comes from, and a word of doubt where it was not simply read there. */
  source?: string | undefined
  doubt?: string | undefined
  /** The thing itself. */
  href?: string | undefined
  /** Who does it, where it is not whoever looks. */
  hint?: string | undefined
  /** The thing that would satisfy it. */
  action?: { href: string; label: string } | undefined
}

type Listed = { label: string; tasks: readonly Task[]; foldFrom?: number }

/**
 * Gates of a stage, stages of a cycle, tasks of a day: what is done, what is next, what is held up and why. `foldFrom`: from
 * this one on they say their title and state, and the rest when they are opened.
 */
export function TaskList({ label, tasks, foldFrom = tasks.length }: Listed) {
  return (
    <ul className="rb-tasks" aria-label={label}>
      {tasks.map((task, at) => (
        <TaskRow key={task.id} task={task} folded={at >= foldFrom} />
      ))}
    </ul>
  )
}

function TaskRow({ task, folded }: { task: Task; folded: boolean }) {
  const { title, status, statusLabel, href } = task
  return (
    <li className={cx('rb-task', `rb-tone-${status}`, status === 'next' && 'rb-task-next')}>
      <Icon name={statusIcon[status]} />
      <div className="rb-task-body">
        {folded ? (
          <details className="rb-task-fold">
            <summary className="rb-task-title">
              {title}
              <Icon name="chevron-right" />
            </summary>
            <div className="rb-task-more">
              <TaskMore {...task} />
            </div>
          </details>
        ) : (
          <>
            <p className="rb-task-title">{href ? <Link href={href}>{title}</Link> : title}</p>
            <TaskMore {...task} />
          </>
        )}
      </div>
      <StatusBadge status={status} label={statusLabel} />
    </li>
  )
}

function TaskMore({ status, why, facts, source, doubt, hint, action }: Task) {
  return (
    <>
      {why && <p className="rb-task-why">{why}</p>}
      {facts && facts.length > 0 && (
        <dl className="rb-task-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {source && (
        <p className="rb-task-hint">
          {source} {doubt && <strong className="rb-task-doubt">{doubt}</strong>}
        </p>
      )}
      {hint && <p className="rb-task-hint">{hint}</p>}
      {action && (
        <Link
          href={action.href}
          className={status === 'next' ? 'rb-button rb-button-primary' : 'rb-task-link'}
        >
          {action.label}
          <Icon name="arrow-right" />
        </Link>
      )}
    </>
  )
}
