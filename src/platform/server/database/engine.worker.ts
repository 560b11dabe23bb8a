// The thread in which the embedded engine lives, so that an engine that loops can be ended from outside.
// It answers each batch of PostgreSQL wire messages in the order received.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { loadTar, openDurable, startParameters, walBytes } from './engine-files.ts'
import type { FromEngine, Start, ToEngine } from './engine-messages.ts'

// Larger answers go out in pieces, so that the other side can read while the engine still writes.
const pieceBytes = 256 * 1024

const port = parentPort
if (port === null) throw new Error('engine.worker.ts is started by engine.ts only')
const say = (message: FromEngine, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

async function open(start: Start): Promise<PGlite> {
  if (start.kind === 'folder') return await openDurable(start.folder)
  const initDbStartParams = ['--wal-segsize=1']
  if (start.tar === undefined) return await PGlite.create({ initDbStartParams })
  return await PGlite.create({
    loadDataDir: await loadTar(start.tar),
    startParams: startParameters.fast,
    ...(start.wasm ? { pgliteWasmModule: start.wasm } : {}),
  })
}

function answer(engine: PGlite, request: Uint8Array): Promise<void> {
  let piece = new Uint8Array(8192)
  let filled = 0
  const flush = (done: boolean) => {
    const bytes = piece.subarray(0, filled)
    say({ kind: 'answer', bytes, done, walBytes: walBytes() }, [piece.buffer])
    piece = new Uint8Array(done ? 0 : pieceBytes)
    filled = 0
  }
  const onRawData = (bytes: Uint8Array) => {
    if (filled + bytes.length > piece.length) {
      if (filled > 0 && filled + bytes.length > pieceBytes) flush(false)
      const grown = new Uint8Array(Math.max(pieceBytes, bytes.length))
      grown.set(piece.subarray(0, filled))
      piece = grown
    }
    piece.set(bytes, filled)
    filled += bytes.length
  }
  return engine.execProtocolRawStream(request, { syncToFs: false, onRawData }).then(() => flush(true))
}

/** Leaves nothing of the connection before: no open transaction, no settings, no temporary tables. */
async function forgetSession(engine: PGlite): Promise<void> {
  if (engine.isInTransaction()) await engine.exec('rollback')
  await engine.exec('discard all')
}

async function serve(engine: PGlite): Promise<void> {
  let used = false
  const handle = async (message: ToEngine) => {
    if (message.kind === 'close') {
      await engine.close()
      return say({ kind: 'closed' })
    }
    if (message.kind === 'dump') {
      const tar = await (await engine.dumpDataDir('none')).bytes()
      return say({ kind: 'dumped', tar }, [tar.buffer as ArrayBuffer])
    }
    // A startup packet is the only message without a letter in front.
    const startup = message.bytes[0] === 0
    if (startup && used) await forgetSession(engine)
    used = true
    await answer(engine, message.bytes)
  }
  let queue = Promise.resolve()
  port?.on('message', (message: ToEngine) => {
    queue = queue.then(() => handle(message)).catch((error) => say({ kind: 'failed', why: String(error) }))
  })
  say({ kind: 'ready' })
}

try {
  await serve(await open(workerData as Start))
} catch (error) {
  say({ kind: 'failed', why: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) })
}
