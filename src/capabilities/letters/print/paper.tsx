// What all office papers share: the sheet, the letterhead, a dotted line to write on. Paper is always Indonesian,
// whatever the language of the screen: it goes to an office.
import '../../../platform/browser/ui/print/print.css'
import './paper.css'
import type { ReactNode } from 'react'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { cx } from '../../../platform/browser/ui/cx.ts'
import { Letterhead as LetterheadBlock } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Letterhead } from '../letterhead.ts'

export type PaperSize = 'f4' | 'a4'

export type SheetProps = {
  size: PaperSize
  /** office: numbered pages; letter: without; half: two to a page, no margins of its own. */
  page?: 'office' | 'letter' | 'half'
  /** Left out at its foot where the log stood: a form that is filled in later proves nothing of what was before. */
  blank?: boolean
  children: ReactNode
}

export function Sheet({ size, page = 'office', blank = false, children }: SheetProps) {
  return (
    <article
      lang="id"
      className={cx(
        'rb-sheet office',
        `rb-sheet-${size}`,
        `${page}-${size}`,
        page === 'half' && 'sheet-of-halves',
      )}
    >
      {children}
      {page !== 'half' && !blank && <LogLine />}
    </article>
  )
}

export type KopProps = {
  head: Letterhead | undefined
  /** Without a letterhead the paper at least says which village it is from. */
  fallback: string
}

export function Kop({ head, fallback }: KopProps) {
  const address = [head?.address, head?.contact].filter(Boolean).join(', ')
  return (
    <LetterheadBlock
      upper={head?.upper ?? []}
      name={head?.name ?? fallback}
      address={address || undefined}
      logo={head?.logo ? <img src={head.logo} alt="" /> : undefined}
    />
  )
}

/** Room to write by hand, `length` dots wide. */
export function Dots({ length = 40 }: { length?: number }) {
  return <span className="dots">{'.'.repeat(length)}</span>
}

/** The title of a document with its number, or room for it. */
export function DocumentTitle({
  lines,
  number,
}: {
  lines: readonly string[]
  number: string | null | undefined
}) {
  return (
    <header className="rb-sheet-title">
      <h1>
        {lines.map((line) => (
          <span key={line} style={{ display: 'block' }}>
            {line}
          </span>
        ))}
      </h1>
      {number !== undefined && <p>Nomor: {number ?? <Dots length={36} />}</p>}
    </header>
  )
}
