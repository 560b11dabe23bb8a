import './layout.css'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import type { Gap } from './Stack.tsx'

export interface ClusterProps {
  gap?: Gap
  /** Where the row leans: start (default), between, or end. */
  justify?: 'start' | 'between' | 'end'
  /** Align to the top instead of the middle. */
  top?: boolean
  children: ReactNode
}

/** Things side by side, wrapping where the width ends. */
export function Cluster({ gap = 3, justify = 'start', top, children }: ClusterProps) {
  return (
    <div
      className={cx('rb-cluster', `rb-gap-${gap}`, justify !== 'start' && `rb-${justify}`, top && 'rb-top')}
    >
      {children}
    </div>
  )
}
