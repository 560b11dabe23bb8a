// Surveys, as the field app composes them. A screen is added here when it exists.
import { officers, villageWorkers } from '../../kernel/role.ts'
import type { FieldCapability } from '../../platform/browser/capability.ts'
import { surveysApplies } from './apply.ts'
import { surveyFacts } from './evidence.ts'

export const surveysField: FieldCapability = {
  name: 'surveys',
  applies: surveysApplies,
  facts: surveyFacts,
  screens: [
    { path: 'survei', about: 'place', load: () => import('./screens/SurveysScreen.tsx') },
    { path: 'survei/baru', about: 'place', load: () => import('./screens/NewSurveyScreen.tsx') },
    { path: 'survei/formulir', about: 'place', load: () => import('./library/screens/FormsScreen.tsx') },
    {
      path: 'survei/formulir/impor',
      about: 'place',
      load: () => import('./library/screens/ImportFormScreen.tsx'),
    },
    { path: 'survei/perangkat', about: 'place', load: () => import('./openrosa/screens/DevicesScreen.tsx') },
    {
      path: 'survei/formulir/:form/cetak',
      about: 'place',
      load: () => import('./library/print/BlankFormScreen.tsx'),
    },
    { path: 'survei/formulir/:form', about: 'place', load: () => import('./library/screens/FormScreen.tsx') },
    { path: '/survei/:area', about: 'account', load: () => import('./screens/AreaSurveysScreen.tsx') },
    { path: '/formulir/:area', about: 'account', load: () => import('./library/screens/FormsScreen.tsx') },
    {
      path: '/formulir/:area/impor',
      about: 'account',
      load: () => import('./library/screens/ImportFormScreen.tsx'),
    },
    {
      path: '/formulir/:area/:form',
      about: 'account',
      load: () => import('./library/screens/FormScreen.tsx'),
    },
    { path: 'survei/:id', about: 'place', load: () => import('./screens/SurveyScreen.tsx') },
    { path: 'survei/:id/data', about: 'place', load: () => import('./tables/screens/DataScreen.tsx') },
    { path: 'survei/:id/grafik', about: 'place', load: () => import('./tables/screens/ChartsScreen.tsx') },
    { path: 'survei/:id/unduh', about: 'place', load: () => import('./exporting/screens/ExportScreen.tsx') },
    { path: 'survei/:id/isi', about: 'place', load: () => import('./filling/screens/FillScreen.tsx') },
    {
      path: 'survei/:id/isi/:submission',
      about: 'place',
      load: () => import('./filling/screens/FillScreen.tsx'),
    },
    { path: 'survei/:id/ukuran', about: 'place', load: () => import('./measure/screens/MeasureScreen.tsx') },
    { path: 'survei/:id/kesepakatan/:what', about: 'place', load: () => import('./screens/AgreeScreen.tsx') },
    { path: 'survei/:id/tutup', about: 'place', load: () => import('./screens/CloseScreen.tsx') },
    { path: 'survei/:id/ubah', about: 'place', load: () => import('./screens/ChangeSurveyScreen.tsx') },
    { path: 'survei/:id/daftar', about: 'place', load: () => import('./visits/screens/ListingScreen.tsx') },
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
  commandTitles: {
    'surveys.import-form': ['Impor formulir', 'Import of a form'],
    'surveys.add-form-file': ['Berkas formulir', 'File of a form'],
    'surveys.retire-form': ['Penarikan formulir', 'Retiring of a form'],
    'surveys.open': ['Pembukaan survei', 'Opening of a survey'],
    'surveys.change': ['Perubahan survei', 'Change of a survey'],
    'surveys.close': ['Penutupan survei', 'Closing of a survey'],
    'surveys.reopen': ['Pembukaan kembali survei', 'Reopening of a survey'],
    'surveys.agree': ['Kesepakatan warga', 'Agreement of the residents'],
    'surveys.set-listing': ['Daftar keluarga', 'List of households'],
    'surveys.set-measure': ['Ukuran kemiskinan', 'Measure of poverty'],
    'surveys.submit': ['Isian formulir', 'Filled form'],
    'surveys.review': ['Pemeriksaan isian', 'Review of submissions'],
    'surveys.comment': ['Catatan isian', 'Comment on a submission'],
    'surveys.resolve-conflict': ['Penyelesaian perbedaan data', 'Settling of a conflict'],
    'surveys.register-device': ['Pendaftaran perangkat', 'Registration of a device'],
    'surveys.revoke-device': ['Pencabutan perangkat', 'Ending of a device'],
  },
}
