// The tables of the face of workshops; each room has its own.

import { type Aspiration, aspirationCollection } from './aspiration.ts'
import {
  type Note,
  noteCollection,
  type Session,
  sessionCollection,
  type Theme,
  themeCollection,
} from './session.ts'
import { type At, rowStore } from './store-rows.ts'

export const sessionStore = (at: At) => rowStore<Session>(at, sessionCollection)
export const noteStore = (at: At) => rowStore<Note>(at, noteCollection)
export const aspirationStore = (at: At) => rowStore<Aspiration>(at, aspirationCollection)
export const themeStore = (at: At) => rowStore<Theme>(at, themeCollection)
