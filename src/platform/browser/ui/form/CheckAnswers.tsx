import '../figures/figures.css'
import '../action/button.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

export interface Answer {
  label: string
  value: ReactNode
  /** Where it can be changed: an address, or an action on the same screen. */
  change?: { href: string } | { onChange: () => void } | undefined
}

export interface CheckAnswersProps {
  answers: readonly Answer[]
  /** "Ubah". */
  changeLabel: string
}

/** Read it over before it is final. */
export function CheckAnswers({ answers, changeLabel }: CheckAnswersProps) {
  return (
    <dl className="rb-answers">
      {answers.map(({ label, value, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && (
            <dd className="rb-answers-change">
              <Change change={change} label={changeLabel} of={label} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

type ChangeProps = { change: NonNullable<Answer['change']>; label: string; of: string }

function Change({ change, label, of }: ChangeProps) {
  const words = (
    <>
      {label}
      <span className="rb-hidden"> {of}</span>
    </>
  )
  if ('href' in change) return <Link href={change.href}>{words}</Link>
  return (
    <button type="button" className="rb-button rb-button-link" onClick={change.onChange}>
      <span>{words}</span>
    </button>
  )
}
