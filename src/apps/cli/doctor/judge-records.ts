// What the doctor makes of the records: backup, chains, files, sealed values, doors. Pure.
import { type Finding, fault, warning, well } from '../../../platform/server/running/health.ts'

const hour = 3_600_000
const day = 24 * hour

export type BackupAge = {
  /** Milliseconds since the last backup; null where none was noted. */
  age: number | null
  /** Milliseconds since the house was made. */
  houseAge: number
}

const howToBackUp = [
  'Nyalakan cadangan tiap malam (docs/server.md): rembug backup BERKAS --keys BERKAS.',
  'Make a backup every night (docs/server.md): rembug backup FILE --keys FILE.',
] as const

/** A night's backup and an hour to spare; one that is a week old has been failing unseen. */
export function judgeBackup({ age, houseAge }: BackupAge): Finding {
  if (age === null) {
    const says = [
      'Belum pernah dicadangkan dengan rembug backup.',
      'Never backed up with rembug backup.',
    ] as const
    if (houseAge < day) return well(says)
    return houseAge < 8 * day ? warning(says, howToBackUp) : fault(says, howToBackUp)
  }
  const hours = Math.floor(age / hour)
  const facts = { hours }
  const says = [
    `Cadangan terakhir ${hours} jam yang lalu.`,
    `The last backup was made ${hours} hours ago.`,
  ] as const
  if (age < -hour)
    return fault(
      ['Cadangan terakhir dibuat di waktu yang belum tiba.', 'The last backup is dated in the future.'],
      ['Periksa jam mesin ini.', 'See to the clock of this machine.'],
      facts,
    )
  if (age > 8 * day) return fault(says, howToBackUp, facts)
  return age > 25 * hour ? warning(says, howToBackUp, facts) : well(says, facts)
}

export type Chains = {
  places: number
  /** Entries that were recomputed. */
  rows: number
  breaks: readonly { place: string; seq: number; kind: string }[]
  whole: boolean
}

export function judgeChains({ places, rows, breaks, whole }: Chains): Finding {
  const facts = { places, rows, breaks: breaks.length }
  const first = breaks[0]
  if (first)
    return fault(
      [
        `Rantai log rusak di ${breaks.length} tempat, yang pertama ${first.place} #${first.seq}.`,
        `The chain of the log is broken ${breaks.length} times, first at ${first.place} #${first.seq}.`,
      ],
      [
        'Simpan semuanya apa adanya beserta cadangan terakhir, jalankan rembug verify, beri tahu pemeriksa.',
        'Keep this state and the last backup, run rembug verify, tell the auditor.',
      ],
      facts,
    )
  if (places > 0 && rows === 0)
    return fault(
      [
        'Ada kepala rantai, tetapi tidak ada baris yang dapat diperiksa.',
        'There are heads of chains, and no row that could be checked.',
      ],
      [
        'Log hilang: pulihkan dari cadangan, beri tahu pemeriksa.',
        'The log is gone: restore from a backup, tell the auditor.',
      ],
      facts,
    )
  const looked = whole
    ? (['semua baris dihitung ulang', 'every row recomputed'] as const)
    : (['semua kepala, sebagian baris', 'every head, a sample of rows'] as const)
  return well(
    [
      `Rantai utuh: ${places} tempat, ${rows} baris (${looked[0]}).`,
      `The chains are whole: ${places} places, ${rows} rows (${looked[1]}).`,
    ],
    facts,
  )
}

export type Files = {
  looked: number
  /** Rows that say the bytes have come, without a file; and files of another size. */
  missing: readonly string[]
  differing: readonly string[]
  /** Files that no row speaks of. */
  orphans: readonly string[]
  /** Uploads begun and left for more than a week. */
  leftovers: number
}

export function judgeFiles({ looked, missing, differing, orphans, leftovers }: Files): Finding {
  const facts = {
    ...{ looked, leftovers },
    missing: missing.length,
    differing: differing.length,
    orphans: orphans.length,
  }
  const lost = [...missing, ...differing]
  if (lost.length > 0)
    return fault(
      [
        `${lost.length} berkas hilang atau rusak, yang pertama files/${lost[0]}.`,
        `${lost.length} files are missing or damaged, first files/${lost[0]}.`,
      ],
      ['Ambil berkas itu dari cadangan (tar xzf).', 'Take those files out of a backup (tar xzf).'],
      facts,
    )
  if (orphans.length > 0)
    return warning(
      [
        `${orphans.length} berkas tanpa catatan, yang pertama files/${orphans[0]}.`,
        `${orphans.length} files that no record speaks of, first files/${orphans[0]}.`,
      ],
      [
        'Sisa pekerjaan yang terputus, atau ditaruh dengan tangan: lihat, lalu pindahkan dari folder files.',
        'Left of work that was cut off, or put there by hand: look, then move them out of the files folder.',
      ],
      facts,
    )
  if (leftovers > 0)
    return warning(
      [
        `${leftovers} unggahan terputus lebih dari sepekan.`,
        `${leftovers} uploads were cut off more than a week ago.`,
      ],
      ['Dibersihkan saat server dinyalakan ulang.', 'They are swept when the server is restarted.'],
      facts,
    )
  return well([`${looked} berkas, semuanya ada.`, `${looked} files, all there.`], facts)
}

/** `closed`: keys of persons, of those tried, that the master key does not open. */
export function judgeSealed({ tried, closed }: { tried: number; closed: number }): Finding {
  const facts = { tried, closed }
  if (closed === 0) return well(['Kunci membuka yang tersegel.', 'The key opens what is sealed.'], facts)
  return fault(
    [
      'Kunci ini bukan kunci rumah ini: yang tersegel tidak terbuka.',
      'This is not the key of this house: what is sealed does not open.',
    ],
    ['Kembalikan kunci yang benar dari tempat aman.', 'Put the right key back from its safe place.'],
    facts,
  )
}

export type Doors = { stuck: number; ahead: number }

/** `stuck`: tries blocked for longer than any rule blocks. `ahead`: sessions used in a time to come. */
export function judgeDoors({ stuck, ahead }: Doors): Finding {
  if (stuck + ahead === 0) return well(['Pintu masuk bekerja.', 'Signing in works.'])
  return warning(
    [
      `${stuck} percobaan masuk tertahan dan ${ahead} sesi dari waktu yang belum tiba: jam pernah maju.`,
      `${stuck} tries to sign in are held and ${ahead} sessions are of a time to come: the clock was ahead once.`,
    ],
    [
      "delete from accounts.attempt where blocked_until > now() + interval '16 minutes';",
      "delete from accounts.attempt where blocked_until > now() + interval '16 minutes';",
    ],
    { stuck, ahead },
  )
}
