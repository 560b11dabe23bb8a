// Counts the figures of one survey in a thread of its own, which may be ended when it takes too long.
import { parentPort, workerData } from 'node:worker_threads'
import { type Counted, countedFigures } from './counting.ts'

parentPort?.postMessage(countedFigures(workerData as Counted))
