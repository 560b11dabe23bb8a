// What the field app knows of maps before they are used.
import { officers, villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { mapMakers } from './roles.ts'

export const mapsManifest: Manifest = {
  name: 'maps',
  part: () => import('./part.ts'),
  links: { maps: { path: 'peta', does: ['maps.open', 'maps.close'], roles: mapMakers } },
  screens: [
    { path: 'peta', about: 'place', load: () => import('./screens/MapsScreen.tsx') },
    { path: 'peta/baru', about: 'place', load: () => import('./screens/NewMapScreen.tsx') },
    { path: 'peta/:id', about: 'place', load: () => import('./screens/MapScreen.tsx') },
    { path: 'peta/:id/gambar', about: 'place', load: () => import('./screens/SketchScreen.tsx') },
    { path: 'peta/:id/gabung', about: 'place', load: () => import('./screens/MergeScreen.tsx') },
    { path: 'peta/:id/alas', about: 'place', load: () => import('./screens/BaseScreen.tsx') },
    { path: 'peta/:id/sepakat', about: 'place', load: () => import('./screens/AgreeMapScreen.tsx') },
    { path: 'peta/:id/cetak', about: 'place', load: () => import('./print/PrintMapScreen.tsx') },
    { path: 'peta/:id/tutup', about: 'place', load: () => import('./screens/CloseMapScreen.tsx') },
  ],
  tabs: [
    {
      path: 'peta',
      label: ['Peta', 'Maps'],
      icon: 'pin',
      order: 24,
      roles: [...villageWorkers, ...officers],
    },
  ],
}
