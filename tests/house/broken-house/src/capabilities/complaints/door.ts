import { up } from '../meetings/door.ts'
export const sideways = up
