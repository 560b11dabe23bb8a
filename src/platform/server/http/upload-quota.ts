// How much one account, or one device that sends for itself, sends in a day, so that nobody fills the disk of a whole district.
// Counted in memory from what is stored of today, so that a server that starts anew goes on counting.

/** In bytes: two hundred photos of a village's day are a fifth of it. */
export const uploadsOfDay = 400_000_000
const dayMs = 86_400_000

type Sent = { bytes: number; files: Set<string> }
/** Bytes that lie here already of what they sent since then. */
type StoredSince = (since: Date) => Promise<number>

export class UploadQuota {
  #day = 0
  readonly #sent = new Map<string, Promise<Sent>>()

  #of(who: string, stored: StoredSince, now: Date): Promise<Sent> {
    const day = Math.floor(now.getTime() / dayMs)
    if (day !== this.#day) this.#sent.clear()
    this.#day = day
    const known = this.#sent.get(who)
    if (known !== undefined) return known
    const asked = stored(new Date(day * dayMs)).then((bytes) => ({ bytes, files: new Set<string>() }))
    this.#sent.set(who, asked)
    // What could not be asked is asked again.
    asked.catch(() => this.#sent.delete(who))
    return asked
  }

  /** Whether so much more would be taken now. */
  async hasRoom(who: string, bytes: number, stored: StoredSince, now = new Date()): Promise<boolean> {
    return (await this.#of(who, stored, now)).bytes + bytes <= uploadsOfDay
  }

  /** Notes that somebody begins a file, and says whether they may. One that is begun again counts once. */
  async takes(
    who: string,
    file: string,
    bytes: number,
    stored: StoredSince,
    now = new Date(),
  ): Promise<boolean> {
    const sent = await this.#of(who, stored, now)
    if (sent.files.has(file)) return true
    if (sent.bytes + bytes > uploadsOfDay) return false
    sent.files.add(file)
    sent.bytes += bytes
    return true
  }
}
