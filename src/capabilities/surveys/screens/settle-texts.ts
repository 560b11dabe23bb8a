// What agreeing, closing, changing and the list of a survey say.
import { texts } from '../../../kernel/text.ts'

export const settleTexts = texts({
  'settle.back': ['Kembali ke survei', 'Back to the survey'],
  'settle.saved': ['Tersimpan', 'Saved'],
  'settle.cancel': ['Batal', 'Cancel'],
  'settle.mend': ['Belum dapat disimpan:', 'Cannot be saved yet:'],
  'settle.optional': ['boleh kosong', 'optional'],
  'settle.note': ['Catatan', 'Note'],

  'agree.criteria': ['Kesepakatan kriteria', 'Agreement on the criteria'],
  'agree.criteria-why': [
    'Warga menyepakati siapa yang disebut miskin atau perlu dibantu, sebelum survei dimulai.',
    'Residents agree on who counts as poor, or in need, before the survey begins.',
  ],
  'agree.result': ['Kesepakatan hasil', 'Agreement on the result'],
  'agree.result-why': [
    'Warga membaca hasilnya bersama dan menyepakatinya. Setelah itu daftarnya tetap.',
    'Residents read the result together and agree on it. The list then stands.',
  ],
  'agree.on': ['Disepakati pada', 'Agreed on'],
  'agree.meeting': ['Di rembug', 'At the meeting'],
  'agree.no-meeting': ['Tidak tercatat sebagai rembug', 'Not on record as a meeting'],
  'agree.meeting-hint': [
    'Rembug yang sudah ditutup, dengan kehadiran dan berita acaranya.',
    'A meeting that is closed, with its attendance and minutes.',
  ],
  'agree.unsigned': ['{meeting}: berita acara bertanda tangan belum ada', '{meeting}: no signed minutes yet'],
  'agree.unsigned-title': [
    'Pindai berita acara yang sudah ditandatangani',
    'Scan the minutes that were signed',
  ],
  'agree.unsigned-why': [
    'Syarat program bertumpu pada kesepakatan ini. Lampirkan pindaiannya di rembug itu, lalu kembali ke sini.',
    'A gate of the programme rests on this agreement. Attach the scan at that meeting, then come back here.',
  ],
  'agree.unsigned-go': ['Ke berkas rembug', 'To the papers of the meeting'],
  'agree.choose-meeting': ['Pilih rembugnya', 'Choose the meeting'],
  'agree.no-closed-meeting': [
    'Belum ada rembug yang ditutup di desa ini. Catat dan tutup rembug yang menyepakatinya dahulu.',
    'No meeting of this village is closed yet. Record and close the one that agreed first.',
  ],
  'agree.save': ['Catat kesepakatan', 'Note the agreement'],
  'agree.now': ['Sudah disepakati {on}', 'Agreed on {on}'],
  'agree.replace': [
    'Mencatat lagi menggantikan kesepakatan itu.',
    'Noting it again replaces that agreement.',
  ],

  'close.title': ['Tutup survei', 'Close the survey'],
  'close.how': ['Bagaimana ditutup', 'How it is closed'],
  'close.complete': ['Selesai', 'Complete'],
  'close.complete-hint': [
    'Semua yang perlu didata sudah didata, semua isian sudah diputuskan.',
    'Everybody was surveyed who is to be, and every submission is judged.',
  ],
  'close.broken': ['Dihentikan', 'Broken off'],
  'close.broken-hint': [
    'Berhenti di tengah jalan. Yang sudah masuk tetap tersimpan.',
    'Stopped on the way. What came in stays.',
  ],
  'close.on': ['Ditutup pada', 'Closed on'],
  'close.reason': ['Alasan', 'Reason'],
  'close.reason-hint': [
    'Wajib bila masih ada keluarga yang belum didata.',
    'Needed while households are left.',
  ],
  'close.left': [
    '{count} keluarga belum dikunjungi',
    '{count} household is left|{count} households are left',
  ],
  'close.waiting': [
    '{count} isian belum diputuskan',
    '{count} submission is not judged|{count} submissions are not judged',
  ],
  'close.see-left': ['Lihat siapa', 'See who'],
  'close.see-waiting': ['Periksa isian', 'Review'],
  'close.do': ['Tutup survei', 'Close the survey'],
  'close.sure': ['Tutup survei ini?', 'Close this survey?'],
  'close.after': [
    'Isian baru tidak diterima lagi. Survei dapat dibuka kembali dengan alasan.',
    'No new submissions are taken. It can be opened again with a reason.',
  ],
  'close.done': ['Survei ditutup', 'Survey closed'],

  'change.title': ['Ubah survei', 'Change the survey'],
  'change.save': ['Simpan perubahan', 'Save the changes'],
  'change.version': ['Versi formulir', 'Version of the form'],
  'change.version-hint': [
    'Isian di versi lama tetap tersimpan.',
    'What was filled on an older version stays.',
  ],
  'change.version-of': ['versi {version}', 'version {version}'],
  'change.reopen': ['Buka kembali', 'Open again'],
  'change.reopen-why': [
    'Survei yang ditutup dapat dibuka lagi. Kesepakatan hasil ikut ditarik.',
    'A closed survey can be opened again. The agreement on its result is taken back.',
  ],
  'change.reopen-reason': ['Mengapa dibuka kembali', 'Why it is opened again'],
  'change.reopened': ['Survei dibuka kembali', 'Opened again'],

  'list.title': ['Daftar keluarga', 'List of households'],
  'list.subtitle': [
    'Keluarga yang dinilai warga miskin atau perlu dibantu. Daftar ini menjadi dasar tahap berikutnya.',
    'The households that residents call poor, or in need. The next stages rest on this list.',
  ],
  'list.agreed': ['Hasil sudah disepakati; daftar ini tetap.', 'The result is agreed; this list stands.'],
  'list.empty': ['Daftar masih kosong', 'The list is empty'],
  'list.empty-why': [
    'Susun dari ukuran kemiskinan, atau pilih keluarga satu per satu.',
    'Draw it up from a measure of poverty, or choose households one by one.',
  ],
  'list.from-measure': ['Usulkan dari ukuran', 'Propose from a measure'],
  'list.search': ['Cari nama kepala keluarga atau alamat', 'Search a name or an address'],
  'list.clear': ['Kosongkan', 'Clear'],
  'list.rt': ['RT', 'RT'],
  'list.all-rt': ['Semua RT', 'All RT'],
  'list.show': ['Tampilkan', 'Show'],
  'list.show-all': ['Semua keluarga', 'All households'],
  'list.show-listed': ['Yang terdaftar', 'Those listed'],
  'list.count': ['{count} keluarga terdaftar', '{count} household listed|{count} households listed'],
  'list.of': ['{count} terdaftar dari {known} keluarga', '{count} of {known} households listed'],
  'list.more': ['Tampilkan {count} lagi', 'Show {count} more'],
  'list.method': ['Cara menetapkan', 'How it was set'],
  'list.method-residents': ['Musyawarah warga', 'Deliberation of residents'],
  'list.method-bkkbn': ['Tahapan keluarga BKKBN', 'Family stages of BKKBN'],
  'list.method-bps14': ['14 kriteria BPS', '14 criteria of BPS'],
  'list.method-multidimensional': ['Kemiskinan multidimensi', 'Multidimensional poverty'],
  'list.save': ['Simpan daftar', 'Save the list'],
  'list.not-surveyed': ['belum didata', 'not surveyed'],
  'list.changed': ['Perubahan belum disimpan', 'Changes are not saved'],
})
