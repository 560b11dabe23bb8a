// What somebody typed stands in no address: proxies and servers on the way keep addresses, and browsers show them.
import type { QueryHandler } from '../capability.ts'

/** A name, the beginning of one, a user name, and numbers by which somebody is known (NIK, telephone). */
const probes = ['Bu Siti', 'Bu', 'siti', '3471040101000001', '081200000000']

type Asked = Pick<QueryHandler['query'], 'input'>

/** The fields of a query's input that take what somebody types. */
export function typedFields({ input }: Asked): string[] {
  const { shape = {} } = (input as unknown as { _zod: { def: { shape?: Record<string, Field> } } })._zod.def
  return Object.keys(shape).filter((name) => probes.some((probe) => shape[name]?.safeParse(probe).success))
}
type Field = { safeParse: (value: unknown) => { success: boolean } }

/** Whether a query is asked by a body alone. */
export const isTyped = (query: Asked): boolean => typedFields(query).length > 0
