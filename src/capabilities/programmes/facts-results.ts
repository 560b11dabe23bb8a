// Facts of what people build and account for: boards, groups, plans, money, resilience, KAT, monitoring.
import { declared, type FactDeclaration } from './fact.ts'

const bodies = [
  ...declared('boards', [
    ['board.form_decided', 'bool', 'bentuk lembaga disepakati', 'form of the board agreed'],
    ['board.statutes_agreed', 'bool', 'AD/ART disepakati', 'statutes agreed'],
    ['board.statutes_notarised', 'bool', 'AD dicatat notaris', 'statutes recorded by a notary'],
    ['board.formed', 'bool', 'lembaga terbentuk', 'board has been formed'],
    [
      'board.in_term',
      'bool',
      'anggota lembaga masih dalam masa bakti',
      'members of the board are in their term',
    ],
    ['board.members', 'int', 'anggota lembaga', 'members of the board'],
    ['board.members_women', 'int', 'perempuan anggota lembaga', 'women on the board'],
    ['board.members_men', 'int', 'laki-laki anggota lembaga', 'men on the board'],
    ['board.members_odd', 'bool', 'jumlah anggota ganjil', 'odd number of members'],
    ['board.units_working', 'int', 'unit pengelola yang bekerja', 'units at work'],
    ['election.<elections>.held', 'bool', 'pemilihan diselenggarakan', 'election has been held'],
    [
      'election.<elections>.after_statutes',
      'bool',
      'diselenggarakan sesudah AD/ART disepakati',
      'held after the statutes were agreed',
    ],
    [
      'election.<elections>.secret_written',
      'bool',
      'tertulis dan rahasia, tanpa calon dan kampanye',
      'written and secret, without candidates or campaign',
    ],
    [
      'election.<elections>.turnout_percent',
      'int',
      'persen warga dewasa yang memilih',
      'percent of adults who voted',
    ],
    [
      'election.<elections>.units_below_turnout',
      'int',
      'basis di bawah batas kehadiran',
      'voting units below the floor',
    ],
    [
      'election.<elections>.elected_women_percent',
      'int',
      'persen perempuan terpilih',
      'percent of women elected',
    ],
    [
      'election.<elections>.result_declared',
      'bool',
      'hasil ditetapkan dengan berita acara',
      'result declared with minutes',
    ],
  ]),
  ...declared('partners', [
    ['partners.working', 'int', 'mitra dengan kerja sama yang berjalan', 'partners at work'],
  ]),
  ...declared('boards', [['tkpk.formed', 'bool', 'TKPK terbentuk', 'TKPK has been formed']]),
  ...declared('groups', [
    ['groups.formed', 'int', 'KSM terbentuk', 'groups formed'],
    ['groups.with_rules', 'int', 'KSM dengan aturan main disepakati', 'groups with agreed rules'],
    ['groups.members', 'int', 'anggota KSM', 'members of groups'],
    ['groups.members_poor_percent', 'int', 'persen anggota KSM yang miskin', 'percent of poor members'],
    ['groups.members_women_percent', 'int', 'persen anggota KSM perempuan', 'percent of women members'],
  ]),
  ...declared('complaints', [
    ['complaints.open', 'int', 'pengaduan belum selesai', 'complaints not settled'],
    ['complaints.settled_percent', 'int', 'persen pengaduan selesai', 'percent of complaints settled'],
  ]),
  ...declared('referrals', [
    ['referrals.made', 'int', 'rujukan dibuat', 'referrals made'],
    ['referrals.answered_percent', 'int', 'persen rujukan dijawab', 'percent of referrals answered'],
  ]),
]

const money = [
  ...declared('planning', [
    ['plan.<plans>.agreed', 'bool', 'rencana disepakati warga', 'plan agreed by residents'],
    [
      'plan.<plans>.acknowledged',
      'bool',
      'rencana diketahui lurah/kepala desa',
      'plan acknowledged by the village head',
    ],
    [
      'plan.<plans>.approved_by_board',
      'bool',
      'rencana disahkan lembaga (BKM/LKM)',
      'plan ratified by the board',
    ],
    ['plan.<plans>.years', 'int', 'jangka waktu rencana (tahun)', 'length of the plan in years'],
    ['plan.<plans>.activities', 'int', 'kegiatan dalam rencana', 'activities in the plan'],
    [
      'plan.<plans>.activities_without_source',
      'int',
      'kegiatan tanpa sumber dana',
      'activities without a source of funds',
    ],
    [
      'plan.<plans>.activities_done_percent',
      'int',
      'persen kegiatan terlaksana',
      'percent of activities done',
    ],
    ['plan.<plans>.grant_percent', 'int', 'persen BLM dalam rencana', 'percent of the grant in the plan'],
    ['plan.<plans>.reviewed', 'bool', 'rencana sudah ditinjau bersama', 'plan reviewed together'],
  ]),
  ...declared('ledger', [
    ['ledger.account_open', 'bool', 'rekening bank dibuka', 'bank account opened'],
    ['ledger.months_unclosed', 'int', 'bulan buku belum ditutup', 'months of books not closed'],
    ['ledger.report_published', 'bool', 'laporan keuangan diumumkan', 'financial report published'],
    ['ledger.audited', 'bool', 'sudah diaudit', 'audited'],
  ]),
  ...declared('grants', [
    ['grants.proposals_verified', 'int', 'usulan terverifikasi', 'proposals verified'],
    ['grants.tranches_disbursed', 'int', 'tahap dana cair', 'tranches disbursed'],
    ['grants.disbursed_percent', 'int', 'persen dana cair', 'percent disbursed'],
    ['grants.used_percent', 'int', 'persen dana dimanfaatkan', 'percent used'],
    ['grants.activities_done', 'int', 'kegiatan selesai', 'activities done'],
    [
      'grants.accountability_accepted',
      'bool',
      'pertanggungjawaban diterima warga',
      'accountability accepted by residents',
    ],
    ['grants.handed_over', 'bool', 'hasil diserahterimakan', 'results handed over'],
  ]),
  ...declared('loans', [
    ['loans.active', 'int', 'pinjaman berjalan', 'loans outstanding'],
    ['loans.at_risk_percent', 'int', 'persen pinjaman berisiko (PAR)', 'portfolio at risk in percent (PAR)'],
    ['loans.repayment_percent', 'int', 'tingkat pengembalian (RR)', 'repayment rate in percent (RR)'],
  ]),
]

const social = [
  ...declared('resilience', [
    [
      'resilience.forum_formed',
      'bool',
      'kelompok kerja ketahanan sosial terbentuk',
      'social resilience working group formed',
    ],
    [
      'resilience.dimensions_with_group',
      'int',
      'dimensi dengan penanggung jawab',
      'dimensions with a group in charge',
    ],
    ['resilience.dimensions_described', 'int', 'dimensi yang sudah digambarkan', 'dimensions described'],
    [
      'resilience.guideline_acknowledged',
      'bool',
      'pedoman ditandatangani pengelola dan pendamping',
      'guideline signed by managers and companions',
    ],
    ['resilience.stimulant_received', 'bool', 'stimulan diterima', 'stimulant received'],
    ['resilience.monitoring_visits', 'int', 'kunjungan pemantauan', 'monitoring visits'],
    [
      'resilience.evaluation_discussed',
      'bool',
      'hasil evaluasi dibahas warga',
      'evaluation discussed with residents',
    ],
  ]),
  ...declared('kat', [
    ['kat.category', 'text', 'kategori KAT', 'KAT category', ['i', 'ii', 'iii']],
    ['kat.families', 'int', 'keluarga KAT di lokasi', 'KAT families at the site'],
    ['kat.consent_recorded', 'bool', 'persetujuan komunitas dicatat', 'consent of the community recorded'],
    ['kat.designated', 'bool', 'lokasi ditetapkan', 'site designated'],
    [
      'kat.designation_coordinated',
      'bool',
      'penetapan dikoordinasikan dengan lintas sektor',
      'designation co-ordinated with other sectors',
    ],
    ['kat.activity.<activities>.done', 'bool', 'kegiatan KAT terlaksana', 'KAT activity done'],
    [
      'kat.activity.<activities>.not_needed',
      'bool',
      'kegiatan tidak diperlukan di lokasi ini, dengan alasan',
      'activity not needed at this site, with the reason',
    ],
    [
      'kat.activity.<activities>.families',
      'int',
      'keluarga yang menerima kegiatan ini',
      'families reached by this activity',
    ],
    [
      'kat.activity.<activities>.participants_inside',
      'int',
      'peserta warga KAT',
      'participants from the KAT community',
    ],
    [
      'kat.activity.<activities>.participants_outside',
      'int',
      'peserta warga luar KAT',
      'participants from outside the KAT community',
    ],
    ['kat.check.<checks>', 'bool', 'ciri kawasan mandiri terpenuhi', 'mark of a self-reliant area is there'],
    [
      'kat.supplies_ready',
      'bool',
      'bahan sarana dan prasarana kawasan tersedia',
      'supplies for the area are there',
    ],
    ['kat.services_built', 'int', 'pelayanan sosial dasar yang dibangun', 'basic social services built'],
    [
      'kat.services_at_border',
      'bool',
      'pelayanan berada di perbatasan kedua komunitas',
      'services stand where the two communities meet',
    ],
    [
      'kat.service.<services>.shared',
      'bool',
      'pelayanan dinikmati bersama',
      'service enjoyed by both communities',
    ],
    ['kat.handed_over', 'bool', 'diserahterimakan ke pemerintah daerah', 'handed over to local government'],
  ]),
  ...declared('monitoring', [
    ['monitoring.visits', 'int', 'kunjungan pemantauan', 'monitoring visits'],
    ['monitoring.evaluation_done', 'bool', 'evaluasi selesai', 'evaluation done'],
    ['monitoring.report_published', 'bool', 'laporan diumumkan', 'report published'],
  ]),
  ...declared('risks', [
    ['risks.assessed', 'bool', 'ancaman dan kerentanan dikaji', 'threats and vulnerability assessed'],
  ]),
]

export const resultFacts: readonly FactDeclaration[] = [...bodies, ...money, ...social]
