// What the field app knows of places before it is used.
import type { Manifest } from '../../platform/browser/capability.ts'
import { placeReaders } from './roles.ts'

export const placesManifest: Manifest = {
  name: 'places',
  part: () => import('./part.ts'),
  screens: [
    { path: 'wilayah', about: 'place', load: () => import('./screens/PlacesScreen.tsx') },
    { path: 'wilayah/baru', about: 'place', load: () => import('./screens/AddPlaceScreen.tsx') },
    { path: 'wilayah/banyak', about: 'place', load: () => import('./screens/AddRangeScreen.tsx') },
    { path: 'wilayah/sebutan', about: 'place', load: () => import('./screens/VillageWordsScreen.tsx') },
    { path: 'wilayah/:id', about: 'place', load: () => import('./screens/PlaceScreen.tsx') },
  ],
  tabs: [{ path: 'wilayah', label: ['Wilayah', 'Places'], icon: 'pin', order: 90, roles: placeReaders }],
}
