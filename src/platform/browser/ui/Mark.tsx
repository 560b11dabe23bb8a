/** Rembug's mark: a kawung, four petals around one centre, like people sitting down together. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="currentColor">
        <path d="M14.6 14.6C8.6 13.6 4.2 10.4 3 3c7.4 1.2 10.6 5.6 11.6 11.6z" />
        <path d="M17.4 14.6C23.4 13.6 27.8 10.4 29 3c-7.4 1.2-10.6 5.6-11.6 11.6z" />
        <path d="M14.6 17.4C8.6 18.4 4.2 21.6 3 29c7.4-1.2 10.6-5.6 11.6-11.6z" />
        <path d="M17.4 17.4C23.4 18.4 27.8 21.6 29 29c-7.4-1.2-10.6-5.6-11.6-11.6z" />
      </g>
      <g fill="var(--rb-gold)">
        <circle cx="16" cy="5.5" r="1.7" />
        <circle cx="16" cy="26.5" r="1.7" />
        <circle cx="5.5" cy="16" r="1.7" />
        <circle cx="26.5" cy="16" r="1.7" />
      </g>
    </svg>
  )
}
