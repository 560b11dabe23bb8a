import './notice.css'

export interface LoadingProps {
  /** "Memuat …": said once to screen readers. */
  label: string
  shape?: 'lines' | 'cards' | 'rows'
  count?: number
}

const widths = ['92%', '78%', '85%', '64%']
const bones = { lines: 'rb-bone', cards: 'rb-bone rb-bone-card', rows: 'rb-bone rb-bone-row' }

/** The shape of what is coming, so that nothing jumps when it arrives. */
export function Loading({ label, shape = 'lines', count = 4 }: LoadingProps) {
  return (
    <div role="status" className="rb-loading">
      <span className="rb-hidden">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={bones[shape]}
          style={shape === 'lines' ? { width: widths[index % widths.length] } : undefined}
        />
      ))}
    </div>
  )
}
