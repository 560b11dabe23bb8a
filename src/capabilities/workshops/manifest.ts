// What the field app knows of workshops before they are used. To plan one is a command of meetings, whose manifest has its screen.
import { officers, villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'

export const workshopsManifest: Manifest = {
  name: 'workshops',
  part: () => import('./part.ts'),
  screens: [
    { path: 'fgd', about: 'place', load: () => import('./screens/WorkshopsScreen.tsx') },
    { path: 'fgd/:id', about: 'place', load: () => import('./screens/WorkshopScreen.tsx') },
  ],
  tabs: [
    {
      path: 'fgd',
      label: ['FGD', 'Workshops'],
      icon: 'megaphone',
      order: 22,
      roles: [...villageWorkers, ...officers],
    },
  ],
}
