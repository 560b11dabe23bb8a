/** What takes the time, for whoever wants the tests quicker: the ten slowest files of a report, and the ten slowest tests. */

/**
 * @typedef {{ fullName: string, duration?: number | null }} Step
 * @typedef {{ name: string, startTime: number, endTime: number, assertionResults: Step[] }} File
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
