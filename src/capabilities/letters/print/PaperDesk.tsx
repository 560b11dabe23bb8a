// The paper as it lies on the screen: in its own measures, made smaller as a whole to fit the width. On a phone that would be too
// small to be read, so there its words flow as wide as the screen, until somebody asks how it is printed.
import './paper.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from '../../../platform/browser/ui/cx.ts'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'

type Props = {
  /** The other way of looking: on a desk its true size, to be moved about; on a phone the whole sheet, as it is printed. */
  other?: boolean
  children: ReactNode
}

export function PaperDesk({ other = false, children }: Props) {
  const narrow = useNarrow()
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
      className={cx(
        'paper-desk',
        !narrow && other && 'paper-desk-large',
        narrow && !other && 'paper-desk-reading',
      )}
      style={{ '--paper-scale': scale } as React.CSSProperties}
    >
      <div className="paper-scale">{children}</div>
    </section>
  )
}
