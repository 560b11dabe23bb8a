// The paper as it lies on the screen: in its own measures, made smaller as a whole to fit the width.
import './paper.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from '../../../platform/browser/ui/cx.ts'

/** `large`: at its true size, to be read by moving it about. */
export function PaperDesk({ large = false, children }: { large?: boolean; children: ReactNode }) {
  const desk = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const element = desk.current
    if (!element) return
    const measure = () => {
      const room = element.clientWidth - Number.parseFloat(getComputedStyle(element).paddingInlineStart) * 2
      setScale(Math.min(1, room / ((215 / 25.4) * 96)))
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [])
  return (
    <section
      ref={desk}
      className={cx('paper-desk', large && 'paper-desk-large')}
      style={{ '--paper-scale': scale } as React.CSSProperties}
    >
      <div className="paper-scale">{children}</div>
    </section>
  )
}
