// What maps that we draw ourselves say.
import { texts } from '../../../kernel/text.ts'

export const sketchTexts = texts({
  'map.closer': ['Perbesar', 'Closer'],
  'map.farther': ['Perkecil', 'Farther'],
  'map.whole': ['Lihat semua', 'Show all'],
  'map.north': ['U', 'N'],
  'map.metres': ['{count} m', '{count} m'],
  'map.kilometres': ['{count} km', '{count} km'],
})
