// Places, as the field app composes them.
import type { FieldCapability } from '../../platform/browser/capability.ts'
import type { Applies } from '../../platform/browser/local/view.ts'
import { placesApplies } from './apply.ts'
import { placeReaders } from './local-place.ts'

export const placesField: FieldCapability = {
  name: 'places',
  applies: placesApplies as unknown as Applies,
  screens: [
    { path: 'wilayah', about: 'place', load: () => import('./screens/PlacesScreen.tsx') },
    { path: 'wilayah/baru', about: 'place', load: () => import('./screens/AddPlaceScreen.tsx') },
    { path: 'wilayah/banyak', about: 'place', load: () => import('./screens/AddRangeScreen.tsx') },
    { path: 'wilayah/sebutan', about: 'place', load: () => import('./screens/VillageWordsScreen.tsx') },
    { path: 'wilayah/:id', about: 'place', load: () => import('./screens/PlaceScreen.tsx') },
  ],
  tabs: [{ path: 'wilayah', label: ['Wilayah', 'Places'], icon: 'pin', order: 90, roles: placeReaders }],
  commandTitles: {
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
