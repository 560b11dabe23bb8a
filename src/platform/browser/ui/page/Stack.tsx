import './layout.css'
import type { ReactNode } from 'react'

export type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Things one under another, evenly apart. */
export function Stack({ gap = 4, children }: { gap?: Gap; children: ReactNode }) {
  return <div className={`rb-stack rb-gap-${gap}`}>{children}</div>
}
