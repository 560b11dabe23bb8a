// What the doctor makes of the database: its settings, its roles, the walls around the villages, the ballast. Pure.
import { type Finding, fault, warning, well } from '../../../platform/server/running/health.ts'

export type ServerSettings = Readonly<Record<string, string>>

/** Settings of PostgreSQL on which it depends that what was said to be stored is stored. */
export const settingsAsked = [
  'server_version_num',
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'wal_level',
  'server_encoding',
] as const

export function judgePostgres(settings: ServerSettings): Finding {
  const number = Number(settings.server_version_num ?? 0)
  const facts = { version: Math.floor(number / 10_000) }
  const how = (name: string, value: string) =>
    [
      `alter system set ${name} = ${value}; lalu nyalakan ulang PostgreSQL.`,
      `alter system set ${name} = ${value}; then restart PostgreSQL.`,
    ] as const
  if (number < 150_000)
    return fault(
      ['PostgreSQL ini terlalu lama.', 'This PostgreSQL is too old.'],
      ['Pasang PostgreSQL 15 atau lebih baru.', 'Install PostgreSQL 15 or newer.'],
      facts,
    )
  const off = ['fsync', 'full_page_writes', 'synchronous_commit'].find((name) => settings[name] === 'off')
  if (off)
    return fault(
      [
        `${off} mati: bila listrik padam, yang sudah dijawab "tersimpan" dapat hilang.`,
        `${off} is off: a power cut may lose what was answered as stored.`,
      ],
      how(off, 'on'),
      facts,
    )
  if (settings.server_encoding !== 'UTF8')
    return fault(
      ['Basis data ini bukan UTF8.', 'This database is not UTF8.'],
      [
        "Cadangkan, buat basis data baru dengan encoding 'UTF8', pulihkan.",
        "Back up, make a new database with encoding 'UTF8', restore.",
      ],
      facts,
    )
  if (settings.wal_level === 'minimal')
    return warning(
      [
        'wal_level minimal: tidak ada salinan berjalan dan tidak ada pemulihan ke suatu saat.',
        'wal_level is minimal: no standby, and no recovery to a point in time.',
      ],
      how('wal_level', 'replica'),
      facts,
    )
  return well(
    [`PostgreSQL ${facts.version}, tahan mati listrik.`, `PostgreSQL ${facts.version}, durable.`],
    facts,
  )
}

export type DatabaseRole = { name: string; superuser: boolean; bypassrls: boolean }

/** Whether requests have a login of their own, and whether the database is open to any login of the server. */
export type Entrance = { login: boolean; open: boolean }

function judgeEntrance(own: DatabaseRole, entrance: Entrance): Finding | null {
  if (!entrance.login)
    return fault(
      [
        'Permintaan tidak punya login sendiri: server tidak akan menyala.',
        'Requests have no login of their own: the server will not start.',
      ],
      [
        `alter role ${own.name} createrole; nyalakan server; atau buat login itu dan isi DATABASE_APP_URL (docs/server.md).`,
        `alter role ${own.name} createrole; start the server; or make that login and set DATABASE_APP_URL (docs/server.md).`,
      ],
    )
  if (entrance.open)
    return warning(
      [
        'Basis data ini terbuka bagi setiap login di server itu.',
        'This database is open to every login of that server.',
      ],
      [
        'revoke connect, temporary on database … from public; sebagai pemiliknya.',
        'revoke connect, temporary on database … from public; as its owner.',
      ],
    )
  return null
}

/** `app` is the role of requests, which row-level security must bind; `own` the one that connects. */
export function judgeRoles(
  app: DatabaseRole | null,
  own: DatabaseRole,
  engine: 'embedded' | 'postgres',
  entrance: Entrance,
): Finding {
  if (app === null)
    return fault(
      ['Peran rembug_app tidak ada.', 'The role rembug_app does not exist.'],
      [
        'create role rembug_app nologin; grant rembug_app to rembug; lalu pulihkan dari cadangan.',
        'create role rembug_app nologin; grant rembug_app to rembug; then restore from a backup.',
      ],
    )
  if (app.superuser || app.bypassrls)
    return fault(
      [
        'Dinding antardesa tidak berlaku: rembug_app boleh melewatinya.',
        'The wall between villages does not hold: rembug_app may pass it.',
      ],
      ['alter role rembug_app nosuperuser nobypassrls;', 'alter role rembug_app nosuperuser nobypassrls;'],
    )
  if (engine === 'embedded') return well(['Dinding antardesa berlaku.', 'The wall between villages holds.'])
  const shut = judgeEntrance(own, entrance)
  if (shut) return shut
  if (own.superuser)
    return warning(
      [`Rembug masuk sebagai superuser (${own.name}).`, `Rembug connects as a superuser (${own.name}).`],
      [`alter role ${own.name} nosuperuser bypassrls;`, `alter role ${own.name} nosuperuser bypassrls;`],
    )
  if (!own.bypassrls)
    return warning(
      [
        'Cadangan akan ditolak: peran ini tidak melihat semua baris.',
        'Backups will be refused: this role does not see every row.',
      ],
      [`alter role ${own.name} bypassrls;`, `alter role ${own.name} bypassrls;`],
    )
  return well(['Dinding antardesa berlaku.', 'The wall between villages holds.'])
}

/** Tables of villages without a wall that binds even their owner. */
export function judgeWalls(open: readonly string[], tables: number): Finding {
  if (open.length === 0)
    return well([`${tables} tabel desa, semuanya berdinding.`, `${tables} tables of villages, all walled.`], {
      tables,
    })
  const names = open.slice(0, 5).join(', ')
  return fault(
    [`Tanpa dinding antardesa: ${names}.`, `Without a wall between villages: ${names}.`],
    [
      'Ada yang mengubah tabel dengan tangan: alter table … enable row level security; force row level security.',
      'Somebody changed tables by hand: alter table … enable row level security; force row level security.',
    ],
    { tables, open: open.length },
  )
}

export function judgeBallast(bytes: number | null): Finding {
  if (bytes !== null && bytes >= 32 * 1024 * 1024)
    return well(['Cadangan ruang (ballast) ada.', 'The ballast file is there.'])
  return warning(
    [
      'Cadangan ruang (ballast) tidak ada: disk pernah penuh, atau sedang hampir penuh.',
      'The ballast file is missing: the disk was full once, or nearly is.',
    ],
    ['Kosongkan disk, lalu nyalakan ulang server.', 'Make room on the disk, then restart the server.'],
  )
}

export function judgeLock(running: boolean, held: boolean): Finding {
  if (running === held)
    return well(['Folder data dikunci sebagaimana mestinya.', 'The data folder is locked as it should be.'])
  return fault(
    ['Server berjalan tanpa kunci folder datanya.', 'The server runs without the lock on its data folder.'],
    [
      'Nyalakan ulang server, dan jangan jalankan dua proses pada satu folder data.',
      'Restart the server, and never run two processes on one data folder.',
    ],
  )
}
