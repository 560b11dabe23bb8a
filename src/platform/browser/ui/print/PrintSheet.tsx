import './print.css'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export interface PrintSheetProps {
  /** a3: for a wall. */
  paper?: 'f4' | 'a4' | 'a3'
  landscape?: boolean
  /** office: 12 pt serif, for letters and berita acara; plain: 11 pt sans, for books and lists. */
  look?: 'office' | 'plain'
  letterhead?: ReactNode
  title: string
  /** "Nomor: 140/012/BKM-TP/III/2026", or the word for a draft. */
  number?: string | undefined
  children: ReactNode
}

/** One document on paper. On the screen it lies there as a sheet; printed, nothing else of the page comes along. */
export function PrintSheet(props: PrintSheetProps) {
  const { paper = 'f4', landscape, look = 'office', letterhead, title, number, children } = props
  return (
    <article
      // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the sheet scrolls sideways, by keyboard too
      tabIndex={0}
      aria-label={title}
      className={cx(
        'rb-sheet',
        `rb-sheet-${paper}${landscape ? '-landscape' : ''}`,
        look === 'plain' && 'rb-sheet-plain',
      )}
    >
      {letterhead}
      <header className="rb-sheet-title">
        <h1>{title}</h1>
        {number && <p>{number}</p>}
      </header>
      {children}
    </article>
  )
}

export interface LetterheadProps {
  /** Lines over the name, upper-cased: "Badan Keswadayaan Masyarakat". */
  upper?: readonly string[]
  name: string
  address?: string | undefined
  /** No state crest unless entitled. */
  logo?: ReactNode
}

/** Kop surat: logo at the left, lines in the middle, a double rule under it. */
export function Letterhead({ upper = [], name, address, logo }: LetterheadProps) {
  return (
    <div className="rb-kop">
      {logo}
      <div>
        {upper.map((line) => (
          <span key={line} className="rb-kop-upper">
            {line}
          </span>
        ))}
        <span className="rb-kop-name">{name}</span>
        {address && <span className="rb-kop-address">{address}</span>}
      </div>
    </div>
  )
}

/** "Hari : Selasa", one under another with the colons in line. */
export function SheetLines({ lines }: { lines: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="rb-sheet-lines">
      {lines.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>
            <span>{value}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
