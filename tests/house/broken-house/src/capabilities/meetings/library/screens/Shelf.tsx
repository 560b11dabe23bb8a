import { words } from '../../words.ts'
export const shelf = words
