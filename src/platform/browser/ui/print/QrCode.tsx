import '../figures/figures.css'
import { useEffect, useState } from 'react'

export interface QrCodeProps {
  value: string
  /** What it leads to, said to screen readers. */
  label: string
  caption?: string | undefined
  /** Side in px; on paper 28 mm reads well. */
  size?: number
}

/** Drawn by us from uqr's modules, loaded when first needed. Black on white in both themes. */
export function QrCode({ value, label, caption, size = 144 }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ side: number; path: string } | null>(null)
  useEffect(() => {
    let wanted = true
    void import('uqr').then(({ encode }) => {
      if (!wanted) return
      const { size: side, data } = encode(value, { ecc: 'M', border: 2 })
      const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
      setDrawn({ side, path })
    })
    return () => {
      wanted = false
    }
  }, [value])
  return (
    <figure className="rb-qr">
      <svg
        role="img"
        aria-label={label}
        width={size}
        height={size}
        viewBox={`0 0 ${drawn?.side ?? 1} ${drawn?.side ?? 1}`}
        shapeRendering="crispEdges"
      >
        {drawn && <path d={drawn.path} fill="#000" />}
      </svg>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
