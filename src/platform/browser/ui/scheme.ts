// Light, dark, or as the device wishes. The choice lives on this device only.

export type Scheme = 'auto' | 'light' | 'dark'
const KEY = 'rembug.scheme'

export function readScheme(): Scheme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'auto'
  } catch {
    return 'auto'
  }
}

/** Puts the choice on <html>, where theme.css reads it, and keeps it. Call with readScheme() before the first paint. */
export function applyScheme(scheme: Scheme): void {
  const root = document.documentElement
  if (scheme === 'auto') delete root.dataset.scheme
  else root.dataset.scheme = scheme
  try {
    if (scheme === 'auto') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, scheme)
  } catch {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
}
