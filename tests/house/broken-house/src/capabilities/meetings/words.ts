import { store } from './store.ts'
export const words = store
