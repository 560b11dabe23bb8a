import { writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** A reporter of vitest's for what its JSON leaves out: errors outside every test, as a process that died while it loaded a file. */
export default class Outside {
  onTestRunEnd(_modules, errors) {
    const { REMBUG_TEST_OUTSIDE: file } = process.env
    if (file) writeFileSync(file, JSON.stringify(errors.flatMap(told)))
  }
}

/** The first lines of an error, indented as reasons of tests are. */
const told = ({ message = '', stack = '', cause }) => {
  const why = cause?.message ? `caused by: ${cause.message}` : ''
  const lines = stripVTControlCharacters([message, why, stack].join('\n'))
    .split('\n')
    .filter((line) => line.trim() && !line.includes('/node_modules/'))
  return ['OUTSIDE EVERY TEST', ...lines.slice(0, 12).map((line) => `    ${line.slice(0, 300)}`)]
}
