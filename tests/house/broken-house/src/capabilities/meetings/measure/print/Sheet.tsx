import { words } from '../../words.ts'
export const sheet = words
