// The thread that heavy work has: it takes what processor time others leave, then runs the script that it is given.
import { getPriority, setPriority } from 'node:os'

// On Linux 0 is the calling thread; elsewhere it would be the whole server.
if (process.platform === 'linux') setPriority(0, Math.min(getPriority(0) + 10, 19))
await import(process.argv[2] ?? '')
