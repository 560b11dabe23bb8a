// People and a meeting that do not exist, with everything that makes paper hard: long names, sixty attendees,
// seventeen signatories, poor residents whose poverty must not be seen.

import type { Letter } from '../../src/capabilities/letters/letter.ts'
import type { Letterhead } from '../../src/capabilities/letters/letterhead.ts'
import type { Attendance } from '../../src/capabilities/meetings/attendance.ts'
import type { Meeting } from '../../src/capabilities/meetings/meeting.ts'
import type { PaperSetting } from '../../src/capabilities/meetings/print/paper-facts.ts'
import { newId } from '../../src/kernel/id.ts'

const logo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABMEAAAAACoUDI6AAACg0lEQVRo3u2aO3LDIBCGUcaNbsCd3KhJ4Vrncq2WRnfSDVw6BaNhgV2xD0ZKIZo4Do9v/30IQYbvr7u0/Vy7/A3g3AP+Mq5nLft5/hsFboDLAR741ylIejYsyC9X4Aa4AS4HeNiGB++cc9N2EUDwr7dzzi2zHsHkgrh8+nk6QI9mAIj+rz+fBgCF1ztBDVDarNVADVDarNXAHITLbNNACZAWsxQhNcBegKL9uwY6JxhdMG1QA40TVACUrRoNTArs4qdAPAWgDkCLExQAMABLLeROEAPgCXji47hlo/QFVwiQ7C8DT1sR1VlQiq51ghAAC8BSA1kgigCOxdUlowgA2hb8uI5r8MGP6/4Z69dqAzymSxGMvx3zI7w1XnVEIxGW31cAIBGW35cNkFeAZV7mfS+QPmmqATsGyr8Fj2e+ZA6BAnUFpAqP9NEsroStiietBkyAowpIacALRBaA7PEi0yADaNtn3YTv6yQ0QgGcnRtgeD84ZzIkS8O03y+TSHoSgvXHEzQ7IaEXmDYq76n+3J6FC+hKZvU+tZcis8By7CKZrwDoE+XHLV+jUiAJ1PMCJ81VZkgFAPn0Jz95wxOQAICMr3cPBJjcdYUYsJtTKL796uJ4NjQLIKc1EuB4rEKiANPWCyFfHssxog7kXbWRkI/DU3ygb89zy6WxAEPvaPzBfiAfAl88OI23fGNDkg/jJ2XwfPWG1j8wlCHYckUpfWtEc0sWd/0QKHhaiXL5ZW4BNxXArcJSitdLBRAtr7WB28/6ccvLGzYAvsgyTxv1PW9WAQCuA9YkNUP4ZvR5tnbG7bAzKRAbJnpcXL6jUgHElrtDe3doAIgPm9fbcm1pBOjR/gDnVQtdPLAj7wAAAABJRU5ErkJggg=='

export const head: Letterhead = {
  id: newId(),
  office: 'village',
  version: 1,
  upper: ['Pemerintah Kota Yogyakarta', 'Kemantren Danurejan'],
  name: 'Kelurahan Tegal Panggung',
  address: 'Jalan Juminahan Nomor 24, Yogyakarta 55212',
  contact: 'Telepon (0274) 000000',
  logo,
  city: 'Yogyakarta',
  headTitle: 'Lurah Tegal Panggung',
  headName: 'Raden Roro Sri Rejeki Wulandari, S.I.P.',
  headNumber: '19750412 199803 2 004',
  numbering: { format: '{klasifikasi}/{urut}/{unit}/{bulan}/{tahun}', unit: 'TGP', pad: 3, seriesBy: 'all' },
  kinds: [],
}

export const setting: PaperSetting = {
  village: 'Kelurahan Tegal Panggung',
  place: '34.71.04.1002',
  zone: 'WIB',
  programmes: ['Proyek Penanggulangan Kemiskinan di Perkotaan (P2KP)'],
  others: [],
  elements: new Map([
    ['rt_heads', 'Ketua RT'],
    ['rw_heads', 'Ketua RW'],
    ['community_leaders', 'Tokoh masyarakat'],
    ['poor_residents', 'Warga miskin'],
    ['village_apparatus', 'Perangkat kelurahan'],
    ['volunteers', 'Relawan'],
  ]),
  options: new Map([['siap', 'warga siap melaksanakan P2KP']]),
  question: 'Apakah warga siap melaksanakan P2KP sesuai proses dan ketentuannya?',
}

const names = [
  'Sutarjo',
  'Hj. Marsiyem',
  'Muhammad Arifin',
  'Wagiyem',
  'Ust. Abdul Karim bin Salim',
  'Bambang Sulistyo',
  'Theresia Maria Goreti Kusumaningtyas Wijayaningrum Puspitasari',
  'Tukinem',
  'Raden Mas Haryo Kusumo Widagdo Prawirodirjo Hadiningrat',
  'Sari',
]

export function people(count: number): Attendance[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `a${String(at).padStart(4, '0')}`,
    meeting: 'm',
    person: null,
    name: names[at % names.length] as string,
    sex: at % 3 === 0 ? 'male' : 'female',
    poor: at % 4 === 0,
    elements: [
      ...(at % 5 === 0 ? ['rt_heads'] : []),
      ...(at % 4 === 0 ? ['poor_residents'] : []),
      ...(at % 11 === 0 ? ['community_leaders'] : []),
    ],
    localPlace: null,
    localPlaceText: `RT ${String(1 + (at % 21)).padStart(2, '0')}/RW ${String(1 + (at % 7)).padStart(2, '0')}`,
    walkIn: false,
    checkedInBy: 'name',
    at: '2012-10-17T12:00:00.000Z',
    withdrawn: null,
  }))
}

const by = { at: '2012-10-17T14:00:00.000Z', by: '' }

export const meeting: Meeting = {
  id: 'm',
  enrolment: null,
  group: 'meeting',
  kind: 'rkm',
  batch: null,
  day: null,
  expected: null,
  title: 'Rembug Kesiapan Masyarakat',
  agenda: [
    'Pembukaan oleh Lurah',
    'Penjelasan umum P2KP oleh tim fasilitator',
    'Tanya jawab warga tentang kemiskinan di kampung sendiri',
    'Pernyataan kesiapan atau penolakan warga',
    'Rencana tindak lanjut: perekrutan relawan',
  ],
  placeText: 'Balai RW 05',
  localPlace: null,
  date: '2012-10-17',
  start: '19:30',
  end: '22:10',
  organiser: 'Lurah Tegal Panggung',
  invitees: [],
  code: 'ABC234',
  state: 'closed',
  invitation: null,
  postponements: [],
  cancellation: null,
  opened: by,
  headCount: null,
  closing: {
    ...by,
    tally: {
      mode: 'by-name',
      total: 60,
      women: 40,
      men: 20,
      poor: 15,
      elements: { rt_heads: 12, poor_residents: 15, community_leaders: 6 },
      walkIns: 4,
    },
  },
  chair: 'Bambang Sulistyo',
  notulis: 'Theresia Maria Goreti Kusumaningtyas Wijayaningrum',
  minutes:
    'Rembug dibuka Lurah pukul 19.45. Tim fasilitator menjelaskan asal-usul, prinsip, dan nilai P2KP serta delapan langkah siklusnya.\n\nWarga bertanya tentang syarat bantuan, peran relawan, dan siapa yang menentukan keluarga miskin. Dijelaskan bahwa warga sendiri yang menyusun kriterianya, lalu memetakannya bersama-sama, tanpa pamrih dan terbuka bagi siapa saja.',
  decision: {
    option: 'siap',
    text: 'Kesiapan ini berlaku untuk seluruh tahapan, dan ditinjau kembali setiap tahun.',
    consensus: true,
    votes: null,
  },
  decisions: [
    'Perekrutan relawan di setiap RT, sedapat mungkin separuhnya perempuan',
    'Perangkat kelurahan, wakil warga miskin, dan tokoh masyarakat bersama mengajukan surat permintaan bantuan teknik',
    'Pengumuman hasil rembug di papan informasi setiap RW',
  ].map((text, at) => ({
    id: `d${at}`,
    number: at + 1,
    text,
    responsible: ['Ketua RW 01 sampai RW 16', 'Lurah', ''][at] as string,
    due: ['2012-11-01', '2012-10-24', null][at] as string | null,
    done: null,
  })),
  acknowledgement: null,
  documents: [],
  photos: [],
  amendments: [],
  version: 3,
}

export const letter: Letter = {
  id: newId(),
  office: 'village',
  letterhead: head.id,
  enrolment: null,
  kind: 'assistance_request',
  classification: '400.10.2',
  series: 'village',
  year: 2012,
  number: 12,
  text: '400.10.2/012/TGP/X/2012',
  date: '2012-10-22',
  subject: 'Permintaan bantuan teknik pelaksanaan P2KP',
  addressee: ['Pimpinan KMW Daerah Istimewa Yogyakarta', 'Kepala Bappeda Kota Yogyakarta'],
  body: {
    attachments: '1 (satu) berkas',
    salutation: 'Dengan hormat,',
    paragraphs: [
      'Berdasarkan Rembug Kesiapan Masyarakat yang diselenggarakan pada hari Rabu, 17 Oktober 2012 di Balai RW 05 dan dihadiri 60 (enam puluh) warga, terdiri atas 40 (empat puluh) perempuan dan 20 (dua puluh) laki-laki, di antaranya 15 (lima belas) warga miskin, warga Kelurahan Tegal Panggung telah bermusyawarah dan memutuskan: warga siap melaksanakan P2KP.',
      'Sehubungan dengan keputusan itu, kami perangkat kelurahan, wakil warga miskin, dan tokoh masyarakat bersama-sama mengajukan permintaan bantuan teknik, termasuk penugasan tim fasilitator.',
      'Sebagai kelengkapan kami lampirkan berita acara nomor 000.1.5/011/TGP/X/2012 beserta daftar hadirnya.',
      'Demikian permintaan ini kami sampaikan. Atas perhatian dan kerja samanya kami ucapkan terima kasih.',
    ],
    basis: null,
    signatories: [
      { capacity: 'Wakil warga miskin', name: 'Wagiyem' },
      { capacity: 'Tokoh masyarakat', name: '' },
      { capacity: 'Tokoh agama', name: 'Ust. Abdul Karim bin Salim' },
    ],
    copies: ['Camat Danurejan', 'Arsip'],
  },
  about: [],
  state: 'issued',
  sendings: [],
  acknowledgement: null,
  cancellation: null,
  version: 1,
}

export const signatories17 = Array.from({ length: 17 }, (_, at) => ({
  capacity: ['Ketua RW', 'Tokoh agama', 'Tokoh perempuan', 'Ketua RT', 'Wakil warga miskin'][
    at % 5
  ] as string,
  name: at % 4 === 3 ? '' : (names[(at * 3) % names.length] as string),
}))
