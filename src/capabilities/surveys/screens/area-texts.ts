// What officers read about the surveys of their area.
import { texts } from '../../../kernel/text.ts'

export const areaTexts = texts({
  'area.title': ['Survei di wilayah', 'Surveys of the area'],
  'area.subtitle': [
    'Angka dari tiap desa; jawaban dan nama warga tetap di desa.',
    'Figures of each village; answers and names stay in the village.',
  ],
  'area.back': ['Desa saya', 'My villages'],
  'area.state': ['Status', 'State'],
  'area.all': ['Semua', 'All'],
  'area.open': ['Berjalan', 'Running'],
  'area.closed': ['Ditutup', 'Closed'],
  'area.village': ['Desa', 'Village'],
  'area.survey': ['Survei', 'Survey'],
  'area.answers': ['Isian', 'Answers'],
  'area.households': ['Keluarga', 'Households'],
  'area.waiting': ['Menunggu', 'Waiting'],
  'area.approved': ['Disetujui', 'Approved'],
  'area.agreed': ['Hasil disepakati', 'Result agreed'],
  'area.complete': ['Selesai', 'Complete'],
  'area.broken': ['Dihentikan', 'Broken off'],
  'area.empty': ['Belum ada survei di wilayah ini', 'No surveys in this area yet'],
  'area.loading': ['Memuat survei …', 'Loading surveys …'],
  'area.failed': ['Daftar ini perlu jaringan', 'This list needs a network'],
  'area.more': ['Tampilkan lagi', 'Show more'],
  'area.forms': ['Formulir', 'Forms'],
})
