import { readFileSync } from 'node:fs'

const about = new URL('../../../package.json', import.meta.url)

/** The version of this Rembug. */
export const ownVersion = (JSON.parse(readFileSync(about, 'utf8')) as { version: string }).version
