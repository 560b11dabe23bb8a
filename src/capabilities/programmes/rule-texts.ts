// The sentences of what the rules of programmes refuse. `texts.ts` of this slice may spread them.
import { texts } from '../../kernel/text.ts'

export const ruleTexts = texts({
  'programmes.enrolment-not-running': [
    'Program tidak sedang berjalan di sini',
    'The programme is not running here',
  ],
  'programmes.archive-only': [
    'Pendaftaran ini hanya arsip. Tidak ada yang ditandatangani atau direncanakan di dalamnya.',
    'This enrolment is an archive only. Nothing is signed or planned in it.',
  ],
  'programmes.archived-already': [
    'Arsip program ini sudah ada di sini.',
    'An archive of this programme is kept here already.',
  ],
  'programmes.era-over': [
    'Masa program ini sudah berakhir. Daftarkan sebagai arsip, atau nyatakan bahwa Anda tahu dan tetap menjalankannya.',
    'The era of this programme is over. Enrol it as an archive, or say that you know and run it all the same.',
  ],
  'programmes.archive-after-next-stage': [
    'Tahap sesudahnya sudah ditutup {next}; tanggal ini tidak boleh sesudahnya.',
    'The stage after it was closed on {next}; this day cannot be later.',
  ],
  'programmes.needs-site': [
    'Program ini untuk satu lokasi: pilih permukimannya atau tulis nama lokasinya',
    'This programme is for one site: choose its settlement or write its name',
  ],
  'programmes.of-no-site': [
    'Program ini untuk seluruh desa atau kelurahan, bukan untuk satu lokasi',
    'This programme is for the whole village, not for one site',
  ],
  'programmes.site-unnamed': ['Tulis nama lokasinya', 'Write the name of the site'],
  'programmes.sites-enough': [
    'Sudah {most} lokasi di sini yang mengikuti program ini. Akhiri dahulu yang sudah selesai',
    '{most} sites of this village are in this programme already. Close those that are done first',
  ],
  'programmes.replaced': [
    'Program ini tidak diikuti lagi; gantinya: {byId}',
    'This programme is not taken up any more; instead of it: {byEn}',
  ],
  'programmes.category-of-enrolment': [
    'Kategori lokasi program ini diisi saat mendaftar',
    'The category of this programme is given when a place enrols',
  ],
  'programmes.category-changed-meanwhile': [
    'Kategori sudah diubah orang lain, sekarang: {now}',
    'Somebody else has changed the category, now: {now}',
  ],
  'programmes.not-customary': [
    'Langkah ini tidak mengikuti kalender adat',
    'This step does not follow the customary calendar',
  ],
  'programmes.stage-closed': ['Tahap {stage} sudah ditutup', 'Stage {stage} is already closed'],
  'programmes.stage-before-open': [
    'Tahap {stage} ({titleId}) harus ditutup dahulu',
    'Stage {stage} ({titleEn}) must be closed first',
  ],
  'programmes.community-refused': [
    'Warga memutuskan menolak; program berakhir di sini dengan sah',
    'The community has decided to refuse; the programme validly ends here',
  ],
  'programmes.gate-unmet': ['Belum terpenuhi: {labelId}', 'Not met yet: {labelEn}'],
  'programmes.gate-not-arrived': [
    'Berkasnya belum sampai di server: {labelId}. Buka Rembug di ponsel yang melampirkannya selagi ada sinyal, atau lepaskan berkas itu dan lampirkan lagi',
    'Its file has not come to the server yet: {labelEn}. Open Rembug on the phone that attached it while there is signal, or take the file off and attach it again',
  ],
  'programmes.gate-not-provable': [
    'Dokumen hanya membuktikan syarat yang belum tersedia di Rembug dan belum dibuktikan',
    'A document proves only gates that are not available in Rembug yet, and not proved already',
  ],
  'programmes.gate-unavailable': [
    'Belum tersedia di Rembug, buktinya dokumen di luar: {labelId}',
    'Not available in Rembug yet, a document from outside proves it: {labelEn}',
  ],
  'programmes.archive-not-past': [
    'Tahap ini berjalan di Rembug sejak {enrolledOn}: tutup dengan buktinya di sini, bukan dari arsip',
    'This stage runs in Rembug since {enrolledOn}: close it by its evidence here, not from the archive',
  ],
  'programmes.stage-not-refusable': [
    'Pada tahap {stage} warga tidak diminta memutuskan menolak atau siap',
    'At stage {stage} the community is not asked to accept or refuse',
  ],
  'programmes.no-refusal-recorded': [
    'Belum ada keputusan menolak yang tercatat',
    'No decision to refuse has been recorded',
  ],
  'programmes.archive-needs-date': [
    'Isi tanggal penutupan menurut arsip',
    'Give the date of closing as the archive has it',
  ],
  'programmes.archive-date-ahead': ['Tanggal arsip {on} belum terjadi', 'The archive date {on} lies ahead'],
  'programmes.archive-before-last-stage': [
    'Tahap sebelumnya baru ditutup pada {latest}',
    'The stage before was closed only on {latest}',
  ],
  'programmes.archive-needs-scan': ['Lampirkan pindaian arsip', 'Attach a scan from the archive'],
  'programmes.signed-by-all': ['Semua tanda tangan sudah ada', 'All signatures are there'],
  'programmes.signature-out-of-order': [
    'Berikutnya tahap ini harus {nextId}',
    'This stage must next be {nextEn}',
  ],
  'programmes.signed-already': [
    'Anda sudah menandatangani atau memeriksa penutupan ini; tanda tangan lain dari orang lain',
    'You have signed or checked this closing already; another signature comes from somebody else',
  ],
  'programmes.noted-enough': [
    'Anda sudah {most} kali mencatat hal ini di pendaftaran ini. Yang berikutnya dicatat orang lain.',
    'You have noted this {most} times in this enrolment. Somebody else notes the next.',
  ],
  'programmes.paper-typed-by-signer': [
    'Yang mengetik kertas ini sendiri menandatangani atau memeriksa penutupan ini; orang lain perlu mengetiknya lagi',
    'Who typed this paper signed or checked this closing himself; somebody else has to type it again',
  ],
  'programmes.paper-other-office': [
    'Jabatan ini tidak diminta pada tanda tangan ini',
    'This signature does not ask for this office',
  ],
  'programmes.paper-office-unconfirmed': [
    'Pastikan jabatan di kertas adalah jabatan yang diminta, atau a.n./Plt./Pj.-nya',
    'Make sure that the office on the paper is the one asked for, or a.n./Plt./Pj. of it',
  ],
  'programmes.not-your-signature': [
    'Tanda tangan ini diberikan oleh peran {role}',
    'This signature is given by the role {role}',
  ],
  'programmes.stage-not-closed': ['Tahap {stage} belum ditutup', 'Stage {stage} is not closed'],
  'programmes.reopening-needs-reason': ['Tulis alasan membuka kembali', 'Write the reason for reopening'],
  'programmes.later-stage-closed': [
    'Tahap {stage} sesudahnya sudah ditutup',
    'Stage {stage} after it is already closed',
  ],
  'programmes.category-not-served': [
    'Program ini tidak untuk kategori {category}',
    'This programme is not for category {category}',
  ],
  'programmes.no-such-number': [
    'Program ini tidak mengenal angka {number}',
    'This programme has no number {number}',
  ],
  'programmes.number-fixed': [
    'Angka ini ditetapkan program dan tidak dapat diubah di desa',
    'The programme fixes this number; a village cannot set it',
  ],
  'programmes.number-of-the-city': [
    'Angka ini ditetapkan oleh petugas kota/kabupaten',
    'An officer of the city sets this number',
  ],
  'programmes.number-out-of-bounds': [
    '{titleId}: {value} tidak dapat dipakai, hanya {min} sampai {max}',
    '{titleEn}: {value} cannot be used, only {min} to {max}',
  ],
  'programmes.number-not-odd-within': [
    '{titleId}: {value} tidak dapat dipakai, hanya angka ganjil dari {min} sampai {max}',
    '{titleEn}: {value} cannot be used, only odd numbers from {min} to {max}',
  ],
  'programmes.number-changed-meanwhile': [
    'Angka ini diubah orang lain: sekarang {now}, tadi {was}. Lihat lagi lalu putuskan.',
    'Somebody else changed this number: now {now}, before {was}. Look again, then decide.',
  ],
  'programmes.not-eligible': [
    'Syarat lokasi belum terpenuhi: {questionId}',
    'Condition of the place not met: {questionEn}',
  ],
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
