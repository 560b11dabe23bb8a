import { gone } from './nowhere.ts'
export const lost = gone
