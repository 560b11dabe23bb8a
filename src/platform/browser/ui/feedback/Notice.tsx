import './notice.css'
import './status.css'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'

export type NoticeTone = 'info' | 'warn' | 'refused' | 'offline' | 'done' | 'advice'

const looks: Readonly<Record<NoticeTone, readonly [tone: string, icon: IconName]>> = {
  info: ['next', 'info-circle'],
  warn: ['late', 'alert'],
  refused: ['refused', 'alert-circle'],
  offline: ['waiting', 'cloud-off'],
  done: ['done', 'check-circle'],
  advice: ['advice', 'bulb'],
}

export interface NoticeProps {
  tone?: NoticeTone
  title?: string | undefined
  children?: ReactNode
  action?: ReactNode
  /** Say it aloud when it appears: status waits its turn, alert interrupts. Leave out when it is there from the start. */
  announce?: 'status' | 'alert' | undefined
}

export function Notice({ tone = 'info', title, children, action, announce }: NoticeProps) {
  const [colour, icon] = looks[tone]
  return (
    <div className={cx('rb-notice', `rb-tone-${colour}`)} role={announce}>
      <Icon name={icon} />
      <div className="rb-notice-body">
        {title && <p className="rb-notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {action}
      </div>
    </div>
  )
}
