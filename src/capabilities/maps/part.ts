// What the phone loads of maps when its outbox holds a command of it, or a screen of it is opened.
import type { Part } from '../../platform/browser/capability.ts'
import { mapsApplies } from './apply.ts'
import { mapFacts } from './evidence.ts'
import { type MapRow, mapCollection } from './map.ts'

const open = { of: mapCollection, fits: (map: MapRow) => map.state === 'open' }

export const part: Part = {
  applies: mapsApplies,
  facts: mapFacts,
  forms: { 'maps.sketch': open, 'maps.close': open },
  titles: {
    'maps.open': ['Peta baru', 'New map'],
    'maps.change': ['Perubahan peta', 'Change of a map'],
    'maps.add-base': ['Alas peta', 'Base of maps'],
    'maps.add-features': ['Gambar di peta', 'Sketch on a map'],
    'maps.change-feature': ['Perubahan unsur peta', 'Change of a feature'],
    'maps.remove-feature': ['Penghapusan unsur peta', 'Feature taken off'],
    'maps.merge': ['Penggabungan unsur peta', 'Features merged'],
    'maps.keep-apart': ['Unsur peta dibedakan', 'Features kept apart'],
    'maps.close': ['Penutupan peta', 'Closing of a map'],
    'maps.join': ['Dua peta digabung', 'Two maps joined'],
    'maps.reopen': ['Peta dibuka kembali', 'Map opened again'],
    'maps.agree': ['Kesepakatan atas peta', 'Agreement on a map'],
  },
}
