// The language of this device: Indonesian first, English by a switch.
import { isDay, longDay } from '../../kernel/day.ts'
import { fill, type Language, type Texts, type Translate, translator } from '../../kernel/text.ts'

const key = 'rembug-language'
let current: Language = globalThis.localStorage?.getItem(key) === 'en' ? 'en' : 'id'
const listeners = new Set<() => void>()

export function language(): Language {
  return current
}

export function setLanguage(next: Language): void {
  current = next
  localStorage.setItem(key, next)
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The typed `t` of a slice's catalogue, in the language of the device. */
export function translate<const T extends Texts>(catalogue: T): Translate<T> {
  return translator(catalogue, language)
}

/** Rules give a day bare; people read it with the name of its month. */
const asRead = (facts: Record<string, string | number> = {}): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? longDay(value, current) : value,
    ]),
  )

/** Says a refusal by looking its code up in several catalogues; an unknown code stays visible. */
export function say(
  refusal: { code: string; facts?: Record<string, string | number>; message?: string },
  ...catalogues: readonly Texts[]
): string {
  for (const catalogue of catalogues) {
    const text = catalogue[refusal.code]
    if (text) return fill(text, current, asRead(refusal.facts))
  }
  return refusal.message ?? refusal.code
}
