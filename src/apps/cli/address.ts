// Where the command line finds a running server: a socket in its data folder, for its owner only.
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// A socket address holds about a hundred bytes, whatever the file system allows.
const longest = 100

export function socketAddress(dataFolder: string, platform: NodeJS.Platform = process.platform): string {
  const name = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16)
  if (platform === 'win32') return `\\\\.\\pipe\\rembug-${name}`
  const inside = join(resolve(dataFolder), 'command.sock')
  return Buffer.byteLength(inside) <= longest ? inside : join(tmpdir(), `rembug-${name}.sock`)
}
