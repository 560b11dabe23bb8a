/**
 * A refusal is a rule saying no, in words a person can act on. It is expected and is shown as a
 * sentence in the reader's language; a bug is thrown as an ordinary Error instead.
 * `code` is also the key of the sentence in the catalogue; `field` is the input it concerns.
 */
export type Refusal = { code: string; field?: string; facts?: Record<string, string | number> }

export function refuse(code: string, facts?: Refusal['facts'], field?: string): Refusal {
  return { code, ...(facts ? { facts } : {}), ...(field ? { field } : {}) }
}

/** A refusal about one field of the input. */
export function refuseField(field: string, code: string, facts?: Refusal['facts']): Refusal {
  return refuse(code, facts, field)
}

/** A row travels whole to every phone of its place: a list in it takes so many, and says so. */
export const full = (list: { length: number } | undefined, most: number, field?: string): Refusal | false =>
  (list?.length ?? 0) >= most && refuse('platform.list-full', { most }, field)

/** Keeps the refusals that apply, so that a screen can show every reason at once. */
export function reasons(...candidates: readonly (Refusal | false | null | undefined)[]): Refusal[] {
  return candidates.filter((candidate) => candidate !== false && candidate != null)
}

/** Thrown by a handler; the command door answers 422 with every reason and stores nothing. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.name = 'Refused'
    this.refusals = refusals
  }
}

export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals)
}
