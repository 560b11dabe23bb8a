import { fromDisk } from '../reading.ts'
export const mayCount = fromDisk
