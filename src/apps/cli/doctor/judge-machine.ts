// What the doctor makes of the machine: who may read the folder, the clock, the certificate. Pure: numbers in, a finding out.
import { type Finding, fault, warning, well } from '../../../platform/server/running/health.ts'

export type Owned = { mode: number; uid: number }
export type Modes = {
  folder: Owned
  keys: Owned | null
  key: Owned | null
  /** Who runs the doctor or the server. */
  uid: number
}

const openTo = ({ mode }: Owned) => (mode & 0o077) !== 0

/** The key opens what is sealed, so it is for its owner only; the data folder holds names in the clear. */
export function judgeModes({ folder, keys, key, uid }: Modes, path: string): Finding {
  if (key === null || keys === null)
    return fault(
      ['Berkas kunci tidak ada.', 'There is no key file.'],
      [
        `Kembalikan kunci ke ${path}/keys/master.key dari tempat aman; tanpa kunci data tersegel hilang.`,
        `Put the key back to ${path}/keys/master.key from its safe place; without it what is sealed is lost.`,
      ],
    )
  if (openTo(key) || openTo(keys))
    return fault(
      ['Orang lain di mesin ini dapat membaca kunci.', 'Others on this machine can read the key.'],
      [
        `chmod 700 ${path}/keys && chmod 600 ${path}/keys/master.key; anggap kunci bocor bila ada akun lain di mesin ini.`,
        `chmod 700 ${path}/keys && chmod 600 ${path}/keys/master.key; if others have accounts here, take the key for known.`,
      ],
    )
  if (openTo(folder))
    return warning(
      [
        'Folder data terbuka untuk orang lain di mesin ini.',
        'Others on this machine can enter the data folder.',
      ],
      [`chmod 700 ${path}`, `chmod 700 ${path}`],
    )
  if (key.uid !== folder.uid || (uid !== 0 && uid !== folder.uid))
    return warning(
      [
        'Pemilik folder data, kunci dan server tidak sama.',
        'Data folder, key and server have different owners.',
      ],
      [`chown -R rembug: ${path}`, `chown -R rembug: ${path}`],
    )
  return well(['Folder dan kunci hanya untuk pemiliknya.', 'Folder and key are for their owner only.'])
}

export type Clock = {
  /** This machine's clock less the database's, in milliseconds. */
  skew: number
  /** How far the newest entry of the log lies ahead of this machine's clock, in milliseconds; null without a log. */
  ahead: number | null
}

const second = 1000

/** Days decide what may be done, so a wrong clock does wrong. Received times never lie ahead, unless it was set back. */
export function judgeClock({ skew, ahead }: Clock): Finding {
  const facts = { skewMs: Math.round(skew) }
  const todo = [
    'Nyalakan penyelarasan jam: timedatectl set-ntp true.',
    'Let the clock be kept by the network: timedatectl set-ntp true.',
  ] as const
  if (ahead !== null && ahead > 60 * second)
    return fault(
      [
        'Jam mesin ini mundur: log berisi perintah yang belum terjadi.',
        'The clock of this machine was set back: the log holds commands of a time to come.',
      ],
      todo,
      { ...facts, aheadMs: Math.round(ahead) },
    )
  const seconds = Math.round(Math.abs(skew) / second)
  const says = [
    `Jam mesin ini dan jam basis data berselisih ${seconds} detik.`,
    `The clocks of this machine and of the database differ by ${seconds} seconds.`,
  ] as const
  if (seconds >= 60) return fault(says, todo, facts)
  if (seconds >= 5) return warning(says, todo, facts)
  return well(['Jam cocok.', 'The clocks agree.'], facts)
}

export type Certificate = {
  /** Why no certificate was seen, in a word of the system; null when one was. */
  unreached: string | null
  /** Why browsers would not trust it, or null. */
  distrust: string | null
  daysLeft: number
  /** Of the file that was set as TLS_CERT, where there is one. */
  fileDaysLeft: number | null
}

const ownAuthority = /SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF/

export function judgeCertificate(seen: Certificate | null, publicUrl: string): Finding {
  if (seen === null)
    return warning(
      [
        'Tanpa https: telepon tidak dapat memasang aplikasi atau bekerja tanpa sinyal.',
        'Without https: phones cannot install the app or work without signal.',
      ],
      [
        'Pasang sertifikat (docs/server.md), lalu isi PUBLIC_URL.',
        'Get a certificate (docs/server.md), then set PUBLIC_URL.',
      ],
    )
  const { unreached } = seen
  if (unreached !== null)
    return fault(
      [`${publicUrl} tidak terjangkau: ${unreached}.`, `${publicUrl} cannot be reached: ${unreached}.`],
      ['Periksa proksi, DNS dan tembok api.', 'See to the proxy, the DNS and the firewall.'],
    )
  return judgeShown(seen)
}

/** A certificate that was shown: its days, and whether phones will take it. */
function judgeShown({ distrust, daysLeft, fileDaysLeft }: Certificate): Finding {
  const facts = { daysLeft }
  const renew = [
    'Perbarui sertifikat; bila Rembug memakainya sendiri, nyalakan ulang sesudahnya.',
    'Renew the certificate; where Rembug itself uses it, restart afterwards.',
  ] as const
  if (daysLeft <= 0)
    return fault(['Sertifikat sudah kedaluwarsa.', 'The certificate has expired.'], renew, facts)
  if (fileDaysLeft !== null && fileDaysLeft - daysLeft >= 1)
    return warning(
      [
        'Sertifikat di disk lebih baru daripada yang dipakai.',
        'The certificate on the disk is newer than the one in use.',
      ],
      ['Nyalakan ulang server: systemctl restart rembug.', 'Restart the server: systemctl restart rembug.'],
      facts,
    )
  if (distrust !== null && !ownAuthority.test(distrust))
    return fault(
      [
        `Peramban tidak memercayai sertifikat: ${distrust}.`,
        `Browsers do not trust the certificate: ${distrust}.`,
      ],
      renew,
      facts,
    )
  const says = [
    `Sertifikat berlaku ${daysLeft} hari lagi.`,
    `The certificate is valid for ${daysLeft} more days.`,
  ] as const
  if (daysLeft < 3) return fault(says, renew, facts)
  if (daysLeft < 14) return warning(says, renew, facts)
  if (distrust !== null)
    return warning(
      ['Sertifikat dari lembaga sendiri.', 'The certificate comes from an authority of your own.'],
      [
        'Pastikan sertifikat akarnya terpasang di setiap telepon.',
        'See that its root is installed on every phone.',
      ],
      facts,
    )
  return well(says, facts)
}
