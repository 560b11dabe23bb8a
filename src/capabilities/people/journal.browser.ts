// Looking at a person on a phone is written down at once, on the phone, and sent to the server a batch at a
// time: when enough has gathered, when it has waited a while, or when the app is opened again.
import { newId } from '../../kernel/id.ts'
import { timeOf } from '../../platform/browser/clock.ts'
import { changeThing } from '../../platform/browser/local/things.ts'
import type { Phone } from '../../platform/browser/sync/phone.ts'
import { type LogViews, logViews } from './asking.ts'

type Seen = LogViews['views'][number]
type Journal = Record<string, Seen[]>

const key = 'people-journal'
const batchMost = 50
const waitMs = 20_000
const subjectsMost = 500

let timer: ReturnType<typeof setTimeout> | undefined

const change = (phone: Phone, edit: (journal: Journal) => void): Promise<Journal> =>
  changeThing<Journal>(phone.open, key, (journal = {}) => {
    edit(journal)
    return journal
  })

/** Puts what was seen at each place into the outbox. A kill between the two loses nothing: it is sent twice. */
export async function sendJournal(phone: Phone): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const journal = await change(phone, () => undefined)
  for (const [place, seen] of Object.entries(journal)) {
    const batch = seen.slice(0, 200)
    if (batch.length === 0) continue
    await phone.give(logViews, place, { views: batch }, { id: newId() })
    await change(phone, (now) => {
      now[place] = (now[place] ?? []).slice(batch.length)
    })
  }
}

/** Writes down that these persons were seen here: `what` says on which screen. */
export async function noteViews(
  phone: Phone,
  place: string,
  what: string,
  subjects: readonly string[],
): Promise<void> {
  const { at } = timeOf(new Date())
  const views: Seen[] = []
  for (let from = 0; from < subjects.length; from += subjectsMost)
    views.push({ what, subjects: subjects.slice(from, from + subjectsMost), at })
  if (views.length === 0) return
  const journal = await change(phone, (now) => {
    now[place] = [...(now[place] ?? []), ...views]
  })
  if ((journal[place]?.length ?? 0) >= batchMost) await sendJournal(phone)
  else timer ??= setTimeout(() => void sendJournal(phone), waitMs)
}
