// What a type cell was most likely meant to say: in Indonesian, in the words of other tools, or with a slip of the hand.
import { answerTypes } from './model.ts'
import { nearest } from './nearest.ts'

/** Types that stand in a cell by themselves. */
const plain = answerTypes.filter((type) => type !== 'metadata' && !type.startsWith('select_'))
const withWords = ['select_one', 'select_multiple', 'begin_group', 'end_group', 'begin_repeat', 'end_repeat']
const metadata = ['start', 'end', 'today', 'username']

/** Types by the words people use for them; the list that follows a select stays where it was. */
const words: Readonly<Record<string, string>> = {
  ...{
    teks: 'text',
    tulisan: 'text',
    isian: 'text',
    uraian: 'text',
    nama: 'text',
    alamat: 'text',
    telepon: 'text',
  },
  ...{ textarea: 'text', longtext: 'text', email_address: 'text', url: 'text', phone: 'text', nik: 'text' },
  ...{ angka: 'integer', bilangan: 'integer', bulat: 'integer', bilangan_bulat: 'integer', nomor: 'integer' },
  ...{ jumlah: 'integer', number: 'integer', numeric: 'integer', numerik: 'integer', umur: 'integer' },
  ...{
    desimal: 'decimal',
    pecahan: 'decimal',
    bilangan_desimal: 'decimal',
    float: 'decimal',
    double: 'decimal',
  },
  ...{ tanggal: 'date', tgl: 'date', hari: 'date', jam: 'time', pukul: 'time', waktu: 'time' },
  ...{ tanggal_waktu: 'dateTime', tanggal_jam: 'dateTime', waktu_tanggal: 'dateTime', timestamp: 'dateTime' },
  ...{
    foto: 'image',
    gambar: 'image',
    picture: 'image',
    kamera: 'image',
    tanda_tangan: 'image',
    ttd: 'image',
  },
  ...{
    suara: 'audio',
    rekaman: 'audio',
    rekaman_suara: 'audio',
    berkas: 'file',
    dokumen: 'file',
    unggah: 'file',
  },
  ...{
    lokasi: 'geopoint',
    koordinat: 'geopoint',
    titik: 'geopoint',
    titik_lokasi: 'geopoint',
    peta: 'geopoint',
  },
  ...{ garis: 'geotrace', jalur: 'geotrace', bidang: 'geoshape', area: 'geoshape', polygon: 'geoshape' },
  ...{ catatan: 'note', keterangan: 'note', petunjuk: 'note', informasi: 'note', judul: 'note' },
  ...{ hitung: 'calculate', hitungan: 'calculate', rumus: 'calculate', formula: 'calculate' },
  ...{ calculation: 'calculate', tersembunyi: 'hidden', setuju: 'acknowledge', persetujuan: 'acknowledge' },
  ...{
    kode_batang: 'barcode',
    qr: 'barcode',
    qrcode: 'barcode',
    skala: 'range',
    rentang: 'range',
    slider: 'range',
  },
  ...{
    kelompok: 'begin_group',
    grup: 'begin_group',
    mulai_kelompok: 'begin_group',
    mulai_grup: 'begin_group',
  },
  ...{ awal_kelompok: 'begin_group', awal_grup: 'begin_group', group: 'begin_group', bagian: 'begin_group' },
  ...{
    akhir_kelompok: 'end_group',
    akhir_grup: 'end_group',
    selesai_kelompok: 'end_group',
    tutup_grup: 'end_group',
  },
  ...{
    ulang: 'begin_repeat',
    pengulangan: 'begin_repeat',
    perulangan: 'begin_repeat',
    repeat: 'begin_repeat',
  },
  ...{ mulai_pengulangan: 'begin_repeat', mulai_ulang: 'begin_repeat', awal_ulang: 'begin_repeat' },
  ...{ akhir_pengulangan: 'end_repeat', akhir_ulang: 'end_repeat', selesai_ulang: 'end_repeat' },
  ...{ uang: 'integer', rupiah: 'integer', harga: 'integer', nominal: 'integer', usia: 'integer' },
  ...{
    poligon: 'geoshape',
    paragraf: 'text',
    kalkulasi: 'calculate',
    perhitungan: 'calculate',
    gps: 'geopoint',
  },
  ...{
    begin_kelompok: 'begin_group',
    begin_grup: 'begin_group',
    end_kelompok: 'end_group',
    end_grup: 'end_group',
  },
  ...{ begin_pengulangan: 'begin_repeat', begin_ulang: 'begin_repeat', end_pengulangan: 'end_repeat' },
  ...{ tanggal_dan_waktu: 'dateTime', tanggal_dan_jam: 'dateTime' },
  ...{ boolean: 'select_one ya_tidak', bool: 'select_one ya_tidak', 'ya/tidak': 'select_one ya_tidak' },
  ...{ ya_tidak: 'select_one ya_tidak', yes_no: 'select_one yes_no', 'yes/no': 'select_one yes_no' },
  ...{ hari_ini: 'today', mulai: 'start', selesai: 'end' },
}
const selects: Readonly<Record<string, string>> = {
  ...{ pilihan: 'select_one', pilih: 'select_one', pilih_satu: 'select_one', pilihan_satu: 'select_one' },
  ...{
    pilihan_tunggal: 'select_one',
    pilihan_ganda: 'select_one',
    select: 'select_one',
    dropdown: 'select_one',
  },
  ...{ radio: 'select_one', single_choice: 'select_one', choice: 'select_one', one: 'select_one' },
  ...{ multiple_choice: 'select_one', selectone: 'select_one', select_single: 'select_one' },
  ...{
    pilih_banyak: 'select_multiple',
    pilih_beberapa: 'select_multiple',
    pilihan_banyak: 'select_multiple',
  },
  ...{
    pilihan_majemuk: 'select_multiple',
    pilihan_beberapa: 'select_multiple',
    select_many: 'select_multiple',
  },
  ...{ select_all: 'select_multiple', selectmultiple: 'select_multiple', multiselect: 'select_multiple' },
  ...{ multi_select: 'select_multiple', checkbox: 'select_multiple', centang: 'select_multiple' },
  ...{ select_multi: 'select_multiple', select_more: 'select_multiple', urutan: 'rank', peringkat: 'rank' },
  ...{ urutkan: 'rank', ranking: 'rank' },
}
/** Longest first, so that "pilih banyak l" is not "pilih" with a list called banyak. */
const selectWords = [...Object.keys(selects), 'select_one', 'select_multiple', 'rank'].sort(
  (one, other) => other.length - one.length,
)

/** "pilihan desa", "select_many desa" and "select_one_desa": a select and its list. */
function selectMeant(written: string): string {
  const plain = written.trim().replace(/[\s-]+/g, '_')
  const lower = plain.toLowerCase()
  const glued = /^(select_one|select_multiple)([a-z\d]\S*)$/i.exec(plain)
  if (glued) return `${glued[1]?.toLowerCase()} ${glued[2]}`
  const word = selectWords.find((each) => lower === each || lower.startsWith(`${each}_`))
  if (word === undefined) return ''
  const list = plain.slice(word.length + 1)
  return list === '' && !Object.hasOwn(selects, lower) ? '' : `${selects[word] ?? word} ${list}`.trim()
}

/** The type that was most likely meant: "integr" → integer, "foto" → image, "select_on yes_no" → select_one yes_no. */
export function suggestedType(written: string): string {
  const lower = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  if (Object.hasOwn(words, lower)) return words[lower] ?? ''
  const select = selectMeant(written)
  if (select) return select
  // 'tanggal lahir', 'foto rumah': what it asks for is said after what it is.
  const phrase = Object.keys(words).filter((each) => lower.startsWith(`${each}_`))
  const longest = phrase.sort((one, other) => other.length - one.length)[0]
  const [first = '', ...rest] = written.trim().split(/\s+/)
  const whole = nearest(written, [...plain, ...withWords, ...metadata])
  if (whole || rest.length === 0) return whole
  if (longest) return words[longest] ?? ''
  const word = nearest(first, [...withWords, 'rank'])
  return word.startsWith('select') || word === 'rank'
    ? `${word} ${rest.join(' ')}`
    : word || nearest(first, plain)
}
