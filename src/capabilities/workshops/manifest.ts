// What the field app knows of workshops before they are used. To plan one is a command of meetings, whose manifest has its screen.
import { officers, villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'
import { workshopHelpers } from './roles.ts'

export const workshopsManifest: Manifest = {
  name: 'workshops',
  part: () => import('./part.ts'),
  links: { workshops: { path: 'fgd', does: ['workshops.note-aspiration'], roles: workshopHelpers } },
  screens: [
    { path: 'fgd', about: 'place', load: () => import('./screens/WorkshopsScreen.tsx') },
    { path: 'fgd/tema', about: 'place', load: () => import('./screens/ThemesScreen.tsx') },
    { path: 'fgd/aspirasi', about: 'place', load: () => import('./screens/AspirationsScreen.tsx') },
    { path: 'fgd/aspirasi/cetak', about: 'place', load: () => import('./print/AspirationsPaper.tsx') },
    { path: 'fgd/:id', about: 'place', load: () => import('./screens/WorkshopScreen.tsx') },
    { path: 'fgd/:id/alur', about: 'place', load: () => import('./screens/RouteScreen.tsx') },
    { path: 'fgd/:id/aspirasi', about: 'place', load: () => import('./screens/AspirationsHereScreen.tsx') },
    { path: 'fgd/:id/cetak', about: 'place', load: () => import('./print/SessionPaper.tsx') },
    { path: 'fgd/:id/pohon', about: 'place', load: () => import('./cards/screens/TreesScreen.tsx') },
    { path: 'fgd/:id/mufakat', about: 'place', load: () => import('./cards/screens/ConsensusesScreen.tsx') },
    { path: 'fgd/:id/papan/:board', about: 'place', load: () => import('./cards/screens/BoardScreen.tsx') },
    { path: 'fgd/:id/papan/:board/cetak', about: 'place', load: () => import('./cards/print/WallSheet.tsx') },
    { path: 'fgd/:id/peringkat', about: 'place', load: () => import('./ranking/screens/RankingsScreen.tsx') },
    {
      path: 'fgd/:id/peringkat/baru',
      about: 'place',
      load: () => import('./ranking/screens/NewRankingScreen.tsx'),
    },
    { path: 'peringkat/:id', about: 'place', load: () => import('./ranking/screens/RankingScreen.tsx') },
    {
      path: 'peringkat/:id/ubah',
      about: 'place',
      load: () => import('./ranking/screens/ChangeRankingScreen.tsx'),
    },
    {
      path: 'peringkat/:id/pilah/:sorter',
      about: 'place',
      load: () => import('./ranking/screens/SortScreen.tsx'),
    },
    { path: 'peringkat/:id/pleno', about: 'place', load: () => import('./ranking/screens/SettleScreen.tsx') },
    {
      path: 'peringkat/:id/cetak/:what',
      about: 'place',
      load: () => import('./ranking/print/PrintRankingScreen.tsx'),
    },
    { path: 'fgd/:id/bagan', about: 'place', load: () => import('./pra/screens/PraChartsScreen.tsx') },
    { path: 'fgd/:id/bagan/:kind', about: 'place', load: () => import('./pra/screens/NewChartScreen.tsx') },
    { path: 'bagan/:id', about: 'place', load: () => import('./pra/screens/ChartScreen.tsx') },
    { path: 'bagan/:id/ubah', about: 'place', load: () => import('./pra/screens/ChangeChartScreen.tsx') },
    { path: 'bagan/:id/cetak', about: 'place', load: () => import('./pra/print/PrintChartScreen.tsx') },
  ],
  tabs: [
    {
      path: 'fgd',
      also: ['peringkat', 'bagan'],
      label: ['FGD', 'Workshops'],
      icon: 'megaphone',
      order: 22,
      roles: [...villageWorkers, ...officers],
    },
  ],
}
