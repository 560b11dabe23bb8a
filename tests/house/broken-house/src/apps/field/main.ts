import { mayClose } from '../../capabilities/meetings/rules.ts'
export const main = mayClose
