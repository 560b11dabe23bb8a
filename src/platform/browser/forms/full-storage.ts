// Whether a phone could not keep something because it is full.

const most = 5

/** Dexie wraps what the browser said; the reason may lie a few layers down. */
export function isStorageFull(error: unknown): boolean {
  let at = error
  for (let depth = 0; depth < most && at instanceof Object; depth += 1) {
    const { name, inner, cause } = at as { name?: unknown; inner?: unknown; cause?: unknown }
    if (name === 'QuotaExceededError') return true
    at = inner ?? cause
  }
  return false
}
