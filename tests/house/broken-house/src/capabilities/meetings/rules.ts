import { fromDisk } from './reading.ts'
export const mayClose = fromDisk
