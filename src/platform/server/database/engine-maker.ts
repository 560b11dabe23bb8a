// Makes the folder of an embedded database and ends, so that the memory it took is given back whole.
import { initialise } from './engine-files.ts'

// Whoever asked for it is gone: nobody holds the folder any more.
process.once('disconnect', () => process.exit(1))
const [folder = '', tar] = process.argv.slice(2)
await initialise(folder, tar)
process.exit(0)
