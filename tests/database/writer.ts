// A village that keeps writing: started by the tests and killed by them. Says each row once it is saved.
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { openFolder } from '../../src/platform/server/database/embedded.ts'

const [folder = '', tar, preload] = process.argv.slice(2)
const database = await openFolder(folder, {
  space: { ballast: 0 },
  ...(tar ? { tar } : {}),
  ...(preload ? { execArgv: ['--import', pathToFileURL(preload).href] } : {}),
  // Often, so that the cut also falls into checkpoints.
  maintenance: { checkpointBytes: 200_000, lookMillis: 20 },
})
const { pool } = database
await pool.query('create table if not exists saved (id bigint primary key, pair bigint, text text)')
const { rows } = await pool.query('select coalesce(max(id), 0) as last from saved')
for (let id = rows[0].last + 1; ; id += 2) {
  const client = await pool.connect()
  await client.query('begin')
  for (const [one, other] of [
    [id, id + 1],
    [id + 1, id],
  ])
    await client.query('insert into saved values ($1, $2, repeat($3, 500))', [one, other, String(one)])
  if (id % 5 === 1) await client.query('update saved set text = text || $1 where id = $2', ['x', id])
  await client.query('commit')
  client.release()
  writeSync(1, `${id + 1}\n`)
}
