import { readFileSync } from 'node:fs'
export const fromDisk = readFileSync
