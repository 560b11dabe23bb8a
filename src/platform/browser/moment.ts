// A moment as people read it, in the zone of the village it is about.
import { zoneOf } from '../../kernel/place-code.ts'
import { language } from './language.ts'

const shapes = new Map<string, Intl.DateTimeFormat>()

/** "22 Nov 2026, 09.15"; '' for nothing. */
export function momentText(iso: string | null, place: string): string {
  if (!iso) return ''
  const key = `${language()} ${zoneOf(place)}`
  const shape =
    shapes.get(key) ??
    new Intl.DateTimeFormat(language() === 'id' ? 'id-ID' : 'en-GB', {
      timeZone: zoneOf(place),
      dateStyle: 'medium',
      timeStyle: 'short',
    })
  shapes.set(key, shape)
  return shape.format(new Date(iso))
}
