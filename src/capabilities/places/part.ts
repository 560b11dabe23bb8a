// What the phone loads of places when its outbox holds a command of it, or a screen of it is opened.

import type { Part } from '../../platform/browser/capability.ts'
import type { Applies } from '../../platform/browser/local/view.ts'
import { placesApplies } from './apply.ts'
import { type LocalPlace, localCollection } from './local-place.ts'

const isActive = { of: localCollection, fits: (place: LocalPlace) => place.active }

export const part: Part = {
  applies: placesApplies as unknown as Applies,
  forms: {
    'places.change': isActive,
    'places.close': isActive,
  },
  titles: {
    'places.add-local': ['Tambah RT, RW, dusun atau permukiman', 'Adding an RT, RW, hamlet or settlement'],
    'places.add-many-local': ['Tambah banyak RT/RW', 'Adding many RT/RW'],
    'places.change-local': [
      'Ubah RT, RW, dusun atau permukiman',
      'Change of an RT, RW, hamlet or settlement',
    ],
    'places.close-local': [
      'Tutup RT, RW, dusun atau permukiman',
      'Closing of an RT, RW, hamlet or settlement',
    ],
    'places.name-village': ['Sebutan desa', 'What the village is called'],
  },
}
