// What an older version wrote open is keyed or hidden where it lies, once, when the house is opened: salts of the log, digests
// of files and of originals. The log itself is chained and stays as it is; of its older entries the salts are hidden with it.
import type pg from 'pg'
import type { Database } from './database/database.ts'
import { keyedDigest, withKeyedDigests } from './digests.ts'
import { saltPurpose } from './log.ts'
import { journal } from './running/journal.ts'
import type { Vault } from './vault.ts'

/** A column of which every value that is there becomes another; values are in the text form of the database. */
export type Older = {
  table: string
  column: string
  sealed: (vault: Vault, value: string, row: Readonly<Record<string, string>>) => string
}

const mark = 'digests-1'
const atOnce = 1000
const plain = /"sha256": ?"[0-9a-f]{64}"/

export const bytesOf = (text: string): Buffer => Buffer.from(text.slice(2), 'hex')
export const bytesText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

const ownOlder: readonly Older[] = [
  {
    table: 'platform.log_salt',
    column: 'salt',
    sealed: (vault, value, { id = '' }) => bytesText(vault.mask(saltPurpose, id, bytesOf(value))),
  },
  {
    table: 'platform.file',
    column: 'sha256',
    sealed: (vault, value) => keyedDigest(vault, value),
  },
]

type Column = { name: string; type: string }

async function columnsOf(
  client: pg.ClientBase,
  { table, column }: Older,
): Promise<{ keys: Column[]; type: string }> {
  const { rows } = await client.query<Column & { key: boolean }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       coalesce(a.attnum = any (i.indkey), false) as key
     from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  )
  return { keys: rows.filter(({ key }) => key), type: rows.find(({ name }) => name === column)?.type ?? '' }
}

async function sealColumn(client: pg.ClientBase, vault: Vault, older: Older): Promise<number> {
  const { table, column } = older
  const { keys, type } = await columnsOf(client, older)
  const read = [column, ...keys.map(({ name }) => name)].map((name) => `${name}::text as ${name}`).join(', ')
  const only = type === 'jsonb' ? `where ${column}::text ~ '${plain.source}'` : `where ${column} is not null`
  await client.query(`declare older no scroll cursor for select ${read} from ${table} ${only}`)
  const given = ['v', ...keys.map((_, n) => `k${n}`)]
  const same = keys.map(({ name, type: of }, n) => `t.${name} = u.k${n}::${of}`).join(' and ')
  let sealed = 0
  for (;;) {
    const { rows } = await client.query<Record<string, string>>(`fetch ${atOnce} from older`)
    if (rows.length === 0) break
    sealed += rows.length
    await client.query(
      `update ${table} t set ${column} = u.v::${type} from unnest(${given.map((_, n) => `$${n + 1}::text[]`)}) as u (${given})
       where ${same}`,
      [
        rows.map((row) => older.sealed(vault, row[column] ?? '', row)),
        ...keys.map(({ name }) => rows.map((row) => row[name])),
      ],
    )
  }
  await client.query('close older')
  return sealed
}

/** Every column of JSON that a capability keeps: what commands told of files stands in some of them. */
async function jsonColumns(client: pg.ClientBase): Promise<Older[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.atttypid = 'jsonb'::regtype and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and (n.nspname, c.relname) <> ('platform', 'log')
       and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
  )
  const sealed: Older['sealed'] = (vault, value) =>
    JSON.stringify(withKeyedDigests(vault, JSON.parse(value) as unknown))
  return rows.map((row) => ({ ...row, sealed }))
}

/** Done once, in one transaction; gives how many values it was, or null where it was done before. */
export async function sealOlder(
  { pool }: Pick<Database, 'pool'>,
  vault: Vault,
  more: readonly Older[],
): Promise<number | null> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query(
      `select row_security_active('platform.log_salt') as hidden,
         exists (select from platform.sealing where name = $1) as done`,
      [mark],
    )
    if (rows[0].done) return null
    if (rows[0].hidden) {
      // Who makes no backup either (platform.backup-needs-bypassrls); tried again at the next start.
      journal.warn('older-digests-open', { why: 'the database role sees no rows: grant it BYPASSRLS' })
      return null
    }
    await client.query("begin; set local citus.multi_shard_modify_mode = 'sequential'")
    let sealed = 0
    for (const older of [...ownOlder, ...more, ...(await jsonColumns(client))])
      sealed += await sealColumn(client, vault, older)
    await client.query('insert into platform.sealing (name, done_at) values ($1, now())', [mark])
    await client.query('commit')
    return sealed
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}
