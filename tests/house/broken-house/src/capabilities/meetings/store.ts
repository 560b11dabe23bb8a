import { somebody } from './meetings.testing.ts'
export const store = somebody
