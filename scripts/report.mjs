import { stripVTControlCharacters } from 'node:util'

/** What a report of vitest's says at the end of a run: what failed and why, and what took the time. */

/**
 * @typedef {{ fullName: string, status?: string, duration?: number | null, failureMessages?: string[] }} Step
 * @typedef {{ name: string, startTime: number, endTime: number, status?: string, message?: string, assertionResults: Step[] }} File
 */

/**
 * Each test that failed, with the first lines of its reason, and each file that could not be loaded: the end of a long
 * output is all that is kept of some runs.
 * @param {File[]} files of vitest's JSON report
 * @param {string} root what to leave out of their names
 */
export function failures(files, root) {
  return files.flatMap((file) => {
    const name = file.name.replace(root, '')
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && file.status === 'failed')
      return [`FAILED ${name}: could not be loaded`, ...reason(file.message)]
    return failed.flatMap((step) => [
      `FAILED ${name}: ${step.fullName}`,
      ...reason(step.failureMessages?.[0]),
    ])
  })
}

/**
 * The files that vitest never began: their process ended before. One that threw while it was loaded says why.
 * @param {File[]} files of vitest's JSON report
 */
export const neverBegun = (files) =>
  files.filter((file) => file.status === 'failed' && !file.message && file.assertionResults.length === 0)

/**
 * The first lines of a reason, indented, without those of packages.
 * @param {string} [text]
 */
export const reason = (text = '') =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() && !line.includes('/node_modules/'))
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)

/**
 * What takes the time, for whoever wants the tests quicker: the ten slowest files of a report, and the ten slowest tests.
 * @param {File[]} files of vitest's JSON report
 * @param {string} root what to leave out of their names
 */
export function slowest(files, root) {
  const named = files.map((file) => ({ ...file, name: file.name.replace(root, '') }))
  const took = named.map(({ name, startTime, endTime }) => ({ what: name, millis: endTime - startTime }))
  const steps = named.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      what: `${fullName}  (${name})`,
      millis: duration ?? 0,
    })),
  )
  return [
    'The ten slowest files, in seconds:',
    ...ten(took),
    'The ten slowest of what is in them:',
    ...ten(steps),
  ]
}

/** @param {{ what: string, millis: number }[]} all */
function ten(all) {
  const order = all.toSorted((one, other) => other.millis - one.millis).slice(0, 10)
  return order.map(({ what, millis }) => `${(millis / 1000).toFixed(1).padStart(8)}  ${what}`)
}
