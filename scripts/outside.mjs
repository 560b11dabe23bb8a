import { writeFileSync } from 'node:fs'
import { reason } from './report.mjs'

/** A reporter of vitest's for what its JSON leaves out: errors outside every test, as a process that died while it loaded a file. */
export default class Outside {
  onTestRunEnd(_modules, errors) {
    const { REMBUG_TEST_OUTSIDE: file } = process.env
    if (file) writeFileSync(file, JSON.stringify(errors.map(told)))
  }
}

const told = ({ message = '', stack = '', cause }) => {
  const why = cause?.message ? `caused by: ${cause.message}` : ''
  return ['OUTSIDE EVERY TEST', ...reason([message, why, stack].join('\n'))]
}
