// What the server and the process with the forms engine say to each other: one question at a time, one answer each.

/** An answer that the form itself does not allow, or that makes a day which is not in the calendar; the path counts members of repeats: "/data/member[2]/age". */
export type Violation = { path: string; condition: 'required' | 'constraint' | 'no-day' }

export type ToEngine =
  | { kind: 'form'; key: string; xform: string; files: Readonly<Record<string, string>> }
  | { kind: 'check'; key: string; xml: string }
  /** Lets go of all forms. */
  | { kind: 'forget' }

export type FromEngine =
  /** `heap`: bytes that are held now. */
  | { kind: 'done'; heap: number }
  | { kind: 'checked'; violations: readonly Violation[]; heap: number }
  /** The engine does not take this form, or this answer to it. */
  | { kind: 'failed'; reason: string }
