// A document whose bytes never came opens no gate: a phone says that it is there as soon as it was attached, and only the server
// knows what has come. So it looks again where a stage is signed, checked or proved.
import { type Facts, fileCollection } from '../../../kernel/facts.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { findFiles } from '../../../platform/server/files.ts'

type At = { tx: Tx; district: string; place: string }

const restsOn = (fact: Facts[string]): readonly (readonly string[])[] =>
  fact.records.flatMap(({ collection, id, or = [] }) => (collection === fileCollection ? [[id, ...or]] : []))

/** These facts, those false that rest on files of which none is here; `…_unarrived` says so. */
export async function withoutAbsentFiles({ tx, district, place }: At, facts: Facts): Promise<Facts> {
  const named = [...new Set(Object.values(facts).flatMap((fact) => restsOn(fact).flat()))]
  if (named.length === 0) return facts
  const known = await findFiles(tx, district, place, named)
  const isHere = (id: string) => Boolean(known.get(id)?.storedAt)
  const absent = Object.entries(facts).filter(([, fact]) =>
    restsOn(fact).some((files) => !files.some(isHere)),
  )
  return {
    ...facts,
    ...Object.fromEntries(
      absent.flatMap(([name, fact]) => [
        [name, { ...fact, value: false }],
        [`${name}_unarrived`, { value: true, records: [] }],
      ]),
    ),
  }
}
