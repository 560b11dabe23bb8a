// Facts: what gates ask about. A capability computes its facts from its own rows by a pure function that
// the phone and the server share, and names the records each fact comes from.
import type { View } from './view.ts'

/** `or`: other records of the same kind of which any would do. */
export type FactRecord = { collection: string; id: string; or?: readonly string[] }
/** The collection of what a fact rests on that is nothing but a file: it counts where a gate is passed once its bytes are here. */
export const fileCollection = 'platform.file'
/** `times`: of what holds for a time, those that have begun, each from a day until a day or on; `value` says how it is today. */
export type Fact = {
  value: boolean | number | string
  records: readonly FactRecord[]
  times?: readonly { from: string; until: string | null }[]
  /** Nobody read it in a source, and nobody here has decided it: it holds nothing up. */
  inferred?: true
}
export type Facts = Record<string, Fact>

/** All facts a capability can give about one enrolment of the place, from the rows of the place. */
export type FactGiver = (view: View, enrolment: string) => Facts
