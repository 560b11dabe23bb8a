// `npm start`: opens the house, prints where it is and, once, how to set it up.
import { setupToken } from '../../capabilities/accounts/door.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { journal, openJournal, sayAtStart } from '../../platform/server/running/journal.ts'
import { beginMeasuring } from '../../platform/server/running/measuring.ts'
import { readSettings, type Settings } from '../../platform/server/settings.ts'
import { refuseHalfRestored } from '../cli/restoring.ts'
import { refuseDemoData, refuseRealData } from '../demo/mixing.ts'
import { measured, openHouse, readingsOf, serveHouse, version } from './open.ts'
import { openSocket } from './socket.ts'

const began = performance.now()

function printSettings(settings: Settings): void {
  const database = settings.databaseUrl
    ? settings.databaseUrl.replace(/:[^:@/]*@/, ':…@')
    : 'tertanam / embedded'
  const {
    port,
    host,
    dataFolder,
    appUrl,
    publicUrl,
    running,
    smallestFigure,
    trustProxy = '-',
    tlsCert = '-',
    tlsKey = '-',
  } = settings
  const { journal: told, metricsToken, slowStatement, longTransaction } = running
  const lines = [
    `Rembug ${version}`,
    `PORT=${port} HOST=${host} REMBUG_DATA=${dataFolder}`,
    `DATABASE_URL=${database} DATABASE_APP_URL=${appUrl ? '…' : '-'} PUBLIC_URL=${publicUrl}`,
    `TRUST_PROXY=${trustProxy} SMALLEST_FIGURE=${smallestFigure} TLS_CERT=${tlsCert} TLS_KEY=${tlsKey}`,
    `REMBUG_LOG=${told.level} REMBUG_LOG_FORM=${told.form} REMBUG_METRICS_TOKEN=${metricsToken ? '…' : '-'}`,
    `REMBUG_SLOW_STATEMENT_MS=${slowStatement} REMBUG_LONG_TRANSACTION_MS=${longTransaction}`,
  ]
  for (const line of lines) sayAtStart('setting', line)
}

/** Faults that an administrator can mend are said in a line, without a stack. */
function explain(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'Port ini sedang dipakai / this port is in use. Set PORT.'
  if (typeof code === 'string' && code.startsWith('platform.')) return `${code}: ${message}`
  return (error as Error)?.stack ?? String(error)
}

async function main(): Promise<void> {
  const demo = process.argv.includes('--demo')
  const settings = readSettings(process.env, demo)
  declareDemo(demo)
  openJournal(settings.running.journal)
  printSettings(settings)
  refuseHalfRestored(settings.dataFolder)
  if (demo) await refuseRealData(settings)
  const house = await openHouse(settings)
  if (demo) {
    const { loadDemo } = await import('../demo/demo.ts')
    await loadDemo(house)
  } else await refuseDemoData(house.services.owner)
  beginMeasuring(measured(house), readingsOf(house))
  const app = await serveHouse(house, settings)
  await app.listen({ port: settings.port, host: settings.host })
  const socket = await openSocket(house, settings)
  const token = demo ? null : await setupToken(house.services)
  sayAtStart(
    'ready',
    `\nRembug siap dalam ${((performance.now() - began) / 1000).toFixed(1)} detik / ready: ${settings.publicUrl}`,
    { version },
  )
  if (token)
    sayAtStart(
      'set-up',
      `Tautan penyiapan, sekali pakai / one-time set-up link:\n  ${settings.publicUrl}/siap#${token}\n`,
    )
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    socket.close()
    app
      .close()
      .then(() => house.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
}

// Said by Node itself, it would stand in journald with all that its message repeats.
process.on('uncaughtException', (error) => {
  journal.error('crashed', error)
  process.exit(1)
})

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
