// The verbs of the command line, in the order in which `help` shows them.
import { backupVerb } from './backup.ts'
import { doctorVerb } from './doctor/doctor.ts'
import { exportVerb } from './export.ts'
import { importVerb } from './import.ts'
import { restoreVerb } from './restore.ts'
import { rolesVerb } from './roles.ts'
import { confirmVerb, demoVerb, distributeVerb, migrateVerb, resetCodeVerb } from './simple-verbs.ts'
import { both, type Verb } from './verb.ts'
import { verifyVerb } from './verify.ts'
import { versionVerb } from './version-verb.ts'
import { xlsformVerb } from './xlsform.ts'

export const verbs: Readonly<Record<string, Verb>> = {
  doctor: doctorVerb,
  version: versionVerb,
  verify: verifyVerb,
  backup: backupVerb,
  restore: restoreVerb,
  export: exportVerb,
  import: importVerb,
  'reset-code': resetCodeVerb,
  confirm: confirmVerb,
  demo: demoVerb,
  migrate: migrateVerb,
  distribute: distributeVerb,
  roles: rolesVerb,
  xlsform: xlsformVerb,
}

export function helpText(): string {
  const lines = Object.entries(verbs).map(
    ([name, { usage, summary }]) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`,
  )
  return [
    'npm run rembug -- [--demo] VERB …',
    both(
      'Bila server berjalan, perintah dijalankan olehnya; bila tidak, di sini',
      'a running server carries the verb out; without one it happens here',
    ),
    '',
    ...lines,
    '  help',
    '',
    both('Pengaturan: REMBUG_DATA, DATABASE_URL, PUBLIC_URL, PORT, HOST', 'settings, by environment'),
  ].join('\n')
}
