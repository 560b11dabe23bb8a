import type { form } from '../meetings/library/form.ts'
export type Peek = typeof form
