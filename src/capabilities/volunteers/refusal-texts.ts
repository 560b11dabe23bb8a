// What the rules of volunteers say when they say no.
import { texts } from '../../kernel/text.ts'

export const volunteersRefusals = texts({
  'volunteers.no-such-enrolment': [
    'Program ini tidak ada di desa ini.',
    'This programme is not taken up in this village.',
  ],
  'volunteers.enrolment-not-running': [
    'Program ini tidak sedang berjalan, jadi daftar relawannya tidak dapat diubah.',
    'This programme is not running, so its volunteers cannot be changed.',
  ],
  'volunteers.no-such-volunteer': [
    'Relawan ini tidak ada di desa ini.',
    'There is no such volunteer in this village.',
  ],
  'volunteers.no-such-team': ['Tim ini tidak ada di desa ini.', 'There is no such team in this village.'],
  'volunteers.no-such-person': [
    'Warga ini tidak ada dalam data warga desa.',
    'This person is not on record in the village.',
  ],
  'volunteers.person-not-here': [
    '{name} tercatat sudah pindah atau meninggal.',
    '{name} is on record as moved away or died.',
  ],
  'volunteers.no-such-local-place': [
    'RT ini tidak ada dalam data desa.',
    'This RT is not on record in the village.',
  ],
  'volunteers.local-place-closed': [
    'RT ini sudah ditutup. Pilih RT yang masih ada.',
    'This RT is closed. Choose one in use.',
  ],
  'volunteers.already-volunteer': [
    '{name} sudah terdaftar sebagai relawan program ini.',
    '{name} is a volunteer of this programme already.',
  ],
  'volunteers.same-person-twice': [
    '{name} disebut dua kali dalam daftar ini.',
    '{name} is named twice in this list.',
  ],
  'volunteers.same-id-twice': [
    'Ada baris yang sama dua kali dalam daftar ini.',
    'A line stands twice in this list.',
  ],
  'volunteers.roll-full': [
    'Daftar relawan paling banyak {most} nama.',
    'A roll holds at most {most} volunteers.',
  ],
  'volunteers.not-a-phone': [
    'Nomor telepon hanya angka, 8 sampai 20 digit, boleh diawali tanda tambah.',
    'A telephone number is digits only, 8 to 20 of them, perhaps with a plus in front.',
  ],
  'volunteers.day-ahead': [
    'Tanggal {on} belum tiba (hari ini {today}).',
    '{on} has not come yet (today is {today}).',
  ],
  'volunteers.before-enrolment': [
    'Tanggal {on} sebelum program dimulai di desa ini ({started}).',
    '{on} is before the programme started in this village ({started}).',
  ],
  'volunteers.before-registration': [
    'Tanggal mundur ({on}) sebelum tanggal terdaftar ({registered}).',
    'The day of stepping back ({on}) is before the day of registration ({registered}).',
  ],
  'volunteers.before-formation': [
    'Tanggal bubar ({on}) sebelum tim dibentuk ({formed}).',
    'The team cannot be dissolved on {on}, before it was formed ({formed}).',
  ],
  'volunteers.changed-meanwhile': [
    'Isian {field} sudah diubah orang lain menjadi "{theirs}"; isian Anda "{yours}".',
    'Somebody else changed {field} to "{theirs}" meanwhile; yours is "{yours}".',
  ],
  'volunteers.is-withdrawn': ['Relawan ini sudah mundur pada {on}.', 'This volunteer stepped back on {on}.'],
  'volunteers.unknown-team': [
    'Program ini tidak mengenal jenis tim "{kind}".',
    'This programme has no team of the kind "{kind}".',
  ],
  'volunteers.team-name-taken': [
    'Sudah ada tim sejenis bernama "{name}".',
    'There is a team of this kind named "{name}" already.',
  ],
  'volunteers.team-dissolved': ['Tim ini sudah dibubarkan pada {on}.', 'This team was dissolved on {on}.'],
  'volunteers.member-twice': [
    '{name} disebut dua kali dalam tim ini.',
    '{name} is named twice in this team.',
  ],
  'volunteers.member-not-on-roll': [
    'Anggota tim harus relawan terdaftar program ini.',
    'Members of a team must be volunteers of this programme.',
  ],
  'volunteers.member-withdrawn': [
    '{name} sudah mundur sebagai relawan. Keluarkan dari tim, atau daftarkan lagi.',
    '{name} has stepped back as a volunteer. Take them out of the team, or register them again.',
  ],
  'volunteers.one-coordinator': ['Koordinator tim hanya satu orang.', 'A team has one coordinator.'],
  'volunteers.one-secretary': ['Sekretaris tim hanya satu orang.', 'A team has one secretary.'],
  'volunteers.one-treasurer': ['Bendahara tim hanya satu orang.', 'A team has one treasurer.'],
  'volunteers.no-such-meeting': [
    'Rembug yang membentuk tim ini tidak ada pada program ini.',
    'The meeting said to have formed this team is not one of this programme.',
  ],
  'volunteers.not-on-roll': [
    '{count} orang tidak ada dalam daftar relawan program ini.',
    '{count} person is not on the roll of this programme.|{count} people are not on the roll of this programme.',
  ],
  'volunteers.already-acknowledged': [
    'Semua relawan dalam daftar ini sudah diketahui lurah/kepala desa.',
    'The village head has acknowledged everybody on this roll already.',
  ],
  'volunteers.nobody-to-acknowledge': [
    'Yang baru dalam daftar ini sudah mundur semua.',
    'Everybody new on this roll has stepped back.',
  ],
  'volunteers.unknown-training': [
    'Program ini tidak mengenal pelatihan "{kind}".',
    'This programme has no training "{kind}".',
  ],
  'volunteers.certificate-twice': ['Ada relawan yang disebut dua kali.', 'A volunteer is named twice.'],
  'volunteers.certified-already': [
    '{name} sudah mempunyai sertifikat pelatihan ini.',
    '{name} has a certificate of this training already.',
  ],
  'volunteers.days-missed': [
    '{name} belum mengikuti semua hari pelatihan ({days} dari {needed}), atau angkatannya belum selesai.',
    '{name} has not attended every day ({days} of {needed}), or the batch is not over.',
  ],
  'volunteers.certificate-too-early': [
    'Tanggal sertifikat ({on}) sebelum hari terakhir pelatihan ({last}).',
    'The certificate ({on}) is dated before the last day of training ({last}).',
  ],
})
