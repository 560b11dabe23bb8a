// What the list says on its screens, from a proposal to its adoption.
import { texts } from '../../../../kernel/text.ts'

export const listTexts = texts({
  'list.stage-proposed': ['Usulan', 'Proposed'],
  'list.stage-shown': ['Diumumkan, masa keberatan berjalan', 'Shown, objections are heard'],
  'list.stage-heard': ['Diumumkan, masa keberatan selesai', 'Shown, the period is over'],
  'list.stage-adopted': ['Ditetapkan', 'Adopted'],
  'list.edition': ['Edisi {edition}', 'Edition {edition}'],
  'list.families': ['Keluarga dalam daftar', 'Families on the list'],
  'list.families-note': ['{rt} RT', '{rt} RT'],
  'list.until': ['Keberatan sampai', 'Objections until'],
  'list.until-note': ['sejak {on}', 'since {on}'],
  'list.objections': ['Keberatan', 'Objections'],
  'list.objections-none': ['belum ada', 'none yet'],
  'list.objections-open': ['{count} belum dijawab', '{count} not answered'],
  'list.objections-done': ['semua dijawab', 'all answered'],
  'list.look-at': ['Perlu dilihat', 'To look at'],
  'list.look-at-note': ['sebelum diumumkan', 'before it is shown'],
  'list.unseen': [
    'Nama keluarga hanya terlihat oleh fasilitator, relawan, sekretaris dan kepala desa.',
    'Whose families they are is seen by facilitator, volunteers, secretary and village head.',
  ],

  'list.show-do': ['Umumkan kepada warga', 'Show it to the residents'],
  'list.show-again': ['Umumkan lagi', 'Show it again'],
  'list.object-do': ['Catat keberatan', 'Take an objection'],
  'list.adopt-do': ['Tetapkan di rembug', 'Adopt it in a meeting'],
  'list.print': ['Cetak', 'Print'],
  'list.revise': ['Mulai edisi baru', 'Begin a new edition'],
  'list.revise-why': [
    'Edisi yang ditetapkan tetap berlaku sampai edisi baru ditetapkan di rembug.',
    'The adopted edition stands until the new one is adopted in a meeting.',
  ],
  'list.revise-reason': ['Mengapa daftar diubah', 'Why the list is changed'],
  'list.revised': ['Edisi baru dimulai', 'A new edition has begun'],
  'list.revising': [
    'Edisi {edition} sedang disusun: {reason}',
    'Edition {edition} is in the making: {reason}',
  ],
  'list.standing': [
    'Edisi {edition} tetap berlaku: {count} keluarga, ditetapkan {on}.',
    'Edition {edition} still stands: {count} families, adopted on {on}.',
  ],
  'list.despite': [
    'Ditetapkan meski belum selesai: {reason}',
    'Adopted although not all was settled: {reason}',
  ],

  'show.title': ['Umumkan daftar', 'Show the list'],
  'show.why': [
    'Papan pengumuman memuat nomor per RT, tanpa nama. Setiap keluarga di desa menerima nomornya sendiri pada secarik kertas.',
    'The board holds numbers by RT and no names. Every family of the village is handed its own number on a slip.',
  ],
  'show.on': ['Diumumkan pada', 'Shown on'],
  'show.days': ['Masa keberatan (hari)', 'Days for objections'],
  'show.days-hint': [
    'Usulan {usual} hari, perlu verifikasi: belum ada sumbernya. Antara {min} dan {max}.',
    '{usual} days are proposed, to be verified: no source says so. Between {min} and {max}.',
  ],
  'show.days-sourced': [
    'Menurut program: {usual} hari. Antara {min} dan {max}.',
    'By the programme: {usual} days. Between {min} and {max}.',
  ],
  'show.until': [
    'Keberatan didengar sampai akhir {until}.',
    'Objections are heard until the end of {until}.',
  ],
  'show.again': ['Masa keberatan dihitung dari awal.', 'The period begins anew.'],
  'show.no-criteria': [
    'Kriterianya belum disepakati di rembug; warga akan bertanya menurut apa daftar ini disusun.',
    'The criteria were not agreed in a meeting; residents will ask what the list goes by.',
  ],
  'show.submit': ['Umumkan', 'Show it'],
  'show.done': ['Daftar diumumkan', 'The list is shown'],

  'line.in': ['Masukkan', 'Take in'],
  'line.out': ['Keluarkan', 'Take out'],
  'line.in-title': ['Masukkan {name}', 'Take {name} in'],
  'line.out-title': ['Keluarkan {name}', 'Take {name} out'],
  'line.reason': ['Alasan', 'Reason'],
  'line.reason-hint': [
    'Tersimpan pada keluarga ini, tidak diumumkan.',
    'Kept with this family, shown to nobody else.',
  ],
  'line.saved': ['Tersimpan', 'Saved'],
  'line.answers': ['Jawaban', 'Answers'],
  'line.answers-of': ['Jawaban {name}', 'Answers of {name}'],
  'line.poor': [
    'Miskin menurut ukuran, kekurangan {percent} persen',
    'Poor by the measure, {percent} percent lacking',
  ],
  'line.poor-class': ['Miskin menurut ukuran', 'Poor by the measure'],
  'line.not-poor': [
    'Tidak miskin menurut ukuran, kekurangan {percent} persen',
    'Not poor by the measure, {percent} percent lacking',
  ],
  'line.not-poor-class': ['Tidak miskin menurut ukuran', 'Not poor by the measure'],
  'line.ranked': ['Ranking warga: nilai {score}, golongan {group}', 'Ranking: score {score}, group {group}'],
  'line.decided-in': ['Dimasukkan {on}: {reason}', 'Taken in on {on}: {reason}'],
  'line.decided-out': ['Dikeluarkan {on}: {reason}', 'Taken out on {on}: {reason}'],
  'line.objection': ['Keberatan diterima {on}: {reason}', 'Objection upheld on {on}: {reason}'],
  'line.method': ['Dari {method}', 'By {method}'],
  'line.differs-measure': [
    'Ukuran menyebut miskin, ranking warga tidak',
    'The measure says poor, the ranking does not',
  ],
  'line.differs-ranking': [
    'Ranking warga menyebut miskin, ukuran tidak',
    'The ranking says poor, the measure does not',
  ],
  'line.twice': ['Nama yang sama di RT lain: {where}', 'The same name in another RT: {where}'],
  'line.number': ['Nomor {number}', 'Number {number}'],

  'list.show-doubted': ['Yang perlu dilihat', 'Those to look at'],
  'list.show-unlisted': ['Yang tidak terdaftar', 'Those not on the list'],
  'list.none-found': ['Tidak ada keluarga yang cocok', 'No family fits'],
  'list.machine': [
    'Ukuran dan ranking hanya mengusulkan. Yang menetapkan adalah warga.',
    'Measure and ranking only propose. It is the residents who decide.',
  ],
})
