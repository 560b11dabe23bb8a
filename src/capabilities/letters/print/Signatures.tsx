// Who signs, and where: pairs and rows while they are few, a list with zig-zag lines when they are many.
import './paper.css'
import type { ReactNode } from 'react'
import { Dots } from './paper.tsx'

export type Signer = {
  capacity: string
  /** Left out: a line to write on. */
  name?: string | undefined
  number?: string | undefined
  /** Who stands behind it, small below. */
  behind?: ReactNode
}

export type SignaturesProps = {
  /** "Yogyakarta, 17 Maret 2026"; left out where the paper says it at its head. */
  placeAndDay?: string | undefined
  /** The two that answer for the paper, left and right; a single one stands at the right. */
  pair: readonly Signer[]
  /** Those who sign with them, under a title. */
  others?: readonly Signer[]
  othersTitle?: string
  /** The closing words, which never stand on another page than the signatures under them. */
  before?: ReactNode
  /** "Mengetahui", alone in the middle at the end. */
  knowing?: Signer | undefined
}

/** More than this many beside the pair are signed in a list: rows of boxes would fill pages. */
const mostInRows = 9

export function Signatures(props: SignaturesProps) {
  const { others = [], othersTitle, knowing, before } = props
  const title = others.length > 0 && othersTitle && <p className="signs-title">{othersTitle}</p>
  // Many sign in a list that flows over pages; those who answer for the paper then stand together at its end.
  if (others.length > mostInRows)
    return (
      <div className="signs">
        {before}
        {title}
        <SignList signers={others} />
        <div className="signs-block">
          <Pair
            {...props}
            pair={
              knowing
                ? [{ ...knowing, capacity: `Mengetahui, ${knowing.capacity}` }, ...props.pair]
                : props.pair
            }
          />
        </div>
      </div>
    )
  return (
    <div className="signs">
      <div className="signs-block">
        {before}
        <Pair {...props} />
      </div>
      {others.length > 0 && (
        <div className="signs-block">
          {title}
          <SignRow row={rowsOf(others)[0] ?? []} />
        </div>
      )}
      {rowsOf(others)
        .slice(1)
        .map((row) => (
          <SignRow key={row[0]?.at} row={row} />
        ))}
      {knowing && <Knowing signer={knowing} />}
    </div>
  )
}

function Pair({ placeAndDay, pair }: Pick<SignaturesProps, 'placeAndDay' | 'pair'>) {
  return (
    <>
      {placeAndDay && <p className="signs-place">{placeAndDay}</p>}
      <div className={pair.length === 3 ? 'signs-row signs-three' : 'signs-row'}>
        {pair.length === 1 && <span />}
        {pair.map((signer) => (
          <Sign key={signer.capacity} {...signer} />
        ))}
      </div>
    </>
  )
}

function Knowing({ signer }: { signer: Signer }) {
  return (
    <div className="sign-head">
      <span>Mengetahui,</span>
      <Sign {...signer} />
    </div>
  )
}

/** Rows of two or three, whichever leaves fewer places empty. */
function rowsOf(signers: readonly Signer[]) {
  const wide = signers.length % 3 === 0 || signers.length > 4 ? 3 : 2
  const numbered = signers.map((signer, at) => ({ ...signer, at }))
  return Array.from({ length: Math.ceil(numbered.length / wide) }, (_, n) =>
    numbered.slice(n * wide, n * wide + wide),
  )
}

function SignRow({ row }: { row: readonly (Signer & { at: number })[] }) {
  return (
    <div className={row.length === 3 ? 'signs-row signs-three' : 'signs-row'}>
      {row.map(({ at, ...signer }) => (
        <Sign key={at} {...signer} />
      ))}
    </div>
  )
}

function Sign({ capacity, name, number, behind }: Signer) {
  return (
    <div className="sign">
      <span>{capacity}</span>
      <span className="sign-room" />
      {name ? <span className="sign-name">{name}</span> : <span className="sign-line" />}
      <span>{number}</span>
      {behind && <span className="sign-behind">{behind}</span>}
    </div>
  )
}

function SignList({ signers }: { signers: readonly Signer[] }) {
  const pairs = Array.from({ length: Math.ceil(signers.length / 2) }, (_, n) => n * 2)
  return (
    <table className="zigzag">
      <thead>
        <tr>
          <th className="zz-no">No</th>
          <th>Nama</th>
          <th>Mewakili</th>
          <th colSpan={2} className="zz-signs">
            Tanda tangan
          </th>
        </tr>
      </thead>
      {pairs.map((first) => (
        <tbody key={first}>
          <SignLine at={first} signers={signers} />
          <SignLine at={first + 1} signers={signers} />
        </tbody>
      ))}
    </table>
  )
}

function SignLine({ at, signers }: { at: number; signers: readonly Signer[] }) {
  const signer = signers[at]
  if (!signer) return null
  return (
    <tr>
      <td className="zz-no">{at + 1}</td>
      <td>{signer.name || <Dots length={24} />}</td>
      <td>{signer.capacity}</td>
      {at % 2 === 0 && <ZigZagPlaces first={at + 1} last={signers.length} />}
    </tr>
  )
}

/** The signature places of two lines of a list that ends at `last`. */
export function ZigZagPlaces({ first, last }: { first: number; last: number }) {
  return (
    <>
      <td className="zz-sign zz-odd" rowSpan={2}>
        {first}.
      </td>
      <td className="zz-sign zz-even" rowSpan={2}>
        {first + 1 <= last ? `${first + 1}.` : ''}
      </td>
    </>
  )
}
