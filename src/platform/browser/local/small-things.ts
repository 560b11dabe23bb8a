// Small things that a screen needs at the moment it is drawn: names of places, those chosen last. In memory while the phone is
// open, sealed beside its copy; a locked phone has none of them.
import type { Copy } from './rows.ts'
import { Unopenable } from './seal.ts'
import { changeThing, dropThing, readThing } from './things.ts'

type All = Readonly<Record<string, unknown>>
export const smallThings = 'small'
let kept: All = {}
let copy: Copy | undefined

/**
 * What does not open is forgotten, and what the store does not give just now stays where it is: nobody is kept out of their copy
 * for what only makes it pleasant.
 */
export async function openSmall(open: Copy): Promise<void> {
  kept = {}
  try {
    kept = (await readThing<All>(open, smallThings)) ?? {}
  } catch (error) {
    console.warn('could not read what was chosen last', error)
    if (error instanceof Unopenable) await dropThing(open, smallThings)
  }
  copy = open
}

export function closeSmall(): void {
  kept = {}
  copy = undefined
}

export const small = <T>(of: string): T | undefined => kept[of] as T | undefined

/** Kept at once in memory, and then on the phone; a full one goes on without. */
export function keepSmall(of: string, value: unknown): void {
  kept = { ...kept, [of]: value }
  if (!copy) return
  changeThing<All>(copy, smallThings, (now) => ({ ...now, [of]: value })).catch((error: unknown) =>
    console.warn('could not keep', of, error),
  )
}
