/** Rembug's mark: a kawung, four petals around one centre, like people sitting down together. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="currentColor">
        <path d="M14.6 14.6C8.600 13.600 4.200 10.400 3 3c7.400 1.200 10.600 5.600 11.600 11.600z" />
        <path d="M17.400 14.600C23.400 13.600 27.800 10.400 29 3c-7.400 1.200-10.600 5.600-11.600 11.600z" />
        <path d="M14.600 17.400C8.600 18.400 4.200 21.600 3 29c7.400-1.200 10.600-5.600 11.600-11.600z" />
        <path d="M17.400 17.400C23.400 18.400 27.800 21.600 29 29c-7.400-1.200-10.600-5.600-11.600-11.600z" />
      </g>
      <g fill="var(--rb-gold)">
        <circle cx="16" cy="5.500" r="1.700" />
        <circle cx="16" cy="26.500" r="1.700" />
        <circle cx="5.500" cy="16" r="1.700" />
        <circle cx="26.500" cy="16" r="1.700" />
      </g>
    </svg>
  )
}
