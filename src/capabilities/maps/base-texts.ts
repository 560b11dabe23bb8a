// What is said about what a map is drawn on.
import { texts } from '../../kernel/text.ts'

export const mapsBaseTexts = texts({
  'base.title': ['Alas peta', 'Base of the map'],
  'base.under': ['Yang ada di bawah peta', 'What lies under the map'],
  'base.choose': ['Alas', 'Base'],
  'base.none': ['Tanpa alas', 'None'],
  'base.none-why': ['Kisi dengan skala dan arah utara', 'A grid with scale and north'],
  'base.chosen': ['Alas peta diganti', 'The base is changed'],
  'base.add': ['Tambah alas', 'Add a base'],
  'base.kind': ['Jenis alas', 'Kind of base'],
  'base.outline': ['Batas desa', 'Outline'],
  'base.outline-why': [
    'Berkas GeoJSON batas desa, misalnya dari Bappeda atau QGIS.',
    'A GeoJSON file of the outline, as from the planning agency or QGIS.',
  ],
  'base.photo': ['Foto peta', 'Photograph'],
  'base.photo-why': [
    'Foto peta yang digambar tangan. Tiga titik yang diketahui letaknya membuatnya pas di tempatnya.',
    'A photograph of a map drawn by hand. Three points whose place is known lay it where it belongs.',
  ],
  'base.tiles': ['Ubin', 'Tiles'],
  'base.tiles-why': [
    'Berkas PMTiles milik desa, paling besar 10 MB. Tidak ada peta yang diambil dari luar.',
    'A PMTiles file of the village, 10 MB at most. No map is fetched from elsewhere.',
  ],
  'base.file': ['Berkas', 'File'],
  'base.choose-file': ['Pilih berkas', 'Choose a file'],
  'base.remove-file': ['Lepas {name}', 'Take off {name}'],
  'base.name': ['Nama alas', 'Name of the base'],
  'base.name-hint': ['Misalnya: Batas Kelurahan Tegalpanggung', 'Such as: outline of Tegalpanggung'],
  'base.source': ['Sumber', 'Source'],
  'base.source-hint': [
    'Siapa pembuatnya dan tahun berapa; ikut dicetak',
    'Who made it and when; it is printed',
  ],
  'base.save': ['Simpan dan pakai', 'Save and use'],
  'base.saved': ['Alas disimpan', 'The base is saved'],
  'base.swapped': ['Lintang dan bujur tertukar', 'Latitude and longitude are exchanged'],
  'base.turn': ['Balikkan lintang dan bujur', 'Exchange latitude and longitude'],
  'base.turn-why': [
    'Setelah dibalik, batasnya berada di Indonesia.',
    'Exchanged, the outline lies in Indonesia.',
  ],
  'base.thinned': [
    'Batas ini punya {had} titik; disimpan {kept}, bergeser paling jauh {metres} m.',
    'This outline has {had} points; {kept} are kept, at most {metres} m off.',
  ],
  'base.not-json': ['Berkas ini bukan GeoJSON yang utuh.', 'This file is no whole GeoJSON.'],
  'base.no-outline': [
    'Tidak ada batas (bidang) dalam berkas ini.',
    'There is no outline (polygon) in this file.',
  ],
  'base.not-degrees': [
    'Koordinatnya dalam meter (UTM atau TM-3). Simpan ulang dalam WGS84 (EPSG:4326).',
    'Its coordinates are metres (UTM or TM-3). Save it anew in WGS84 (EPSG:4326).',
  ],
  'base.outside': ['Letaknya di luar Indonesia.', 'It lies outside Indonesia.'],
  'base.no-picture': [
    'Berkas ini bukan gambar yang dapat dibaca.',
    'This file is no picture that can be read.',
  ],
  'base.mark-fixes': [
    'Ketuk {count} titik lagi di foto yang Anda tahu letaknya: simpang, jembatan, sudut masjid.',
    'Tap {count} more point in the photograph whose place you know: a crossing, a bridge, the corner of a mosque.|Tap {count} more points in the photograph whose place you know: a crossing, a bridge, the corner of a mosque.',
  ],
  'base.place-fixes': ['Isi letak ketiga titik itu.', 'Say where these three points are.'],
  'base.fix': ['Titik tetap {number}', 'Fixed point {number}'],
  'base.unfix': ['Hapus titik {number}', 'Take off point {number}'],
  'base.latitude': ['Lintang', 'Latitude'],
  'base.longitude': ['Bujur', 'Longitude'],
  'base.not-tiles': ['Berkas ini bukan PMTiles.', 'This file is no PMTiles.'],
  'base.cut-short': [
    'Berkas ini terpotong: sebagian isinya tidak ikut tersalin. Salin ulang.',
    'This file is cut short: some of it did not come along. Copy it again.',
  ],
  'base.wrong-version': ['Hanya PMTiles versi 3 yang dapat dibaca.', 'Only PMTiles version 3 can be read.'],
  'base.unknown-tiles': ['Jenis ubin dalam berkas ini tidak dikenal.', 'This kind of tiles is not known.'],
  'base.tiles-large': [
    'Berkas ini terlalu besar: paling besar {most} MB.',
    'This file is too large: {most} MB at most.',
  ],
  'base.tiles-vector': [
    'Ubin garis dan bidang, tingkat {from} sampai {to}.',
    'Tiles of lines and areas, zoom {from} to {to}.',
  ],
  'base.tiles-raster': [
    'Ubin gambar, tingkat {from} sampai {to}.',
    'Tiles of pictures, zoom {from} to {to}.',
  ],
})
