// What the rules of maps say when they say no.
import { texts } from '../../kernel/text.ts'

export const mapsRefusals = texts({
  'maps.no-such-enrolment': [
    'Program ini tidak ada di desa ini.',
    'This programme is not taken up in this village.',
  ],
  'maps.enrolment-not-running': [
    'Program ini tidak sedang berjalan, jadi petanya tidak dapat diubah.',
    'This programme is not running, so its maps cannot be changed.',
  ],
  'maps.unknown-kind': [
    'Program ini tidak mengenal jenis peta "{kind}".',
    'This programme knows no kind of map "{kind}".',
  ],
  'maps.is-joined': [
    'Peta ini sudah digabung ke peta lain yang sejenis. Lanjutkan di sana.',
    'This map was joined to another of its kind. Go on there.',
  ],
  'maps.no-such-join': [
    'Peta tujuan harus sejenis dan masih digambar.',
    'The other map must be of the same kind, and still being drawn.',
  ],
  'maps.no-such-map': ['Peta ini tidak ada di desa ini.', 'There is no such map in this village.'],
  'maps.no-such-base': ['Alas peta ini tidak ada.', 'There is no such base.'],
  'maps.no-such-feature': ['Unsur peta ini tidak ada.', 'There is no such feature.'],
  'maps.no-such-local-place': [
    'RT ini tidak ada dalam data desa.',
    'This RT is not on record in the village.',
  ],
  'maps.is-closed': [
    'Peta ini sudah ditutup pada {on}. Buka kembali untuk mengubahnya.',
    'This map was closed on {on}. Open it again to change it.',
  ],
  'maps.not-closed': ['Peta ini belum ditutup.', 'This map is not closed.'],
  'maps.close-first': [
    'Tutup peta lebih dahulu: warga menyepakati peta yang sudah selesai digambar.',
    'Close the map first: residents agree on one that is finished.',
  ],
  'maps.nothing-drawn': [
    'Peta ini masih kosong. Gambar sesuatu sebelum menutupnya.',
    'Nothing stands on this map yet. Draw something before closing it.',
  ],
  'maps.no-poor_families-drawn': [
    'Belum ada rumah di peta keluarga miskin ini. Gambar dahulu rumahnya.',
    'No home stands on this map of poor families yet. Draw them first.',
  ],
  'maps.no-problems_potentials-drawn': [
    'Belum ada persoalan atau potensi di peta ini. Gambar dahulu.',
    'No problem or potential stands on this map yet. Draw them first.',
  ],
  'maps.no-institutions-drawn': [
    'Belum ada lembaga di peta ini. Gambar dahulu tempatnya.',
    'No institution stands on this map yet. Draw where they are first.',
  ],
  'maps.no-real_needs-drawn': [
    'Belum ada kebutuhan di peta ini. Gambar dahulu.',
    'No need stands on this map yet. Draw them first.',
  ],
  'maps.changed-meanwhile': [
    'Sudah diubah orang lain menjadi "{theirs}"; Anda menulis "{yours}".',
    'Somebody else changed it to "{theirs}" meanwhile; you wrote "{yours}".',
  ],
  'maps.changed-since': [
    'Sudah diubah orang lain. Lihat dahulu yang terbaru.',
    'Somebody else changed it. Look at the newest first.',
  ],
  'maps.day-ahead': [
    'Tanggal {on} belum tiba (hari ini {today}).',
    '{on} has not come yet (today is {today}).',
  ],
  'maps.before-start': [
    'Tanggal {on} terlalu awal: paling dini {since}.',
    '{on} is too early: {since} at the earliest.',
  ],
  'maps.swapped': [
    'Lintang dan bujur tertukar: di Indonesia lintang antara -11,5 dan 6,5, bujur antara 94,5 dan 141,5.',
    'Latitude and longitude are exchanged: in Indonesia latitude is between -11.5 and 6.5, longitude between 94.5 and 141.5.',
  ],
  'maps.outside-indonesia': [
    'Titik {at} berada di luar Indonesia.',
    'The point {at} lies outside Indonesia.',
  ],
  'maps.too-few-point': ['Tandai {least} titik di peta.', 'Mark {least} point on the map.'],
  'maps.too-few-line': ['Garis perlu sedikitnya {least} titik.', 'A line needs at least {least} points.'],
  'maps.too-few-area': ['Bidang perlu sedikitnya {least} titik.', 'An area needs at least {least} points.'],
  'maps.one-point': ['Tandai satu titik saja.', 'Mark one point only.'],
  'maps.too-small': ['Semua titik berada di satu tempat.', 'All points lie in one place.'],
  'maps.crosses-itself': [
    'Batas bidang ini memotong dirinya sendiri di {at}. Geser atau hapus titik di sana.',
    'The edge of this area crosses itself at {at}. Move or remove a point there.',
  ],
  'maps.no-point-there': ['Lapisan ini tidak digambar sebagai titik.', 'This layer is not drawn as points.'],
  'maps.no-line-there': ['Lapisan ini tidak digambar sebagai garis.', 'This layer is not drawn as lines.'],
  'maps.no-area-there': ['Lapisan ini tidak digambar sebagai bidang.', 'This layer is not drawn as areas.'],
  'maps.home-stays-home': [
    'Rumah tetap di lapisan rumah, dan unsur lain tidak dapat menjadi rumah: hapus lalu gambar lagi.',
    'A home stays in the layer of homes, and nothing else becomes one: remove it and draw it again.',
  ],
  'maps.feature-twice': ['Unsur ini sudah ada di peta.', 'This feature stands on the map already.'],
  'maps.feature-merged': [
    'Unsur ini sudah digabung dengan unsur lain.',
    'This feature was merged into another.',
  ],
  'maps.feature-removed': ['Unsur ini sudah dihapus dari peta.', 'This feature was taken off the map.'],
  'maps.same-feature': ['Pilih dua unsur yang berbeda.', 'Choose two different features.'],
  'maps.other-layer': [
    'Hanya unsur dari peta dan lapisan yang sama yang dapat digabung.',
    'Only features of one map and one layer can be merged.',
  ],
  'maps.full': ['Satu peta memuat paling banyak {most} unsur.', 'A map holds at most {most} features.'],
  'maps.too-many-points': [
    'Sekali simpan paling banyak {most} titik; ini {spots}. Simpan dahulu sebagian.',
    'At most {most} points are saved at once; these are {spots}. Save some of them first.',
  ],
  'maps.maker-twice': ['Ada nama pembuat yang ditulis dua kali.', 'A maker is named twice.'],
  'maps.outline-only': [
    'Garis batas hanya untuk alas berupa batas desa.',
    'Only an outline has outlines, and it has at least one.',
  ],
  'maps.outline-long': [
    'Batas-batas ini terlalu rinci: paling banyak {most} titik seluruhnya.',
    'These outlines are too fine: {most} points at most in all.',
  ],
  'maps.file-needed': ['Pilih berkasnya.', 'Choose its file.'],
  'maps.wrong-file': [
    'Jenis berkas ini tidak cocok dengan jenis alas.',
    'This kind of file does not fit this kind of base.',
  ],
  'maps.three-fixes': ['Tandai tiga titik tetap di gambar.', 'Mark three fixed points on the picture.'],
  'maps.fixes-on-line': [
    'Ketiga titik tetap berada pada satu garis. Pilih tiga titik yang membentuk segitiga.',
    'The three fixed points stand on a line. Choose three that make a triangle.',
  ],
  'maps.no-such-meeting': ['Rembug ini tidak ada di desa ini.', 'There is no such meeting in this village.'],
  'maps.meeting-not-closed': ['Rembug "{title}" belum ditutup.', 'The meeting "{title}" is not closed yet.'],
  'maps.fixes-mirrored': [
    'Dengan tiga titik ini gambarnya menjadi seperti di cermin: dua titik tertukar.',
    'With these three points the picture would lie as in a mirror: two of them are exchanged.',
  ],
  'maps.meeting-is-training': [
    '"{title}" adalah pelatihan; warga menyepakatinya di rembug atau FGD.',
    '"{title}" is a training; residents agree in a meeting or a discussion.',
  ],
  'maps.meeting-of-another': [
    'Rembug "{title}" milik program lain.',
    'The meeting "{title}" belongs to another programme.',
  ],
  'maps.meeting-too-early': [
    'Rembug "{title}" diadakan sebelum peta ditutup ({since}).',
    'The meeting "{title}" was held before the map was closed ({since}).',
  ],
  'maps.minutes-unsigned': [
    'Berita acara rembug "{title}" belum ditandatangani.',
    'The minutes of "{title}" are not signed yet.',
  ],
  'maps.minutes-unchecked': [
    'Tanda tangan pada berita acara rembug "{title}" belum diperiksa.',
    'The signatures on the minutes of "{title}" are not checked yet.',
  ],
  'maps.before-meeting': ['Tanggal ini sebelum rembug ({date}).', 'This day is before the meeting ({date}).'],
})
