// What the fields of a programme file are made of.
import * as z from 'zod/mini'
import { asRead } from '../../kernel/fields.ts'
import { roles } from '../../kernel/role.ts'

/**
 * How sure we are: `V` read in a source; `V-code` read in the code of a programme's own information system;
 * `I` inferred from something read; `R` remembered by somebody, shown as "perlu verifikasi".
 */
export const evidenceGrades = ['V', 'V-code', 'I', 'R'] as const

/** Ids are also parts of fact names, so they are written as CEL names are. */
export const name = () => z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60))
export const text = (max: number) => z.string().check(asRead(), z.minLength(1), z.maxLength(max))
export const words = (max = 400) => z.strictObject({ id: text(max), en: text(max) })
export const evidence = () => z.enum(evidenceGrades)
export const sourced = () => ({ source: name(), evidence: evidence() })
export const role = () => z.enum(roles)
export const many = <T extends z.ZodMiniType>(item: T, max = 60) =>
  z._default(z.array(item).check(z.maxLength(max)), [])
export const year = () => z.int().check(z.minimum(1945), z.maximum(2100))
export const link = () =>
  z.string().check(z.regex(/^[a-z][a-z-]*(\/[a-z0-9-]+)*(\?[a-z]+=[a-z0-9_-]+(&[a-z]+=[a-z0-9_-]+)*)?$/))

export const source = z.strictObject({
  title: text(300),
  by: z.optional(text(200)),
  year: z.optional(year()),
  note: z.optional(text(400)),
})
