// A server in a process of its own, of the checkout that is named: as `npm start` runs it, with villages ready for
// submissions. Says where it is; stays until its parent ends it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stage } from './stage.ts'

const [root = ''] = process.argv.slice(2)
const { benchHouse } = (await import(
  pathToFileURL(join(root, 'bench/house.ts')).href
)) as typeof import('../house.ts')
const bench = await benchHouse(process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite')
const paths = await stage(root, bench)
export type Ready = { address: string; paths: string[] }
process.send?.({ address: bench.address, paths } satisfies Ready)
process.once('message', () => void bench.close().then(() => process.exit(0)))
