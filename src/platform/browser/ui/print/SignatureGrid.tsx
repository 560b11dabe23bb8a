import './print.css'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export interface Signature {
  /** "Ketua Rembug", "Mengetahui, Lurah Tegal Panggung". */
  capacity: string
  /** Left out: an empty line to write on. */
  name?: string | undefined
  /** Under the name: "NIP 1975…"; people of the community have none. */
  number?: string | undefined
  /** In the room for the signature: a QR code when it was verified. */
  seal?: ReactNode
  /** Alone in the middle, as "Mengetahui" at the end. */
  wide?: boolean | undefined
}

export interface SignatureGridProps {
  /** "Yogyakarta, 17 Maret 2026". */
  placeAndDay?: string | undefined
  signatures: readonly Signature[]
}

/** Two columns with room for a stamp and a duty stamp; never torn across pages. */
export function SignatureGrid({ placeAndDay, signatures }: SignatureGridProps) {
  return (
    <div className="rb-signs">
      {placeAndDay && <p className="rb-signs-place">{placeAndDay}</p>}
      <div className="rb-signs-grid">
        {signatures.map(({ capacity, name, number, seal, wide }) => (
          <div key={capacity} className={cx('rb-sign', wide && 'rb-sign-wide')}>
            <span>{capacity}</span>
            <span className="rb-sign-room">{seal}</span>
            {name ? <span className="rb-sign-name">{name}</span> : <span className="rb-sign-line" />}
            {number && <span>{number}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}
