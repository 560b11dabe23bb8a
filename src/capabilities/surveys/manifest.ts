// What the field app knows of surveys before it is used. A screen is added here when it exists.
import { officers, villageWorkers } from '../../kernel/role.ts'
import type { Manifest } from '../../platform/browser/capability.ts'

export const surveysManifest: Manifest = {
  name: 'surveys',
  part: () => import('./part.ts'),
  waits: () => import('./entries.ts'),
  calendar: () => import('./entries.ts'),
  report: () => import('./entries.ts'),
  links: {
    surveys: {
      path: 'survei',
      does: ['surveys.open', 'surveys.submit'],
      roles: ['facilitator', 'volunteer', 'board-secretary'],
    },
    'institutions/agree': {
      path: 'lembaga/sepakat',
      does: ['institutions.agree-profile'],
      roles: ['facilitator', 'board-secretary', 'village-head'],
    },
  },
  areas: [
    {
      ...{ path: '/survei', label: ['Survei', 'Surveys'], icon: 'tasks' },
      ...{ asks: 'surveys.overview', roles: [...officers, 'auditor', 'admin'] },
    },
  ],
  screens: [
    { path: 'survei', about: 'place', load: () => import('./screens/SurveysScreen.tsx') },
    { path: 'survei/baru', about: 'place', load: () => import('./screens/NewSurveyScreen.tsx') },
    {
      path: 'survei/formulir',
      about: 'place',
      desk: true,
      load: () => import('./library/screens/FormsScreen.tsx'),
    },
    {
      path: 'survei/formulir/impor',
      about: 'place',
      desk: true,
      load: () => import('./library/screens/ImportFormScreen.tsx'),
    },
    {
      path: 'survei/perangkat',
      about: 'place',
      desk: true,
      load: () => import('./openrosa/screens/DevicesScreen.tsx'),
    },
    {
      path: 'survei/formulir/:form/cetak',
      about: 'place',
      load: () => import('./library/print/BlankFormScreen.tsx'),
    },
    {
      path: 'survei/formulir/:form',
      about: 'place',
      desk: true,
      load: () => import('./library/screens/FormScreen.tsx'),
    },
    {
      path: '/survei/:area',
      about: 'account',
      desk: true,
      load: () => import('./screens/AreaSurveysScreen.tsx'),
    },
    {
      path: '/formulir/:area',
      about: 'account',
      desk: true,
      load: () => import('./library/screens/FormsScreen.tsx'),
    },
    {
      path: '/formulir/:area/impor',
      about: 'account',
      desk: true,
      load: () => import('./library/screens/ImportFormScreen.tsx'),
    },
    {
      path: '/formulir/:area/:form',
      about: 'account',
      desk: true,
      load: () => import('./library/screens/FormScreen.tsx'),
    },
    { path: 'survei/:id', about: 'place', load: () => import('./screens/SurveyScreen.tsx') },
    {
      path: 'survei/:id/data',
      about: 'place',
      desk: true,
      load: () => import('./tables/screens/DataScreen.tsx'),
    },
    {
      path: 'survei/:id/grafik',
      about: 'place',
      desk: true,
      load: () => import('./tables/screens/ChartsScreen.tsx'),
    },
    {
      path: 'survei/:id/unduh',
      about: 'place',
      desk: true,
      load: () => import('./exporting/screens/ExportScreen.tsx'),
    },
    {
      path: 'survei/:id/sambungan',
      about: 'place',
      desk: true,
      load: () => import('./tokens/screens/ConnectScreen.tsx'),
    },
    { path: 'survei/:id/isi', about: 'place', load: () => import('./filling/screens/FillScreen.tsx') },
    {
      path: 'survei/:id/isi/:submission',
      about: 'place',
      load: () => import('./filling/screens/FillScreen.tsx'),
    },
    {
      path: 'survei/:id/ukuran',
      about: 'place',
      desk: true,
      load: () => import('./measure/screens/MeasureScreen.tsx'),
    },
    {
      path: 'survei/:id/profil',
      about: 'place',
      desk: true,
      load: () => import('./profiles/screens/SurveyProfileScreen.tsx'),
    },
    { path: 'survei/:id/kesepakatan/:what', about: 'place', load: () => import('./screens/AgreeScreen.tsx') },
    {
      path: 'survei/:id/lembaga',
      about: 'place',
      load: () => import('./institutions/screens/TakeInScreen.tsx'),
    },
    {
      path: 'lembaga/sepakat',
      about: 'place',
      load: () => import('./institutions/screens/AgreeProfileScreen.tsx'),
    },
    { path: 'survei/:id/tutup', about: 'place', load: () => import('./screens/CloseScreen.tsx') },
    { path: 'survei/:id/ubah', about: 'place', load: () => import('./screens/ChangeSurveyScreen.tsx') },
    { path: 'survei/:id/daftar', about: 'place', load: () => import('./agreeing/screens/ListScreen.tsx') },
    {
      path: 'survei/:id/daftar/keberatan',
      about: 'place',
      load: () => import('./agreeing/screens/ObjectionsScreen.tsx'),
    },
    {
      path: 'survei/:id/daftar/keberatan/baru',
      about: 'place',
      load: () => import('./agreeing/screens/ObjectScreen.tsx'),
    },
    {
      path: 'survei/:id/daftar/cetak',
      about: 'place',
      load: () => import('./agreeing/print/PrintListScreen.tsx'),
    },
    { path: 'survei/:id/periksa', about: 'place', load: () => import('./review/screens/ReviewScreen.tsx') },
    {
      path: 'survei/:id/isian/:submission',
      about: 'place',
      load: () => import('./review/screens/SubmissionScreen.tsx'),
    },
  ],
  tabs: [
    {
      path: 'survei',
      label: ['Survei', 'Surveys'],
      icon: 'tasks',
      order: 28,
      roles: [...villageWorkers, ...officers],
    },
  ],
}
