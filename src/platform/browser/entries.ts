// The lists that all capabilities bring something to, put together from their manifests.
import type { Asker, Dated, Figure, Teller, Waiting } from '../../kernel/entries.ts'
import type { View } from '../../kernel/view.ts'
import type { Manifest } from './capability.ts'

export type Composed = {
  /** What is past its day comes first, then what has waited longest. */
  waits: Teller<Waiting>
  /** In the order of days. */
  calendar: Teller<Dated>
  /** In the order of the manifests. */
  report: Teller<Figure>
  /** False when the piece of a capability is not on this phone and could not be fetched: something may be missing. */
  whole: boolean
}

type Told<T> = { manifest: Manifest; tell: Teller<T> }

/** Who sees no screen of a capability is told nothing that leads to one. */
const mayEnter = ({ tabs }: Manifest, { roles }: Asker): boolean =>
  tabs === undefined || tabs.some((tab) => tab.roles.some((role) => roles.includes(role)))

/** One that stumbles over a row is left out, and the home of the village stands. */
function told<T>({ manifest, tell }: Told<T>, view: View, asker: Asker): readonly T[] {
  try {
    return mayEnter(manifest, asker) ? tell(view, asker) : []
  } catch (error) {
    console.warn(`${manifest.name} could not tell`, error)
    return []
  }
}

const all = <T extends { id: string }>(each: readonly Told<T>[], view: View, asker: Asker): T[] =>
  each.flatMap((one) =>
    told(one, view, asker).map((entry) => ({ ...entry, id: `${one.manifest.name} ${entry.id}` })),
  )

const longestFirst = (a: Waiting, b: Waiting) =>
  Number(b.late) - Number(a.late) || (a.due ?? a.since).localeCompare(b.due ?? b.since)

/** Fetches what the manifests promise. */
export async function composed(manifests: readonly Manifest[]): Promise<Composed> {
  let whole = true
  const tellers = async <T>(fetch: (manifest: Manifest) => Promise<Teller<T>> | undefined) => {
    const fetched = await Promise.all(
      manifests.map(async (manifest): Promise<Told<T>[]> => {
        try {
          const tell = await fetch(manifest)
          return tell ? [{ manifest, tell }] : []
        } catch (error) {
          console.warn(error)
          whole = false
          return []
        }
      }),
    )
    return fetched.flat()
  }
  const [waits, calendar, report] = await Promise.all([
    tellers((manifest) => manifest.waits?.().then((entries) => entries.waits)),
    tellers((manifest) => manifest.calendar?.().then((entries) => entries.calendar)),
    tellers((manifest) => manifest.report?.().then((entries) => entries.report)),
  ])
  const clock = ({ on, at }: Dated) => `${on} ${at ?? '24:00'}`
  return {
    waits: (view, asker) => all(waits, view, asker).sort(longestFirst),
    calendar: (view, asker) => all(calendar, view, asker).sort((a, b) => clock(a).localeCompare(clock(b))),
    report: (view, asker) => all(report, view, asker),
    whole,
  }
}
