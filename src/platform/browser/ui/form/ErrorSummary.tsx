import '../feedback/notice.css'
import '../feedback/status.css'
import { useEffect, useRef } from 'react'
import { Icon } from '../Icon.tsx'

export interface FieldFault {
  /** The id of the field (its name, unless it was given another). Without one the sentence stands alone. */
  field?: string | undefined
  message: string
}

export interface ErrorSummaryProps {
  title: string
  faults: readonly FieldFault[]
  /** Raise it at each refused sending, so that the focus comes back here each time. */
  attempt?: number
}

/** Everything that must be mended before this can go, each a link to its field. Shows nothing when there is nothing. */
export function ErrorSummary({ title, faults, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const any = faults.length > 0
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rb-notice rb-tone-refused">
      <Icon name="alert-circle" />
      <div className="rb-notice-body">
        <h2 className="rb-notice-title">{title}</h2>
        <ul className="rb-error-links">
          {faults.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? <FaultLink field={field} message={message} /> : message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function FaultLink({ field, message }: { field: string; message: string }) {
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault()
        const input = document.getElementById(field)
        input?.scrollIntoView({ block: 'center' })
        input?.focus({ preventScroll: true })
      }}
    >
      {message}
    </a>
  )
}
