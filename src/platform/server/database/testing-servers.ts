// Databases for tests: on one server, or on all servers of a cluster of Citus under the same name.
import pg from 'pg'
import { loginFor } from './request-login.ts'

type Server = { admin: pg.Client; url: URL }
export type Servers = {
  first: Server
  all: readonly Server[]
  cluster: boolean
  end: () => Promise<void>
}

/** The address of another database on that server. */
export const on = (server: URL, name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href

async function client(address: string): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: address })
  // A server that is stopped while a test has it open says so to whoever asks next.
  made.on('error', () => undefined)
  await made.connect()
  return made
}

/** Connects to the server, and to the others of its cluster as the first one knows them. */
export async function reach(address: string, cluster: boolean): Promise<Servers> {
  const url = new URL(address)
  const first: Server = { url, admin: await client(address) }
  const all = [first]
  const others = cluster
    ? await first.admin.query(
        'select nodename, nodeport from pg_dist_node where groupid > 0 order by groupid',
      )
    : { rows: [] }
  for (const { nodename, nodeport } of others.rows) {
    const there = Object.assign(new URL(url), { hostname: nodename, port: String(nodeport) })
    all.push({ url: there, admin: await client(there.href) })
  }
  const end = async () => {
    for (const { admin } of all) await admin.end()
  }
  return { first, all, cluster, end }
}

async function everywhere({ all }: Servers, statement: string): Promise<void> {
  for (const { admin } of all) await admin.query(statement)
}

async function inside<T>({ url }: Server, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const there = await client(on(url, name))
  return await work(there).finally(() => there.end())
}

/** Makes an empty database; on a cluster one on each server, that know each other. */
export async function create(servers: Servers, name: string): Promise<void> {
  await everywhere(servers, `create database ${name} template template0`)
  if (!servers.cluster) return
  for (const server of servers.all)
    await inside(server, name, (there) => there.query('create extension citus'))
  await inside(servers.first, name, async (there) => {
    const [{ url }, ...others] = servers.all as [Server, ...Server[]]
    await there.query('select citus_set_coordinator_host($1, $2)', [url.hostname, Number(url.port || 5432)])
    for (const other of others)
      await there.query('select citus_add_node($1, $2)', [other.url.hostname, Number(other.url.port || 5432)])
  })
}

const inUse = '55006'

/** Does to a database what nobody may be connected for. Citus itself keeps a connection to each, and comes again. */
async function undisturbed(admin: pg.Client, name: string, statement: string, tries: number): Promise<void> {
  if (tries > 1)
    await admin.query('select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = $1', [
      name,
    ])
  try {
    await admin.query(statement)
  } catch (error) {
    if (tries <= 1 || (error as { code?: string }).code !== inUse) throw error
    await undisturbed(admin, name, statement, tries - 1)
  }
}

async function undisturbedOnAll({ all, cluster }: Servers, name: string, statement: string): Promise<void> {
  for (const { admin } of all) await undisturbed(admin, name, statement, cluster ? 20 : 1)
}

export const copy = (servers: Servers, template: string, name: string) =>
  undisturbedOnAll(servers, template, `create database ${name} template ${template}`)

export const rename = (servers: Servers, from: string, to: string) =>
  undisturbedOnAll(servers, from, `alter database ${from} rename to ${to}`)

export async function drop({ all }: Servers, name: string): Promise<void> {
  const gone = `drop database if exists ${name}`
  // Whoever is no superuser may not end an autovacuum by force; the server does that itself when asked without.
  for (const { admin } of all) {
    await admin.query(`${gone} with (force)`).catch(() => admin.query(gone))
    await admin.query(`drop role if exists "${loginFor(name)}"`)
  }
}
