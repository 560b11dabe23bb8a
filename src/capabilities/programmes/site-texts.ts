// The words of sites: which one an enrolment is about, its category, and its customary calendar.
import { texts } from '../../kernel/text.ts'

export const siteTexts = texts({
  'enrol.settlement': ['Permukiman', 'Settlement'],
  'enrol.site-name': ['Nama lokasi', 'Name of the site'],
  'enrol.site-or': [
    'Atau tulis namanya bila permukimannya belum tercatat di menu Wilayah.',
    'Or write its name where the settlement is not on record under Places.',
  ],
  'enrol.category-later': [
    'Boleh kosong: kategori ditetapkan kemudian oleh langkah {step}.',
    'May be left open: the step {step} fixes the category later.',
  ],
  'enrol.none-of-these': ['Belum pernah', 'None of these'],
  'home.site': ['Lokasi: {site}', 'Site: {site}'],
  'site.customary-day': ['Tanggal menurut kalender adat', 'Day by the customary calendar'],
  'site.customary-why': [
    'Langkah ini mengikuti kalender adat; rencana memakai tanggal ini.',
    'This step follows the customary calendar; the plan takes this day.',
  ],
  'site.day-open': ['belum ditentukan', 'not told yet'],
  'site.told-by': ['Diberitahukan oleh', 'Told by'],
  'site.note-day': ['Catat tanggal adat', 'Note the customary day'],
  'site.save-day': ['Simpan tanggal adat', 'Save the customary day'],
  'site.category-open': ['belum ditetapkan', 'not fixed yet'],
  'site.basis': ['Dasar (laporan atau keputusan)', 'Basis (report or decision)'],
  'site.save-category': ['Tetapkan kategori', 'Fix the category'],
  'stage.budget-years': ['{count} tahun anggaran', '{count} budget year|{count} budget years'],
  'stage.years-by-category': [
    '{count} tahun anggaran, menurut kategori lokasi',
    '{count} budget year, by the category of the site|{count} budget years, by the category of the site',
  ],
  'stage.throughout': ['Sepanjang program', 'Throughout the programme'],
})
