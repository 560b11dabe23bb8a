import { page } from '../browser/page.ts'
export const html = page
