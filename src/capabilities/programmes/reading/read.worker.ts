// Reads one definition in a thread of its own, which may be ended when the file is a trap.
import { parentPort, workerData } from 'node:worker_threads'
import { readProgramme } from './load.ts'

const { text, file } = workerData as { text: string; file: string }
parentPort?.postMessage(readProgramme(text, file))
