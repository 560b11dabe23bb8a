// Facts of how people come together: programmes, meetings, volunteers, people, letters, and what they find out.
import { declared, type FactDeclaration, type FactRow } from './fact.ts'

/** Acknowledged by an account, or on paper and checked by a second person; the others say which, and that a paper waits. */
function acknowledged(prefix: string, id: string, en: string): FactRow[] {
  return [
    [`${prefix}.acknowledged`, 'bool', id, en],
    [`${prefix}.acknowledged_on_paper`, 'bool', `${id} di kertas`, `${en} on paper`],
    [
      `${prefix}.acknowledged_unchecked`,
      'bool',
      `${id} di kertas, belum diperiksa`,
      `${en} on paper, not checked yet`,
    ],
  ]
}

const attendees = (prefix: string): FactRow[] => [
  [`${prefix}.held`, 'bool', 'sudah diselenggarakan', 'has been held'],
  [`${prefix}.held_count`, 'int', 'berapa kali diselenggarakan', 'how many times held'],
  [`${prefix}.first_held_on`, 'date', 'tanggal pertama diselenggarakan', 'first held on'],
  [`${prefix}.last_held_on`, 'date', 'tanggal terakhir diselenggarakan', 'last held on'],
  [`${prefix}.attendees.total`, 'int', 'jumlah yang hadir', 'people present'],
  [`${prefix}.attendees.women`, 'int', 'perempuan yang hadir', 'women present'],
  [`${prefix}.attendees.men`, 'int', 'laki-laki yang hadir', 'men present'],
  [`${prefix}.attendees.poor`, 'int', 'warga miskin yang hadir', 'poor residents present'],
  [`${prefix}.attendees.women_percent`, 'int', 'persen perempuan yang hadir', 'percent of women present'],
  [
    `${prefix}.attendees.poor_percent`,
    'int',
    'persen warga miskin yang hadir',
    'percent of poor residents present',
  ],
  ...acknowledged(prefix, 'diketahui lurah/kepala desa', 'acknowledged by the village head'),
]

const programmes = declared('programmes', [
  ['number.<number>', 'int', 'angka ketentuan program', 'number set by the programme'],
  ['bounds.<number>.min', 'int', 'paling sedikit', 'at least'],
  ['bounds.<number>.max', 'int', 'paling banyak', 'at most'],
  ['stage.<stage>.closed', 'bool', 'tahap sudah ditutup', 'stage is closed'],
  ['stage.<stage>.closed_on', 'date', 'tanggal tahap ditutup', 'stage closed on'],
  ['stage.<stage>.from_archive', 'bool', 'tahap ditutup dari arsip', 'stage closed from the archive'],
  ['eligibility.<question>', 'bool', 'jawaban syarat lokasi', 'answer to a condition of the place'],
  ['enrolment.started_on', 'date', 'tanggal program dimulai', 'programme started on'],
  ['enrolment.category', 'text', 'kategori lokasi', 'category of the place'],
])

/** What the minutes of whatever is held as a meeting show. */
const minuted = (prefix: string): FactRow[] => [
  ...attendees(prefix),
  [`${prefix}.elements.<element>`, 'int', 'yang hadir dari unsur ini', 'people present from this element'],
  [`${prefix}.elements_present`, 'int', 'jumlah unsur yang hadir', 'elements present'],
  [`${prefix}.documents.<document>`, 'bool', 'dokumen rembug ada', 'document of the meeting is there'],
  [
    `${prefix}.minutes_signed`,
    'bool',
    'pindaian berita acara bertanda tangan ada',
    'scan of the signed minutes is there',
  ],
  [
    `${prefix}.minutes_signed_unchecked`,
    'bool',
    'berita acara di kertas, belum diperiksa',
    'minutes on paper, not checked yet',
  ],
]

const meetings = declared('meetings', [
  ...minuted('meeting.<meetings>'),
  ...minuted('workshop.<workshops>'),
  ['workshop.<workshops>.agreed_points', 'int', 'butir kesepakatan', 'points agreed'],
  [
    'workshop.<workshops>.follow_up_agreed',
    'bool',
    'rencana tindak lanjut disepakati',
    'follow-up plan agreed',
  ],
  ['meeting.<meetings>.decision', 'text', 'keputusan rembug', 'decision of the meeting'],
  ['meeting.<meetings>.decided_on', 'date', 'hari keputusan rembug', 'day the meeting decided'],
])

const volunteers = declared('volunteers', [
  ['volunteers.registered', 'int', 'relawan terdaftar', 'volunteers registered'],
  ['volunteers.women', 'int', 'relawan perempuan', 'women volunteers'],
  ['volunteers.men', 'int', 'relawan laki-laki', 'men volunteers'],
  ['volunteers.poor', 'int', 'relawan dari warga miskin', 'volunteers from poor households'],
  ['volunteers.women_percent', 'int', 'persen relawan perempuan', 'percent of women volunteers'],
  [
    'volunteers.by_rt_coverage_percent',
    'int',
    'persen RT yang punya relawan',
    'percent of RT with a volunteer',
  ],
  ...acknowledged(
    'volunteers',
    'daftar relawan diketahui lurah/kepala desa',
    'roll of volunteers acknowledged by the village head',
  ),
  ['team.<teams>.formed', 'bool', 'tim sudah dibentuk', 'team has been formed'],
  ['team.<teams>.members', 'int', 'anggota tim', 'members of the team'],
  ['team.<teams>.women', 'int', 'perempuan dalam tim', 'women in the team'],
  ['team.<teams>.poor', 'int', 'warga miskin dalam tim', 'poor residents in the team'],
  [
    'training.<trainings>.days_held',
    'int',
    'hari pelatihan yang sudah ditutup dalam satu angkatan',
    'days of training closed in one batch',
  ],
  ['training.<trainings>.batches', 'int', 'angkatan pelatihan', 'batches of training'],
  ['training.<trainings>.last_held_on', 'date', 'hari terakhir pelatihan', 'last day of training'],
  [
    'training.<trainings>.trained',
    'int',
    'peserta yang mengikuti semua hari',
    'people who attended every day',
  ],
  [
    'training.<trainings>.trained_volunteers',
    'int',
    'relawan dalam daftar yang mengikuti semua hari',
    'volunteers on the roll who attended every day',
  ],
  [
    'training.<trainings>.trained_volunteers_percent',
    'int',
    'persen relawan dalam daftar yang mengikuti semua hari',
    'percent of volunteers on the roll who attended every day',
  ],
  [
    'training.<trainings>.trained_women',
    'int',
    'perempuan yang mengikuti semua hari',
    'women who attended every day',
  ],
  [
    'training.<trainings>.trained_percent',
    'int',
    'persen peserta yang mengikuti semua hari',
    'percent who attended every day',
  ],
  [
    'training.<trainings>.documents.<document>',
    'bool',
    'dokumen pelatihan ada',
    'document of the training is there',
  ],
  ...acknowledged(
    'training.<trainings>',
    'pelatihan diketahui lurah/kepala desa',
    'training acknowledged by the village head',
  ),
])

const places = [
  ...declared('observations', [['observation.<outcome>', 'int', 'catatan pengamatan', 'observations noted']]),
  ...declared('people', [
    ['people.residents', 'int', 'penduduk tercatat', 'residents on record'],
    ['people.adults', 'int', 'penduduk dewasa tercatat', 'adults on record'],
    ['people.households', 'int', 'keluarga tercatat', 'households on record'],
    ['people.poor_households', 'int', 'keluarga miskin tercatat', 'poor households on record'],
  ]),
  ...declared('letters', [
    ['letter.<letters>.issued', 'bool', 'surat sudah diterbitkan', 'letter has been issued'],
    ['letter.<letters>.issued_on', 'date', 'tanggal surat', 'date of the letter'],
    ['letter.<letters>.sent', 'bool', 'surat sudah dikirim', 'letter has been sent'],
    ['letter.<letters>.sent_on', 'date', 'tanggal surat dikirim', 'letter sent on'],
    [
      'letter.<letters>.signed_by_all',
      'bool',
      'surat ditandatangani semua yang tercantum',
      'letter signed by all who are on it',
    ],
    [
      'letter.<letters>.signed_by_all_unchecked',
      'bool',
      'surat bertanda tangan di kertas, belum diperiksa',
      'signed letter on paper, not checked yet',
    ],
    ['letter.<letters>.received', 'bool', 'tanda terima surat ada', 'receipt of the letter is there'],
    ['letter.<letters>.answered', 'bool', 'surat sudah dijawab', 'letter has been answered'],
    ...acknowledged(
      'letter.<letters>',
      'surat diketahui lurah/kepala desa',
      'letter acknowledged by the village head',
    ),
    ['document.<documents>.registered', 'bool', 'dokumen tercatat', 'document is on record'],
    [
      'document.<documents>.registered_unchecked',
      'bool',
      'dokumen di kertas, belum diperiksa',
      'document on paper, not checked yet',
    ],
    ['document.<documents>.dated', 'date', 'tanggal dokumen', 'date of the document'],
    ['document.<documents>.in_force', 'bool', 'dokumen berlaku', 'document is in force'],
  ]),
]

const findings = [
  ...declared('workshops', [
    [
      'workshop.<workshops>.aspirations',
      'int',
      'aspirasi warga miskin dan marjinal yang dicatat',
      'aspirations of poor and marginal people on record',
    ],
    ['workshop.<workshops>.themes_discussed', 'int', 'tema yang sudah dibahas', 'themes discussed'],
    [
      'workshop.<workshops>.rankings',
      'int',
      'ranking kesejahteraan yang ditetapkan pleno',
      'wealth rankings settled by a plenary',
    ],
    ['workshop.<workshops>.charts', 'int', 'bagan PRA', 'PRA charts'],
  ]),
  ...declared('surveys', [
    ['survey.<surveys>.completed', 'bool', 'survei selesai', 'survey is complete'],
    ['survey.<surveys>.respondents', 'int', 'responden', 'respondents'],
    ['survey.<surveys>.coverage_percent', 'int', 'persen yang terdata', 'percent covered'],
    ['survey.<surveys>.result_agreed', 'bool', 'hasil disepakati warga', 'result agreed by residents'],
    ['survey.<surveys>.criteria_agreed', 'bool', 'kriteria disepakati warga', 'criteria agreed by residents'],
    ['survey.<surveys>.listed', 'int', 'keluarga dalam daftar hasil', 'households on the resulting list'],
    ['survey.<surveys>.list_shown', 'bool', 'daftar diumumkan kepada warga', 'list shown to residents'],
    [
      'survey.<surveys>.objections_open',
      'int',
      'keberatan yang belum dijawab',
      'objections not answered yet',
    ],
    ['survey.<surveys>.households_surveyed', 'int', 'keluarga yang sudah didata', 'households surveyed'],
    ['survey.<surveys>.households_known', 'int', 'keluarga yang harus didata', 'households to be surveyed'],
    ['survey.<surveys>.approved_percent', 'int', 'persen isian disetujui', 'percent of submissions approved'],
    [
      'survey.<surveys>.rt_coverage_percent',
      'int',
      'persen RT yang sudah didatangi',
      'percent of RT with a household surveyed',
    ],
  ]),
  ...declared('institutions', [
    ['institutions.listed', 'int', 'lembaga terdata', 'institutions on record'],
    ['institutions.profile_agreed', 'bool', 'profil lembaga disepakati', 'profile of institutions agreed'],
  ]),
  ...declared('maps', [
    ['map.<maps>.drawn', 'bool', 'peta sudah dibuat', 'map has been drawn'],
    ['map.<maps>.agreed', 'bool', 'peta disepakati warga', 'map agreed by residents'],
  ]),
]

export const processFacts: readonly FactDeclaration[] = [
  ...programmes,
  ...meetings,
  ...volunteers,
  ...places,
  ...findings,
]
