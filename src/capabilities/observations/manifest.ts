// What the field app knows of observations before they are used.
import type { Manifest } from '../../platform/browser/capability.ts'

export const observationsManifest: Manifest = {
  name: 'observations',
  part: () => import('./part.ts'),
  links: { observations: 'pengamatan' },
  screens: [{ path: 'pengamatan', about: 'place', load: () => import('./screens/ObservationsScreen.tsx') }],
}
