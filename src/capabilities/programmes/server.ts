// Programmes, as the server composes them. The shipped definitions are stored when the server starts.
import { readFileSync } from 'node:fs'
import { nation } from '../../kernel/place-code.ts'
import { appendAsServer } from '../../platform/server/batch.ts'
import type { ServerCapability, Services } from '../../platform/server/capability.ts'
import { migrationFile, place, reference } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import { programmesCommands } from './api.ts'
import { programmesFeed } from './feed.ts'
import { programmesQueries } from './questions.ts'
import { definitionsIn, faultLine, readProgramme } from './reading/load.ts'
import { definitionKey, definitionStore, tasksAt, tasksOf, textDigest } from './store.ts'
import { fillStandings } from './store-list.ts'
import { toldCollection } from './told.ts'

const shipped = new URL('../../../programmes/', import.meta.url)

/** Stores the definitions in programmes/. A file that changed without a new version is refused by name. */
async function storeShipped({ db, vault }: Services): Promise<void> {
  const files = definitionsIn(shipped)
  await inPlace(db, nation, nobody, async (tx) => {
    const changes: { collection: string; id: string; silent: true }[] = []
    const stored = await definitionStore(tx).digestsAt(nation)
    for (const file of files) {
      const text = readFileSync(new URL(file, shipped), 'utf8')
      // Reading and checking all of them takes a second; what is stored with this text was checked then.
      if (stored.has(textDigest(text))) continue
      const { programme, faults } = readProgramme(text, `programmes/${file}`)
      if (!programme) throw new Error(faults.map((fault) => faultLine(fault)).join('\n'))
      const outcome = await definitionStore(tx).add(programme, nation, text, null, new Date())
      if (outcome === 'differs') throw new Error(`programmes/${file} changed but its version did not`)
      const id = definitionKey(programme.id, programme.version, nation)
      changes.push({ collection: 'programmes.programme', id, silent: true })
    }
    if (changes.length > 0)
      await appendAsServer({ tx, vault, place: nation, now: new Date() }, 'programmes.ship', {}, changes)
  })
}

export const programmesServer: ServerCapability = {
  name: 'programmes',
  migrations: [
    migrationFile(import.meta.url, '2026-11-21-programmes', [
      ...reference('programmes.definition'),
      ...place('programmes.enrolment', 'programmes.fact'),
    ]),
    migrationFile(import.meta.url, '2026-11-29-programmes-pages', place('programmes.district_total')),
    migrationFile(import.meta.url, '2026-11-29-facts-to-phones', []),
    migrationFile(import.meta.url, '2026-11-29-sites', []),
    migrationFile(import.meta.url, '2026-11-29-adopted-dates', []),
    migrationFile(import.meta.url, '2026-11-30-archive', []),
    migrationFile(import.meta.url, '2026-11-30-programmes-wall', []),
    migrationFile(import.meta.url, '2026-11-30-definition-wall', []),
  ],
  commands: programmesCommands,
  queries: programmesQueries,
  feed: programmesFeed,
  records: [
    // When it is late is reckoned anew whenever a fact changes.
    record('programmes.enrolment', { but: ['late_from', 'binding'] }),
    {
      collection: 'programmes.programme',
      parts: [{ table: 'programmes.definition', of: 'key', place: 'place' }],
    },
    record(toldCollection, { of: "md5(t.enrolment_id::text || ' ' || t.giver)::uuid" }),
  ],
  tasks: {
    enrolments: ({ tx, place }, ids) => tasksAt(tx, place, ids),
    definitions: ({ tx }, keys) => tasksOf(tx, keys),
  },
  start: async (services) => {
    await storeShipped(services)
    await inPlace(services.db, nation, nobody, fillStandings)
  },
}
