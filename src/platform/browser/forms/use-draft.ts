// A draft of a form, kept sealed on the phone while it is written: Back, a lock, a kill and an update lose nothing.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { usePhone } from '../hooks.tsx'
import { dropDraft, keepDraft, readDraft } from '../local/drafts.ts'
import { formDraftId, formDraftKind } from '../local/left-drafts.ts'
import { dropThing, readThing } from '../local/things.ts'
import type { Unlocked } from '../sync/session.ts'
import { DraftKeeper, type Shelf } from './draft-keeper.ts'

/** Which form it is: the screen, the place, and the record that it changes where there is one. */
export type DraftKey = {
  place: string
  /** Null where nobody types more than a word: then nothing is kept. */
  screen: string | null
  record?: string | undefined
  /** Where an older app kept it, in the phone's small things. */
  formerly?: string | undefined
}

const idOf = ({ place, screen, record }: DraftKey): string => formDraftId(screen ?? '', place, record)

const noShelf = { read: async () => null, put: async () => {}, drop: async () => {} }

function shelfOf<T>(open: Unlocked, key: DraftKey): Shelf<T> {
  if (key.screen === null) return noShelf
  const id = idOf(key)
  const kind = formDraftKind(key.screen)
  return {
    read: async () => {
      const found = await readDraft<null, T>(open, id)
      return found ? { value: found.body, savedAt: found.savedAt } : olderDraft<T>(open, key.formerly)
    },
    put: (body) => keepDraft(open, { id, place: key.place, kind, head: null, body }),
    drop: async () => {
      await dropDraft(open, id)
      if (key.formerly) await dropThing(open, key.formerly)
    },
  }
}

async function olderDraft<T>(open: Unlocked, formerly: string | undefined) {
  const value = formerly ? await readThing<T>(open, formerly) : undefined
  // When it was written nobody noted: it says the day on which it is found.
  return value === undefined ? null : { value, savedAt: new Date().toISOString() }
}

/** The keeper of this form and what it shows; `id` is what `phone.give` takes the draft away by. */
export function useDraft<T>(key: DraftKey, start: () => T) {
  const { open } = usePhone()
  const [keeper] = useState(() => new DraftKeeper<T>(shelfOf(open, key), start()))
  const kept = useSyncExternalStore(keeper.subscribe, keeper.now)
  useEffect(() => {
    void keeper.open()
    const hide = () => void keeper.settle()
    document.addEventListener('visibilitychange', hide)
    addEventListener('pagehide', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('pagehide', hide)
      void keeper.close()
    }
  }, [keeper])
  return { id: idOf(key), keeper, ...kept }
}
