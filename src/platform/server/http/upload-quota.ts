// How much one account sends in a day, so that nobody fills the disk of a whole district. It is counted in memory: a server
// that starts anew counts anew, and the guard over the free disk stands behind it.

/** In bytes: two hundred photos of a village's day are a fifth of it. */
export const uploadsOfDay = 400_000_000

type Sent = { bytes: number; files: Set<string> }

export class UploadQuota {
  #day = 0
  readonly #sent = new Map<string, Sent>()

  /** Notes that an account begins a file, and says whether it may. One that is begun again counts once. */
  takes(account: string, file: string, bytes: number, now = new Date()): boolean {
    const day = Math.floor(now.getTime() / 86_400_000)
    if (day !== this.#day) this.#sent.clear()
    this.#day = day
    const sent = this.#sent.get(account) ?? { bytes: 0, files: new Set() }
    if (sent.files.has(file)) return true
    if (sent.bytes + bytes > uploadsOfDay) return false
    sent.files.add(file)
    this.#sent.set(account, { ...sent, bytes: sent.bytes + bytes })
    return true
  }
}
